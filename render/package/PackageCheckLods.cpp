// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/package/CheckWords.h"
#include "render/package/PackageCheck.h"

#include <numeric>

namespace vitrine::render {

using core::Status;

Status PackageCheck::checkLods() const
{
    std::size_t ofMesh = 0;
    for (std::size_t i = 0; i < m_package.m_lods.size(); ++i) {
        const LodRecord &lod = m_package.m_lods[i];
        const LodRecord *before = i == 0 ? nullptr : &m_package.m_lods[i - 1];
        const std::string where = place("lods", i);
        if (lod.mesh == kNone || !inRangeOrNone(lod.mesh, m_package.m_meshes.size()))
            return malformed("no such mesh", where + ".mesh");
        if (before != nullptr && lod.mesh < before->mesh)
            return malformed("out of order", where + ".mesh");
        const bool isNext = before != nullptr && lod.mesh == before->mesh;
        ofMesh = isNext ? ofMesh + 1 : 1;
        if (ofMesh > kMaxLods)
            return malformed("more than " + std::to_string(kMaxLods) + " of one mesh", where + ".mesh");
        if (!std::isfinite(lod.error) || lod.error < 0)
            return malformed("not a length", where + ".error");
        if (isNext && lod.error < before->error)
            return malformed("out of order", where + ".error");
        VITRINE_CHECK(checkLod(i));
    }
    return {};
}

Status PackageCheck::checkLod(std::size_t index) const
{
    const LodRecord &lod = m_package.m_lods[index];
    const MeshRecord &mesh = m_package.m_meshes[static_cast<std::size_t>(lod.mesh)];
    const std::string where = place("lods", index);
    if (lod.indexOffset % kSectionAlignment != 0 || !fits(lod.indexOffset, lod.indexBytes, m_package.m_indices.size()))
        return malformed("indices outside of their section", where + ".indexOffset");
    // As for a mesh: what a code claims to hold is bounded by its own size.
    if (lod.indexCount == 0 || lod.indexCount % 3 != 0 || lod.indexCount / 3 > lod.indexBytes)
        return malformed(std::to_string(lod.indexCount) + " indices in " + std::to_string(lod.indexBytes) + " bytes",
                         where + ".indexCount");
    if (lod.vertexCount == 0 || lod.vertexCount > mesh.vertexCount)
        return malformed(std::to_string(lod.vertexCount) + " of " + std::to_string(mesh.vertexCount) + " vertices",
                         where + ".vertexCount");
    if (!fits(lod.firstRange, mesh.submeshCount, m_package.m_lodRanges.size()))
        return malformed("no such ranges", where + ".firstRange");
    const auto ranges = m_package.rangesOf(lod);
    const auto sum = std::accumulate(ranges.begin(), ranges.end(), std::uint64_t{0});
    if (sum != lod.indexCount || std::ranges::any_of(ranges, [](std::uint32_t count) { return count % 3 != 0; }))
        return malformed("not all of its indices", where + ".ranges");
    return {};
}

} // namespace vitrine::render
