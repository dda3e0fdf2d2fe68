// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/package/Package.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vitrine::render {

/// A mesh as renderers take it.
struct DecodedMesh {
    std::vector<std::byte> vertices;    ///< vertexCount × vertexStride bytes: interleaved floats.
    std::vector<std::uint32_t> indices; ///< A triangle list, each below vertexCount.
};

/// A mesh as a package stores it.
struct CodedMesh {
    MeshRecord record{}; ///< That of the call, with how its attributes are stored and the sizes of both codes.
    std::vector<std::byte> vertices;
    std::vector<std::byte> indices;
    /// How far a position may be off, in the mesh's own space: half of the longest step's diagonal.
    float positionError = 0;
};

/// Rounds the attributes and codes vertices and triangles with meshoptimizer's codecs. `record` says counts, stride,
/// bounds, and semantic, components and offset of each attribute, of floats; normals and tangents are of unit length.
/// Positions, texture coordinates and colours take 16 bits where that keeps them close (a position to a 131,068th of
/// the mesh's size), else they stay floats; directions are octahedral, to 0.003°.
[[nodiscard]] CodedMesh encodeMesh(const MeshRecord &record, std::span<const std::byte> vertices,
                                   std::span<const std::uint32_t> indices);

/// Codes triangles alone: those of a LodRecord.
[[nodiscard]] std::vector<std::byte> encodeIndices(std::span<const std::uint32_t> indices, std::size_t vertexCount);

/// Fails with Malformed where the codes are broken or an index names no vertex; `where` is the mesh ("meshes[3]…").
[[nodiscard]] core::Result<DecodedMesh> decodeMesh(const Package &package, std::size_t mesh);
/// The triangles of `lods()[lod]`, into the vertices of its mesh. Fails likewise ("lods[3]…").
[[nodiscard]] core::Result<std::vector<std::uint32_t>> decodeLod(const Package &package, std::size_t lod);

} // namespace vitrine::render
