// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/GltfReader.h"

#include "render/import/ImportLimits.h"
#include "render/import/gltf/Animations.h"
#include "render/import/gltf/Extras.h"
#include "render/import/gltf/Hierarchy.h"
#include "render/import/gltf/Instances.h"
#include "render/import/gltf/Materials.h"
#include "render/import/gltf/Primitives.h"

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

struct Skin {
    std::vector<std::int32_t> joints;
    std::vector<Matrix4> inverseBind;
};

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
        VITRINE_CHECK(readVariants());
        VITRINE_TRY(m_hierarchy, readHierarchy(m_document));
        VITRINE_CHECK(readSkins());
        VITRINE_CHECK(checkMeshes(m_document));
        VITRINE_CHECK(readMaterials(m_document));
        VITRINE_CHECK(readNodes());
        VITRINE_CHECK(readShown());
        VITRINE_CHECK(readAnimations(m_document, m_sceneNode));
        return readCameras();
    }

private:
    Status readVariants()
    {
        VITRINE_TRY(const auto extension, m_document.root().extension("KHR_materials_variants"));
        if (!extension)
            return {};
        VITRINE_TRY(const JsonArray variants, extension->array("variants"));
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

    Status readSkins()
    {
        for (std::size_t i = 0; i < m_document.skins().size(); ++i) {
            VITRINE_TRY(const JsonObject object, m_document.skins().object(i));
            VITRINE_TRY(const JsonArray joints, object.array("joints"));
            if (joints.size() == 0)
                return fail(ErrorCode::InvalidArgument, "a skin without joints", object.pointer("joints"));
            Skin &skin = m_skins.emplace_back();
            for (std::size_t j = 0; j < joints.size(); ++j) {
                VITRINE_TRY(const std::int32_t joint, joints.index(j, m_hierarchy.nodes.size(), "/nodes"));
                skin.joints.push_back(joint);
            }
            VITRINE_TRY([[maybe_unused]] const auto skeleton,
                        object.index("skeleton", m_hierarchy.nodes.size(), "/nodes"));
            VITRINE_CHECK(readInverseBind(object, skin));
        }
        return {};
    }

    Status readInverseBind(const JsonObject &object, Skin &skin)
    {
        skin.inverseBind.assign(skin.joints.size(), kIdentity);
        VITRINE_TRY(const std::int32_t accessor,
                    object.index("inverseBindMatrices", m_document.accessors().size(), "/accessors"));
        if (accessor == kNone)
            return {};
        VITRINE_TRY(const std::vector<float> values, m_document.floats(accessor, 16));
        if (values.size() < skin.joints.size() * 16)
            return fail(ErrorCode::InvalidArgument,
                        std::to_string(values.size() / 16) + " matrices for " + std::to_string(skin.joints.size()) +
                            " joints",
                        object.pointer("inverseBindMatrices"));
        for (std::size_t j = 0; j < skin.joints.size(); ++j)
            for (std::size_t k = 0; k < 16; ++k) {
                if (!std::isfinite(values[j * 16 + k]))
                    return fail(ErrorCode::InvalidArgument, "not a finite number",
                                object.pointer("inverseBindMatrices"));
                skin.inverseBind[j][k] = values[j * 16 + k];
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
        VITRINE_TRY(const std::int32_t mesh, meshFor(node));
        if (node.skin == kNone) {
            VITRINE_TRY(const JsonObject object, m_document.nodes().object(static_cast<std::size_t>(index)));
            VITRINE_TRY(const auto instances, readInstances(m_document, object));
            if (instances)
                return placeInstances(*instances, at, mesh);
            m_scene.nodes[static_cast<std::size_t>(at)].mesh = mesh;
            return {};
        }
        // A skinned mesh ignores its node's place: the pose has put it into the world already.
        SceneNode placed;
        placed.name = node.name;
        placed.mesh = mesh;
        m_scene.nodes.push_back(std::move(placed));
        return {};
    }

    Status placeInstances(const std::vector<Transform> &instances, std::int32_t parent, std::int32_t mesh)
    {
        for (const Transform &instance : instances) {
            if (m_scene.nodes.size() >= limits::kNodes)
                return fail(ErrorCode::TooLarge, "more than " + std::to_string(limits::kNodes) + " nodes and instances",
                            "/nodes");
            SceneNode placed;
            placed.name = m_scene.nodes[static_cast<std::size_t>(parent)].name;
            placed.parent = parent;
            placed.mesh = mesh;
            placed.translation = instance.translation;
            placed.rotation = instance.rotation;
            placed.scale = instance.scale;
            m_scene.nodes.push_back(std::move(placed));
        }
        return {};
    }

    /// One mesh of the scene for each (mesh, skin, weights) of the file.
    Result<std::int32_t> meshFor(const Node &node)
    {
        VITRINE_TRY(const JsonObject object, m_document.meshes().object(static_cast<std::size_t>(node.mesh)));
        std::vector<float> weights = node.weights;
        if (weights.empty()) {
            VITRINE_TRY(const JsonArray defaults, object.array("weights"));
            for (std::size_t i = 0; i < defaults.size(); ++i) {
                VITRINE_TRY(const double weight, defaults.number(i));
                weights.push_back(static_cast<float>(weight));
            }
        }
        const auto [entry, isNew] =
            m_meshes.try_emplace({node.mesh, node.skin, weights}, static_cast<std::int32_t>(m_scene.meshes.size()));
        if (!isNew)
            return entry->second;
        std::vector<Matrix4> joints;
        if (node.skin != kNone) {
            const Skin &skin = m_skins[static_cast<std::size_t>(node.skin)];
            for (std::size_t j = 0; j < skin.joints.size(); ++j)
                joints.push_back(
                    multiply(m_hierarchy.world[static_cast<std::size_t>(skin.joints[j])], skin.inverseBind[j]));
        }
        VITRINE_TRY(SceneMesh mesh,
                    readMesh(m_document, static_cast<std::size_t>(node.mesh), {weights, joints}, m_budget));
        m_scene.meshes.push_back(std::move(mesh));
        return entry->second;
    }

    Status readCameras()
    {
        for (std::size_t i = 0; i < m_document.cameras().size(); ++i) {
            VITRINE_TRY(const JsonObject object, m_document.cameras().object(i));
            VITRINE_TRY(SceneCamera camera, readCamera(object));
            for (const std::int32_t index : m_hierarchy.shown) {
                const Node &node = m_hierarchy.nodes[static_cast<std::size_t>(index)];
                if (node.camera != static_cast<std::int32_t>(i))
                    continue;
                camera.node = m_sceneNode[static_cast<std::size_t>(index)];
                m_scene.cameras.push_back(camera);
                if (m_scene.cameras.back().name.empty())
                    m_scene.cameras.back().name = node.name;
            }
        }
        return {};
    }

    static Result<SceneCamera> readCamera(const JsonObject &object)
    {
        constexpr double kMost = std::numeric_limits<float>::max();
        SceneCamera camera;
        VITRINE_TRY(camera.name, object.name());
        VITRINE_TRY(const std::string_view type, object.text("type"));
        if (type != "perspective" && type != "orthographic")
            return fail(ErrorCode::InvalidArgument, "neither perspective nor orthographic", object.pointer("type"));
        VITRINE_TRY(const auto lens, object.object(type));
        if (!lens)
            return fail(ErrorCode::InvalidArgument, "missing", object.pointer(type));
        VITRINE_TRY(camera.zNear, lens->factor("znear", 0, 0, kMost));
        VITRINE_TRY(camera.zFar, lens->factor("zfar", 0, 0, kMost));
        if (type == "perspective") {
            VITRINE_TRY(camera.yFovRadians, lens->factor("yfov", 0, 0, 3.14159));
            VITRINE_TRY(camera.aspect, lens->factor("aspectRatio", 0, 0, kMost));
            if (camera.yFovRadians <= 0)
                return fail(ErrorCode::InvalidArgument, "must be above 0", lens->pointer("yfov"));
            return camera;
        }
        camera.kind = CameraKind::Orthographic;
        VITRINE_TRY(camera.xMagnitude, lens->factor("xmag", 0, -kMost, kMost));
        VITRINE_TRY(camera.yMagnitude, lens->factor("ymag", 0, -kMost, kMost));
        if (camera.xMagnitude == 0 || camera.yMagnitude == 0)
            return fail(ErrorCode::InvalidArgument, "must not be 0", lens->pointer("xmag"));
        return camera;
    }

    Document &m_document;
    Scene &m_scene;
    Hierarchy m_hierarchy;
    std::vector<Skin> m_skins;
    std::vector<std::int32_t> m_sceneNode;
    std::map<std::tuple<std::int32_t, std::int32_t, std::vector<float>>, std::int32_t> m_meshes;
    GeometryBudget m_budget;
};

} // namespace
} // namespace gltf

core::Result<Scene> readGltf(const Blob &file, ModelFiles &files)
{
    Scene scene;
    VITRINE_TRY(const auto document, gltf::Document::open(file, files, scene));
    VITRINE_CHECK(gltf::SceneReader(*document).read());
    return scene;
}

} // namespace vitrine::render
