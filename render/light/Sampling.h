// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/studio/Direction.h"

#include <array>
#include <bit>
#include <cstdint>
#include <numbers>

/// Numbers to draw samples with, and directions made of them.
namespace vitrine::render {

inline constexpr float kPi = std::numbers::pi_v<float>;

struct Pair {
    float x = 0;
    float y = 0;
};

/// A well-mixed hash of 32 bits (Wellons: Prospecting for Hash Functions).
constexpr std::uint32_t mixed(std::uint32_t value)
{
    value = (value ^ (value >> 16U)) * 0x7FEB352DU;
    value = (value ^ (value >> 15U)) * 0x846CA68BU;
    return value ^ (value >> 16U);
}

constexpr std::uint32_t reversed(std::uint32_t value)
{
    value = (value << 16U) | (value >> 16U);
    value = ((value & 0x00FF00FFU) << 8U) | ((value & 0xFF00FF00U) >> 8U);
    value = ((value & 0x0F0F0F0FU) << 4U) | ((value & 0xF0F0F0F0U) >> 4U);
    value = ((value & 0x33333333U) << 2U) | ((value & 0xCCCCCCCCU) >> 2U);
    return ((value & 0x55555555U) << 1U) | ((value & 0xAAAAAAAAU) >> 1U);
}

/// Owen's scrambling by a hash in which each bit depends on those below it alone (Laine and Karras 2011), on the
/// reversed number.
constexpr std::uint32_t scrambled(std::uint32_t value, std::uint32_t seed)
{
    value = reversed(value);
    value ^= value * 0x3D20ADEAU;
    value += seed;
    value *= (seed >> 16U) | 1U;
    value ^= value * 0x05526C56U;
    value ^= value * 0x53A22864U;
    return reversed(value);
}

/// The samples of one pixel: pairs from a (0,2)-sequence, shuffled and scrambled anew for each use (Burley 2020), so
/// that any number of first samples is spread evenly.
class Samples
{
public:
    Samples(std::uint32_t pixel, std::uint32_t seed)
        : m_seed(mixed(pixel ^ mixed(seed)))
    {
    }

    void begin(std::uint32_t sample)
    {
        m_sample = sample;
        m_use = 0;
    }

    Pair pair()
    {
        const std::uint32_t seed = mixed(m_seed + 0x9E3779B9U * ++m_use);
        const std::uint32_t index = scrambled(m_sample, seed);
        return {part(scrambled(reversed(index), mixed(seed ^ 0x68E31DA4U))),
                part(scrambled(second(index), mixed(seed ^ 0xB5297A4DU)))};
    }

    float one() { return pair().x; }

private:
    static float part(std::uint32_t bits) { return static_cast<float>(bits >> 8U) * 0x1p-24F; }

    /// Sobol's second dimension.
    static constexpr std::uint32_t second(std::uint32_t index)
    {
        std::uint32_t bits = 0;
        for (std::uint32_t column = 0x80000000U; index != 0; index >>= 1U, column ^= column >> 1U)
            if ((index & 1U) != 0)
                bits ^= column;
        return bits;
    }

    std::uint32_t m_seed;
    std::uint32_t m_sample = 0;
    std::uint32_t m_use = 0;
};

/// Two directions that stand on a third, all of unit length.
struct Basis {
    Float3 along;
    Float3 across;
    Float3 normal;

    /// Duff et al. 2017.
    static Basis around(Float3 n)
    {
        const float sign = std::copysign(1.0F, n.z);
        const float a = -1 / (sign + n.z);
        const float b = n.x * n.y * a;
        return {{1 + sign * n.x * n.x * a, sign * b, -sign * n.x}, {b, sign + n.y * n.y * a, -n.y}, n};
    }

    Float3 toLocal(Float3 v) const { return {dot(v, along), dot(v, across), dot(v, normal)}; }
    Float3 toWorld(Float3 v) const { return along * v.x + across * v.y + normal * v.z; }
};

/// About +Z, its density the cosine ÷ π.
inline Float3 cosineDirection(Pair u)
{
    const float r = std::sqrt(u.x);
    const float angle = 2 * kPi * u.y;
    return {r * std::cos(angle), r * std::sin(angle), std::sqrt(std::max(0.0F, 1 - u.x))};
}

} // namespace vitrine::render
