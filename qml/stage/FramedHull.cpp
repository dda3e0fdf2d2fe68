// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/FramedHull.h"

#include "render/scene/AnimationHull.h"
#include "render/scene/MaterialMapping.h"
#include "render/scene/WorldGeometry.h"

#include <algorithm>

namespace vitrine::stage {

bool FramedHull::setBox(const QVector3D &low, const QVector3D &high)
{
    if (m_low == low && m_high == high)
        return false;
    m_low = low;
    m_high = high;
    return true;
}

std::vector<QVector3D> FramedHull::points(const render::PackageAsset &asset, bool apart)
{
    if (isBox()) {
        const auto corners =
            render::cornersOf({{m_low.x(), m_low.y(), m_low.z()}, {m_high.x(), m_high.y(), m_high.z()}});
        return {corners.begin(), corners.end()};
    }
    std::vector<QVector3D> hull = apart && !asset.apartHull().empty() ? asset.apartHull() : asset.hull();
    m_played.resize(asset.package().animations().size());
    for (std::size_t i = 0; i < std::min(m_played.size(), static_cast<std::size_t>(m_playing.size())); ++i) {
        if (!m_playing[static_cast<qsizetype>(i)])
            continue;
        if (m_played[i].empty())
            m_played[i] = render::animationHull(asset, i);
        hull.insert(hull.end(), m_played[i].begin(), m_played[i].end());
    }
    for (QVector3D &point : hull)
        point *= render::kUnitsPerMetre;
    hull.insert(hull.end(), m_fallen.begin(), m_fallen.end());
    return hull;
}

render::OrbitCamera::Limits FramedHull::limits(const std::vector<QVector3D> &points) const
{
    render::OrbitCamera::Limits limits;
    if (isBox()) {
        // In a box there may be something small, and at its end: it keeps no eye out.
        limits.nearest = 0.08F;
        limits.reach = 1.6F;
        return limits;
    }
    limits.low = limits.high = points.front();
    for (const QVector3D &point : points)
        for (int axis = 0; axis < 3; ++axis) {
            limits.low[axis] = std::min(limits.low[axis], point[axis]);
            limits.high[axis] = std::max(limits.high[axis], point[axis]);
        }
    return limits;
}

} // namespace vitrine::stage
