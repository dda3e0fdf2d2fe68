// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/studio/Scenery.h"
#include "render/studio/Panorama.h"

#include <catch2/catch_test_macros.hpp>

#include <cstring>

using namespace vitrine::render;

namespace {

constexpr float kDaylight = 5600;

Scenery sceneryOf(std::vector<LightPanel> panels, Float3 sky = {})
{
    return {.sky = {{0, sky}}, .panels = std::move(panels)};
}

float brightness(const Scenery &scenery, float yaw, float pitch)
{
    return luminance(surroundOf(scenery, kDaylight)(directionTowards(yaw, pitch)));
}

/// The panorama's texel in a direction.
const std::uint8_t *texelAt(const Panorama &panorama, float yaw, float pitch)
{
    float turn = (180 - yaw) / 360;
    turn -= std::floor(turn);
    const auto column = static_cast<std::size_t>(turn * Panorama::kColumns);
    const auto row = static_cast<std::size_t>((Panorama::kTopDegrees - pitch) /
                                              (Panorama::kTopDegrees - Panorama::kBottomDegrees) * Panorama::kHeight);
    return &panorama.pixels[3 * (row * Panorama::kWidth + column)];
}

StudioBackdrop lampAt(float yaw, float pitch, float size)
{
    StudioBackdrop backdrop;
    backdrop.place = sceneryOf({{.name = {},
                                 .yawDegrees = yaw,
                                 .pitchDegrees = pitch,
                                 .widthDegrees = size,
                                 .heightDegrees = size,
                                 .rounding = 1,
                                 .falloff = 0,
                                 .radiance = 40,
                                 .tintBelow = {}}});
    backdrop.blurDegrees = 2;
    return backdrop;
}

} // namespace

TEST_CASE("ShinesFromWhereThePanelHangs")
{
    const Scenery scenery = sceneryOf(
        {{.name = {}, .yawDegrees = -60, .pitchDegrees = 40, .radiance = 5, .tintBelow = {}}}, {0.1F, 0.1F, 0.1F});
    CHECK(brightness(scenery, -60, 40) > 4.5F);
    CHECK(brightness(scenery, 120, -40) < 0.5F);
}

TEST_CASE("HidesWhatIsBehindAPanel")
{
    const LightPanel lamp{.name = {}, .yawDegrees = 20, .radiance = 5, .tintBelow = {}};
    LightPanel flag = lamp;
    flag.radiance = 0;
    flag.falloff = 0;
    CHECK(brightness(sceneryOf({lamp, flag}), 20, 0) < 1e-4F);
    CHECK(brightness(sceneryOf({flag, lamp}), 20, 0) > 4);
}

TEST_CASE("BlendsTheSkyBetweenItsStops")
{
    const Scenery scenery{.sky = {{-10, {1, 1, 1}}, {10, {3, 3, 3}}, {30, {0, 0, 0}}}, .panels = {}};
    CHECK(std::abs(brightness(scenery, 77, -40) - 1) < 1e-3F);
    CHECK(std::abs(brightness(scenery, 12, 0) - 2) < 1e-3F);
    CHECK(std::abs(brightness(scenery, -150, 20) - 1.5F) < 1e-3F);
    CHECK(std::abs(brightness(scenery, 0, 80)) < 1e-3F);
}

TEST_CASE("SetsBarsBetweenTheWindowsPanes")
{
    const Scenery scenery = sceneryOf({{.name = {},
                                        .widthDegrees = 60,
                                        .heightDegrees = 60,
                                        .rounding = 0,
                                        .edge = 0.02F,
                                        .falloff = 0,
                                        .radiance = 4,
                                        .tintBelow = {},
                                        .columns = 2,
                                        .rows = 3,
                                        .bars = 0.2F}});
    CHECK(brightness(scenery, 0, 0) < 0.01F); // the upright in the middle
    CHECK(brightness(scenery, 14, 0) > 3.9F);
    CHECK(brightness(scenery, -14, 0) > 3.9F);
    CHECK(brightness(scenery, 14, 10.9F) < 0.01F); // tan 30° / 3: the bar below the upper panes
    CHECK(brightness(scenery, 14, 20) > 3.9F);
}

TEST_CASE("FadesFromItsTintToTheOneBelow")
{
    const Scenery scenery = sceneryOf({{.name = {},
                                        .widthDegrees = 40,
                                        .heightDegrees = 40,
                                        .falloff = 0,
                                        .kelvin = kDaylight,
                                        .tint = {1, 0, 0},
                                        .tintBelow = Float3{0, 0, 1}}});
    const Surround surround = surroundOf(scenery, kDaylight);
    CHECK(surround(directionTowards(0, 15)).x > 4 * surround(directionTowards(0, 15)).z);
    CHECK(surround(directionTowards(0, -15)).z > 4 * surround(directionTowards(0, -15)).x);
}

TEST_CASE("ShowsALampFarBehindAsADiscOfLight")
{
    const Panorama panorama = paintPanorama(lampAt(152, 8, 0.6F), kDaylight);
    REQUIRE(panorama.pixels.size() == std::size_t{3} * Panorama::kWidth * Panorama::kHeight);
    // As bright at its rim as in its middle, and gone beyond.
    const int middle = texelAt(panorama, 152, 8)[1];
    CHECK(middle > 100);
    CHECK(std::abs(texelAt(panorama, 153.4F, 8)[1] - middle) < 12);
    CHECK(std::abs(texelAt(panorama, 152, 6.6F)[1] - middle) < 12);
    CHECK(texelAt(panorama, 155, 8)[1] <= 1);
    CHECK(texelAt(panorama, 152, 5)[1] <= 1);
}

TEST_CASE("MeetsItsOwnBeginningBehindTheViewer")
{
    const Panorama panorama = paintPanorama(lampAt(180, 8, 3), kDaylight);
    bool isLit = false;
    for (std::size_t row = 0; row < Panorama::kHeight; ++row) {
        const auto *line = &panorama.pixels[3 * row * Panorama::kWidth];
        CHECK(std::memcmp(line, line + std::size_t{3} * Panorama::kColumns, 3) == 0);
        CHECK(std::abs(line[1] - line[3 * (Panorama::kColumns - 1) + 1]) <= 2);
        isLit = isLit || line[1] > 100;
    }
    CHECK(isLit);
}
