// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/Package.h"

#include <QMatrix4x4>
#include <QVector3D>

#include <span>

namespace vitrine::render {

/// How a scene is looked at, in its own units.
struct Viewpoint {
    QVector3D eye;
    QVector3D gaze;        ///< Of unit length.
    float focalPixels = 0; ///< What a unit at a unit's distance ahead takes, in pixels of what is drawn.
    /// By how many pixels a shape may be off; 0: by none.
    float tolerancePixels = 0;
};

/// How much longer `place` makes what it makes longest.
[[nodiscard]] float longestAxis(const QMatrix4x4 &place);

/// How many pixels a unit of the mesh's own space takes at most, where the mesh is nearest. `world` leads from the
/// mesh's space to the scene's; infinite where the eye is within the box.
[[nodiscard]] float pixelsPerUnit(const Viewpoint &view, const Bounds &box, const QMatrix4x4 &world);

/// The coarsest of a mesh's levels that is off by no more than the tolerance: 0 for the mesh as it is, n for its n-th
/// LodRecord. What is shown already stays until it is too coarse or one below it would do by a good margin, so that it
/// does not go to and fro.
[[nodiscard]] std::size_t chooseLevel(std::span<const LodRecord> lods, float pixelsPerUnit, float tolerancePixels,
                                      std::size_t shown);

} // namespace vitrine::render
