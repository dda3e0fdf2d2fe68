// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/studio/Studio.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace vitrine::render {

/// A backdrop's place all around, as a lens focused on the product sees it. Rows from the top down, columns by falling
/// yaw, so from left to right as the product's viewer turns to the right; sRGB.
struct Panorama {
    static constexpr int kColumns = 2048;       ///< Once around.
    static constexpr int kWidth = kColumns + 1; ///< The first column again, so that the ends meet under a filter.
    static constexpr int kHeight = 256;
    static constexpr float kTopDegrees = 30;
    static constexpr float kBottomDegrees = -15;

    std::vector<std::uint8_t> pixels; ///< kWidth × kHeight × RGB.
};

/// Deterministic. About half a second of one core.
[[nodiscard]] Panorama paintPanorama(const StudioBackdrop &backdrop, float whitePointKelvin);

[[nodiscard]] std::vector<std::byte> encodePng(const Panorama &panorama);

} // namespace vitrine::render
