// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/MeshStore.h"

#include "render/import/geometry/LodBuilder.h"
#include "render/mesh/MeshCoding.h"

namespace vitrine::render {

using core::Result;
using core::Status;

/// Levels of detail of more would take longer than an import may.
constexpr std::uint64_t kLodTriangles = 600'000;

Result<std::int32_t> MeshStore::add(const SceneMesh &mesh, const BuiltMesh &built)
{
    CodedMesh coded = encodeMesh(built.record, built.vertices, built.indices);
    VITRINE_TRY(coded.record.vertexOffset, m_writer.append(coded.vertices));
    coded.record.indexOffset = appendAligned(coded.indices);
    coded.record.name = m_writer.text(mesh.name);
    coded.record.firstSubmesh = static_cast<std::uint32_t>(m_out.submeshes.size());
    m_out.submeshes.insert(m_out.submeshes.end(), built.submeshes.begin(), built.submeshes.end());
    m_out.meshes.push_back(coded.record);
    for (std::size_t t = 0; t < mesh.targets.size(); ++t)
        addTarget(mesh.targets[t], t < built.targets.size() ? built.targets[t] : std::vector<MorphMove>());
    VITRINE_CHECK(addLods(built));
    return static_cast<std::int32_t>(m_out.meshes.size() - 1);
}

Status MeshStore::writeIndices()
{
    VITRINE_CHECK(m_writer.beginBlob(SectionKind::Indices));
    VITRINE_TRY([[maybe_unused]] const auto offset, m_writer.append(m_indices));
    m_indices = {};
    return {};
}

Status MeshStore::writeMorphTargets()
{
    if (m_morphDeltas.empty())
        return {};
    VITRINE_CHECK(m_writer.beginBlob(SectionKind::MorphDeltas));
    for (std::size_t i = 0; i < m_morphDeltas.size(); ++i) {
        VITRINE_TRY(m_out.morphTargets[i].offset, m_writer.append(m_morphDeltas[i]));
    }
    return {};
}

std::uint64_t MeshStore::appendAligned(const std::vector<std::byte> &code)
{
    m_indices.resize((m_indices.size() + kSectionAlignment - 1) / kSectionAlignment * kSectionAlignment);
    const std::uint64_t offset = m_indices.size();
    m_indices.insert(m_indices.end(), code.begin(), code.end());
    return offset;
}

Status MeshStore::addLods(const BuiltMesh &built)
{
    // What bends is shown whole: its error at rest says nothing of how it looks bent.
    if (!m_hasLods || !built.targets.empty() || hasAttribute(built.record, VertexSemantic::Joints))
        return {};
    m_lodTriangles += built.indices.size() / 3;
    if (m_lodTriangles > kLodTriangles)
        return {};
    VITRINE_TRY(const auto lods, buildLods(built));
    for (const BuiltLod &lod : lods) {
        const std::vector<std::byte> code = encodeIndices(lod.indices, built.record.vertexCount);
        LodRecord record{};
        record.mesh = static_cast<std::int32_t>(m_out.meshes.size() - 1);
        record.error = lod.error;
        record.indexOffset = appendAligned(code);
        record.indexBytes = code.size();
        record.indexCount = static_cast<std::uint32_t>(lod.indices.size());
        record.vertexCount = lod.vertexCount;
        record.firstRange = static_cast<std::uint32_t>(m_out.lodRanges.size());
        m_out.lodRanges.insert(m_out.lodRanges.end(), lod.ranges.begin(), lod.ranges.end());
        m_out.lods.push_back(record);
    }
    return {};
}

void MeshStore::addTarget(const SceneMorphTarget &target, const std::vector<MorphMove> &moves)
{
    CodedMorphTarget coded = encodeMorphTarget(moves);
    coded.record.name = m_writer.text(target.name);
    coded.record.mesh = static_cast<std::int32_t>(m_out.meshes.size() - 1);
    coded.record.weight = target.weight;
    m_out.morphTargets.push_back(coded.record);
    m_morphDeltas.push_back(std::move(coded.deltas));
}

} // namespace vitrine::render
