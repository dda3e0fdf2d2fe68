// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/WorldGeometry.h"

#include <QQuaternion>

#include <algorithm>

namespace vitrine::render {

namespace {

QVector3D originOf(const Bounds &bounds)
{
    // A corner is then off by a ten-thousandth of the size at most.
    constexpr float kFar = 512;
    const QVector3D low(bounds.min[0], bounds.min[1], bounds.min[2]);
    const QVector3D high(bounds.max[0], bounds.max[1], bounds.max[2]);
    const QVector3D middle = low + (high - low) / 2;
    return middle.length() > kFar * (high - low).length() ? middle : QVector3D();
}

} // namespace

QVector3D sceneOrigin(const Package &package) { return originOf(package.info().bounds); }

QVector3D meshOrigin(const MeshRecord &mesh) { return originOf(mesh.bounds); }

std::vector<QMatrix4x4> worldTransforms(const Package &package, const ScenePose &pose)
{
    const QVector3D origin = sceneOrigin(package);
    std::vector<QMatrix4x4> world;
    world.reserve(package.nodes().size());
    for (std::size_t node = 0; node < package.nodes().size(); ++node) {
        const std::int32_t parent = package.nodes()[node].parent;
        const auto [translation, rotation, scale] = pose.place(node);
        QMatrix4x4 local;
        // Parents come first.
        local.translate(QVector3D(translation[0], translation[1], translation[2]) -
                        (parent == kNone ? origin : QVector3D()));
        local.rotate(QQuaternion(rotation[3], rotation[0], rotation[1], rotation[2]));
        local.scale(scale[0], scale[1], scale[2]);
        world.push_back(parent == kNone ? local : world[static_cast<std::size_t>(parent)] * local);
    }
    return world;
}

std::vector<QMatrix4x4> worldTransforms(const Package &package) { return worldTransforms(package, ScenePose(package)); }

Bounds movedBy(const Bounds &box, const QVector3D &way)
{
    Bounds moved = box;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        moved.min[axis] += way[static_cast<int>(axis)];
        moved.max[axis] += way[static_cast<int>(axis)];
    }
    return moved;
}

Bounds grownBy(const Bounds &box, float margin)
{
    Bounds grown = box;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        grown.min[axis] -= margin;
        grown.max[axis] += margin;
    }
    return grown;
}

std::array<QVector3D, 8> cornersOf(const Bounds &box)
{
    std::array<QVector3D, 8> corners;
    for (unsigned corner = 0; corner < corners.size(); ++corner)
        for (unsigned axis = 0; axis < 3; ++axis)
            corners[corner][static_cast<int>(axis)] = ((corner >> axis) & 1U) != 0 ? box.max[axis] : box.min[axis];
    return corners;
}

std::vector<Matrix4> jointMatrices(const Package &package, const SkinRecord &skin, const std::vector<QMatrix4x4> &world)
{
    const QMatrix4x4 toMesh = world[static_cast<std::size_t>(skin.node)].inverted();
    std::vector<Matrix4> matrices;
    for (const SkinJointRecord &joint : package.jointsOf(skin)) {
        // Qt reads rows.
        const QMatrix4x4 inverseBind = QMatrix4x4(joint.inverseBind.data()).transposed();
        const QMatrix4x4 whole = toMesh * world[static_cast<std::size_t>(joint.node)] * inverseBind;
        std::copy_n(whole.constData(), 16, matrices.emplace_back().begin());
    }
    return matrices;
}

} // namespace vitrine::render
