// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/LevelOfDetail.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrine::render {
namespace {

/// A coarser level must be better than asked for by so much before it is taken.
constexpr float kMargin = 0.75F;

} // namespace

float longestAxis(const QMatrix4x4 &place)
{
    const auto length = [&](int axis) { return place.column(axis).toVector3D().length(); };
    return std::max({length(0), length(1), length(2)});
}

float pixelsPerUnit(const Viewpoint &view, const Bounds &box, const QMatrix4x4 &world)
{
    // In the mesh's own space its box stands straight.
    const QVector3D eye = world.inverted().map(view.eye);
    const QVector3D nearest(std::clamp(eye.x(), box.min[0], box.max[0]), std::clamp(eye.y(), box.min[1], box.max[1]),
                            std::clamp(eye.z(), box.min[2], box.max[2]));
    const QVector3D way = world.map(nearest) - view.eye;
    const float distance = way.length();
    if (!(distance > 0))
        return std::numeric_limits<float>::infinity();
    // Off the middle, a plane picture stretches what it shows.
    const float ahead = std::max(QVector3D::dotProduct(way, view.gaze) / distance, 0.6F);
    return view.focalPixels * longestAxis(world) / (distance * ahead * ahead);
}

std::size_t chooseLevel(std::span<const LodRecord> lods, float pixelsPerUnit, float tolerancePixels, std::size_t shown)
{
    if (tolerancePixels <= 0)
        return 0;
    const auto coarsestWithin = [&](float pixels) {
        const auto end =
            std::ranges::find_if(lods, [&](const LodRecord &lod) { return !(lod.error * pixelsPerUnit <= pixels); });
        return static_cast<std::size_t>(end - lods.begin());
    };
    return std::clamp(shown, coarsestWithin(kMargin * tolerancePixels), coarsestWithin(tolerancePixels));
}

} // namespace vitrine::render
