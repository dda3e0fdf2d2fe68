// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/studio/Studio.h"

#include "render/package/Xxh64.h"

#include <algorithm>

namespace vitrine::render {

namespace {

/// CIE xy of a black body: the rational fit of Kim et al. (2002), valid from 1667 K to 25,000 K.
Float3 blackBodyXyz(float kelvin)
{
    const double t = std::clamp(static_cast<double>(kelvin), 1667.0, 25000.0);
    const double t2 = t * t;
    const double t3 = t2 * t;
    const double x = t < 4000 ? -0.2661239e9 / t3 - 0.2343589e6 / t2 + 0.8776956e3 / t + 0.179910
                              : -3.0258469e9 / t3 + 2.1070379e6 / t2 + 0.2226347e3 / t + 0.240390;
    const double x2 = x * x;
    const double x3 = x2 * x;
    double y = 0;
    if (t < 2222)
        y = -1.1063814 * x3 - 1.34811020 * x2 + 2.18555832 * x - 0.20219683;
    else if (t < 4000)
        y = -0.9549476 * x3 - 1.37418593 * x2 + 2.09137015 * x - 0.16748867;
    else
        y = 3.0817580 * x3 - 5.87338670 * x2 + 3.75112997 * x - 0.37001483;
    return {static_cast<float>(x / y), 1.0F, static_cast<float>((1 - x - y) / y)};
}

Float3 xyzToLinearSrgb(Float3 c)
{
    return {3.2406F * c.x - 1.5372F * c.y - 0.4986F * c.z, -0.9689F * c.x + 1.8758F * c.y + 0.0415F * c.z,
            0.0557F * c.x - 0.2040F * c.y + 1.0570F * c.z};
}

} // namespace

Float3 kelvinToRgb(float kelvin, float whitePointKelvin)
{
    const Float3 colour = xyzToLinearSrgb(blackBodyXyz(kelvin));
    const Float3 white = xyzToLinearSrgb(blackBodyXyz(whitePointKelvin));
    const Float3 relative{std::max(colour.x, 0.0F) / white.x, std::max(colour.y, 0.0F) / white.y,
                          std::max(colour.z, 0.0F) / white.z};
    return relative * (1.0F / luminance(relative));
}

Float3 colourOf(const StudioLight &light, float whitePointKelvin)
{
    return kelvinToRgb(light.kelvin, whitePointKelvin) * light.tint;
}

Float3 lightOf(const StudioLight &light, float whitePointKelvin)
{
    const Float3 colour = colourOf(light, whitePointKelvin);
    return colour * (light.brightness / std::max({colour.x, colour.y, colour.z, 1e-6F}));
}

GroundKey groundKeyOf(const Studio &studio)
{
    Xxh64 hash;
    const auto add = [&](std::initializer_list<float> numbers) {
        hash.update(std::as_bytes(std::span(numbers.begin(), numbers.size())));
    };
    const auto addColour = [&](const Float3 &colour) { add({colour.x, colour.y, colour.z}); };
    add({studio.whiteReads, studio.whitePointKelvin, studio.ground.lampWidth});
    for (const SkyStop &stop : studio.surround.sky) {
        add({stop.pitchDegrees});
        addColour(stop.light);
    }
    for (const LightPanel &panel : studio.surround.panels) {
        add({panel.yawDegrees, panel.pitchDegrees, panel.rollDegrees, panel.widthDegrees, panel.heightDegrees,
             panel.rounding, panel.edge, panel.falloff, panel.radiance, panel.kelvin, panel.columns, panel.rows,
             panel.bars});
        addColour(panel.tint);
        addColour(panel.tintBelow.value_or(panel.tint));
    }
    for (const StudioLight &light : studio.lights) {
        add({light.yawDegrees, light.pitchDegrees, light.brightness, light.kelvin});
        addColour(light.tint);
    }
    return {hash.digest()};
}

} // namespace vitrine::render
