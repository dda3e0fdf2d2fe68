// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/SceneBuilder.h"

#include "core/values/Contract.h"
#include "render/scene/GlassOrder.h"
#include "render/scene/LightMapping.h"
#include "render/scene/WorldGeometry.h"

#include <QQmlListReference>
#include <QQuaternion>
#include <QSize>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace vitrine::render {

namespace {

// Long enough for every window that shows the scene to have synchronised a frame without it; the pages behind
// a mapping cost nothing while they wait.
constexpr int kMappingGraceMs = 2000;

/// A mesh of more triangles is not picked while it bends: their tree would take most of a frame.
constexpr std::uint32_t kPickedIndices = 3 * 20'000;

QVector3D toQt(const Vector3 &v) { return {v[0], v[1], v[2]}; }
QQuaternion toQt(const Vector4 &q) { return {q[3], q[0], q[1], q[2]}; }

QVariantMap propertiesOf(const NodePlace &place)
{
    return {{"position", toQt(place.translation)}, {"rotation", toQt(place.rotation)}, {"scale", toQt(place.scale)}};
}

} // namespace

SceneBuilder::SceneBuilder(const SceneParts &parts, QQuick3DObject *root, QObject *parent)
    : QObject(parent)
    , m_objects(parts)
    , m_materials(m_objects)
    , m_root(root)
{
    VITRINE_EXPECT(root != nullptr);
}

SceneBuilder::~SceneBuilder() { clear(); }

void SceneBuilder::begin(std::shared_ptr<const PackageAsset> asset, qint32 variant)
{
    clear();
    m_asset = std::move(asset);
    m_variant = variant;
    const Package &package = m_asset->package();
    m_materials.begin(m_asset);
    m_world = worldTransforms(package);
    m_nodes.assign(package.nodes().size(), nullptr);
    m_steps.emplace_back([this] {
        auto *owner = qobject_cast<QQuick3DObject *>(
            m_objects.make(m_objects.parts().node, {{"position", -sceneOrigin(m_asset->package())}}));
        owner->setParent(m_root);
        owner->setParentItem(m_root);
        m_objects.setOwner(owner);
        m_detail.begin(m_asset, owner);
    });
    planMaterials();
    planNodes();
    planLights();
    m_planned = m_steps.size();
}

void SceneBuilder::planMaterials()
{
    for (std::size_t index = 0; index < m_materials.count(); ++index)
        m_steps.emplace_back([this, index] { m_materials.build(index); });
}

void SceneBuilder::planNodes()
{
    const auto groups = instanceGroups(m_asset->package());
    std::vector<bool> isInstance(m_nodes.size());
    for (const InstanceGroup &group : groups)
        for (const std::size_t node : group.nodes)
            isInstance[node] = true;
    for (std::size_t index = 0; index < m_nodes.size(); ++index)
        if (!isInstance[index])
            m_steps.emplace_back([this, index] { buildNode(index); });
    for (const InstanceGroup &group : groups)
        m_steps.emplace_back([this, group] { buildInstances(group); });
}

void SceneBuilder::planLights()
{
    const Package &package = m_asset->package();
    m_lights.assign(package.lights().size(), nullptr);
    m_lightScale = lightScale(package);
    for (const std::size_t index : shownLights(package))
        m_steps.emplace_back([this, index] { buildLight(index); });
}

bool SceneBuilder::work(std::chrono::nanoseconds budget)
{
    const auto end = std::chrono::steady_clock::now() + budget;
    while (!m_steps.empty()) {
        m_steps.front()();
        m_steps.pop_front();
        if (std::chrono::steady_clock::now() >= end)
            break;
    }
    return m_steps.empty();
}

double SceneBuilder::progress() const
{
    return m_planned == 0 ? 0 : 1 - static_cast<double>(m_steps.size()) / static_cast<double>(m_planned);
}

void SceneBuilder::clear()
{
    m_steps.clear();
    m_planned = 0;
    delete m_objects.owner();
    m_objects.setOwner(nullptr);
    m_materials.clear();
    m_detail.clear();
    m_shapes.clear();
    m_unpickable.clear();
    m_lights.clear();
    m_nodes.clear();
    m_still = nullptr;
    m_stillRoots.clear();
    m_models.clear();
    m_beside.clear();
    if (m_asset) // Qt's render nodes still point into the mapping until they are synchronised away.
        QTimer::singleShot(kMappingGraceMs, [keep = std::move(m_asset)] {});
    m_asset.reset();
}

void SceneBuilder::buildNode(std::size_t index)
{
    const Package &package = m_asset->package();
    const NodeRecord &record = package.nodes()[index];
    const auto name = package.text(record.name);
    QVariantMap properties = propertiesOf({record.translation, record.rotation, record.scale});
    properties["objectName"] = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    PackageGeometry *geometry = record.mesh == kNone ? nullptr : geometryOf(index);
    const bool isFar = geometry != nullptr && !geometry->origin().isNull();
    QObject *object =
        m_objects.make(geometry == nullptr || isFar ? m_objects.parts().node : m_objects.parts().model, properties);
    auto *node = qobject_cast<QQuick3DObject *>(object);
    m_nodes[index] = node;
    if (isFar) {
        object = m_objects.make(m_objects.parts().model,
                                {{"position", geometry->origin()}, {"objectName", properties["objectName"]}});
        qobject_cast<QQuick3DObject *>(object)->setParentItem(node);
    }
    if (geometry != nullptr) {
        const auto mesh = static_cast<std::size_t>(record.mesh);
        object->setProperty("geometry", QVariant::fromValue<QObject *>(geometry));
        if (!m_shapes.contains(index))
            m_detail.add(object, mesh, windingOf(index));
        const PlacedModel &placed = m_models.emplace_back(PlacedModel{object, mesh, index});
        assignMaterials(placed, m_variant);
        layBeside(placed, geometry);
    }
    node->setParentItem(record.parent == kNone ? m_objects.owner() : m_nodes[static_cast<std::size_t>(record.parent)]);
}

void SceneBuilder::layBeside(const PlacedModel &placed, PackageGeometry *geometry)
{
    const SeenThrough seen = seenThrough(m_asset->package(), placed.mesh, m_world[placed.node]);
    if (seen.reach == 0)
        return;
    placed.model->setProperty("depthBias", nearBias(seen));
    const auto lay = [&](QObject *ShownMaterial::*look, float bias) {
        QObject *model =
            m_objects.make(m_objects.parts().model, {{"pickable", false},
                                                     {"castsShadows", false},
                                                     {"depthBias", bias},
                                                     {"geometry", QVariant::fromValue<QObject *>(geometry)}});
        qobject_cast<QQuick3DObject *>(model)->setParentItem(qobject_cast<QQuick3DObject *>(placed.model));
        if (!m_shapes.contains(placed.node))
            m_detail.add(model, placed.mesh, windingOf(placed.node));
        assignMaterials(m_beside.emplace_back(PlacedModel{model, placed.mesh, placed.node, look}), m_variant);
    };
    if (seen.hasGlass) {
        lay(&ShownMaterial::underGlass, underGlassBias());
        lay(&ShownMaterial::filter, nearBias(seen, true));
    }
    if (seen.hasFarFilter)
        lay(&ShownMaterial::farFilter, farBias(seen, true));
    if (seen.hasFarSides)
        lay(&ShownMaterial::farSides, seen.hasSheets ? farBias(seen) : nearBias(seen));
}

Winding SceneBuilder::windingOf(std::size_t node) const
{
    return m_world[node].determinant() < 0 ? Winding::Reversed : Winding::AsIs;
}

PackageGeometry *SceneBuilder::geometryOf(std::size_t node)
{
    QQuick3DObject *owner = m_objects.owner();
    if (m_asset->poseOf(node) != nullptr)
        return m_shapes[node] = PackageGeometry::ofNode(m_asset, node, windingOf(node), owner);
    return m_detail.geometry(static_cast<std::size_t>(m_asset->package().nodes()[node].mesh), windingOf(node));
}

void SceneBuilder::buildInstances(const InstanceGroup &group)
{
    QQuick3DObject *owner = m_objects.owner();
    const Winding winding = windingOf(group.nodes.front()); // They are mirrored together, if at all.
    PackageGeometry *geometry = m_detail.geometry(group.mesh, winding);
    auto *places = new PackageInstances(m_asset->package(), group, geometry->origin(), owner);
    QObject *model = m_objects.make(m_objects.parts().model, {{"geometry", QVariant::fromValue<QObject *>(geometry)},
                                                              {"instancing", QVariant::fromValue<QObject *>(places)}});
    m_detail.add(model, group.mesh, winding, places->places());
    // A touch finds the node that all of them move with; without one, any of them.
    const auto node = group.anchor == kNone ? group.nodes.front() : static_cast<std::size_t>(group.anchor);
    assignMaterials(m_models.emplace_back(PlacedModel{model, group.mesh, node}), m_variant);
    qobject_cast<QQuick3DObject *>(model)->setParentItem(
        group.anchor == kNone ? stillNode(group) : m_nodes[static_cast<std::size_t>(group.anchor)]);
}

QQuick3DObject *SceneBuilder::stillNode(const InstanceGroup &group)
{
    const auto nodes = m_asset->package().nodes();
    for (std::size_t node : group.nodes) {
        while (nodes[node].parent != kNone)
            node = static_cast<std::size_t>(nodes[node].parent);
        m_stillRoots.insert(node);
    }
    if (m_still == nullptr) {
        m_still = qobject_cast<QQuick3DObject *>(m_objects.make(m_objects.parts().node, {}));
        m_still->setParentItem(m_objects.owner());
    }
    return m_still;
}

void SceneBuilder::moveStill(std::size_t root, const NodePlace &place)
{
    // What no part and no animation moves is of one piece, so that any of its roots tells how all of it has moved.
    const NodeRecord &record = m_asset->package().nodes()[root];
    const QQuaternion turned = toQt(place.rotation) * toQt(record.rotation).inverted();
    m_still->setProperty("rotation", turned);
    m_still->setProperty("position", toQt(place.translation) - turned.rotatedVector(toQt(record.translation)));
}

void SceneBuilder::assignMaterials(const PlacedModel &placed, qint32 variant)
{
    const Package &package = m_asset->package();
    const MeshRecord &mesh = package.meshes()[placed.mesh];
    QQmlListReference materials(placed.model, "materials");
    const auto wanted = [&](qsizetype i) {
        const auto submesh = mesh.firstSubmesh + static_cast<std::size_t>(i);
        return m_materials.look(static_cast<std::size_t>(package.materialOf(submesh, variant)), placed.look);
    };
    bool same = materials.size() == static_cast<qsizetype>(mesh.submeshCount);
    for (qsizetype i = 0; same && i < materials.size(); ++i)
        same = materials.at(i) == wanted(i);
    if (same)
        return;
    materials.clear();
    for (qsizetype i = 0; i < static_cast<qsizetype>(mesh.submeshCount); ++i)
        materials.append(wanted(i));
}

void SceneBuilder::setPlace(std::size_t node, const NodePlace &place)
{
    if (m_stillRoots.contains(node))
        moveStill(node, place);
    if (m_nodes[node] == nullptr)
        return;
    SceneObjects::set(m_nodes[node], propertiesOf(place));
}

void SceneBuilder::buildLight(std::size_t index)
{
    const LightRecord &light = m_asset->package().lights()[index];
    QObject *object = m_objects.make(m_objects.componentOf(lightQml(light)), lightProperties(light, m_lightScale));
    qobject_cast<QQuick3DObject *>(object)->setParentItem(m_nodes[static_cast<std::size_t>(light.node)]);
    m_lights[index] = object;
}

void SceneBuilder::setShape(std::size_t node, std::span<const float> weights, std::span<const Matrix4> joints)
{
    const auto shape = m_shapes.find(node);
    if (shape == m_shapes.end())
        return;
    // Quick 3D makes a tree of a model's triangles for picking, anew in each frame for those that bend.
    const auto placed = std::ranges::find(m_models, node, &PlacedModel::node);
    const MeshRecord &mesh = m_asset->package().meshes()[placed->mesh];
    if (mesh.indexCount > kPickedIndices && !m_unpickable.contains(placed->model)) {
        placed->model->setProperty("pickable", false);
        m_unpickable << placed->model;
    }
    shape->second->bend(weights, joints);
}

void SceneBuilder::settle()
{
    for (const QPointer<QObject> &model : std::exchange(m_unpickable, {}))
        if (model)
            model->setProperty("pickable", true);
}

void SceneBuilder::setLight(std::size_t index, const LightRecord &light)
{
    if (m_lights[index] == nullptr)
        return;
    SceneObjects::set(m_lights[index], lightProperties(light, m_lightScale));
}

std::int32_t SceneBuilder::nodeOf(const QObject *model) const
{
    const auto found = std::ranges::find(m_models, model, [](const PlacedModel &placed) { return placed.model.get(); });
    return found == m_models.end() ? kNone : static_cast<std::int32_t>(found->node);
}

QList<QObject *> SceneBuilder::models() const
{
    QList<QObject *> models;
    for (const PlacedModel &placed : m_models)
        models << placed.model;
    return models;
}

void SceneBuilder::applyVariant(qint32 variant)
{
    m_variant = variant;
    for (const auto *models : {&m_models, &m_beside})
        for (const PlacedModel &placed : *models) {
            if (placed.model)
                assignMaterials(placed, variant);
        }
}

} // namespace vitrine::render
