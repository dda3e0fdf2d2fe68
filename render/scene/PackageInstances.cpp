// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/PackageInstances.h"

#include <QQuaternion>

namespace vitrine::render {
namespace {

QMatrix4x4 placeOf(const NodeRecord &node)
{
    const auto &[translation, rotation, scale] = std::tie(node.translation, node.rotation, node.scale);
    QMatrix4x4 place;
    place.translate(translation[0], translation[1], translation[2]);
    place.rotate(QQuaternion(rotation[3], rotation[0], rotation[1], rotation[2]));
    place.scale(scale[0], scale[1], scale[2]);
    return place;
}

} // namespace

PackageInstances::PackageInstances(const Package &package, const InstanceGroup &group, const QVector3D &meshOrigin,
                                   QQuick3DObject *parent)
    : QQuick3DInstancing(parent)
{
    for (const std::size_t index : group.nodes) {
        QMatrix4x4 place;
        for (auto node = static_cast<std::int32_t>(index); node != group.anchor;
             node = package.nodes()[static_cast<std::size_t>(node)].parent)
            place = placeOf(package.nodes()[static_cast<std::size_t>(node)]) * place;
        place.translate(meshOrigin);
        m_places.push_back(place);
        const InstanceTableEntry entry{place.row(0), place.row(1), place.row(2), {1, 1, 1, 1}, {}};
        m_table.append(reinterpret_cast<const char *>(&entry), sizeof entry);
    }
}

QByteArray PackageInstances::getInstanceBuffer(int *instanceCount)
{
    *instanceCount = static_cast<int>(m_places.size());
    return m_table;
}

} // namespace vitrine::render
