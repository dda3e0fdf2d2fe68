// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/SupportPoints.h"

#include <array>
#include <cstring>
#include <limits>

namespace vitrine::render {

namespace {

/// The corners of an icosahedron and the middles of its edges.
std::vector<QVector3D> spreadDirections()
{
    constexpr float kGolden = 1.618034F;
    std::vector<QVector3D> corners;
    for (const float a : {-1.0F, 1.0F}) {
        for (const float b : {-kGolden, kGolden}) {
            corners.emplace_back(0.0F, a, b);
            corners.emplace_back(a, b, 0.0F);
            corners.emplace_back(b, 0.0F, a);
        }
    }
    std::vector<QVector3D> directions = corners;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        for (std::size_t j = i + 1; j < corners.size(); ++j) {
            if ((corners[i] - corners[j]).length() < 2.1F)
                directions.push_back(corners[i] + corners[j]);
        }
    }
    for (QVector3D &direction : directions)
        direction.normalize();
    return directions;
}

} // namespace

SupportPoints::SupportPoints()
    : m_directions(spreadDirections())
    , m_furthest(m_directions.size(), std::numeric_limits<float>::lowest())
    , m_points(m_directions.size())
{
}

void SupportPoints::add(const QVector3D &point)
{
    for (std::size_t i = 0; i < m_directions.size(); ++i) {
        const float reach = QVector3D::dotProduct(point, m_directions[i]);
        if (reach > m_furthest[i]) {
            m_furthest[i] = reach;
            m_points[i] = point;
        }
    }
}

void SupportPoints::add(std::span<const std::byte> vertices, std::size_t stride, const QMatrix4x4 &world)
{
    for (std::size_t at = 0; at + stride <= vertices.size(); at += stride) {
        std::array<float, 3> position{};
        std::memcpy(position.data(), vertices.data() + at, sizeof position);
        add(world.map(QVector3D(position[0], position[1], position[2])));
    }
}

} // namespace vitrine::render
