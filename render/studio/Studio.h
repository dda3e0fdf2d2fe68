// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/package/GroundKey.h"
#include "render/studio/Direction.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::render {

/// A rounded rectangle of light on the sphere around the product: a soft box, a flag, a window, a sign, a lamp.
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
    Float3 tint{1, 1, 1};            ///< Times the black body's colour.
    std::optional<Float3> tintBelow; ///< Of its lower end, where it is a gradient.
    float columns = 1;               ///< Panes beside each other, whole.
    float rows = 1;                  ///< Panes above each other, whole.
    float bars = 0.1F;               ///< Width of the bars between panes, as a part of a pane's shorter side.
};

/// The light of the sky, or of walls, at a height; between stops it blends.
struct SkyStop {
    float pitchDegrees = 0;
    Float3 light;
};

/// What is painted on a sphere: a gradient by height and panels over it, each hiding what is behind.
struct Scenery {
    std::vector<SkyStop> sky; ///< By rising pitch, at least one.
    std::vector<LightPanel> panels;
};

/// A light that the renderer computes itself: it gives edges and shadows that a prefiltered surround cannot.
struct StudioLight {
    std::string name;
    float yawDegrees = -45;
    float pitchDegrees = 45;
    float brightness = 0; ///< Of Quick 3D's DirectionalLight.
    float kelvin = 5600;
    Float3 tint{1, 1, 1};
    bool castsShadow = false;
};

/// The place behind the product, out of focus. Its pitch 0 is where the ground meets the wall; the stage moves that
/// line with the camera's height.
struct StudioBackdrop {
    Scenery place;             ///< Display colours: linear, 1 is white.
    float blurDegrees = 1;     ///< Radius of the disc that a point of light becomes.
    float wallDistance = 0.6F; ///< Behind the product, in parts of the camera's distance at home.
    Float3 lamp{1, 1, 1};      ///< The pool of light behind the product.
    float lampStrength = 0;
    float vignette = 0.08F;
    bool isDark = true; ///< Light words are readable on it.
};

/// What the product stands on.
struct StudioGround {
    float shadow = 0.5F;         ///< Darkness of the soft shadow under the product, 0 to 1.
    Float3 shadowColor;          ///< Display colour, linear, of what no light reaches.
    std::optional<Float3> color; ///< Display colour, linear, of the pool of light; the house's if there is none.
    float lampWidth = 6;         ///< Degrees across which the live lights shine, as the ground sees them.
};

/// A light studio as data: what surrounds the product, the lights, the ground and the place behind.
struct Studio {
    std::string name;
    std::string titleEnglish;
    std::string titleBengali;
    float order = 0; ///< Among the studios that a shopper may choose; 0 is not offered.
    /// A white, matt face that looks into the first shot's key light reads this in the picture (0 to 255, sRGB).
    float whiteReads = 235;
    float whitePointKelvin = 5600;
    Scenery surround;
    std::vector<StudioLight> lights; ///< Key, fill, rim: by rank, as a renderer that can afford fewer leaves them out.
    float exposure = 1;
    StudioGround ground;
    std::optional<StudioBackdrop> backdrop; ///< None stands before the house's.

    /// Reads a studio's JSON. Fails with Malformed or InvalidArgument, `where` the field ("panels[2].kelvin"): a value
    /// out of its range or of the wrong type, a field that there is not.
    [[nodiscard]] static core::Result<Studio> parse(std::string_view json);
};

/// The studio's light by its content: whatever changes what falls on the ground changes it.
[[nodiscard]] GroundKey groundKeyOf(const Studio &studio);

/// The colour of a black body relative to a white point, as linear sRGB of luminance 1.
[[nodiscard]] Float3 kelvinToRgb(float kelvin, float whitePointKelvin);

/// A light's colour, of luminance 1 before its tint.
[[nodiscard]] Float3 colourOf(const StudioLight &light, float whitePointKelvin);

/// What a matt white face that looks into a light sends back, as radiance all around of that colour would: Quick 3D's
/// lights have their brightness in the strongest channel.
[[nodiscard]] Float3 lightOf(const StudioLight &light, float whitePointKelvin);

} // namespace vitrine::render
