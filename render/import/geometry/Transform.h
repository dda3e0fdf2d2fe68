// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/PackageFormat.h"

#include <cmath>
#include <optional>

/// The little linear algebra that an import needs. Column-major matrices, column vectors.
namespace vitrine::render {

inline constexpr Matrix4 kIdentity = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};

struct Transform {
    Vector3 translation{0, 0, 0};
    Vector4 rotation{0, 0, 0, 1};
    Vector3 scale{1, 1, 1};
};

inline Vector3 operator+(const Vector3 &a, const Vector3 &b) { return {a[0] + b[0], a[1] + b[1], a[2] + b[2]}; }
inline Vector3 operator-(const Vector3 &a, const Vector3 &b) { return {a[0] - b[0], a[1] - b[1], a[2] - b[2]}; }
inline Vector3 operator*(const Vector3 &a, float factor) { return {a[0] * factor, a[1] * factor, a[2] * factor}; }
inline float dot(const Vector3 &a, const Vector3 &b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }
inline Vector3 cross(const Vector3 &a, const Vector3 &b)
{
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}
/// The fallback where the length is zero or not a number.
inline Vector3 normalized(const Vector3 &v, const Vector3 &fallback)
{
    const float length = std::sqrt(dot(v, v));
    return length > 0 && std::isfinite(length) ? v * (1 / length) : fallback;
}
inline bool isFinite(const Vector3 &v) { return std::isfinite(v[0]) && std::isfinite(v[1]) && std::isfinite(v[2]); }

[[nodiscard]] Matrix4 multiply(const Matrix4 &a, const Matrix4 &b);
[[nodiscard]] Vector3 transformPoint(const Matrix4 &m, const Vector3 &p);
[[nodiscard]] Vector3 transformDirection(const Matrix4 &m, const Vector3 &d);
/// Of the upper 3×3: negative where what is moved is mirrored.
[[nodiscard]] float determinant(const Matrix4 &m);
/// By the cofactors of the upper 3×3: the inverse transpose times the determinant, defined for singular ones too.
[[nodiscard]] Vector3 transformNormal(const Matrix4 &m, const Vector3 &n);
[[nodiscard]] Matrix4 matrixOf(const Transform &transform);
/// A mirrored matrix gets a negative x scale. Empty if the matrix has shear, perspective or a zero axis, and so
/// is not translation, rotation and scale.
[[nodiscard]] std::optional<Transform> decompose(const Matrix4 &m);

/// Grows `bounds` by a point; start from emptyBounds().
void extend(Bounds &bounds, const Vector3 &point);
[[nodiscard]] Bounds emptyBounds();
[[nodiscard]] bool isEmpty(const Bounds &bounds);

} // namespace vitrine::render
