// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/mesh/Octahedral.h"

#include <algorithm>

namespace vitrine::render {

std::array<std::int16_t, 2> encodeOctahedral(const std::array<float, 3> &unit)
{
    const auto [x, y, z] = unit;
    const float sum = std::abs(x) + std::abs(y) + std::abs(z);
    if (!(sum > 0))
        return {0, 0};
    float u = x / sum;
    float v = y / sum;
    if (z < 0) {
        const float folded = (1 - std::abs(v)) * (u >= 0 ? 1.0F : -1.0F);
        v = (1 - std::abs(u)) * (v >= 0 ? 1.0F : -1.0F);
        u = folded;
    }
    std::array<std::int16_t, 2> best{};
    float closest = 8;
    for (const float right : {std::floor(u * kOctahedralScale), std::ceil(u * kOctahedralScale)}) {
        for (const float up : {std::floor(v * kOctahedralScale), std::ceil(v * kOctahedralScale)}) {
            const auto clamped = [](float value) {
                return static_cast<std::int16_t>(std::clamp(value, -kOctahedralScale, kOctahedralScale));
            };
            const std::array candidate{clamped(right), clamped(up)};
            const auto decoded = decodeOctahedral(candidate[0], candidate[1]);
            // Not by the cosine, which has no digits left so near to 1.
            const float distance = std::hypot(decoded[0] - x, decoded[1] - y, decoded[2] - z);
            if (distance < closest) {
                closest = distance;
                best = candidate;
            }
        }
    }
    return best;
}

} // namespace vitrine::render
