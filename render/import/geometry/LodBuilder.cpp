// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/geometry/LodBuilder.h"

#include "render/import/geometry/SurfaceDistance.h"
#include "render/import/geometry/Transform.h"
#include "render/import/geometry/TriangleOrder.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <future>

namespace vitrine::render {
namespace {

/// Fewer are quicker drawn than chosen among.
constexpr std::size_t kFewestIndices = 3 * 256;
/// Where a mesh of fewer than this ends.
constexpr std::size_t kSmallestIndices = 3 * 48;
/// A level is kept where it has no more than this of the one before: for less, a switch is not worth its upload.
constexpr double kWorthwhile = 0.66;
/// Of the mesh's size, in the first and the last level: each allows twice what the one before did.
constexpr float kFirstError = 1.0F / 4096;
constexpr float kLastError = 1.0F / 30;

// How far off a normal may be (in its unit's length), a texture coordinate (in their range) or a colour, beside a
// corner's place (in the mesh's size): shading that is off by a tenth shows as much as an outline off by a 300th.
constexpr float kNormalWeight = 0.03F;
constexpr float kUvWeight = 0.5F;
constexpr float kColorWeight = 0.03F;
constexpr float kOcclusionWeight = 0.03F;

struct Attributes {
    std::vector<float> values;
    std::vector<float> weights;
};

float valueAt(const BuiltMesh &mesh, std::size_t vertex, const VertexAttribute &attribute, std::size_t component)
{
    float value = 0;
    std::memcpy(&value,
                mesh.vertices.data() + vertex * mesh.record.vertexStride + attribute.offset + component * sizeof(float),
                sizeof value);
    return value;
}

float weightOf(const BuiltMesh &mesh, const VertexAttribute &attribute)
{
    switch (attribute.semantic) {
    case VertexSemantic::Normal:
        return kNormalWeight;
    case VertexSemantic::TexCoord0:
    case VertexSemantic::TexCoord1: {
        float low = valueAt(mesh, 0, attribute, 0);
        float high = low;
        for (std::size_t vertex = 0; vertex < mesh.record.vertexCount; ++vertex)
            for (std::size_t c = 0; c < 2; ++c) {
                low = std::min(low, valueAt(mesh, vertex, attribute, c));
                high = std::max(high, valueAt(mesh, vertex, attribute, c));
            }
        return high > low ? kUvWeight / (high - low) : 0;
    }
    case VertexSemantic::Color:
        return kColorWeight;
    case VertexSemantic::Occlusion:
        return kOcclusionWeight;
    default:
        return 0;
    }
}

Attributes attributesOf(const BuiltMesh &mesh)
{
    Attributes attributes;
    std::vector<std::pair<const VertexAttribute *, std::size_t>> columns;
    for (const VertexAttribute &attribute : std::span(mesh.record.attributes).first(mesh.record.attributeCount)) {
        const float weight = weightOf(mesh, attribute);
        for (std::size_t c = 0; weight > 0 && c < attribute.components; ++c) {
            columns.emplace_back(&attribute, c);
            attributes.weights.push_back(weight);
        }
    }
    attributes.values.reserve(columns.size() * mesh.record.vertexCount);
    for (std::size_t vertex = 0; vertex < mesh.record.vertexCount; ++vertex)
        for (const auto &[attribute, component] : columns)
            attributes.values.push_back(valueAt(mesh, vertex, *attribute, component));
    return attributes;
}

std::vector<Vector3> positionsOf(const BuiltMesh &mesh)
{
    std::vector<Vector3> positions(mesh.record.vertexCount);
    for (std::size_t vertex = 0; vertex < positions.size(); ++vertex) // They come first.
        std::memcpy(&positions[vertex], mesh.vertices.data() + vertex * mesh.record.vertexStride, sizeof(Vector3));
    return positions;
}

/// Vertices in whose place several submeshes meet.
std::vector<unsigned char> sharedVertices(const BuiltMesh &mesh, const std::vector<Vector3> &positions)
{
    constexpr std::uint32_t kNobody = ~0U;
    std::vector<std::uint32_t> place(positions.size());
    meshopt_generateVertexRemap(place.data(), nullptr, positions.size(), positions.data(), positions.size(),
                                sizeof(Vector3));
    std::vector<std::uint32_t> owner(positions.size(), kNobody);
    std::vector<bool> isShared(positions.size());
    for (std::uint32_t s = 0; s < mesh.submeshes.size(); ++s) {
        const SubmeshRecord &submesh = mesh.submeshes[s];
        for (const std::uint32_t index : std::span(mesh.indices).subspan(submesh.firstIndex, submesh.indexCount)) {
            std::uint32_t &who = owner[place[index]];
            if (who != kNobody && who != s)
                isShared[place[index]] = true;
            who = s;
        }
    }
    std::vector<unsigned char> locked(positions.size());
    for (std::size_t vertex = 0; vertex < positions.size(); ++vertex)
        locked[vertex] = isShared[place[vertex]] ? 1 : 0;
    return locked;
}

class LodBuilder
{
public:
    explicit LodBuilder(const BuiltMesh &mesh)
        : m_mesh(mesh)
        , m_positions(positionsOf(mesh))
        , m_attributes(attributesOf(mesh))
        , m_locked(sharedVertices(mesh, m_positions))
        , m_size(meshopt_simplifyScale(m_positions.front().data(), m_positions.size(), sizeof(Vector3)))
    {
    }

    core::Result<std::vector<BuiltLod>> build()
    {
        std::vector<BuiltLod> lods;
        VITRINE_TRY(const SurfaceDistance distance, SurfaceDistance::build(m_positions, m_mesh.indices));
        // A level is compared while those after it are made.
        std::vector<std::future<core::Result<float>>> errors;
        BuiltLod before{m_mesh.indices, {}, 0, 0};
        for (const SubmeshRecord &submesh : m_mesh.submeshes)
            before.ranges.push_back(submesh.indexCount);
        for (float allowed = kFirstError; allowed <= kLastError && lods.size() < kMaxLods; allowed *= 2) {
            BuiltLod lod = simplified(before, allowed);
            if (static_cast<double>(lod.indices.size()) > kWorthwhile * static_cast<double>(before.indices.size()))
                continue;
            errors.push_back(
                std::async(std::launch::async, [&distance, indices = lod.indices] { return distance.to(indices); }));
            before = lod;
            finish(lod);
            const bool isLast = lod.indices.size() < kSmallestIndices;
            lods.push_back(std::move(lod));
            if (isLast)
                break;
        }
        float least = 0;
        for (std::size_t i = 0; i < lods.size(); ++i) {
            VITRINE_TRY(const float error, errors[i].get());
            lods[i].error = least = std::max(error, least);
        }
        return lods;
    }

private:
    BuiltLod simplified(const BuiltLod &from, float allowed) const
    {
        BuiltLod lod;
        std::size_t first = 0;
        for (std::size_t s = 0; s < from.ranges.size(); ++s) {
            const std::uint32_t count = from.ranges[s];
            const std::vector<float> weights = weightsIn(m_mesh.submeshes[s].bounds);
            const std::size_t start = lod.indices.size();
            lod.indices.resize(start + count);
            const std::uint32_t *source = from.indices.data() + first;
            std::size_t left = meshopt_simplifyWithAttributes(
                lod.indices.data() + start, source, count, m_positions.front().data(), m_positions.size(),
                sizeof(Vector3), m_attributes.values.data(), weights.size() * sizeof(float), weights.data(),
                weights.size(), m_locked.data(), 0, allowed * m_size,
                meshopt_SimplifySparse | meshopt_SimplifyErrorAbsolute, nullptr);
            if (left == 0) { // A submesh without triangles is no submesh.
                std::copy_n(source, count, lod.indices.data() + start);
                left = count;
            }
            lod.indices.resize(start + left);
            lod.ranges.push_back(static_cast<std::uint32_t>(left));
            first += count;
        }
        return lod;
    }

    /// The library reckons in the size of what it is given: a submesh.
    std::vector<float> weightsIn(const Bounds &bounds) const
    {
        float side = 0;
        for (std::size_t axis = 0; axis < 3; ++axis)
            side = std::max(side, bounds.max[axis] - bounds.min[axis]);
        std::vector<float> weights = m_attributes.weights;
        for (float &weight : weights)
            weight *= side > 0 ? m_size / side : 1;
        return weights;
    }

    void finish(BuiltLod &lod) const
    {
        std::size_t first = 0;
        for (const std::uint32_t count : lod.ranges) {
            orderTriangles(std::span(lod.indices).subspan(first, count), m_positions, OrderEffort::Quick);
            first += count;
        }
        std::vector<bool> isUsed(m_positions.size());
        for (const std::uint32_t index : lod.indices) {
            lod.vertexCount += isUsed[index] ? 0 : 1;
            isUsed[index] = true;
        }
    }

    const BuiltMesh &m_mesh;
    std::vector<Vector3> m_positions;
    Attributes m_attributes;
    std::vector<unsigned char> m_locked;
    float m_size;
};

} // namespace

core::Result<std::vector<BuiltLod>> buildLods(const BuiltMesh &mesh)
{
    if (mesh.indices.size() < kFewestIndices)
        return std::vector<BuiltLod>();
    return LodBuilder(mesh).build();
}

} // namespace vitrine::render
