// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/geometry/Transform.h"
#include "render/import/gltf/Document.h"

#include <optional>
#include <vector>

namespace vitrine::render::gltf {

/// Where EXT_mesh_gpu_instancing repeats the mesh of `node`, within the node; nothing where it does not.
[[nodiscard]] core::Result<std::optional<std::vector<Transform>>> readInstances(Document &document,
                                                                                const JsonObject &node);

} // namespace vitrine::render::gltf
