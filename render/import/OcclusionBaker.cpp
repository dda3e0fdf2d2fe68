// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/OcclusionBaker.h"

#include "render/import/geometry/Transform.h"
#include "render/light/Occlusion.h"
#include "render/studio/Direction.h"

#include <algorithm>
#include <cstring>

namespace vitrine::render {
namespace {

const VertexAttribute *find(const MeshRecord &mesh, VertexSemantic semantic)
{
    const auto attributes = std::span(mesh.attributes).first(mesh.attributeCount);
    const auto found = std::ranges::find(attributes, semantic, &VertexAttribute::semantic);
    return found == attributes.end() ? nullptr : &*found;
}

std::vector<Vector3> read(const BuiltMesh &mesh, const VertexAttribute &attribute)
{
    std::vector<Vector3> values(mesh.record.vertexCount);
    for (std::size_t i = 0; i < values.size(); ++i)
        std::memcpy(values[i].data(), mesh.vertices.data() + i * mesh.record.vertexStride + attribute.offset,
                    sizeof(Vector3));
    return values;
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
    Bounds bounds = emptyBounds();
    for (const auto &[index, mesh] : built) {
        OcclusionMesh &asked = meshes.emplace_back();
        asked.positions = read(mesh, *find(mesh.record, VertexSemantic::Position));
        asked.normals = read(mesh, *find(mesh.record, VertexSemantic::Normal));
        asked.indices = mesh.indices;
        for (const SubmeshRecord &submesh : mesh.submeshes) {
            const MaterialRecord &material = materials[static_cast<std::size_t>(submesh.material)].values;
            asked.ranges.push_back({submesh.firstIndex, submesh.indexCount, isGlass(material),
                                    material.doubleSided != 0, reflectanceOf(material)});
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
