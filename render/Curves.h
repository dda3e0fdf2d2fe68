// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <concepts>
#include <numbers>

namespace vitrine::render {

/// 0 up to t = 0, 1 from t = 1 on, level at both ends: t²(3 − 2t), as GLSL's smoothstep has it.
template <std::floating_point T>
[[nodiscard]] constexpr T smoothstep(T t)
{
    t = std::clamp(t, T{0}, T{1});
    return t * t * (3 - 2 * t);
}

/// The smoothest way from rest at 0 to rest at 1 (Flash and Hogan 1985).
template <std::floating_point T>
[[nodiscard]] constexpr T minimumJerk(T t)
{
    return t * t * t * (10 + t * (6 * t - 15));
}

template <std::floating_point T>
[[nodiscard]] constexpr T radians(T degrees)
{
    return degrees * std::numbers::pi_v<T> / 180;
}

/// In radians: no two of a sunflower's seeds, each turned by it from the last, lie on one line with its middle.
inline constexpr float kGoldenAngle = 2.39996323F;

} // namespace vitrine::render
