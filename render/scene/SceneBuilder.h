// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/PackageInstances.h"
#include "render/scene/SceneDetail.h"
#include "render/scene/SceneMaterials.h"
#include "render/scene/ScenePose.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <set>

namespace vitrine::render {

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
    /// How much of the plan is done, 0 to 1.
    double progress() const;
    /// Deletes what was built. The mapping is let go when the next frame has been synchronised.
    void clear();

    /// Changes every model's materials; −1 is the file's default. The variant must exist.
    void applyVariant(qint32 variant);

    /// Moves a node of the package within its parent. The scene must be complete.
    void setPlace(std::size_t node, const NodePlace &place);
    /// Bends the mesh of a node as the joints of its skin stand and its morph targets are weighed.
    void setShape(std::size_t node, std::span<const float> weights, std::span<const Matrix4> joints);
    /// Nothing bends for now: what was too large to be picked while it did can be picked again.
    void settle();
    /// Shows other values of a material or a light; maps and layers stay as they were built.
    void setMaterial(std::size_t index, const MaterialRecord &material) { m_materials.set(index, material); }
    void setLight(std::size_t index, const LightRecord &light);
    /// The package's node that a model shows; kNone for what is not of this scene.
    std::int32_t nodeOf(const QObject *model) const;
    QList<QObject *> models() const;

    /// Shows each mesh in no more triangles than it needs there. The scene must be complete.
    void showDetail(const Viewpoint &view) { m_detail.choose(view); }

private:
    struct PlacedModel {
        QPointer<QObject> model;
        std::size_t mesh;
        std::size_t node;
        QObject *ShownMaterial::*look = &ShownMaterial::object;
    };

    void planMaterials();
    void planNodes();
    void planLights();
    void layBeside(const PlacedModel &placed, PackageGeometry *geometry);
    void buildLight(std::size_t index);
    void buildNode(std::size_t index);
    Winding windingOf(std::size_t node) const;
    PackageGeometry *geometryOf(std::size_t node);
    void buildInstances(const InstanceGroup &group);
    QQuick3DObject *stillNode(const InstanceGroup &group);
    void moveStill(std::size_t root, const NodePlace &place);
    void assignMaterials(const PlacedModel &placed, qint32 variant);

    SceneObjects m_objects;
    SceneMaterials m_materials;
    QPointer<QQuick3DObject> m_root;
    std::shared_ptr<const PackageAsset> m_asset;
    qint32 m_variant = -1;
    std::deque<std::function<void()>> m_steps;
    std::size_t m_planned = 0;
    SceneDetail m_detail;
    std::vector<QMatrix4x4> m_world; ///< By node, at rest.
    /// By node: of those whose meshes bend.
    std::map<std::size_t, PackageGeometry *> m_shapes;
    QList<QPointer<QObject>> m_unpickable;
    std::vector<QQuick3DObject *> m_nodes; ///< Null: instances, which move with their model.
    QQuick3DObject *m_still = nullptr;     ///< Holds the instances that no node moves.
    std::set<std::size_t> m_stillRoots;    ///< The nodes at the top that these are below, or are.
    std::vector<QObject *> m_lights;       ///< Null: not among those that are shown.
    float m_lightScale = 1;
    std::vector<PlacedModel> m_models;
    std::vector<PlacedModel> m_beside; ///< Children of those.
};

} // namespace vitrine::render
