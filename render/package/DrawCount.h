// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/package/PackageFormat.h"

#include <span>
#include <vector>

namespace vitrine::render {

/// What a renderer has to draw.
struct DrawCount {
    std::uint64_t draws = 0;     ///< Submeshes, each counted for every node that shows it.
    std::uint64_t triangles = 0; ///< Of those submeshes.
};

/// What each mesh costs at every place where it stands. The meshes' submeshes must lie within `submeshes`.
[[nodiscard]] std::vector<DrawCount> costsOf(std::span<const MeshRecord> meshes,
                                             std::span<const SubmeshRecord> submeshes);

/// The sum over all nodes. `costs` is by mesh, and every node's mesh is in it or kNone. Fails with TooLarge beyond
/// kMaxDraws or kMaxDrawnTriangles, `where` the node at which they are passed ("nodes[3]"). The one place that knows
/// these bounds: a writer asks before it works for each place where a mesh stands, a reader before it shows.
[[nodiscard]] core::Result<DrawCount> countDraws(std::span<const NodeRecord> nodes, std::span<const DrawCount> costs);

} // namespace vitrine::render
