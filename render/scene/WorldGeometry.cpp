// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/WorldGeometry.h"

#include <QQuaternion>

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

std::vector<QMatrix4x4> worldTransforms(const Package &package)
{
    const QVector3D origin = sceneOrigin(package);
    std::vector<QMatrix4x4> world;
    world.reserve(package.nodes().size());
    for (const NodeRecord &node : package.nodes()) {
        QMatrix4x4 local;
        local.translate(QVector3D(node.translation[0], node.translation[1], node.translation[2]) -
                        (node.parent == kNone ? origin : QVector3D()));
        local.rotate(QQuaternion(node.rotation[3], node.rotation[0], node.rotation[1], node.rotation[2]));
        local.scale(node.scale[0], node.scale[1], node.scale[2]);
        world.push_back(node.parent == kNone ? local : world[static_cast<std::size_t>(node.parent)] * local);
    }
    return world;
}

MeshReader::MeshReader(const Package &package, const MeshRecord &mesh)
    : m_mesh(mesh)
    , m_vertices(package.verticesOf(mesh))
    , m_indices(package.indicesOf(mesh))
{
    for (const VertexAttribute &attribute : package.attributesOf(mesh)) {
        if (attribute.semantic == VertexSemantic::Position)
            m_positionOffset = attribute.offset;
    }
}

} // namespace vitrine::render
