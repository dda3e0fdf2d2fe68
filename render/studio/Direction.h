// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/Curves.h"

#include <cmath>

namespace vitrine::render {

/// Three floats: a direction (right-handed, Y up, a product's front looks along +Z) or linear light in R, G, B.
struct Float3 {
    float x = 0;
    float y = 0;
    float z = 0;

    friend Float3 operator+(Float3 a, Float3 b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
    friend Float3 operator-(Float3 a, Float3 b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
    friend Float3 operator*(Float3 a, float s) { return {a.x * s, a.y * s, a.z * s}; }
    friend Float3 operator*(Float3 a, Float3 b) { return {a.x * b.x, a.y * b.y, a.z * b.z}; }
    Float3 &operator+=(Float3 b) { return *this = *this + b; }
    bool operator==(const Float3 &) const = default;
};

inline float dot(Float3 a, Float3 b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
inline Float3 cross(Float3 a, Float3 b)
{
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline Float3 normalized(Float3 a) { return a * (1.0F / std::sqrt(dot(a, a))); }
inline Float3 mix(Float3 a, Float3 b, float t) { return a * (1.0F - t) + b * t; }
inline float luminance(Float3 c) { return dot(c, {0.2126F, 0.7152F, 0.0722F}); }

/// From the product towards a point at `yawDegrees` (0 in front of it, positive to the right of someone who
/// looks at its front) and `pitchDegrees` above the horizon.
inline Float3 directionTowards(float yawDegrees, float pitchDegrees)
{
    const float yaw = radians(yawDegrees);
    const float pitch = radians(pitchDegrees);
    return {std::sin(yaw) * std::cos(pitch), std::sin(pitch), std::cos(yaw) * std::cos(pitch)};
}

} // namespace vitrine::render
