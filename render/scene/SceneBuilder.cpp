// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/SceneBuilder.h"

#include "core/values/Contract.h"
#include "render/scene/LayeredMaterial.h"
#include "render/scene/MaterialMapping.h"
#include "render/scene/WorldGeometry.h"

#include <QQmlListReference>
#include <QQuaternion>
#include <QTimer>

#include <algorithm>

namespace vitrine::render {

namespace {

// Long enough for every window that shows the scene to have synchronised a frame without it; the pages behind
// a mapping cost nothing while they wait.
constexpr int kMappingGraceMs = 2000;

QVector3D toQt(const Vector3 &v) { return {v[0], v[1], v[2]}; }

QVariantMap propertiesOf(const NodePlace &place)
{
    const Vector4 &q = place.rotation;
    return {{"position", toQt(place.translation)},
            {"rotation", QQuaternion(q[3], q[0], q[1], q[2])},
            {"scale", toQt(place.scale)}};
}

} // namespace

SceneBuilder::SceneBuilder(const SceneParts &parts, QQuick3DObject *root, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_root(root)
{
    VITRINE_EXPECT(parts.node && parts.model && parts.material && parts.texture && root);
}

SceneBuilder::~SceneBuilder() { clear(); }

void SceneBuilder::begin(std::shared_ptr<const PackageAsset> asset, qint32 variant)
{
    clear();
    m_asset = std::move(asset);
    m_variant = variant;
    const Package &package = m_asset->package();
    m_materials.assign(package.materials().size(), nullptr);
    m_textures.assign(package.textures().size(), nullptr);
    m_nodes.assign(package.nodes().size(), nullptr);
    m_steps.emplace_back([this] {
        auto *owner =
            qobject_cast<QQuick3DObject *>(make(m_parts.node, {{"position", -sceneOrigin(m_asset->package())}}));
        owner->setParent(m_root);
        owner->setParentItem(m_root);
        m_owner = owner;
        m_detail.begin(m_asset, owner);
    });
    planMaterials();
    planNodes();
}

void SceneBuilder::planMaterials()
{
    for (std::size_t index = 0; index < m_materials.size(); ++index)
        m_steps.emplace_back([this, index] { buildMaterial(index); });
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

void SceneBuilder::clear()
{
    m_steps.clear();
    delete m_owner;
    m_owner = nullptr;
    m_materials.clear();
    m_textures.clear();
    m_detail.clear();
    m_nodes.clear();
    m_models.clear();
    m_notes.clear();
    if (m_asset) // Qt's render nodes still point into the mapping until they are synchronised away.
        QTimer::singleShot(kMappingGraceMs, [keep = std::move(m_asset)] {});
    m_asset.reset();
}

QObject *SceneBuilder::make(QQmlComponent *component, const QVariantMap &properties)
{
    QObject *object = component->createWithInitialProperties(properties, component->creationContext());
    VITRINE_EXPECT(object != nullptr);
    object->setParent(m_owner);
    return object;
}

QObject *SceneBuilder::textureFor(const TextureSlot &slot)
{
    const auto index = static_cast<std::size_t>(slot.texture);
    auto *owner = static_cast<QQuick3DObject *>(m_owner);
    if (m_textures[index] == nullptr)
        m_textures[index] = new PackageTexture(m_asset, index, owner);
    QVariantMap properties = textureProperties(slot);
    properties["textureData"] = QVariant::fromValue<QObject *>(m_textures[index]);
    return make(m_parts.texture, properties);
}

QObject *SceneBuilder::makePrincipled(const MaterialRecord &material)
{
    QVariantMap properties = materialProperties(material);
    for (std::size_t slot = 0; slot < kSlotCount; ++slot) {
        const char *property = textureProperty(static_cast<Slot>(slot));
        if (property == nullptr || material.textureSlots[slot].texture == kNone)
            continue;
        QObject *texture = textureFor(material.textureSlots[slot]);
        properties[property] = QVariant::fromValue(texture);
        if (static_cast<Slot>(slot) == Slot::MetallicRoughness)
            properties["roughnessMap"] = QVariant::fromValue(texture);
    }
    return make(m_parts.material, properties);
}

QObject *SceneBuilder::makeLayered(const MaterialRecord &material)
{
    const QByteArray qml = layeredQml(material);
    std::unique_ptr<QQmlComponent> &component = m_layered[qml];
    if (!component) {
        component = std::make_unique<QQmlComponent>(m_parts.material->engine());
        component->setData(qml, {});
        VITRINE_EXPECT(component->isReady());
    }
    QVariantMap properties = layeredUniforms(material);
    // Code instead of a file is a property without documentation in Qt 6.8; the documented one takes files alone.
    properties["__fragmentShaderCode"] = QString::fromLatin1(layeredShader(material));
    QObject *object = make(component.get(), properties);
    for (const auto &[slot, property] : layeredMaps(material)) {
        auto *input = object->property(property).value<QObject *>();
        input->setProperty("texture", QVariant::fromValue(textureFor(material.slot(slot))));
    }
    return object;
}

void SceneBuilder::buildMaterial(std::size_t index)
{
    const MaterialRecord &material = m_asset->package().materials()[index];
    m_materials[index] =
        materialKind(material) == MaterialKind::Layered ? makeLayered(material) : makePrincipled(material);
    for (const std::string_view feature : unsupportedFeatures(material)) {
        const auto name = m_asset->package().text(material.name);
        m_notes << QString("%1: %2").arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())),
                                         QLatin1StringView(feature.data(), static_cast<qsizetype>(feature.size())));
    }
}

void SceneBuilder::buildNode(std::size_t index)
{
    const Package &package = m_asset->package();
    const NodeRecord &record = package.nodes()[index];
    const auto name = package.text(record.name);
    QVariantMap properties = propertiesOf({record.translation, record.rotation, record.scale});
    properties["objectName"] = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    const PackageGeometry *geometry =
        record.mesh == kNone ? nullptr : m_detail.geometry(static_cast<std::size_t>(record.mesh));
    const bool isFar = geometry != nullptr && !geometry->origin().isNull();
    QObject *object = make(geometry == nullptr || isFar ? m_parts.node : m_parts.model, properties);
    auto *node = qobject_cast<QQuick3DObject *>(object);
    m_nodes[index] = node;
    if (isFar) {
        object = make(m_parts.model, {{"position", geometry->origin()}, {"objectName", properties["objectName"]}});
        qobject_cast<QQuick3DObject *>(object)->setParentItem(node);
    }
    if (geometry != nullptr) {
        const auto mesh = static_cast<std::size_t>(record.mesh);
        object->setProperty("geometry", QVariant::fromValue<QObject *>(m_detail.geometry(mesh)));
        m_detail.add(object, mesh);
        assignMaterials(m_models.emplace_back(PlacedModel{object, mesh, index}), m_variant);
    }
    node->setParentItem(record.parent == kNone ? static_cast<QQuick3DObject *>(m_owner)
                                               : m_nodes[static_cast<std::size_t>(record.parent)]);
}

void SceneBuilder::buildInstances(const InstanceGroup &group)
{
    auto *anchor = group.anchor == kNone ? static_cast<QQuick3DObject *>(m_owner)
                                         : m_nodes[static_cast<std::size_t>(group.anchor)];
    PackageGeometry *geometry = m_detail.geometry(group.mesh);
    auto *places =
        new PackageInstances(m_asset->package(), group, geometry->origin(), static_cast<QQuick3DObject *>(m_owner));
    QObject *model = make(m_parts.model, {{"geometry", QVariant::fromValue<QObject *>(geometry)},
                                          {"instancing", QVariant::fromValue<QObject *>(places)}});
    m_detail.add(model, group.mesh, places->places());
    // A touch finds the node that all of them move with; without one, any of them.
    const auto node = group.anchor == kNone ? group.nodes.front() : static_cast<std::size_t>(group.anchor);
    assignMaterials(m_models.emplace_back(PlacedModel{model, group.mesh, node}), m_variant);
    qobject_cast<QQuick3DObject *>(model)->setParentItem(anchor);
}

void SceneBuilder::assignMaterials(const PlacedModel &placed, qint32 variant)
{
    const Package &package = m_asset->package();
    const MeshRecord &mesh = package.meshes()[placed.mesh];
    QQmlListReference materials(placed.model, "materials");
    const auto wanted = [&](qsizetype i) {
        const auto submesh = mesh.firstSubmesh + static_cast<std::size_t>(i);
        return m_materials[static_cast<std::size_t>(package.materialOf(submesh, variant))];
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
    for (const auto &[name, value] : propertiesOf(place).asKeyValueRange())
        m_nodes[node]->setProperty(name.toLatin1().constData(), value);
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
    for (const PlacedModel &placed : m_models) {
        if (placed.model)
            assignMaterials(placed, variant);
    }
}

} // namespace vitrine::render
