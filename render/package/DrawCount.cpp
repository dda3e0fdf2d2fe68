// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/package/DrawCount.h"

#include "core/values/Contract.h"

namespace vitrine::render {

std::vector<DrawCount> costsOf(std::span<const MeshRecord> meshes, std::span<const SubmeshRecord> submeshes)
{
    std::vector<DrawCount> costs;
    costs.reserve(meshes.size());
    for (const MeshRecord &mesh : meshes) {
        DrawCount &cost = costs.emplace_back(DrawCount{mesh.submeshCount, 0});
        for (const SubmeshRecord &submesh : submeshes.subspan(mesh.firstSubmesh, mesh.submeshCount))
            cost.triangles += submesh.indexCount / 3;
    }
    return costs;
}

core::Result<DrawCount> countDraws(std::span<const NodeRecord> nodes, std::span<const DrawCount> costs)
{
    DrawCount sum;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].mesh == kNone)
            continue;
        const auto mesh = static_cast<std::size_t>(nodes[i].mesh);
        VITRINE_EXPECT(mesh < costs.size());
        sum.draws += costs[mesh].draws;
        sum.triangles += costs[mesh].triangles;
        const auto tooMany = [i](std::uint64_t limit, const char *what) {
            return core::fail(core::ErrorCode::TooLarge,
                              "more than " + std::to_string(limit) + what + ", counting each place where a mesh stands",
                              "nodes[" + std::to_string(i) + "]");
        };
        if (sum.draws > kMaxDraws)
            return tooMany(kMaxDraws, " draws");
        if (sum.triangles > kMaxDrawnTriangles)
            return tooMany(kMaxDrawnTriangles, " triangles to draw");
    }
    return sum;
}

} // namespace vitrine::render
