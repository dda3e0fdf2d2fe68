// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/Projection.h"

#include <QVector2D>
#include <QtMath>

#include <algorithm>
#include <cmath>

namespace vitrine::render {

Projection::Projection(const SceneEye &eye, QSizeF picture)
    : m_eye(eye)
    , m_picture(picture)
    , m_tanHalf(static_cast<float>(std::tan(qDegreesToRadians(eye.verticalFov) / 2)))
    , m_aspect(static_cast<float>(picture.width() / std::max(picture.height(), 1.0)))
{
}

QVector2D Projection::slopesAt(QPointF point) const
{
    return {static_cast<float>(point.x() / m_picture.width() * 2 - 1) * m_tanHalf * m_aspect,
            static_cast<float>(1 - point.y() / m_picture.height() * 2) * m_tanHalf};
}

QVector3D Projection::toPicture(const QVector3D &point) const
{
    const QVector3D seen = m_eye.rotation.conjugated().rotatedVector(point - m_eye.position);
    const auto width = static_cast<float>(m_picture.width());
    const auto height = static_cast<float>(m_picture.height());
    const float focal = height / 2 / m_tanHalf / -seen.z();
    return {width / 2 + seen.x() * focal, height / 2 - seen.y() * focal, -seen.z()};
}

QVector3D Projection::wayThrough(QPointF point) const
{
    return m_eye.rotation.rotatedVector(QVector3D(slopesAt(point), -1));
}

QQuaternion Projection::rotationTowards(QPointF point) const
{
    const QVector2D slopes = slopesAt(point);
    return m_eye.rotation * QQuaternion::fromAxisAndAngle(0, 1, 0, -qRadiansToDegrees(std::atan(slopes.x()))) *
           QQuaternion::fromAxisAndAngle(1, 0, 0,
                                         qRadiansToDegrees(std::atan2(slopes.y(), std::hypot(1.0F, slopes.x()))));
}

QMatrix4x4 Projection::ontoDisc(const QVector3D &centre, float radius) const
{
    const QVector3D from = (m_eye.position - centre) / radius;
    // A way w meets the ground where from + t·w has no height: t = −from.y / w.y. All is multiplied by w.y.
    const auto meets = [&from](const QVector3D &way) {
        return QVector3D(from.x() * way.y() - from.y() * way.x(), from.z() * way.y() - from.y() * way.z(), way.y());
    };
    const QVector3D x = meets(m_eye.rotation.rotatedVector({2 * m_tanHalf * m_aspect, 0, 0}));
    const QVector3D y = meets(m_eye.rotation.rotatedVector({0, -2 * m_tanHalf, 0}));
    const QVector3D corner = meets(wayThrough({0, 0}));
    return {x.x(), y.x(), 0, corner.x(), x.y(), y.y(), 0, corner.y(), x.z(), y.z(), 0, corner.z(), 0, 0, 0, 1};
}

} // namespace vitrine::render
