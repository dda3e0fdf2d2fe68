// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/geometry/Transform.h"
#include "render/import/gltf/Document.h"

#include <optional>
#include <vector>

namespace vitrine::render::gltf {

/// The extension of a node that repeats its mesh.
inline constexpr std::string_view kInstancing = "EXT_mesh_gpu_instancing";

/// Where the extension repeats the mesh of `node`, within the node; nothing where it does not.
[[nodiscard]] core::Result<std::optional<std::vector<Transform>>> readInstances(Document &document,
                                                                                const JsonObject &node);

} // namespace vitrine::render::gltf
