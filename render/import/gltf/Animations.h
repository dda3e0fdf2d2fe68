// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/gltf/Document.h"

#include <vector>

namespace vitrine::render::gltf {

/// Reads what moves nodes into the scene; `sceneNode` maps the file's nodes to the scene's, kNone for those not shown.
/// Animated morph weights and properties (KHR_animation_pointer) are left out with a note.
[[nodiscard]] core::Status readAnimations(Document &document, const std::vector<std::int32_t> &sceneNode);

} // namespace vitrine::render::gltf
