// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"
#include "render/light/NearestPoint.h"

#include <span>

namespace vitrine::render {

/// How far other shapes are from one, as Hausdorff measures it: no point of either is further from the other. Found at
/// their vertices, and in the triangles of the other at their middles and those of their edges too; of very many of
/// them at some.
class SurfaceDistance
{
public:
    /// `indices` is a triangle list into `positions`, which must outlive this. Fails as NearestPoint::build() does.
    [[nodiscard]] static core::Result<SurfaceDistance> build(std::span<const Vector3> positions,
                                                             std::span<const std::uint32_t> indices);

    /// To the shape of other triangles of the same vertices.
    [[nodiscard]] core::Result<float> to(std::span<const std::uint32_t> indices) const;

private:
    SurfaceDistance(std::span<const Vector3> positions, std::vector<Vector3> points, NearestPoint surface)
        : m_positions(positions)
        , m_points(std::move(points))
        , m_surface(std::move(surface))
    {
    }

    std::span<const Vector3> m_positions;
    std::vector<Vector3> m_points;
    NearestPoint m_surface;
};

} // namespace vitrine::render
