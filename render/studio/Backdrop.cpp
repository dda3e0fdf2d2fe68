// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/studio/Backdrop.h"

#include <algorithm>

namespace vitrine::render {

namespace {

constexpr float kShare = 0.38F;    // of the mean light
constexpr float kDarkest = 0.035F; // ink: a night keeps a backdrop
constexpr float kLightest = 0.30F;
constexpr float kColour = 0.55F; // of the surround's own saturation

Float3 sideLight(const CubeMap &map)
{
    constexpr int kSides = 12;
    Float3 sum;
    for (int side = 0; side < kSides; ++side)
        sum += diffuseAt(map, directionTowards(360.0F / kSides * static_cast<float>(side), 0));
    return sum * (1.0F / kSides);
}

/// The light's hue, muted, at a given luminance.
Float3 muted(Float3 light, float brightness)
{
    const float own = std::max(luminance(light), 1e-6F);
    const Float3 hue = mix({1, 1, 1}, light * (1.0F / own), kColour);
    const Float3 colour = hue * (brightness / luminance(hue));
    return {std::min(colour.x, 1.0F), std::min(colour.y, 1.0F), std::min(colour.z, 1.0F)};
}

} // namespace

Backdrop backdropFrom(const CubeMap &prefiltered)
{
    const Float3 around = sideLight(prefiltered);
    const Float3 above = diffuseAt(prefiltered, {0, 1, 0});
    const Float3 below = diffuseAt(prefiltered, {0, -1, 0});
    const float mean = luminance(around * 0.5F + above * 0.25F + below * 0.25F);
    const float brightness = std::clamp(mean * kShare, kDarkest, kLightest);
    return {.top = muted(around + above, brightness * 0.8F),
            .bottom = muted(around + below, brightness),
            .lamp = muted(around, brightness * 1.6F),
            .floor = muted(around + below, brightness * 1.45F)};
}

} // namespace vitrine::render
