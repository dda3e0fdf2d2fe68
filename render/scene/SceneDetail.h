// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/GpuData.h"
#include "render/scene/LevelOfDetail.h"

#include <QPointer>

#include <vector>

namespace vitrine::render {

/// The shapes that the models of a scene are shown in: each mesh as it is, or in fewer triangles. Quick 3D 6.8 chooses
/// among levels of its own mesh files alone, so the models are given another geometry here. GUI thread.
class SceneDetail
{
public:
    /// Makes geometries below `owner`, which keeps them, as they are needed.
    void begin(std::shared_ptr<const PackageAsset> asset, QQuick3DObject *owner);
    void clear();

    PackageGeometry *geometry(std::size_t mesh, Winding winding, std::size_t level = 0);
    /// A model that shows a mesh as it is, as one or as several instances in these places of its own space.
    void add(QObject *model, std::size_t mesh, Winding winding, const std::vector<QMatrix4x4> &places = {QMatrix4x4()});
    /// Gives each model the level that suits.
    void choose(const Viewpoint &view);

private:
    struct Shown {
        QPointer<QObject> model;
        std::size_t mesh;
        Winding winding;
        Bounds box;  ///< Of all of its instances, in its own space.
        float scale; ///< Of the largest of them.
        std::size_t level = 0;
    };

    std::shared_ptr<const PackageAsset> m_asset;
    QQuick3DObject *m_owner = nullptr;
    std::vector<std::vector<PackageGeometry *>> m_geometries; ///< By mesh; two a level, the second one reversed.
    std::vector<Shown> m_models;                              ///< Those that have a choice.
};

} // namespace vitrine::render
