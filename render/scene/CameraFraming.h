// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuaternion>
#include <QRectF>
#include <QSizeF>
#include <QVector2D>
#include <QVector3D>

#include <span>

namespace vitrine::render {

/// Where a camera stands that looks at a target from a side. Angles in degrees: yaw 0 is the product's front and
/// positive to the right of it, pitch is above the horizon. `offset` is where the target appears, in half heights
/// and half widths from the middle of the picture (x right, y up).
struct CameraPose {
    QVector3D target;
    float yaw = 0;
    float pitch = 0;
    float distance = 1;
    QVector2D offset;

    [[nodiscard]] QQuaternion rotation() const;
    /// `tanHalfFov` of the vertical field of view; aspect = width / height.
    [[nodiscard]] QVector3D position(float tanHalfFov, float aspect) const;
};

/// The rules of the product shot (ART.md): how much of the free height the object takes and where it sits.
struct FramingRules {
    float heightShare = 0.62F;
    float widthShare = 0.74F;
    float belowMiddle = 0.04F; ///< Of the free height.
    float verticalFov = 29;    ///< Degrees.
};

/// The pose that shows `hull` from a side as the rules say, or as near as it does not leave the free part from any
/// other side of the same pitch. `view` is the picture's size in pixels, `free` the part of it that nothing covers. The
/// target is the middle of the hull's bounds.
[[nodiscard]] CameraPose frameHull(std::span<const QVector3D> hull, float yaw, float pitch, QSizeF view,
                                   const QRectF &free, const FramingRules &rules);

/// Half the diagonal of the hull's bounds.
[[nodiscard]] float hullRadius(std::span<const QVector3D> hull);

} // namespace vitrine::render
