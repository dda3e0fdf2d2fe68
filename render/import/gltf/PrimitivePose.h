// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/gltf/Document.h"

#include <span>

namespace vitrine::render::gltf {

/// Adds the morph targets of `object` (a primitive) by their weights. A missing or short list of weights counts as
/// zeros.
[[nodiscard]] core::Status applyMorphTargets(Document &document, const JsonObject &object,
                                             std::span<const float> weights, ScenePrimitive &primitive);

/// Moves the vertices to where the joints put them, in world space. `joints` are world × inverse bind matrices.
[[nodiscard]] core::Status applySkin(Document &document, const JsonObject &attributes, std::span<const Matrix4> joints,
                                     ScenePrimitive &primitive);

} // namespace vitrine::render::gltf
