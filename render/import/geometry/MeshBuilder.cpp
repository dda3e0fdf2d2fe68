// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/geometry/MeshBuilder.h"

#include "render/import/geometry/Transform.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <cstring>

namespace vitrine::render {
namespace {

struct Layout {
    std::vector<VertexAttribute> attributes;
    std::uint32_t floats = 0;
    /// After the attributes, one more float: which vertex it was, so that morph targets find it again. None are welded
    /// then: two that are one at rest may part.
    bool isNumbered = false;

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

Layout layoutFor(const std::vector<ScenePrimitive> &primitives, bool hasOcclusion)
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
    if (hasOcclusion) {
        // In place of a colour's alpha, if there is one: renderers read both as one colour.
        if (layout.attributes.back().semantic == VertexSemantic::Color)
            --layout.floats;
        layout.add(VertexSemantic::Occlusion, 1);
    }
    if (any(primitives, [](const auto &p) { return !p.joints.empty(); })) {
        layout.add(VertexSemantic::Joints, 4);
        layout.add(VertexSemantic::Weights, 4);
    }
    layout.isNumbered = any(primitives, [](const auto &p) { return !p.targets.empty(); });
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
    float *const first = into;
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
        case VertexSemantic::Occlusion:
            into = first + attribute.offset / sizeof(float);
            *into++ = 1;
            break;
        case VertexSemantic::Joints:
            put(into, primitive.joints, vertex);
            break;
        case VertexSemantic::Weights:
            put(into, primitive.weights, vertex);
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

/// The moves of a primitive whose first vertex is `base`.
struct Moves {
    std::size_t base = 0;
    std::vector<SceneMoves> targets;
};

Buffers interleave(std::vector<ScenePrimitive> primitives, const Layout &layout, std::vector<SubmeshRecord> &submeshes,
                   std::vector<Moves> &moves)
{
    const std::uint32_t floats = layout.floats + (layout.isNumbered ? 1 : 0);
    Buffers buffers;
    std::size_t indexCount = 0;
    for (const ScenePrimitive &primitive : primitives) {
        buffers.vertexCount += primitive.positions.size();
        indexCount += primitive.indices.size();
    }
    buffers.vertices.resize(buffers.vertexCount * floats);
    buffers.indices.reserve(indexCount);
    std::size_t base = 0;
    for (ScenePrimitive &primitive : primitives) {
        for (std::size_t i = 0; i < primitive.positions.size(); ++i) {
            float *const vertex = buffers.vertices.data() + (base + i) * floats;
            putVertex(vertex, layout, primitive, i);
            if (layout.isNumbered)
                vertex[layout.floats] = static_cast<float>(base + i); // exact: limits::kVertices is below 2²⁴
        }
        moves.push_back({base, std::move(primitive.targets)});
        submeshes.push_back({primitive.material, static_cast<std::uint32_t>(buffers.indices.size()),
                             static_cast<std::uint32_t>(primitive.indices.size()), boundsOf(primitive)});
        for (const std::uint32_t index : primitive.indices)
            buffers.indices.push_back(static_cast<std::uint32_t>(base + index));
        base += primitive.positions.size();
        primitive = {}; // Its memory is needed for the next step.
    }
    return buffers;
}

void optimize(Buffers &buffers, std::uint32_t floats, OrderEffort effort, bool countsSmall, BuiltMesh &mesh)
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
    for (const SubmeshRecord &submesh : mesh.submeshes) {
        const auto triangles = std::span(buffers.indices).subspan(submesh.firstIndex, submesh.indexCount);
        const bool isMeasured = effort == OrderEffort::Best;
        if (isMeasured)
            mesh.costBefore += costOf(triangles, positions, countsSmall);
        orderTriangles(triangles, positions, effort);
        if (isMeasured)
            mesh.costAfter += costOf(triangles, positions, countsSmall);
    }
    std::vector<float> fetched(buffers.vertices.size());
    buffers.vertexCount = meshopt_optimizeVertexFetch(fetched.data(), buffers.indices.data(), buffers.indices.size(),
                                                      buffers.vertices.data(), buffers.vertexCount, stride);
    fetched.resize(buffers.vertexCount * floats);
    buffers.vertices = std::move(fetched);
}

/// Takes the numbers out of the vertices again.
std::vector<std::uint32_t> takeNumbers(Buffers &buffers, std::uint32_t floats)
{
    std::vector<std::uint32_t> numbers(buffers.vertexCount);
    float *into = buffers.vertices.data();
    for (std::size_t i = 0; i < buffers.vertexCount; ++i) {
        const float *from = buffers.vertices.data() + i * (floats + 1);
        numbers[i] = static_cast<std::uint32_t>(from[floats]);
        into = std::copy_n(from, floats, into);
    }
    buffers.vertices.resize(buffers.vertexCount * floats);
    return numbers;
}

std::vector<std::vector<MorphMove>> movesOf(const std::vector<Moves> &primitives,
                                            const std::vector<std::uint32_t> &numbers)
{
    std::size_t count = 0;
    for (const Moves &moves : primitives)
        count = std::max(count, moves.targets.size());
    std::vector<std::vector<MorphMove>> targets(count);
    for (std::uint32_t vertex = 0; vertex < numbers.size(); ++vertex) {
        const Moves &moves = *(std::ranges::upper_bound(primitives, numbers[vertex], {}, &Moves::base) - 1);
        const std::size_t source = numbers[vertex] - moves.base;
        for (std::size_t t = 0; t < moves.targets.size(); ++t) {
            const auto &[positions, normals] = moves.targets[t];
            const MorphMove move{vertex, positions.empty() ? Vector3{0, 0, 0} : positions[source],
                                 normals.empty() ? Vector3{0, 0, 0} : normals[source]};
            if (move.position != Vector3{0, 0, 0} || move.normal != Vector3{0, 0, 0})
                targets[t].push_back(move);
        }
    }
    return targets;
}

} // namespace

BuiltMesh buildMesh(std::vector<ScenePrimitive> primitives, bool hasOcclusion, OrderEffort effort, bool countsSmall)
{
    BuiltMesh mesh;
    const Layout layout = layoutFor(primitives, hasOcclusion);
    std::vector<Moves> moves;
    Buffers buffers = interleave(std::move(primitives), layout, mesh.submeshes, moves);
    optimize(buffers, layout.floats + (layout.isNumbered ? 1 : 0), effort, countsSmall, mesh);
    if (layout.isNumbered)
        mesh.targets = movesOf(moves, takeNumbers(buffers, layout.floats));

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
