// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/geometry/MeshBuilder.h"
#include "render/package/PackageWriter.h"

namespace vitrine::render {

/// Codes meshes with their levels of detail and morph targets, and writes them. Of the package's blobs it fills
/// Vertices, which must have been begun, then Indices, then MorphDeltas.
class MeshStore
{
public:
    /// Both must outlive the store. Without levels, what the store does is quick.
    MeshStore(PackageWriter &writer, PackageContents &out, bool hasLods)
        : m_writer(writer)
        , m_out(out)
        , m_hasLods(hasLods)
    {
    }

    /// `mesh` is what `built` was made of. Returns its number in the package.
    [[nodiscard]] core::Result<std::int32_t> add(const SceneMesh &mesh, const BuiltMesh &built);
    /// Once all meshes are there.
    [[nodiscard]] core::Status writeIndices();
    /// After the last one that waits in memory: the targets' moves.
    [[nodiscard]] core::Status writeMorphTargets();

private:
    std::uint64_t appendAligned(const std::vector<std::byte> &code);
    core::Status addLods(const BuiltMesh &built);
    void addTarget(const SceneMorphTarget &target, const std::vector<MorphMove> &moves);

    PackageWriter &m_writer;
    PackageContents &m_out;
    bool m_hasLods;
    std::uint64_t m_lodTriangles = 0;
    // Several sections grow at once; the smaller ones wait in memory.
    std::vector<std::byte> m_indices;
    std::vector<std::vector<std::byte>> m_morphDeltas; ///< Of m_out.morphTargets.
};

} // namespace vitrine::render
