// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/OcclusionBaker.h"

#include "render/import/geometry/Transform.h"
#include "render/light/Occlusion.h"
#include "render/studio/Direction.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>

namespace vitrine::render {
namespace {

const VertexAttribute *find(const MeshRecord &mesh, VertexSemantic semantic)
{
    const auto attributes = std::span(mesh.attributes).first(mesh.attributeCount);
    const auto found = std::ranges::find(attributes, semantic, &VertexAttribute::semantic);
    return found == attributes.end() ? nullptr : &*found;
}

template <typename Value>
std::vector<Value> read(const BuiltMesh &mesh, const VertexAttribute &attribute)
{
    std::vector<Value> values(mesh.record.vertexCount);
    for (std::size_t i = 0; i < values.size(); ++i)
        std::memcpy(values[i].data(), mesh.vertices.data() + i * mesh.record.vertexStride + attribute.offset,
                    sizeof(Value));
    return values;
}

/// The parts of a texture that triangles show, added up, where 1 is all of it; a number above that, too, where they
/// reach beyond it.
float shownOf(std::span<const std::uint32_t> indices, const std::vector<Vector2> &places)
{
    constexpr float kMargin = 0.002F;
    float sum = 0;
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        const std::array<Vector2, 3> at{places[indices[i]], places[indices[i + 1]], places[indices[i + 2]]};
        for (const Vector2 &place : at)
            if (std::ranges::any_of(place, [](float c) { return !(c >= -kMargin && c <= 1 + kMargin); }))
                return std::numeric_limits<float>::infinity();
        sum +=
            std::abs((at[1][0] - at[0][0]) * (at[2][1] - at[0][1]) - (at[2][0] - at[0][0]) * (at[1][1] - at[0][1])) / 2;
    }
    return sum;
}

/// The materials whose own map says how much light reaches them: it lies over all that they are on, once. One that is
/// repeated is of a grain (a weave, leather), and knows nothing of where it lies.
std::vector<bool> toldByMaps(std::span<const std::pair<std::size_t, BuiltMesh>> built,
                             std::span<const SceneMaterial> materials)
{
    constexpr float kOnce = 1.01F;
    std::vector<float> shown(materials.size());
    for (const auto &[index, mesh] : built)
        for (const SubmeshRecord &submesh : mesh.submeshes) {
            const auto number = static_cast<std::size_t>(submesh.material);
            const TextureSlot &map = materials[number].values.slot(Slot::Occlusion);
            const bool isMoved = map.offset != Vector2{0, 0} || map.scale != Vector2{1, 1} || map.rotation != 0;
            const VertexAttribute *places =
                find(mesh.record, map.uvSet == 0 ? VertexSemantic::TexCoord0 : VertexSemantic::TexCoord1);
            shown[number] += map.texture == kNone || isMoved || places == nullptr
                                 ? std::numeric_limits<float>::infinity()
                                 : shownOf(std::span(mesh.indices).subspan(submesh.firstIndex, submesh.indexCount),
                                           read<Vector2>(mesh, *places));
        }
    std::vector<bool> told(materials.size());
    for (std::size_t i = 0; i < told.size(); ++i)
        told[i] = shown[i] > 0 && shown[i] <= kOnce && materials[i].values.occlusionStrength > 0;
    return told;
}

/// What is looked through takes no light away: glass, and what has holes.
bool isGlass(const MaterialRecord &material)
{
    return material.transmission > 0.3F || material.alphaMode != AlphaMode::Opaque;
}

/// Of a texture it is not known yet how light it is: middling.
float reflectanceOf(const MaterialRecord &material)
{
    const auto &[r, g, b, a] = material.baseColor;
    const float lightness = luminance({r, g, b});
    return std::clamp(material.slot(Slot::BaseColor).texture == kNone ? lightness : 0.45F * lightness, 0.04F, 0.85F);
}

} // namespace

std::vector<std::int32_t> OcclusionBaker::bodies() const
{
    std::vector<std::int32_t> body(m_scene.nodes.size(), 0);
    std::vector<bool> moves(m_scene.nodes.size());
    for (const SceneAnimation &animation : m_scene.animations)
        for (const SceneChannel &channel : animation.channels)
            if (channel.node != kNone)
                moves[static_cast<std::size_t>(channel.node)] = true;
    for (std::size_t i = 0; i < body.size(); ++i) {
        const SceneNode &node = m_scene.nodes[i];
        if (moves[i] || (node.part && node.part->offset != Vector3{0, 0, 0}))
            body[i] = static_cast<std::int32_t>(i) + 1;
        else if (node.parent != kNone)
            body[i] = body[static_cast<std::size_t>(node.parent)];
    }
    return body;
}

core::Status OcclusionBaker::bake(std::vector<std::pair<std::size_t, BuiltMesh>> &built,
                                  std::span<const SceneMaterial> materials, bool isQuick,
                                  std::span<const GroundLight> lights) const
{
    std::vector<OcclusionMesh> meshes;
    const std::vector<std::int32_t> body = bodies();
    const std::vector<bool> isTold = toldByMaps(built, materials);
    Bounds bounds = emptyBounds();
    for (const auto &[index, mesh] : built) {
        OcclusionMesh &asked = meshes.emplace_back();
        asked.positions = read<Vector3>(mesh, *find(mesh.record, VertexSemantic::Position));
        asked.normals = read<Vector3>(mesh, *find(mesh.record, VertexSemantic::Normal));
        asked.indices = mesh.indices;
        for (const SubmeshRecord &submesh : mesh.submeshes) {
            const MaterialRecord &material = materials[static_cast<std::size_t>(submesh.material)].values;
            asked.ranges.push_back({submesh.firstIndex, submesh.indexCount, isGlass(material),
                                    isTold[static_cast<std::size_t>(submesh.material)], material.doubleSided != 0,
                                    reflectanceOf(material)});
        }
        for (std::size_t node = 0; node < m_scene.nodes.size(); ++node) {
            if (m_scene.nodes[node].mesh != static_cast<std::int32_t>(index))
                continue;
            asked.places.push_back({m_world[node], body[node]});
            for (const Vector3 &position : asked.positions)
                extend(bounds, transformPoint(m_world[node], position));
        }
    }
    // What is placed beyond the range of numbers is an error with a name, later on.
    if (isEmpty(bounds) || !isFinite(bounds.min) || !isFinite(bounds.max))
        return {};
    VITRINE_TRY(const auto light,
                traceOcclusion(meshes, bounds, isQuick ? kQuickOcclusion : OcclusionEffort(), lights));
    for (std::size_t m = 0; m < built.size(); ++m) {
        BuiltMesh &mesh = built[m].second;
        const VertexAttribute *attribute = find(mesh.record, VertexSemantic::Occlusion);
        for (std::size_t v = 0; attribute != nullptr && v < light[m].size(); ++v)
            std::memcpy(mesh.vertices.data() + v * mesh.record.vertexStride + attribute->offset, &light[m][v],
                        sizeof(float));
    }
    return {};
}

} // namespace vitrine::render
