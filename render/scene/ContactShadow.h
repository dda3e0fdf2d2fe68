// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/Package.h"

#include <cstdint>
#include <vector>

namespace vitrine::render {

/// The soft shadow that a product leaves on the ground under a broad light: a square picture, looked at from above.
struct ContactShadow {
    static constexpr int kSize = 256;
    /// kSize² values, row by row from the back (−Z) to the front, columns from −X to +X; 0 is unshaded, 255 black.
    std::vector<std::uint8_t> darkness;
    float centreX = 0; ///< Metres, scene space.
    float centreZ = 0;
    float groundY = 0; ///< Just below the product's foot, so that a floor of its own hides the shadow.
    float side = 0;    ///< Metres.
};

/// Cuts the product into slices by height, blurs each slice's footprint by what a broad light from the upper left
/// would blur it at that height, and multiplies what is left of the light. No shadow map gives such soft shadows on
/// a software rasteriser, and it costs a few milliseconds once. Any thread.
[[nodiscard]] ContactShadow castContactShadow(const Package &package);

} // namespace vitrine::render
