// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/studio/Direction.h"

#include <string>
#include <string_view>
#include <vector>

namespace vitrine::render {

/// A soft box: a rounded rectangle of light on the sphere around the product.
struct LightPanel {
    std::string name;
    float yawDegrees = 0;
    float pitchDegrees = 0;
    float rollDegrees = 0; ///< About its own axis, counter-clockwise as the product sees it.
    float widthDegrees = 30;
    float heightDegrees = 30;
    float rounding = 0.2F; ///< Corner radius as a part of the shorter half side, 0 to 1.
    float edge = 0.1F;     ///< Width of the soft border, as a part of the shorter half side.
    float falloff = 0.25F; ///< How much darker its border is than its middle: a diffuser lit from behind.
    float radiance = 1;
    float kelvin = 5600;
};

/// A light that the renderer computes itself: it gives edges and shadows that a prefiltered surround cannot.
struct StudioLight {
    float yawDegrees = -45;
    float pitchDegrees = 45;
    float brightness = 0; ///< Of Quick 3D's DirectionalLight.
    float kelvin = 5600;
    bool castsShadow = false;
};

/// A light studio as data: what surrounds the product, the lights, and how the ground takes the shadow.
struct Studio {
    std::string name;
    /// A white, matt face that looks into the first shot's key light reads this in the picture (0 to 255, sRGB).
    float whiteReads = 235;
    float whitePointKelvin = 5600;
    Float3 zenith{0.2F, 0.2F, 0.2F};
    Float3 horizon{0.2F, 0.2F, 0.2F};
    Float3 nadir{0.1F, 0.1F, 0.1F};
    std::vector<LightPanel> panels;
    std::vector<StudioLight> lights;
    float exposure = 1;
    float shadowStrength = 0.5F; ///< Darkness of the ground's shadow where nothing lights it, 0 to 1.

    /// Reads a studio's JSON. Fails with Malformed or InvalidArgument, `where` the field ("panels[2].kelvin").
    [[nodiscard]] static core::Result<Studio> parse(std::string_view json);
};

/// The light that arrives from a direction (unit length), linear, before exposure.
[[nodiscard]] Float3 radianceFrom(const Studio &studio, Float3 direction);

/// The colour of a black body relative to a white point, as linear sRGB of luminance 1.
[[nodiscard]] Float3 kelvinToRgb(float kelvin, float whitePointKelvin);

} // namespace vitrine::render
