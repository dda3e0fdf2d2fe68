// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/geometry/Transform.h"

#include <algorithm>
#include <limits>

namespace vitrine::render {
namespace {

Vector3 column(const Matrix4 &m, std::size_t index) { return {m[index * 4], m[index * 4 + 1], m[index * 4 + 2]}; }

/// Shepperd's method: divide by the largest of the four candidates.
Vector4 quaternionOf(const Vector3 &x, const Vector3 &y, const Vector3 &z)
{
    const float trace = x[0] + y[1] + z[2];
    if (trace > 0) {
        const float s = std::sqrt(trace + 1) * 2;
        return {(y[2] - z[1]) / s, (z[0] - x[2]) / s, (x[1] - y[0]) / s, s / 4};
    }
    if (x[0] > y[1] && x[0] > z[2]) {
        const float s = std::sqrt(1 + x[0] - y[1] - z[2]) * 2;
        return {s / 4, (y[0] + x[1]) / s, (z[0] + x[2]) / s, (y[2] - z[1]) / s};
    }
    if (y[1] > z[2]) {
        const float s = std::sqrt(1 + y[1] - x[0] - z[2]) * 2;
        return {(y[0] + x[1]) / s, s / 4, (z[1] + y[2]) / s, (z[0] - x[2]) / s};
    }
    const float s = std::sqrt(1 + z[2] - x[0] - y[1]) * 2;
    return {(z[0] + x[2]) / s, (z[1] + y[2]) / s, s / 4, (x[1] - y[0]) / s};
}

} // namespace

Matrix4 multiply(const Matrix4 &a, const Matrix4 &b)
{
    Matrix4 result{};
    for (std::size_t c = 0; c < 4; ++c)
        for (std::size_t k = 0; k < 4; ++k)
            for (std::size_t r = 0; r < 4; ++r)
                result[c * 4 + r] += a[k * 4 + r] * b[c * 4 + k];
    return result;
}

Vector3 transformPoint(const Matrix4 &m, const Vector3 &p)
{
    return transformDirection(m, p) + Vector3{m[12], m[13], m[14]};
}

Vector3 transformDirection(const Matrix4 &m, const Vector3 &d)
{
    return column(m, 0) * d[0] + column(m, 1) * d[1] + column(m, 2) * d[2];
}

float determinant(const Matrix4 &m) { return dot(column(m, 0), cross(column(m, 1), column(m, 2))); }

Vector3 transformNormal(const Matrix4 &m, const Vector3 &n)
{
    const Vector3 x = column(m, 0);
    const Vector3 y = column(m, 1);
    const Vector3 z = column(m, 2);
    const Vector3 yz = cross(y, z);
    const float sign = dot(x, yz) < 0 ? -1.0F : 1.0F;
    return (yz * n[0] + cross(z, x) * n[1] + cross(x, y) * n[2]) * sign;
}

Matrix4 matrixOf(const Transform &t)
{
    const auto [x, y, z, w] = t.rotation;
    const Vector3 columnX = Vector3{1 - 2 * (y * y + z * z), 2 * (x * y + z * w), 2 * (x * z - y * w)} * t.scale[0];
    const Vector3 columnY = Vector3{2 * (x * y - z * w), 1 - 2 * (x * x + z * z), 2 * (y * z + x * w)} * t.scale[1];
    const Vector3 columnZ = Vector3{2 * (x * z + y * w), 2 * (y * z - x * w), 1 - 2 * (x * x + y * y)} * t.scale[2];
    return {columnX[0], columnX[1], columnX[2], 0, columnY[0],       columnY[1],       columnY[2],       0,
            columnZ[0], columnZ[1], columnZ[2], 0, t.translation[0], t.translation[1], t.translation[2], 1};
}

std::optional<Transform> decompose(const Matrix4 &m)
{
    Vector3 x = column(m, 0);
    const Vector3 y = column(m, 1);
    const Vector3 z = column(m, 2);
    Transform result;
    result.translation = {m[12], m[13], m[14]};
    result.scale = {std::sqrt(dot(x, x)), std::sqrt(dot(y, y)), std::sqrt(dot(z, z))};
    if (m[3] != 0 || m[7] != 0 || m[11] != 0 || m[15] != 1 ||
        std::ranges::any_of(result.scale, [](float s) { return !(s > 0) || !std::isfinite(s); }))
        return std::nullopt;
    if (dot(x, cross(y, z)) < 0)
        result.scale[0] = -result.scale[0];
    x = x * (1 / result.scale[0]);
    const Vector3 unitY = y * (1 / result.scale[1]);
    const Vector3 unitZ = z * (1 / result.scale[2]);
    constexpr float kShear = 1e-3F;
    if (std::abs(dot(x, unitY)) > kShear || std::abs(dot(x, unitZ)) > kShear || std::abs(dot(unitY, unitZ)) > kShear)
        return std::nullopt;
    result.rotation = quaternionOf(x, unitY, unitZ);
    return result;
}

Bounds emptyBounds()
{
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    return {{kInfinity, kInfinity, kInfinity}, {-kInfinity, -kInfinity, -kInfinity}};
}

bool isEmpty(const Bounds &bounds) { return !(bounds.min[0] <= bounds.max[0]); }

void extend(Bounds &bounds, const Vector3 &point)
{
    for (std::size_t i = 0; i < 3; ++i) {
        bounds.min[i] = std::min(bounds.min[i], point[i]);
        bounds.max[i] = std::max(bounds.max[i], point[i]);
    }
}

} // namespace vitrine::render
