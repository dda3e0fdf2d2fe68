// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/GpuData.h"
#include "render/scene/PackageInstances.h"
#include "render/scene/SceneDetail.h"
#include "render/scene/ScenePose.h"

#include <QObject>
#include <QPointer>
#include <QQmlComponent>

#include <chrono>
#include <deque>
#include <functional>
#include <map>

namespace vitrine::render {

/// The Quick 3D types that a scene is made of, as components: their C++ classes are private to Qt.
struct SceneParts {
    QQmlComponent *node = nullptr;
    QQmlComponent *model = nullptr;
    QQmlComponent *material = nullptr;
    QQmlComponent *texture = nullptr;
};

/// Turns a package into Quick 3D objects below a node, a few milliseconds at a time. GUI thread.
/// The objects belong to `root` and go with it, or with clear().
class SceneBuilder : public QObject
{
    Q_OBJECT
public:
    SceneBuilder(const SceneParts &parts, QQuick3DObject *root, QObject *parent);
    ~SceneBuilder() override;

    /// Plans the work; nothing is created yet. An earlier scene is cleared.
    void begin(std::shared_ptr<const PackageAsset> asset, qint32 variant);
    /// Works until the budget is used up, but does one step at least. True when the scene is complete.
    bool work(std::chrono::nanoseconds budget);
    /// Deletes what was built. The mapping is let go when the next frame has been synchronised.
    void clear();

    /// Changes every model's materials; −1 is the file's default. The variant must exist.
    void applyVariant(qint32 variant);

    /// Moves a node of the package within its parent. The scene must be complete.
    void setPlace(std::size_t node, const NodePlace &place);
    /// The package's node that a model shows; kNone for what is not of this scene.
    std::int32_t nodeOf(const QObject *model) const;
    QList<QObject *> models() const;

    /// Shows each mesh in no more triangles than it needs there. The scene must be complete.
    void showDetail(const Viewpoint &view) { m_detail.choose(view); }

    /// What could not be shown as the file says, one phrase each.
    const QStringList &notes() const { return m_notes; }

private:
    struct PlacedModel {
        QPointer<QObject> model;
        std::size_t mesh;
        std::size_t node;
    };

    void planMaterials();
    void planNodes();
    QObject *make(QQmlComponent *component, const QVariantMap &properties);
    void buildMaterial(std::size_t index);
    QObject *makePrincipled(const MaterialRecord &material);
    QObject *makeLayered(const MaterialRecord &material);
    void buildNode(std::size_t index);
    void buildInstances(const InstanceGroup &group);
    QObject *textureFor(const TextureSlot &slot);
    void assignMaterials(const PlacedModel &placed, qint32 variant);

    SceneParts m_parts;
    QPointer<QQuick3DObject> m_root;
    std::shared_ptr<const PackageAsset> m_asset;
    qint32 m_variant = -1;
    std::deque<std::function<void()>> m_steps;
    std::vector<QObject *> m_materials;
    std::vector<PackageTexture *> m_textures;
    SceneDetail m_detail;
    std::vector<QQuick3DObject *> m_nodes;
    std::vector<PlacedModel> m_models;
    /// By their QML.
    std::map<QByteArray, std::unique_ptr<QQmlComponent>> m_layered;
    QObject *m_owner = nullptr;
    QStringList m_notes;
};

} // namespace vitrine::render
