// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/geometry/SurfaceDistance.h"

#include "render/import/geometry/Transform.h"

#include <algorithm>
#include <cmath>

namespace vitrine::render {
namespace {

/// More points than these tell nothing new of a shape.
constexpr std::size_t kPoints = 24'000;

std::vector<Vector3> gathered(std::span<const Vector3> positions, std::span<const std::uint32_t> indices)
{
    std::vector<bool> isUsed(positions.size());
    for (const std::uint32_t index : indices)
        isUsed[index] = true;
    std::vector<Vector3> points;
    for (std::size_t i = 0; i < positions.size(); ++i)
        if (isUsed[i])
            points.push_back(positions[i]);
    return points;
}

std::vector<Vector3> middles(std::span<const Vector3> positions, std::span<const std::uint32_t> indices)
{
    std::vector<Vector3> points;
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        const std::array corners{positions[indices[i]], positions[indices[i + 1]], positions[indices[i + 2]]};
        points.push_back((corners[0] + corners[1] + corners[2]) * (1.0F / 3));
        for (std::size_t c = 0; c < 3; ++c)
            points.push_back((corners[c] + corners[(c + 1) % 3]) * 0.5F);
    }
    return points;
}

float furthest(const NearestPoint &surface, const std::vector<Vector3> &points)
{
    const std::size_t step = points.size() / kPoints + 1;
    float most = 0;
    for (std::size_t i = 0; i < points.size(); i += step)
        most = std::max(most, surface.distance(points[i]));
    return most;
}

} // namespace

core::Result<SurfaceDistance> SurfaceDistance::build(std::span<const Vector3> positions,
                                                     std::span<const std::uint32_t> indices)
{
    VITRINE_TRY(NearestPoint surface, NearestPoint::build(positions, indices));
    return SurfaceDistance(positions, gathered(positions, indices), std::move(surface));
}

core::Result<float> SurfaceDistance::to(std::span<const std::uint32_t> indices) const
{
    VITRINE_TRY(const NearestPoint other, NearestPoint::build(m_positions, indices));
    return std::max(furthest(other, m_points), furthest(m_surface, middles(m_positions, indices)));
}

} // namespace vitrine::render
