// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/CameraFraming.h"

#include <QtMath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrine::render {

namespace {

struct HullBounds {
    QVector3D low;
    QVector3D high;
};

HullBounds boundsOf(std::span<const QVector3D> hull)
{
    constexpr float kFar = std::numeric_limits<float>::max();
    HullBounds bounds{{kFar, kFar, kFar}, {-kFar, -kFar, -kFar}};
    for (const QVector3D &point : hull) {
        for (int axis = 0; axis < 3; ++axis) {
            bounds.low[axis] = std::min(bounds.low[axis], point[axis]);
            bounds.high[axis] = std::max(bounds.high[axis], point[axis]);
        }
    }
    return bounds;
}

/// The hull on the camera's picture, in half widths and half heights from its middle; Y is up.
QRectF projected(std::span<const QVector3D> hull, const CameraPose &pose, float tanHalfFov, float aspect)
{
    const QQuaternion toView = pose.rotation().conjugated();
    const QVector3D aside(pose.offset.x() * tanHalfFov * aspect * pose.distance,
                          pose.offset.y() * tanHalfFov * pose.distance, 0);
    float left = std::numeric_limits<float>::max();
    float bottom = left;
    float right = -left;
    float top = -left;
    for (const QVector3D &point : hull) {
        const QVector3D seen = toView.rotatedVector(point - pose.target) + aside;
        const float depth = std::max(pose.distance - seen.z(), pose.distance * 0.05F) * tanHalfFov;
        left = std::min(left, seen.x() / (depth * aspect));
        right = std::max(right, seen.x() / (depth * aspect));
        bottom = std::min(bottom, seen.y() / depth);
        top = std::max(top, seen.y() / depth);
    }
    return {QPointF(left, bottom), QPointF(right, top)};
}

/// How much of the way from the target to the edges of `room` the hull takes where it takes most, while the camera goes
/// around it.
float shareWhileTurning(std::span<const QVector3D> hull, const CameraPose &pose, const QRectF &room, float tanHalfFov,
                        float aspect)
{
    constexpr int kSides = 24;
    const QPointF at = pose.offset.toPointF();
    double share = 0;
    for (int side = 0; side < kSides; ++side) {
        CameraPose turned = pose;
        turned.yaw += 360.0F * static_cast<float>(side) / kSides;
        const QRectF seen = projected(hull, turned, tanHalfFov, aspect);
        share = std::max({share, (at.x() - seen.left()) / std::max(at.x() - room.left(), 0.05),
                          (seen.right() - at.x()) / std::max(room.right() - at.x(), 0.05),
                          (at.y() - seen.top()) / std::max(at.y() - room.top(), 0.05),
                          (seen.bottom() - at.y()) / std::max(room.bottom() - at.y(), 0.05)});
    }
    return static_cast<float>(share);
}

} // namespace

QQuaternion CameraPose::rotation() const
{
    return QQuaternion::fromAxisAndAngle(0, 1, 0, yaw) * QQuaternion::fromAxisAndAngle(1, 0, 0, -pitch);
}

QVector3D CameraPose::position(float tanHalfFov, float aspect) const
{
    const QVector3D inView(-offset.x() * tanHalfFov * aspect * distance, -offset.y() * tanHalfFov * distance, distance);
    return target + rotation().rotatedVector(inView);
}

float hullRadius(std::span<const QVector3D> hull)
{
    if (hull.empty())
        return 1;
    const HullBounds bounds = boundsOf(hull);
    return std::max((bounds.high - bounds.low).length() / 2, 1e-12F);
}

CameraPose frameHull(std::span<const QVector3D> hull, float yaw, float pitch, QSizeF view, const QRectF &free,
                     const FramingRules &rules)
{
    const HullBounds bounds = boundsOf(hull);
    const float tanHalfFov = std::tan(qDegreesToRadians(rules.verticalFov) / 2);
    const auto aspect = static_cast<float>(view.width() / std::max(view.height(), 1.0));
    const auto freeHeight = static_cast<float>(std::max(free.height() / std::max(view.height(), 1.0), 0.05));
    const auto freeWidth = static_cast<float>(std::max(free.width() / std::max(view.width(), 1.0), 0.05));

    CameraPose pose;
    pose.target = (bounds.low + bounds.high) / 2;
    pose.yaw = yaw;
    pose.pitch = pitch;
    pose.distance = 4 * hullRadius(hull);
    const auto freeX = static_cast<float>(free.center().x() / std::max(view.width(), 1.0) * 2 - 1);
    const auto freeY = static_cast<float>(1 - free.center().y() / std::max(view.height(), 1.0) * 2);
    const auto centre = [&] {
        pose.offset = {};
        const QPointF seen = projected(hull, pose, tanHalfFov, aspect).center();
        pose.offset = {freeX - static_cast<float>(seen.x()),
                       freeY - 2 * freeHeight * rules.belowMiddle - static_cast<float>(seen.y())};
    };
    // The size on the picture is nearly inverse to the distance, so a few rounds settle it.
    for (int round = 0; round < 8; ++round) {
        const QRectF seen = projected(hull, pose, tanHalfFov, aspect);
        const float byHeight = static_cast<float>(seen.height()) / (2 * freeHeight * rules.heightShare);
        const float byWidth = static_cast<float>(seen.width()) / (2 * freeWidth * rules.widthShare);
        pose.distance *= std::max({byHeight, byWidth, 0.05F});
    }
    centre();
    // What is longer than it is broad does not leave the free part as it turns.
    const QRectF room(QPointF(freeX - freeWidth, freeY - freeHeight), QPointF(freeX + freeWidth, freeY + freeHeight));
    for (int round = 0; round < 4; ++round) {
        const float share = shareWhileTurning(hull, pose, room, tanHalfFov, aspect);
        if (share <= 1)
            break;
        pose.distance *= share;
        centre();
    }
    return pose;
}

} // namespace vitrine::render
