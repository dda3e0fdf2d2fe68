// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMatrix4x4>
#include <QVector3D>

#include <cstddef>
#include <span>
#include <vector>

namespace vitrine::render {

/// Of many points, those that reach furthest in 42 directions: they bound the silhouette from any side.
class SupportPoints
{
public:
    SupportPoints();

    void add(const QVector3D &point);
    /// Vertices that begin with their position, three floats each.
    void add(std::span<const std::byte> vertices, std::size_t stride, const QMatrix4x4 &world);
    /// One for each direction; the origin where none were added.
    const std::vector<QVector3D> &points() const { return m_points; }

private:
    std::vector<QVector3D> m_directions;
    std::vector<float> m_furthest;
    std::vector<QVector3D> m_points;
};

} // namespace vitrine::render
