// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/Curves.h"

#include <algorithm>
#include <cmath>

namespace vitrine::stage {

/// A value on its way: level at both ends, turned round where it is.
struct Glide {
    /// What the way takes, whichever part of it is left.
    static constexpr float kSeconds = 0.9F;

    float now = 0;
    float from = 0;
    float to = 0;
    float elapsed = 0;

    bool isMoving() const { return now != to; }
    void goTo(float goal, bool atOnce)
    {
        from = now;
        to = goal;
        elapsed = 0;
        if (atOnce)
            now = goal;
    }
    void advance(float seconds)
    {
        if (!isMoving())
            return;
        elapsed += seconds;
        const float t = std::min(elapsed / kSeconds, 1.0F);
        now = t < 1 ? std::lerp(from, to, render::minimumJerk(t)) : to;
    }
};

} // namespace vitrine::stage
