// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/mesh/MeshCoding.h"
#include "render/mesh/Octahedral.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>

namespace vitrine::render {
namespace {

std::unexpected<core::Error> broken(const char *what, const std::string &where)
{
    return core::fail(core::ErrorCode::Malformed, what, where);
}

const unsigned char *chars(std::span<const std::byte> bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

/// One attribute of all vertices, from where it is stored to where it is used.
struct Column {
    const std::byte *from;
    std::byte *to;
    std::size_t count;
    std::size_t storedStride;
    std::size_t stride;
};

template <typename Convert>
void each(Column column, Convert convert)
{
    for (std::size_t i = 0; i < column.count; ++i, column.from += column.storedStride, column.to += column.stride)
        convert(column.from, column.to);
}

template <std::size_t Components>
void widen(const Column &column, const VertexAttribute &attribute)
{
    each(column, [&](const std::byte *from, std::byte *to) {
        std::array<std::uint16_t, Components> narrow;
        std::array<float, Components> wide;
        std::memcpy(narrow.data(), from, sizeof narrow);
        for (std::size_t c = 0; c < Components; ++c)
            wide[c] = attribute.low[c] + attribute.step[c] * static_cast<float>(narrow[c]);
        std::memcpy(to, wide.data(), sizeof wide);
    });
}

void widen(const Column &column, const VertexAttribute &attribute)
{
    if (attribute.components == 1)
        widen<1>(column, attribute);
    else if (attribute.components == 2)
        widen<2>(column, attribute);
    else if (attribute.components == 3)
        widen<3>(column, attribute);
    else
        widen<4>(column, attribute);
}

void unfold(const Column &column, const VertexAttribute &attribute)
{
    const std::size_t bytes = storedBytes(attribute);
    each(column, [&](const std::byte *from, std::byte *to) {
        std::array<std::int16_t, 3> narrow{};
        std::memcpy(narrow.data(), from, bytes);
        const auto [x, y, z] = decodeOctahedral(narrow[0], narrow[1]);
        const std::array wide{x, y, z, narrow[2] < 0 ? -1.0F : 1.0F};
        std::memcpy(to, wide.data(), attribute.components * sizeof(float));
    });
}

/// What a tangent's handedness stands for.
void deriveBinormals(std::byte *vertices, const MeshRecord &mesh, const VertexAttribute &binormal)
{
    const auto find = [&](VertexSemantic semantic) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < mesh.attributeCount; ++i)
            if (mesh.attributes[i].semantic == semantic)
                return mesh.attributes[i].offset;
        return std::nullopt;
    };
    const auto normalAt = find(VertexSemantic::Normal);
    const auto tangentAt = find(VertexSemantic::Tangent);
    if (!normalAt || !tangentAt)
        return;
    for (std::size_t i = 0; i < mesh.vertexCount; ++i) {
        std::byte *vertex = vertices + i * mesh.vertexStride;
        std::array<float, 3> n;
        std::array<float, 4> t;
        std::memcpy(n.data(), vertex + *normalAt, sizeof n);
        std::memcpy(t.data(), vertex + *tangentAt, sizeof t);
        const std::array b{(n[1] * t[2] - n[2] * t[1]) * t[3], (n[2] * t[0] - n[0] * t[2]) * t[3],
                           (n[0] * t[1] - n[1] * t[0]) * t[3]};
        std::memcpy(vertex + binormal.offset, b.data(), sizeof b);
    }
}

void expand(const std::vector<std::byte> &stored, const MeshRecord &mesh, std::vector<std::byte> &vertices)
{
    vertices.resize(std::size_t{mesh.vertexCount} * mesh.vertexStride);
    for (const VertexAttribute &attribute : std::span(mesh.attributes).first(mesh.attributeCount)) {
        const Column column{stored.data() + attribute.storedOffset, vertices.data() + attribute.offset,
                            mesh.vertexCount, mesh.storedStride, mesh.vertexStride};
        switch (attribute.coding) {
        case VertexCoding::Float32:
            each(column, [bytes = storedBytes(attribute)](const std::byte *from, std::byte *to) {
                std::memcpy(to, from, bytes);
            });
            break;
        case VertexCoding::Unorm16:
            widen(column, attribute);
            break;
        case VertexCoding::Octahedral16:
            unfold(column, attribute);
            break;
        case VertexCoding::Derived:
            break;
        }
    }
    for (const VertexAttribute &attribute : std::span(mesh.attributes).first(mesh.attributeCount))
        if (attribute.coding == VertexCoding::Derived)
            deriveBinormals(vertices.data(), mesh, attribute);
}

core::Result<std::vector<std::uint32_t>> decodeIndices(std::span<const std::byte> code, std::size_t count,
                                                       std::uint32_t vertexCount, const std::string &where)
{
    std::vector<std::uint32_t> indices(count);
    if (meshopt_decodeIndexBuffer(indices.data(), indices.size(), chars(code), code.size()) != 0)
        return broken("the triangles' code is broken", where);
    // A software rasteriser would follow a wild index out of the vertex buffer.
    const auto most = std::ranges::max_element(indices);
    if (most != indices.end() && *most >= vertexCount)
        return core::fail(core::ErrorCode::Malformed,
                          "index " + std::to_string(*most) + " of " + std::to_string(vertexCount) + " vertices", where);
    return indices;
}

} // namespace

core::Result<DecodedMesh> decodeMesh(const Package &package, std::size_t mesh)
{
    const MeshRecord &record = package.meshes()[mesh];
    const auto vertexCode = package.codedVerticesOf(record);
    const std::string where = "meshes[" + std::to_string(mesh) + "]";
    DecodedMesh decoded;
    std::vector<std::byte> stored(std::size_t{record.storedStride} * record.vertexCount);
    if (meshopt_decodeVertexBuffer(stored.data(), record.vertexCount, record.storedStride, chars(vertexCode),
                                   vertexCode.size()) != 0)
        return broken("the vertices' code is broken", where + ".vertices");
    expand(stored, record, decoded.vertices);
    VITRINE_TRY(decoded.indices, decodeIndices(package.codedIndicesOf(record), record.indexCount, record.vertexCount,
                                               where + ".indices"));
    return decoded;
}

core::Result<std::vector<std::uint32_t>> decodeLod(const Package &package, std::size_t lod)
{
    const LodRecord &record = package.lods()[lod];
    return decodeIndices(package.codedIndicesOf(record), record.indexCount,
                         package.meshes()[static_cast<std::size_t>(record.mesh)].vertexCount,
                         "lods[" + std::to_string(lod) + "].indices");
}

} // namespace vitrine::render
