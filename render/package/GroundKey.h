// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vitrine::render {

/// A light that throws a shadow of its own along the ground, beside the broad light that every ground has. Directions
/// as a studio gives them: yaw 0 is the front (+Z), −90 the left.
struct GroundKey {
    float yawDegrees = 0;
    float pitchDegrees = 90;
    float strength = 0;        ///< Part of the ground's light that it gives, 0 to 1. 0: there is none.
    float softnessDegrees = 0; ///< Across which it shines: its shadow's edge widens with the height above it.

    bool operator==(const GroundKey &) const = default;
};

} // namespace vitrine::render
