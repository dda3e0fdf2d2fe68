// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/geometry/Transform.h"
#include "render/import/gltf/Document.h"

namespace vitrine::render::gltf {

/// The places of a node's mesh within the node, by EXT_mesh_gpu_instancing; none where `node` has no such extension.
/// Attributes of other names are an application's own.
[[nodiscard]] core::Result<std::optional<std::vector<Transform>>> readInstances(Document &document,
                                                                                const JsonObject &node);

} // namespace vitrine::render::gltf
