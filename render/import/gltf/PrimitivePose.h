// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/gltf/Document.h"
#include "render/import/gltf/DracoPrimitive.h"

#include <span>

namespace vitrine::render::gltf {

/// Adds the morph targets of `object` (a primitive) by their weights, and keeps what each moves where `isKept`. A
/// missing or short list of weights counts as zeros.
[[nodiscard]] core::Status applyMorphTargets(Document &document, const JsonObject &object,
                                             std::span<const float> weights, bool isKept, ScenePrimitive &primitive);

struct SkinPose {
    std::span<const Matrix4> joints; ///< World × inverse bind matrices.
    bool isKept = false;             ///< The vertices keep their joints, the four that count most.
};

/// Moves the vertices to where the joints put them, in world space.
[[nodiscard]] core::Status applySkin(Document &document, const JsonObject &attributes, const DracoPrimitive *draco,
                                     const SkinPose &skin, ScenePrimitive &primitive);

} // namespace vitrine::render::gltf
