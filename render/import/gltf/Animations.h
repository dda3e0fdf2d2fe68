// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/gltf/CamerasAndLights.h"

#include <vector>

namespace vitrine::render::gltf {

/// What the file's numbers have become in the scene; kNone for nodes that are not shown.
struct AnimationTargets {
    const std::vector<std::int32_t> &nodes;
    const std::vector<std::int32_t> &shapes; ///< Nodes by which their meshes are shown.
    Placed lights;
    Placed cameras;
};

/// Reads what moves into the scene, after all that it can move. What KHR_animation_pointer points to and cannot be
/// shown is left out with a warning that names it.
[[nodiscard]] core::Status readAnimations(Document &document, const AnimationTargets &targets);

} // namespace vitrine::render::gltf
