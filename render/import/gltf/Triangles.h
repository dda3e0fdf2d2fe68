// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"

namespace vitrine::render::gltf {

/// Makes a triangle list of corners in glTF's mode 4 (list), 5 (strip) or 6 (fan). Triangles with two equal corners
/// are dropped: they show nothing and confuse normals.
[[nodiscard]] std::vector<std::uint32_t> trianglesOf(std::vector<std::uint32_t> corners, std::uint32_t mode);

/// Drops the vertices that no triangle uses: several primitives may share one large accessor.
void dropUnusedVertices(ScenePrimitive &primitive);

} // namespace vitrine::render::gltf
