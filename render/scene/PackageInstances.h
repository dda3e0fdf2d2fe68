// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/Instances.h"

#include <QMatrix4x4>
#include <QQuick3DInstancing>

namespace vitrine::render {

/// Where the instances of one model stand, in the space of the node that they move with.
class PackageInstances : public QQuick3DInstancing
{
    Q_OBJECT
public:
    /// `meshOrigin` is where the geometry's origin lies in the mesh's own space.
    PackageInstances(const Package &package, const InstanceGroup &group, const QVector3D &meshOrigin,
                     QQuick3DObject *parent);

    const std::vector<QMatrix4x4> &places() const { return m_places; }

protected:
    QByteArray getInstanceBuffer(int *instanceCount) override;

private:
    std::vector<QMatrix4x4> m_places;
    QByteArray m_table;
};

} // namespace vitrine::render
