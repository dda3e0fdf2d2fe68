// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/PictureExtent.h"

#include "render/scene/WorldGeometry.h"

#include <QtMath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrine::render {

namespace {

/// Of the picture's sides: sixteen sizes are enough to waste little, and to change seldom.
constexpr int kSteps = 16;

/// Quick 3D rounds the picture that glass reads up to this: of another size, it would be stretched by some texels.
constexpr int kWhole = 4;

int roundedUp(int value, int step) { return (value + step - 1) / step * step; }

/// In whole steps, at least what was before.
int stepped(int wanted, int whole, int before)
{
    const int most = roundedUp(whole, kWhole);
    const int step = roundedUp(std::max((whole + kSteps - 1) / kSteps, 1), kWhole);
    return std::clamp(roundedUp(wanted, step), std::min(std::max(before, kWhole), most), most);
}

} // namespace

PictureExtent::PictureExtent(const SceneEye &eye, QSize size)
    : m_size(size)
    , m_near(static_cast<float>(eye.clipNear))
    , m_left(std::numeric_limits<float>::max())
    , m_top(std::numeric_limits<float>::max())
    , m_right(std::numeric_limits<float>::lowest())
    , m_bottom(std::numeric_limits<float>::lowest())
{
    // Texels at a distance of 1; z is how far something lies ahead.
    const double focal = size.height() / 2.0 / std::tan(qDegreesToRadians(eye.verticalFov) / 2);
    m_toPicture.scale(static_cast<float>(focal), static_cast<float>(-focal), -1);
    m_toPicture.rotate(eye.rotation.conjugated());
    m_toPicture.translate(-eye.position);
}

void PictureExtent::add(const Bounds &box, const QMatrix4x4 &toScene)
{
    const QMatrix4x4 seen = m_toPicture * toScene;
    for (const QVector3D &corner : cornersOf(box)) {
        const QVector3D at = seen.map(corner);
        if (!(at.z() > m_near)) {
            m_isWhole = true;
            return;
        }
        const float x = static_cast<float>(m_size.width()) / 2 + at.x() / at.z();
        const float y = static_cast<float>(m_size.height()) / 2 + at.y() / at.z();
        m_left = std::min(m_left, x);
        m_right = std::max(m_right, x);
        m_top = std::min(m_top, y);
        m_bottom = std::max(m_bottom, y);
    }
}

QRect PictureExtent::rect() const
{
    const QRect whole(QPoint(), m_size);
    if (m_isWhole)
        return whole;
    if (!(m_left < m_right))
        return {};
    const auto limit = [](float at, int side) { return std::clamp(at, -1.0F, static_cast<float>(side) + 1); };
    const QPoint from(static_cast<int>(std::floor(limit(m_left, m_size.width()))) - 1,
                      static_cast<int>(std::floor(limit(m_top, m_size.height()))) - 1);
    const QPoint to(static_cast<int>(std::ceil(limit(m_right, m_size.width()))) + 1,
                    static_cast<int>(std::ceil(limit(m_bottom, m_size.height()))) + 1);
    return QRect(from, QSize(to.x() - from.x(), to.y() - from.y())).intersected(whole);
}

QRect roomFor(const QRect &extent, QSize size, QSize before, bool isMoving)
{
    const QSize least = isMoving ? before : QSize(0, 0);
    const QSize room(stepped(extent.width(), size.width(), least.width()),
                     stepped(extent.height(), size.height(), least.height()));
    const auto along = [](int from, int length, int taken, int whole) {
        return std::clamp(from - (taken - length) / 2, 0, std::max(whole - taken, 0));
    };
    return {QPoint(along(extent.x(), extent.width(), room.width(), size.width()),
                   along(extent.y(), extent.height(), room.height(), size.height())),
            room};
}

} // namespace vitrine::render
