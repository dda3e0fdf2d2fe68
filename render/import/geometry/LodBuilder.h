// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/geometry/MeshBuilder.h"

#include "core/values/Result.h"

namespace vitrine::render {

/// A mesh in fewer triangles. See LodRecord.
struct BuiltLod {
    std::vector<std::uint32_t> indices;
    std::vector<std::uint32_t> ranges; ///< Indices of each submesh.
    std::uint32_t vertexCount = 0;
    float error = 0; ///< Measured (SurfaceDistance).
};

/// Simpler and simpler shapes of a mesh, each of a third fewer triangles at least, down to what is worth a draw. Edges
/// between submeshes stay as they are, so that none gapes; normals, texture coordinates and colours count as form does.
/// None of a mesh of few triangles. Some 5 s for a million.
[[nodiscard]] core::Result<std::vector<BuiltLod>> buildLods(const BuiltMesh &mesh);

} // namespace vitrine::render
