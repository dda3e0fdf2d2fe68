// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/FileView.h"

#include <QMatrix4x4>
#include <QtMath>

#include <cmath>

namespace vitrine::render {

FileView viewOf(const CameraRecord &camera, const QVector3D &middle)
{
    const QMatrix4x4 world = QMatrix4x4(camera.world.data()).transposed();
    const QVector3D backwards = world.column(2).toVector3D().normalized();
    const QVector3D up = world.column(1).toVector3D().normalized();
    FileView view{world.column(3).toVector3D(),
                  QQuaternion::fromAxes(QVector3D::crossProduct(up, backwards).normalized(), up, backwards),
                  qRadiansToDegrees(camera.yFovRadians)};
    if (camera.kind == CameraKind::Orthographic) {
        // Half a degree from edge to edge.
        constexpr float kAway = 200;
        const float half = std::abs(camera.yMagnitude) * world.column(1).toVector3D().length();
        // As far from the product as that, wherever along its axis the camera stands.
        view.position += backwards * (half * kAway - QVector3D::dotProduct(view.position - middle, backwards));
        view.fieldOfView = qRadiansToDegrees(2 * std::atan(1 / kAway));
    }
    return view;
}

} // namespace vitrine::render
