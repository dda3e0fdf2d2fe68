// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMatrix4x4>
#include <QPointF>
#include <QQuaternion>
#include <QSizeF>
#include <QVector3D>

namespace vitrine::render {

/// Where a camera stands in the scene's space, looking along its own −Z. Any unit of length.
struct SceneEye {
    QVector3D position;
    QQuaternion rotation;
    double verticalFov = 0; ///< Degrees.
    double clipNear = 0;
};

/// Which places of a picture and of the scene belong together. Pictures in pixels from the upper left corner.
class Projection
{
public:
    Projection(const SceneEye &eye, QSizeF picture);

    /// Where a point is seen; z is how far it lies ahead of the eye.
    [[nodiscard]] QVector3D toPicture(const QVector3D &point) const;
    /// A way from the eye through a point of the picture that goes one unit ahead.
    [[nodiscard]] QVector3D wayThrough(QPointF point) const;
    /// How a camera at the same place looks straight at a point of the picture.
    [[nodiscard]] QQuaternion rotationTowards(QPointF point) const;
    /// Leads a place of the picture (x and y in parts of it, 0, 1) to where it is seen on a level disc: x and z over
    /// its radius, then 1, all of them times a number that is negative where there is ground to be seen.
    [[nodiscard]] QMatrix4x4 ontoDisc(const QVector3D &centre, float radius) const;

private:
    /// Of a way through a point: to the right and up, for each unit ahead.
    QVector2D slopesAt(QPointF point) const;

    SceneEye m_eye;
    QSizeF m_picture;
    float m_tanHalf;
    float m_aspect;
};

} // namespace vitrine::render
