// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/gltf/Document.h"

#include <span>

namespace vitrine::render::gltf {

/// The pose of one drawn mesh at rest, and what of it stays to be moved.
struct Pose {
    std::span<const float> morphWeights; ///< One for each target, or empty.
    bool keepsTargets = false;           ///< Something moves the weights.
    bool keepsJoints = false;            ///< Something moves the joints.
    /// World matrix × inverse bind matrix of each joint; empty for a mesh without skin.
    std::span<const Matrix4> joints;
};

/// What all primitives of an import share: how much was read already.
struct GeometryBudget {
    std::uint64_t vertices = 0;
    std::uint64_t indices = 0;
    std::uint32_t primitives = 0;
};

/// Reads all primitives of a mesh in a pose, after checkMeshes(). Points and lines are left out, with a warning.
[[nodiscard]] core::Result<SceneMesh> readMesh(Document &document, std::size_t mesh, const Pose &pose,
                                               GeometryBudget &budget);

} // namespace vitrine::render::gltf
