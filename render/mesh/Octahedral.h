// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstdint>

namespace vitrine::render {

inline constexpr float kOctahedralScale = 32767;

/// A direction on the octahedron, unfolded into a square (Meyer, Süßmuth, Sußner, Stamminger and Greiner: On
/// Floating-Point Normal Vectors, 2010). Of the four nearest points the one is taken that decodes closest.
[[nodiscard]] std::array<std::int16_t, 2> encodeOctahedral(const std::array<float, 3> &unit);

[[nodiscard]] inline std::array<float, 3> decodeOctahedral(std::int16_t u, std::int16_t v)
{
    float x = static_cast<float>(u) / kOctahedralScale;
    float y = static_cast<float>(v) / kOctahedralScale;
    const float z = 1 - std::abs(x) - std::abs(y);
    const float fold = z < 0 ? -z : 0;
    x += x >= 0 ? -fold : fold;
    y += y >= 0 ? -fold : fold;
    const float scale = 1 / std::sqrt(x * x + y * y + z * z);
    return {x * scale, y * scale, z * scale};
}

} // namespace vitrine::render
