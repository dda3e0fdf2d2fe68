// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/WorldGeometry.h"

#include <QQuaternion>

namespace vitrine::render {

std::vector<QMatrix4x4> worldTransforms(const Package &package)
{
    std::vector<QMatrix4x4> world;
    world.reserve(package.nodes().size());
    for (const NodeRecord &node : package.nodes()) {
        QMatrix4x4 local;
        local.translate(node.translation[0], node.translation[1], node.translation[2]);
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
