// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/Package.h"
#include "render/scene/ScenePose.h"

#include <QMatrix4x4>
#include <QVector3D>

#include <array>
#include <vector>

namespace vitrine::render {

/// Where the scene's own origin lies in the package's world, in metres: nowhere else than there, unless the product is
/// so far away that single precision would move its corners; then in its middle.
[[nodiscard]] QVector3D sceneOrigin(const Package &package);

/// The same of a mesh in its own space: what its vertices must lose to be exact on the GPU.
[[nodiscard]] QVector3D meshOrigin(const MeshRecord &mesh);

/// Node to scene of every node of a package, as they stand in `pose`.
[[nodiscard]] std::vector<QMatrix4x4> worldTransforms(const Package &package, const ScenePose &pose);
/// The same at rest.
[[nodiscard]] std::vector<QMatrix4x4> worldTransforms(const Package &package);

[[nodiscard]] Bounds movedBy(const Bounds &box, const QVector3D &way);
/// By as much to every side.
[[nodiscard]] Bounds grownBy(const Bounds &box, float margin);
/// Of a box, in its own space.
[[nodiscard]] std::array<QVector3D, 8> cornersOf(const Bounds &box);

/// The matrices of a skin's joints as MeshPose takes them, joint to mesh, of nodes that stand so.
[[nodiscard]] std::vector<Matrix4> jointMatrices(const Package &package, const SkinRecord &skin,
                                                 const std::vector<QMatrix4x4> &world);

} // namespace vitrine::render
