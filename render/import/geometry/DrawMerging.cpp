// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/geometry/DrawMerging.h"

#include "render/import/geometry/Transform.h"
#include "render/package/Instances.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace vitrine::render {
namespace {

/// Nothing is gained below: a draw costs some 50 µs.
constexpr std::size_t kFewDraws = 24;
/// Of one primitive, and of what several of them become.
constexpr std::size_t kSmallIndices = 3 * 2'000;
constexpr std::size_t kMergedIndices = 3 * 60'000;
/// Of all that is copied: a file may say of a few bytes that they stand in many places.
constexpr std::size_t kMostIndices = 3 * 2'000'000;

bool isMirror(const Matrix4 &place) { return determinant(place) < 0; }
bool isFlat(const Matrix4 &place) { return determinant(place) == 0 || !std::isfinite(determinant(place)); }

/// What primitives must share to become one.
using Likeness = std::tuple<std::int32_t, std::vector<std::pair<std::uint32_t, std::int32_t>>, bool, bool, bool, bool>;

Likeness likenessOf(const ScenePrimitive &p)
{
    return {p.material,      p.variantMaterials, p.tangents.empty(), p.texCoords[0].empty(), p.texCoords[1].empty(),
            p.colors.empty()};
}

template <typename T>
void append(std::vector<T> &into, const std::vector<T> &from)
{
    into.insert(into.end(), from.begin(), from.end());
}

/// Adds a primitive where `place` puts it.
void append(ScenePrimitive &into, const ScenePrimitive &from, const Matrix4 &place)
{
    const bool isMirrored = isMirror(place);
    const auto base = static_cast<std::uint32_t>(into.positions.size());
    for (const Vector3 &position : from.positions)
        into.positions.push_back(transformPoint(place, position));
    for (const Vector3 &normal : from.normals)
        into.normals.push_back(normalized(transformNormal(place, normal), {0, 1, 0}));
    for (const Vector4 &tangent : from.tangents) {
        const Vector3 way = normalized(transformDirection(place, {tangent[0], tangent[1], tangent[2]}), {1, 0, 0});
        into.tangents.push_back({way[0], way[1], way[2], isMirrored ? -tangent[3] : tangent[3]});
    }
    append(into.texCoords[0], from.texCoords[0]);
    append(into.texCoords[1], from.texCoords[1]);
    append(into.colors, from.colors);
    for (std::size_t i = 0; i + 2 < from.indices.size(); i += 3)
        for (const unsigned corner : isMirrored ? std::array{0U, 2U, 1U} : std::array{0U, 1U, 2U})
            into.indices.push_back(base + from.indices[i + corner]);
}

class DrawMerging
{
public:
    explicit DrawMerging(Scene &scene)
        : m_scene(scene)
    {
    }

    void run()
    {
        std::size_t draws = 0;
        for (const SceneNode &node : m_scene.nodes)
            draws += node.mesh == kNone ? 0 : m_scene.meshes[static_cast<std::size_t>(node.mesh)].primitives.size();
        if (draws < kFewDraws)
            return;
        findAnchors();
        for (const auto &[anchor, nodes] : candidates())
            merge(anchor, nodes);
        dropUnused();
    }

private:
    using Nodes = std::vector<std::size_t>;

    void findAnchors()
    {
        std::vector<bool> isAnchor(m_scene.nodes.size());
        std::vector<std::int32_t> parents;
        for (std::size_t i = 0; i < m_scene.nodes.size(); ++i) {
            isAnchor[i] = m_scene.nodes[i].part.has_value();
            parents.push_back(m_scene.nodes[i].parent);
        }
        for (const SceneHotspot &spot : m_scene.hotspots)
            if (spot.node != kNone)
                isAnchor[static_cast<std::size_t>(spot.node)] = true;
        for (const SceneAnimation &animation : m_scene.animations)
            for (const SceneChannel &channel : animation.channels)
                if (channel.node != kNone)
                    isAnchor[static_cast<std::size_t>(channel.node)] = true;
        m_anchors = anchorsOf(parents, isAnchor);
    }

    /// From the anchor to the node.
    Matrix4 placeOf(std::size_t node) const
    {
        Matrix4 place = kIdentity;
        for (auto at = static_cast<std::int32_t>(node); at != m_anchors[node];
             at = m_scene.nodes[static_cast<std::size_t>(at)].parent) {
            const SceneNode &step = m_scene.nodes[static_cast<std::size_t>(at)];
            place = multiply(matrixOf({step.translation, step.rotation, step.scale}), place);
        }
        return place;
    }

    bool isSolid(std::int32_t material) const
    {
        if (material == kNone)
            return true;
        const MaterialRecord &values = m_scene.materials[static_cast<std::size_t>(material)].values;
        return values.alphaMode != AlphaMode::Blend && values.transmission <= 0;
    }

    bool mayMerge(const SceneMesh &mesh) const
    {
        return !mesh.primitives.empty() && mesh.targets.empty() &&
               std::ranges::all_of(mesh.primitives, [&](const ScenePrimitive &primitive) {
                   return primitive.indices.size() <= kSmallIndices && isSolid(primitive.material) &&
                          std::ranges::all_of(primitive.variantMaterials,
                                              [&](const auto &entry) { return isSolid(entry.second); });
               });
    }

    std::map<std::int32_t, Nodes> candidates() const
    {
        std::map<std::pair<std::int32_t, std::int32_t>, std::size_t> places;
        for (std::size_t i = 0; i < m_scene.nodes.size(); ++i)
            ++places[{m_anchors[i], m_scene.nodes[i].mesh}];
        std::map<std::int32_t, Nodes> found;
        for (std::size_t i = 0; i < m_scene.nodes.size(); ++i) {
            const std::int32_t mesh = m_scene.nodes[i].mesh;
            if (mesh != kNone && m_scene.nodes[i].joints.empty() && places[{m_anchors[i], mesh}] < kFewestInstances &&
                mayMerge(m_scene.meshes[static_cast<std::size_t>(mesh)]) && !isFlat(placeOf(i)))
                found[m_anchors[i]].push_back(i);
        }
        return found;
    }

    void merge(std::int32_t anchor, const Nodes &nodes)
    {
        // Only what finds another of its kind.
        std::map<Likeness, std::size_t> kinds;
        for (const std::size_t node : nodes)
            for (const ScenePrimitive &primitive : meshOf(node).primitives)
                ++kinds[likenessOf(primitive)];
        std::map<Likeness, ScenePrimitive> grown;
        SceneMesh merged;
        for (const std::size_t node : nodes) {
            const auto &primitives = meshOf(node).primitives;
            const bool isAlone = std::ranges::all_of(
                primitives, [&](const ScenePrimitive &primitive) { return kinds[likenessOf(primitive)] < 2; });
            if (isAlone || m_indices > kMostIndices)
                continue;
            const Matrix4 place = placeOf(node);
            for (const ScenePrimitive &primitive : primitives) {
                ScenePrimitive &into = grown[likenessOf(primitive)];
                if (into.indices.size() + primitive.indices.size() > kMergedIndices)
                    merged.primitives.push_back(std::exchange(into, {}));
                into.material = primitive.material;
                into.variantMaterials = primitive.variantMaterials;
                append(into, primitive, place);
                m_indices += primitive.indices.size();
            }
            m_scene.nodes[node].mesh = kNone;
        }
        for (auto &[likeness, primitive] : grown)
            if (!primitive.indices.empty())
                merged.primitives.push_back(std::move(primitive));
        if (!merged.primitives.empty())
            hang(anchor, std::move(merged));
    }

    /// Each primitive as a mesh of its own, so that what is out of sight is not drawn.
    void hang(std::int32_t anchor, SceneMesh merged)
    {
        for (ScenePrimitive &primitive : merged.primitives) {
            SceneNode node;
            node.name = anchor == kNone ? m_scene.name : m_scene.nodes[static_cast<std::size_t>(anchor)].name;
            node.parent = anchor;
            node.mesh = static_cast<std::int32_t>(m_scene.meshes.size());
            SceneMesh mesh;
            mesh.name = node.name;
            mesh.primitives.push_back(std::move(primitive));
            m_scene.meshes.push_back(std::move(mesh));
            m_scene.nodes.push_back(std::move(node));
        }
    }

    void dropUnused()
    {
        std::vector<bool> isUsed(m_scene.meshes.size());
        for (const SceneNode &node : m_scene.nodes)
            if (node.mesh != kNone)
                isUsed[static_cast<std::size_t>(node.mesh)] = true;
        for (std::size_t mesh = 0; mesh < isUsed.size(); ++mesh)
            if (!isUsed[mesh])
                m_scene.meshes[mesh].primitives.clear();
    }

    const SceneMesh &meshOf(std::size_t node) const
    {
        return m_scene.meshes[static_cast<std::size_t>(m_scene.nodes[node].mesh)];
    }

    Scene &m_scene;
    std::vector<std::int32_t> m_anchors;
    std::size_t m_indices = 0;
};

} // namespace

void mergeDraws(Scene &scene) { DrawMerging(scene).run(); }

} // namespace vitrine::render
