// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/SceneDetail.h"

#include "render/scene/WorldGeometry.h"

#include <QMatrix4x4>
#include <QVariant>

#include <algorithm>
#include <limits>

namespace vitrine::render {

void SceneDetail::begin(std::shared_ptr<const PackageAsset> asset, QQuick3DObject *owner)
{
    clear();
    m_asset = std::move(asset);
    m_owner = owner;
    const Package &package = m_asset->package();
    for (std::size_t mesh = 0; mesh < package.meshes().size(); ++mesh)
        m_geometries.emplace_back(2 * (package.lodsOf(mesh).size() + 1), nullptr);
}

void SceneDetail::clear()
{
    m_models.clear();
    m_geometries.clear();
    m_owner = nullptr;
    m_asset.reset();
}

PackageGeometry *SceneDetail::geometry(std::size_t mesh, Winding winding, std::size_t level)
{
    PackageGeometry *&geometry = m_geometries[mesh][2 * level + (winding == Winding::Reversed ? 1 : 0)];
    if (geometry == nullptr)
        geometry = new PackageGeometry(m_asset, mesh, level, winding, m_owner);
    return geometry;
}

void SceneDetail::add(QObject *model, std::size_t mesh, Winding winding, const std::vector<QMatrix4x4> &places)
{
    if (m_asset->package().lodsOf(mesh).empty())
        return;
    const Bounds &box = m_asset->package().meshes()[mesh].bounds;
    // The geometry's origin may have been moved.
    const QVector3D origin = geometry(mesh, winding)->origin();
    constexpr float kMost = std::numeric_limits<float>::max();
    Shown shown{model, mesh, winding, {{kMost, kMost, kMost}, {-kMost, -kMost, -kMost}}, 0};
    for (const QMatrix4x4 &place : places) {
        shown.scale = std::max(shown.scale, longestAxis(place));
        for (const QVector3D &corner : cornersOf(box)) {
            const QVector3D point = place.map(corner - origin);
            for (std::size_t axis = 0; axis < 3; ++axis) {
                const float at = point[static_cast<int>(axis)];
                shown.box.min[axis] = std::min(shown.box.min[axis], at);
                shown.box.max[axis] = std::max(shown.box.max[axis], at);
            }
        }
    }
    m_models.push_back(shown);
}

void SceneDetail::choose(const Viewpoint &view)
{
    for (Shown &shown : m_models) {
        if (!shown.model)
            continue;
        std::size_t level = 0;
        if (view.tolerancePixels > 0) {
            const auto world = shown.model->property("sceneTransform").value<QMatrix4x4>();
            level = chooseLevel(m_asset->package().lodsOf(shown.mesh),
                                shown.scale * pixelsPerUnit(view, shown.box, world), view.tolerancePixels, shown.level);
        }
        if (level == shown.level)
            continue;
        shown.level = level;
        shown.model->setProperty("geometry",
                                 QVariant::fromValue<QObject *>(geometry(shown.mesh, shown.winding, level)));
    }
}

} // namespace vitrine::render
