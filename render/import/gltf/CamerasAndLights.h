// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/gltf/Hierarchy.h"

#include <vector>

namespace vitrine::render::gltf {

/// The scene's cameras or lights by the number of the file's: one for each node that has it.
using Placed = std::vector<std::vector<std::size_t>>;

/// Reads the cameras that are shown; `sceneNode` maps the file's nodes to the scene's.
[[nodiscard]] core::Result<Placed> readCameras(Document &document, const Hierarchy &hierarchy,
                                               const std::vector<std::int32_t> &sceneNode);
/// The same of KHR_lights_punctual.
[[nodiscard]] core::Result<Placed> readLights(Document &document, const Hierarchy &hierarchy,
                                              const std::vector<std::int32_t> &sceneNode);

} // namespace vitrine::render::gltf
