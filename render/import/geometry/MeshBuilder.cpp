// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/geometry/MeshBuilder.h"

#include "render/import/geometry/Transform.h"
#include "render/import/geometry/TriangleOrder.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <cstring>

namespace vitrine::render {
namespace {

struct Layout {
    std::vector<VertexAttribute> attributes;
    std::uint32_t floats = 0;

    void add(VertexSemantic semantic, std::uint8_t components)
    {
        VertexAttribute attribute{};
        attribute.semantic = semantic;
        attribute.components = components;
        attribute.offset = static_cast<std::uint16_t>(floats * sizeof(float));
        attributes.push_back(attribute);
        floats += components;
    }
};

template <typename Predicate>
bool any(const std::vector<ScenePrimitive> &primitives, Predicate predicate)
{
    return std::ranges::any_of(primitives, predicate);
}

Layout layoutFor(const std::vector<ScenePrimitive> &primitives)
{
    Layout layout;
    layout.add(VertexSemantic::Position, 3);
    layout.add(VertexSemantic::Normal, 3);
    if (any(primitives, [](const auto &p) { return !p.tangents.empty(); })) {
        layout.add(VertexSemantic::Tangent, 4);
        layout.add(VertexSemantic::Binormal, 3);
    }
    if (any(primitives, [](const auto &p) { return !p.texCoords[0].empty(); }))
        layout.add(VertexSemantic::TexCoord0, 2);
    if (any(primitives, [](const auto &p) { return !p.texCoords[1].empty(); }))
        layout.add(VertexSemantic::TexCoord1, 2);
    if (any(primitives, [](const auto &p) { return !p.colors.empty(); }))
        layout.add(VertexSemantic::Color, 4);
    return layout;
}

Vector3 binormalOf(const Vector3 &normal, const Vector4 &tangent)
{
    return cross(normal, {tangent[0], tangent[1], tangent[2]}) * tangent[3];
}

template <typename Vector>
void put(float *&into, const std::vector<Vector> &values, std::size_t vertex, float missing = 0)
{
    for (std::size_t c = 0; c < std::tuple_size_v<Vector>; ++c)
        // Adding zero turns −0 into +0, which would not weld with it.
        *into++ = values.empty() ? missing : values[vertex][c] + 0.0F;
}

void putVertex(float *into, const Layout &layout, const ScenePrimitive &primitive, std::size_t vertex)
{
    for (const VertexAttribute &attribute : layout.attributes) {
        switch (attribute.semantic) {
        case VertexSemantic::Position:
            put(into, primitive.positions, vertex);
            break;
        case VertexSemantic::Normal:
            put(into, primitive.normals, vertex);
            break;
        case VertexSemantic::Tangent:
            put(into, primitive.tangents, vertex);
            break;
        case VertexSemantic::Binormal: {
            const Vector3 binormal = primitive.tangents.empty()
                                         ? Vector3{0, 0, 0}
                                         : binormalOf(primitive.normals[vertex], primitive.tangents[vertex]);
            into = std::ranges::copy(binormal, into).out;
            break;
        }
        case VertexSemantic::TexCoord0:
            put(into, primitive.texCoords[0], vertex);
            break;
        case VertexSemantic::TexCoord1:
            put(into, primitive.texCoords[1], vertex);
            break;
        case VertexSemantic::Color:
            put(into, primitive.colors, vertex, 1);
            break;
        }
    }
}

Bounds boundsOf(const ScenePrimitive &primitive)
{
    Bounds bounds = emptyBounds();
    for (const std::uint32_t index : primitive.indices)
        extend(bounds, primitive.positions[index]);
    return bounds;
}

struct Buffers {
    std::vector<float> vertices;
    std::vector<std::uint32_t> indices;
    std::size_t vertexCount = 0;
};

Buffers interleave(std::vector<ScenePrimitive> primitives, const Layout &layout, std::vector<SubmeshRecord> &submeshes)
{
    Buffers buffers;
    std::size_t indexCount = 0;
    for (const ScenePrimitive &primitive : primitives) {
        buffers.vertexCount += primitive.positions.size();
        indexCount += primitive.indices.size();
    }
    buffers.vertices.resize(buffers.vertexCount * layout.floats);
    buffers.indices.reserve(indexCount);
    std::size_t base = 0;
    for (ScenePrimitive &primitive : primitives) {
        for (std::size_t i = 0; i < primitive.positions.size(); ++i)
            putVertex(buffers.vertices.data() + (base + i) * layout.floats, layout, primitive, i);
        submeshes.push_back({primitive.material, static_cast<std::uint32_t>(buffers.indices.size()),
                             static_cast<std::uint32_t>(primitive.indices.size()), boundsOf(primitive)});
        for (const std::uint32_t index : primitive.indices)
            buffers.indices.push_back(static_cast<std::uint32_t>(base + index));
        base += primitive.positions.size();
        primitive = {}; // Its memory is needed for the next step.
    }
    return buffers;
}

void optimize(Buffers &buffers, std::uint32_t floats, const std::vector<SubmeshRecord> &submeshes)
{
    const std::size_t stride = floats * sizeof(float);
    {
        std::vector<std::uint32_t> remap(buffers.vertexCount);
        const std::size_t unique =
            meshopt_generateVertexRemap(remap.data(), buffers.indices.data(), buffers.indices.size(),
                                        buffers.vertices.data(), buffers.vertexCount, stride);
        std::vector<float> welded(unique * floats);
        meshopt_remapVertexBuffer(welded.data(), buffers.vertices.data(), buffers.vertexCount, stride, remap.data());
        meshopt_remapIndexBuffer(buffers.indices.data(), buffers.indices.data(), buffers.indices.size(), remap.data());
        buffers.vertices = std::move(welded);
        buffers.vertexCount = unique;
    }
    std::vector<Vector3> positions(buffers.vertexCount);
    for (std::size_t i = 0; i < positions.size(); ++i) // They come first.
        std::memcpy(&positions[i], buffers.vertices.data() + i * floats, sizeof(Vector3));
    for (const SubmeshRecord &submesh : submeshes)
        orderTriangles(std::span(buffers.indices).subspan(submesh.firstIndex, submesh.indexCount), positions,
                       OrderEffort::Best);
    std::vector<float> fetched(buffers.vertices.size());
    buffers.vertexCount = meshopt_optimizeVertexFetch(fetched.data(), buffers.indices.data(), buffers.indices.size(),
                                                      buffers.vertices.data(), buffers.vertexCount, stride);
    fetched.resize(buffers.vertexCount * floats);
    buffers.vertices = std::move(fetched);
}

} // namespace

BuiltMesh buildMesh(std::vector<ScenePrimitive> primitives)
{
    BuiltMesh mesh;
    const Layout layout = layoutFor(primitives);
    Buffers buffers = interleave(std::move(primitives), layout, mesh.submeshes);
    optimize(buffers, layout.floats, mesh.submeshes);

    MeshRecord &record = mesh.record;
    record.submeshCount = static_cast<std::uint32_t>(mesh.submeshes.size());
    record.vertexCount = static_cast<std::uint32_t>(buffers.vertexCount);
    record.vertexStride = static_cast<std::uint32_t>(layout.floats * sizeof(float));
    record.indexCount = static_cast<std::uint32_t>(buffers.indices.size());
    record.attributeCount = static_cast<std::uint32_t>(layout.attributes.size());
    std::ranges::copy(layout.attributes, record.attributes.begin());
    record.bounds = emptyBounds();
    for (const SubmeshRecord &submesh : mesh.submeshes) {
        extend(record.bounds, submesh.bounds.min);
        extend(record.bounds, submesh.bounds.max);
    }
    mesh.indices = std::move(buffers.indices);
    const auto bytes = std::as_bytes(std::span(buffers.vertices));
    mesh.vertices.assign(bytes.begin(), bytes.end());
    return mesh;
}

} // namespace vitrine::render
