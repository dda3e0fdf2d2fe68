// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/Package.h"
#include "render/scene/Projection.h"

#include <QMatrix4x4>
#include <QRect>
#include <QSize>

namespace vitrine::render {

/// What part of a picture is taken by what a scene holds: the rest need not be drawn. Texels from the upper left
/// corner.
class PictureExtent
{
public:
    /// `size` of the whole picture, in texels.
    PictureExtent(const SceneEye &eye, QSize size);

    /// All that is within a box, which `toScene` leads to the scene. Where some of it is beside the eye or behind it,
    /// the extent is the whole picture.
    void add(const Bounds &box, const QMatrix4x4 &toScene);
    /// Of what there are no bounds to be had.
    void addUnbounded() { m_isWhole = true; }

    /// With an empty texel around it wherever the picture goes on; null where nothing of the scene is in the picture.
    [[nodiscard]] QRect rect() const;

private:
    QMatrix4x4 m_toPicture;
    QSize m_size;
    float m_near;
    bool m_isWhole = false;
    float m_left;
    float m_top;
    float m_right;
    float m_bottom;
};

/// The rectangle to draw for an extent in a picture of `size` texels. Its sides go by steps, and while something moves
/// it grows and never shrinks below the one before, so that few frames need a texture of another size. They are
/// multiples of four; so it may reach up to three texels beyond the picture's right and lower edge.
[[nodiscard]] QRect roomFor(const QRect &extent, QSize size, QSize before, bool isMoving);

} // namespace vitrine::render
