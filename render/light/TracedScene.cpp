// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/TracedScene.h"

#include "render/mesh/MeshCoding.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace vitrine::render {
namespace {

using core::ErrorCode;

constexpr float kFar = 1e6F;

Float3 toFloat3(const Vector3 &v) { return {v[0], v[1], v[2]}; }

Float3 turned(const Matrix4 &m, const Vector3 &d)
{
    return {m[0] * d[0] + m[4] * d[1] + m[8] * d[2], m[1] * d[0] + m[5] * d[1] + m[9] * d[2],
            m[2] * d[0] + m[6] * d[1] + m[10] * d[2]};
}

/// By the cofactors: normals stay upright under any scale.
Float3 turnedNormal(const Matrix4 &m, const Vector3 &n)
{
    const Float3 x{m[0], m[1], m[2]};
    const Float3 y{m[4], m[5], m[6]};
    const Float3 z{m[8], m[9], m[10]};
    const float sign = dot(cross(x, y), z) < 0 ? -1.0F : 1.0F;
    return (cross(y, z) * n[0] + cross(z, x) * n[1] + cross(x, y) * n[2]) * sign;
}

Float3 unitOr(Float3 v, Float3 fallback)
{
    const float length2 = dot(v, v);
    return length2 > 0 && std::isfinite(length2) ? v * (1 / std::sqrt(length2)) : fallback;
}

bool isSoft(const MaterialRecord &material)
{
    return material.alphaMode != AlphaMode::Opaque || material.transmission > 0;
}

template <typename Values>
Values valuesAt(std::span<const std::byte> vertices, const MeshRecord &mesh, VertexSemantic semantic,
                std::size_t vertex, Values values)
{
    for (const VertexAttribute &attribute : std::span(mesh.attributes).first(mesh.attributeCount))
        if (attribute.semantic == semantic)
            std::memcpy(values.data(), vertices.data() + vertex * mesh.vertexStride + attribute.offset,
                        std::min(sizeof(Values), std::size_t{attribute.components} * sizeof(float)));
    return values;
}

bool isFinite(Float3 v) { return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z); }

} // namespace

core::Result<std::unique_ptr<const TracedScene>>
TracedScene::build(const Package &package, std::span<const Matrix4> world, const Options &options)
{
    std::unique_ptr<TracedScene> scene(new TracedScene);
    VITRINE_CHECK(scene->add(package, world, options));
    VITRINE_CHECK(scene->buildRays());
    return scene;
}

core::Status TracedScene::add(const Package &package, std::span<const Matrix4> world, const Options &options)
{
    if (package.info().triangleCount > kMostTriangles)
        return core::fail(ErrorCode::TooLarge, std::to_string(package.info().triangleCount) + " triangles; at most " +
                                                   std::to_string(kMostTriangles) + " are traced");
    m_materials.assign(package.materials().begin(), package.materials().end());
    m_textures.resize(package.textures().size());
    for (const MaterialRecord &material : m_materials)
        for (const TextureSlot &slot : material.textureSlots)
            if (slot.texture != kNone && !m_textures[static_cast<std::size_t>(slot.texture)])
                m_textures[static_cast<std::size_t>(slot.texture)] = std::make_unique<TracedTexture>(
                    package, package.textures()[static_cast<std::size_t>(slot.texture)], options.maxTextureSide);
    for (std::size_t mesh = 0; mesh < package.meshes().size(); ++mesh) {
        VITRINE_TRY(const DecodedMesh decoded, decodeMesh(package, mesh));
        for (std::size_t node = 0; node < package.nodes().size(); ++node)
            if (package.nodes()[node].mesh == static_cast<std::int32_t>(mesh))
                addMesh(package, mesh, decoded.vertices, decoded.indices, world[node], options.variant);
    }
    Vector3 low{kFar, kFar, kFar};
    Vector3 high{-kFar, -kFar, -kFar};
    for (const Vertex &vertex : m_vertices) {
        const Vector3 position{vertex.position.x, vertex.position.y, vertex.position.z};
        for (std::size_t axis = 0; axis < 3 && isFinite(vertex.position); ++axis) {
            low[axis] = std::min(low[axis], position[axis]);
            high[axis] = std::max(high[axis], position[axis]);
        }
    }
    float side = 0;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        m_middle[axis] = low[axis] + (high[axis] - low[axis]) / 2;
        side = std::max(side, high[axis] - low[axis]);
    }
    if (!(side > 0))
        return core::fail(ErrorCode::InvalidArgument, "the package holds nothing to draw");
    m_scale = 1 / side;
    for (Vertex &vertex : m_vertices)
        vertex.position = (vertex.position - toFloat3(m_middle)) * m_scale;
    return {};
}

void TracedScene::addMesh(const Package &package, std::size_t mesh, std::span<const std::byte> vertices,
                          std::span<const std::uint32_t> indices, const Matrix4 &world, std::int32_t variant)
{
    const MeshRecord &record = package.meshes()[mesh];
    const auto first = static_cast<std::uint32_t>(m_vertices.size());
    for (std::size_t i = 0; i < record.vertexCount; ++i) {
        Vertex &vertex = m_vertices.emplace_back();
        const auto position = valuesAt(vertices, record, VertexSemantic::Position, i, Vector3{});
        vertex.position = turned(world, position) + Float3{world[12], world[13], world[14]};
        vertex.normal =
            unitOr(turnedNormal(world, valuesAt(vertices, record, VertexSemantic::Normal, i, Vector3{})), {0, 0, 0});
        const auto tangent = valuesAt(vertices, record, VertexSemantic::Tangent, i, Vector4{});
        const Float3 along = unitOr(turned(world, {tangent[0], tangent[1], tangent[2]}), {0, 0, 0});
        vertex.tangent = {along.x, along.y, along.z, tangent[3]};
        vertex.uv[0] = valuesAt(vertices, record, VertexSemantic::TexCoord0, i, Vector2{});
        vertex.uv[1] = valuesAt(vertices, record, VertexSemantic::TexCoord1, i, Vector2{});
        vertex.color = valuesAt(vertices, record, VertexSemantic::Color, i, Vector4{1, 1, 1, 1});
    }
    for (std::size_t s = record.firstSubmesh; s < std::size_t{record.firstSubmesh} + record.submeshCount; ++s) {
        const SubmeshRecord &submesh = package.submeshes()[s];
        const std::int32_t material = package.materialOf(s, variant);
        auto &list = m_triangles[isSoft(m_materials[static_cast<std::size_t>(material)]) ? 1 : 0];
        for (std::size_t i = submesh.firstIndex; i + 2 < std::size_t{submesh.firstIndex} + submesh.indexCount; i += 3)
            list.push_back({{first + indices[i], first + indices[i + 1], first + indices[i + 2]}, material});
    }
}

core::Status TracedScene::buildRays()
{
    for (std::size_t kind = 0; kind < 2; ++kind) {
        if (m_triangles[kind].empty())
            continue;
        std::vector<Vector3> positions;
        std::vector<std::uint32_t> indices;
        positions.reserve(m_vertices.size());
        for (const Vertex &vertex : m_vertices)
            positions.push_back({vertex.position.x, vertex.position.y, vertex.position.z});
        indices.reserve(m_triangles[kind].size() * 3);
        for (const Triangle &triangle : m_triangles[kind])
            indices.insert(indices.end(), triangle.corners.begin(), triangle.corners.end());
        VITRINE_TRY(RayScene rays, RayScene::build(std::move(positions), std::move(indices)));
        (kind == 0 ? m_solid : m_soft) = std::move(rays);
    }
    return {};
}

Float3 TracedScene::toRays(Vector3 metres) const { return (toFloat3(metres) - toFloat3(m_middle)) * m_scale; }

std::optional<TracedScene::Hit> TracedScene::nearestSoft(Float3 origin, Float3 direction, float from) const
{
    if (!m_soft)
        return std::nullopt;
    const auto hit =
        m_soft->nearest({origin.x, origin.y, origin.z}, {direction.x, direction.y, direction.z}, from, kFar);
    if (!hit)
        return std::nullopt;
    return Hit{hit->triangle, hit->distance, hit->u, hit->v, true};
}

std::optional<TracedScene::Hit> TracedScene::nearest(Float3 origin, Float3 direction, From from) const
{
    std::optional<Hit> found = nearestSoft(origin, direction, from.soft);
    if (!m_solid)
        return found;
    const auto solid = m_solid->nearest({origin.x, origin.y, origin.z}, {direction.x, direction.y, direction.z},
                                        from.solid, found ? found->distance : kFar);
    if (solid)
        found = Hit{solid->triangle, solid->distance, solid->u, solid->v, false};
    return found;
}

bool TracedScene::isBlocked(Float3 origin, Float3 direction) const
{
    return m_solid &&
           m_solid->isOccluded({origin.x, origin.y, origin.z}, {direction.x, direction.y, direction.z}, 0, kFar);
}

TracedScene::Point TracedScene::at(const Hit &hit) const
{
    const Triangle &triangle = m_triangles[hit.isSoft ? 1 : 0][hit.triangle];
    const std::array<const Vertex *, 3> corners{&m_vertices[triangle.corners[0]], &m_vertices[triangle.corners[1]],
                                                &m_vertices[triangle.corners[2]]};
    const std::array<float, 3> weights{1 - hit.u - hit.v, hit.u, hit.v};
    Point point;
    point.material = &m_materials[static_cast<std::size_t>(triangle.material)];
    point.geometric = unitOr(
        cross(corners[1]->position - corners[0]->position, corners[2]->position - corners[0]->position), {0, 1, 0});
    point.color = {};
    for (std::size_t i = 0; i < 3; ++i) {
        const Vertex &corner = *corners[i];
        point.position += corner.position * weights[i];
        point.normal += corner.normal * weights[i];
        for (std::size_t c = 0; c < 4; ++c) {
            point.tangent[c] += corner.tangent[c] * weights[i];
            point.color[c] += corner.color[c] * weights[i];
        }
        for (std::size_t set = 0; set < 2; ++set)
            for (std::size_t c = 0; c < 2; ++c)
                point.uv[set][c] += corner.uv[set][c] * weights[i];
    }
    point.normal = unitOr(point.normal, point.geometric);
    if (dot(point.normal, point.geometric) < 0)
        point.geometric = point.geometric * -1.0F;
    Float3 lift;
    for (std::size_t i = 0; i < 3; ++i) {
        const float below = std::min(0.0F, dot(point.position - corners[i]->position, corners[i]->normal));
        lift += corners[i]->normal * (-below * weights[i]);
    }
    point.lifted = point.position + lift;
    return point;
}

} // namespace vitrine::render
