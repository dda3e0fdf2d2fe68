// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"
#include "render/import/geometry/TriangleOrder.h"
#include "render/mesh/MorphCoding.h"

namespace vitrine::render {

/// One mesh before it is coded: interleaved, welded, in an order that suits caches.
struct BuiltMesh {
    MeshRecord record{}; ///< Without name, offsets and firstSubmesh.
    std::vector<SubmeshRecord> submeshes;
    std::vector<std::byte> vertices; ///< Floats.
    std::vector<std::uint32_t> indices;
    std::vector<std::vector<MorphMove>> targets; ///< SceneMesh::targets
    OrderCost costBefore; ///< Of the order that the model had; of none where the effort is quick.
    OrderCost costAfter;
};

/// Interleaves the primitives of a mesh (each becomes a submesh, none are merged), welds equal vertices and orders
/// triangles and vertices for the vertex cache, overdraw and fetching. Primitives are consumed to save memory; each
/// has normals. Attributes that only some of them have are filled: colours white, the rest zero. `hasOcclusion` keeps
/// room for it, where an alpha of the colours would be, and says that all light reaches the mesh. `countsSmall`: see
/// costOf().
[[nodiscard]] BuiltMesh buildMesh(std::vector<ScenePrimitive> primitives, bool hasOcclusion = false,
                                  OrderEffort effort = OrderEffort::Best, bool countsSmall = false);

} // namespace vitrine::render
