// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/GltfReader.h"

#include "render/import/ImportLimits.h"
#include "render/import/gltf/Animations.h"
#include "render/import/gltf/Extras.h"
#include "render/import/gltf/Hierarchy.h"
#include "render/import/gltf/Instances.h"
#include "render/import/gltf/Materials.h"
#include "render/import/gltf/MotionScan.h"
#include "render/import/gltf/Primitives.h"
#include "render/import/gltf/Skins.h"
#include "render/import/gltf/check/FileCheck.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace vitrine::render {
namespace gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

class SceneReader
{
public:
    explicit SceneReader(Document &document)
        : m_document(document)
        , m_scene(document.scene())
    {
    }

    Status read()
    {
        // The file is judged as a whole, drawn or not, before any of its shapes is read.
        checkLists(m_document);
        VITRINE_CHECK(checkData(m_document));
        VITRINE_CHECK(readVariants());
        VITRINE_TRY(m_hierarchy, readHierarchy(m_document));
        VITRINE_TRY(m_skins, readSkins(m_document, m_hierarchy));
        VITRINE_CHECK(checkMeshes(m_document));
        VITRINE_CHECK(checkNodes(m_document, m_hierarchy, m_skins));
        VITRINE_CHECK(checkAnimations(m_document, m_hierarchy));
        VITRINE_CHECK(readMaterials(m_document));
        m_motion = scanMotion(m_document, m_hierarchy);
        VITRINE_CHECK(readNodes());
        VITRINE_CHECK(readShown());
        AnimationTargets targets{m_sceneNode, m_shapeNode, {}, {}};
        VITRINE_TRY(targets.lights, readLights(m_document, m_hierarchy, m_sceneNode));
        VITRINE_TRY(targets.cameras, readCameras(m_document, m_hierarchy, m_sceneNode));
        return readAnimations(m_document, targets);
    }

private:
    Status readVariants()
    {
        VITRINE_TRY(const auto extension, m_document.root().extension("KHR_materials_variants"));
        if (!extension)
            return {};
        VITRINE_TRY(const JsonArray variants, extension->array("variants"));
        if (!extension->has("variants"))
            m_document.flaw("missing", extension->pointer("variants"));
        if (variants.size() > limits::kVariants)
            return fail(ErrorCode::TooLarge, std::to_string(variants.size()) + " variants", variants.pointer());
        for (std::size_t i = 0; i < variants.size(); ++i) {
            VITRINE_TRY(const JsonObject object, variants.object(i));
            SceneVariant variant;
            VITRINE_TRY(variant.name, object.name());
            readExtras(m_document, object, variant);
            m_scene.variants.push_back(std::move(variant));
        }
        return {};
    }

    Status readNodes()
    {
        m_sceneNode.assign(m_hierarchy.nodes.size(), kNone);
        for (const std::int32_t index : m_hierarchy.shown) {
            const Node &node = m_hierarchy.nodes[static_cast<std::size_t>(index)];
            m_sceneNode[static_cast<std::size_t>(index)] = static_cast<std::int32_t>(m_scene.nodes.size());
            SceneNode shown;
            shown.name = node.name;
            shown.parent = node.parent == kNone ? kNone : m_sceneNode[static_cast<std::size_t>(node.parent)];
            shown.translation = node.local.translation;
            shown.rotation = node.local.rotation;
            shown.scale = node.local.scale;
            m_scene.nodes.push_back(std::move(shown));
        }
        m_shapeNode = m_sceneNode;
        for (const std::int32_t index : m_hierarchy.shown)
            VITRINE_CHECK(placeMesh(index));
        return {};
    }

    /// Parts and hotspots of the nodes that are shown.
    Status readShown()
    {
        std::vector<NamedHotspot> spots;
        for (const std::int32_t index : m_hierarchy.shown) {
            VITRINE_TRY(const JsonObject object, m_document.nodes().object(static_cast<std::size_t>(index)));
            m_scene.nodes[static_cast<std::size_t>(m_sceneNode[static_cast<std::size_t>(index)])].part =
                partOf(m_document, object);
            std::ranges::move(hotspotsOf(m_document, object), std::back_inserter(spots));
        }
        if (spots.size() > limits::kHotspots)
            return fail(ErrorCode::TooLarge, std::to_string(spots.size()) + " hotspots", spots.front().where);
        for (NamedHotspot &spot : spots) {
            if (!spot.node.empty()) {
                const auto found = std::ranges::find(m_scene.nodes, spot.node, &SceneNode::name);
                if (found == m_scene.nodes.end())
                    m_scene.warn("the hotspot's node '" + spot.node + "' is not there; it moves with none", spot.where);
                else
                    spot.spot.node = static_cast<std::int32_t>(found - m_scene.nodes.begin());
            }
            m_scene.hotspots.push_back(std::move(spot.spot));
        }
        return {};
    }

    Status placeMesh(std::int32_t index)
    {
        const Node &node = m_hierarchy.nodes[static_cast<std::size_t>(index)];
        if (node.mesh == kNone)
            return {};
        const std::int32_t at = m_sceneNode[static_cast<std::size_t>(index)];
        VITRINE_TRY(const std::int32_t mesh, meshFor(index));
        if (node.skin == kNone)
            return placeInstances(index, at, mesh);
        VITRINE_TRY(const JsonObject object, m_document.nodes().object(static_cast<std::size_t>(index)));
        VITRINE_TRY(const auto instances, object.extension(kInstancing));
        if (instances)
            m_scene.warn("instances of a mesh with a skin are left out; it is shown once", instances->pointer());
        // A skinned mesh ignores its node's place: the pose has put it into the world already.
        SceneNode placed;
        placed.name = node.name;
        placed.mesh = mesh;
        const Skin &skin = m_skins[static_cast<std::size_t>(node.skin)];
        for (std::size_t j = 0; keepsJoints(index) && j < skin.joints.size(); ++j)
            placed.joints.push_back({m_sceneNode[static_cast<std::size_t>(skin.joints[j])], skin.inverseBind[j]});
        m_shapeNode[static_cast<std::size_t>(index)] = static_cast<std::int32_t>(m_scene.nodes.size());
        m_scene.nodes.push_back(std::move(placed));
        return {};
    }

    Status placeInstances(std::int32_t index, std::int32_t at, std::int32_t mesh)
    {
        VITRINE_TRY(const JsonObject object, m_document.nodes().object(static_cast<std::size_t>(index)));
        VITRINE_TRY(const auto instances, readInstances(m_document, object));
        if (!instances) {
            m_scene.nodes[static_cast<std::size_t>(at)].mesh = mesh;
            return {};
        }
        if (m_scene.nodes.size() + instances->size() > limits::kNodes)
            return fail(ErrorCode::TooLarge,
                        "more than " + std::to_string(limits::kNodes) + " nodes, counting each instance",
                        object.pointer());
        for (const Transform &instance : *instances) {
            SceneNode placed;
            placed.name = m_scene.nodes[static_cast<std::size_t>(at)].name;
            placed.parent = at;
            placed.mesh = mesh;
            placed.translation = instance.translation;
            placed.rotation = instance.rotation;
            placed.scale = instance.scale;
            m_scene.nodes.push_back(std::move(placed));
        }
        return {};
    }

    /// Its joints move, or its shape does before they bend it; and all of them are shown.
    bool keepsJoints(std::int32_t index) const
    {
        const Node &node = m_hierarchy.nodes[static_cast<std::size_t>(index)];
        if (node.skin == kNone)
            return false;
        const auto &joints = m_skins[static_cast<std::size_t>(node.skin)].joints;
        const auto is = [](const std::vector<bool> &list) {
            return [&list](std::int32_t joint) { return list[static_cast<std::size_t>(joint)]; };
        };
        return (std::ranges::any_of(joints, is(m_motion.places)) || is(m_motion.weights)(index)) &&
               std::ranges::all_of(
                   joints, [&](std::int32_t joint) { return m_sceneNode[static_cast<std::size_t>(joint)] != kNone; });
    }

    /// One mesh of the scene for each (mesh, skin, weights, kept weights) of the file.
    Result<std::int32_t> meshFor(std::int32_t index)
    {
        const Node &node = m_hierarchy.nodes[static_cast<std::size_t>(index)];
        const bool keepsTargets =
            m_motion.weights[static_cast<std::size_t>(index)] && (node.skin == kNone || keepsJoints(index));
        VITRINE_TRY(const JsonObject object, m_document.meshes().object(static_cast<std::size_t>(node.mesh)));
        std::vector<float> weights = node.weights;
        if (weights.empty()) {
            VITRINE_TRY(const JsonArray defaults, object.array("weights"));
            for (std::size_t i = 0; i < defaults.size(); ++i) {
                VITRINE_TRY(const double weight, defaults.number(i));
                weights.push_back(static_cast<float>(weight));
            }
        }
        const auto [entry, isNew] = m_meshes.try_emplace({node.mesh, node.skin, weights, keepsTargets},
                                                         static_cast<std::int32_t>(m_scene.meshes.size()));
        if (!isNew)
            return entry->second;
        std::vector<Matrix4> joints;
        if (node.skin != kNone)
            joints = jointsAtRest(m_skins[static_cast<std::size_t>(node.skin)], m_hierarchy);
        VITRINE_TRY(SceneMesh mesh, readMesh(m_document, static_cast<std::size_t>(node.mesh),
                                             {weights, keepsTargets, keepsJoints(index), joints}, m_budget));
        m_scene.meshes.push_back(std::move(mesh));
        return entry->second;
    }

    Document &m_document;
    Scene &m_scene;
    Hierarchy m_hierarchy;
    std::vector<Skin> m_skins;
    MotionScan m_motion;
    std::vector<std::int32_t> m_sceneNode;
    std::map<std::tuple<std::int32_t, std::int32_t, std::vector<float>, bool>, std::int32_t> m_meshes;
    /// By the file's nodes: the scene's node that shows the mesh.
    std::vector<std::int32_t> m_shapeNode;
    GeometryBudget m_budget;
};

} // namespace
} // namespace gltf

core::Result<Scene> readGltf(const Blob &file, ModelFiles &files)
{
    Scene scene;
    VITRINE_TRY(const auto document, gltf::Document::open(file, files, scene));
    VITRINE_CHECK(gltf::SceneReader(*document).read());
    if (!document->leastVersion().empty() && whyNothingIsShown(scene).empty())
        return core::fail(core::ErrorCode::Unsupported,
                          "the file needs glTF " + document->leastVersion() + ", and only 2.0 is known",
                          "/asset/minVersion");
    return scene;
}

} // namespace vitrine::render
