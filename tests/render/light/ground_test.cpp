// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/GroundLight.h"
#include "render/studio/GroundRays.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>
#include <vector>

using namespace vitrine::render;
using Catch::Approx;

namespace {

struct Thing {
    Occluders occluders;
    Bounds bounds{};
};

/// A block from `low` to `high`, of glass or not.
Thing block(Vector3 low, Vector3 high, bool isGlass = false)
{
    Thing thing{.occluders = {}, .bounds = {low, high}};
    for (unsigned corner = 0; corner < 8; ++corner)
        thing.occluders.positions.push_back({(corner & 1U) != 0 ? high[0] : low[0],
                                             (corner & 2U) != 0 ? high[1] : low[1],
                                             (corner & 4U) != 0 ? high[2] : low[2]});
    auto &list = isGlass ? thing.occluders.glass : thing.occluders.solid;
    list = {0, 1, 3, 0, 3, 2, 4, 6, 7, 4, 7, 5, 0, 4, 5, 0, 5, 1, 2, 3, 7, 2, 7, 6, 0, 2, 6, 0, 6, 4, 1, 5, 7, 1, 7, 3};
    return thing;
}

Thing together(std::span<const Thing> things, const Bounds &bounds)
{
    Thing all{.occluders = {}, .bounds = bounds};
    for (const Thing &thing : things) {
        const auto first = static_cast<std::uint32_t>(all.occluders.positions.size());
        all.occluders.positions.insert(all.occluders.positions.end(), thing.occluders.positions.begin(),
                                       thing.occluders.positions.end());
        for (const std::uint32_t corner : thing.occluders.solid)
            all.occluders.solid.push_back(first + corner);
    }
    return all;
}

/// 0.2 m wide and deep, 0.4 m high.
Thing column() { return block({-0.1F, 0, -0.1F}, {0.1F, 0.4F, 0.1F}); }

/// A studio whose sky gives `broad` of what its one lamp gives.
GroundLight lampAt(float yaw, float pitch, float width, float broad = 0)
{
    Studio studio;
    studio.surround.sky = {{.pitchDegrees = 0, .light = {1, 1, 1}}};
    studio.whiteReads = 255;
    studio.ground.lampWidth = width;
    const float lamp = broad > 0 ? 1 / broad : 1e4F;
    studio.lights = {
        {.name = {}, .yawDegrees = yaw, .pitchDegrees = pitch, .brightness = lamp / std::sin(radians(pitch))}};
    return groundLightOf(studio);
}

std::vector<GroundPicture> trace(Thing thing, std::vector<GroundLight> lights = {})
{
    auto pictures = traceGround(std::move(thing.occluders), thing.bounds, lights);
    REQUIRE(pictures.has_value());
    REQUIRE(pictures->size() == lights.size() + 1);
    return std::move(*pictures);
}

/// Darkness, 0 to 1, at a place on the ground in metres.
double at(const GroundPicture &picture, float x, float z)
{
    const auto texel = [&](float value, float centre) {
        return static_cast<std::size_t>(((value - centre) / picture.record.side + 0.5F) * kGroundTexels);
    };
    return picture.darkness[texel(z, picture.record.centreZ) * kGroundTexels + texel(x, picture.record.centreX)] /
           255.0;
}

} // namespace

TEST_CASE("DarkensTheGroundTowardsTheFoot")
{
    const GroundPicture ground = trace(column())[0];
    CHECK(ground.record.groundY < 0);
    CHECK(ground.record.groundY > -0.001F);
    CHECK(at(ground, 0, 0) == 1);
    CHECK(at(ground, 0.105F, 0) > at(ground, 0.12F, 0) + 0.05);
    CHECK(at(ground, 0.12F, 0) > at(ground, 0.14F, 0) + 0.05);
    // All sides alike: the broad light has none.
    CHECK(at(ground, 0.12F, 0) == Approx(at(ground, -0.12F, 0)).margin(0.03));
    CHECK(at(ground, 0.12F, 0) == Approx(at(ground, 0, 0.12F)).margin(0.03));
}

TEST_CASE("TakesAsMuchOfTheSkyAsAWallCovers")
{
    // At the foot of a long wall half of the sky is gone; where its upper edge stands 45° high, the part of the
    // cosine-weighted sky beyond that edge: (1 − sin 45°) / 2 of what there is.
    const GroundPicture ground = trace(block({-8, 0, -0.01F}, {8, 0.5F, 0.01F}))[0];
    CHECK(at(ground, 0, 0.51F) == Approx((1 - std::sqrt(0.5)) / 2).margin(0.03));
}

TEST_CASE("ThrowsAShadowAwayFromTheLamp")
{
    const auto shadowOf = [](float yaw, float softness) {
        return trace(column(), {lampAt(yaw, 45, softness, 0.25F)})[1];
    };
    // The light at 45° on the left: the top's shadow ends at 0.1 + 0.4 m on the right.
    const GroundPicture sharp = shadowOf(-90, 2);
    CHECK(at(sharp, 0.35F, 0) > 0.6);
    CHECK(at(sharp, 0.35F, 0) > at(sharp, 0.56F, 0) + 0.4);
    CHECK(at(sharp, 0.35F, 0) > at(sharp, 0.35F, 0.2F) + 0.4);
    CHECK(at(sharp, -0.25F, 0) < 0.1);
    const GroundPicture behind = shadowOf(180, 2);
    CHECK(at(behind, 0, 0.35F) > at(behind, 0, -0.25F) + 0.4);
    // A broader light has a softer edge.
    const GroundPicture soft = shadowOf(-90, 25);
    CHECK(at(soft, 0.35F, 0.13F) > at(sharp, 0.35F, 0.13F) + 0.05);
}

TEST_CASE("ShadesEvenlyBelowSlats")
{
    // Of each sharp shadow of a slat a step of a 48th, or a 160th, would be seen.
    std::vector<Thing> slats;
    for (int i = 0; i < 12; ++i) {
        const float x = -0.5F + static_cast<float>(i) * 0.085F;
        slats.push_back(block({x, 0.49F, -0.5F}, {x + 0.04F, 0.5F, 0.5F}));
    }
    const auto pictures = trace(together(slats, {{-0.5F, 0, -0.5F}, {0.5F, 0.5F, 0.5F}}), {lampAt(30, 60, 12, 0.25F)});
    for (const GroundPicture &picture : pictures) {
        const float texel = picture.record.side / kGroundTexels;
        double steepest = 0;
        for (float x = -0.2F; x < 0.2F; x += texel)
            steepest = std::max(steepest, std::abs(at(picture, x, 0) - at(picture, x + texel, 0)));
        CHECK(steepest < 0.025);
    }
}

TEST_CASE("MissesNothingThatStandsBetweenItsTexels")
{
    // Posts hardly wider than a texel, and a rod in the air, at ever other places of a texel. Penumbrae are smoothed:
    // a quarter is left of a line as narrow, a fifteenth of a point.
    std::vector<Thing> things;
    std::vector<float> places;
    for (int i = 0; i < 15; ++i) {
        places.push_back(-0.49F + static_cast<float>(i) * 0.067F);
        things.push_back(
            block({places.back(), 0, places.back()}, {places.back() + 0.015F, 0.01F, places.back() + 0.015F}));
    }
    things.push_back(block({-0.5F, 0.2F, 0.3F}, {0.5F, 0.212F, 0.312F}));
    const auto pictures = trace(together(things, {{-0.5F, 0, -0.5F}, {0.5F, 0.3F, 0.5F}}), {lampAt(180, 89, 0.1F)});
    for (const float place : places) {
        const float middle = place + 0.0075F;
        INFO("a post at " << middle);
        CHECK(at(pictures[0], middle, middle) > 0.2);
        CHECK(at(pictures[1], middle, middle) > 0.05);
    }
    for (float x = -0.3F; x < 0.3F; x += 0.003F) {
        INFO("the rod at " << x);
        CHECK(at(pictures[1], x, 0.309F) > 0.2);
    }
}

TEST_CASE("MissesNoShadowOfALampAmongSeveral")
{
    // A wire's shadow from each of three lamps, far from where one from their middle would be.
    GroundLight three = lampAt(90, 50, 0.1F);
    for (const float yaw : {-90.0F, 10.0F})
        std::ranges::copy(lampAt(yaw, 50, 0.1F).towards, std::back_inserter(three.towards));
    Thing wire = block({-0.005F, 0.2F, -0.5F}, {0.005F, 0.21F, 0.5F});
    wire.bounds = {{-0.5F, 0, -0.5F}, {0.5F, 0.3F, 0.5F}};
    const GroundPicture lit = trace(wire, {three})[1];
    const float away = 0.205F / std::tan(radians(50.0F));
    for (float z = -0.3F; z < 0.3F; z += 0.003F)
        for (const float x : {-away, away, -away * std::sin(radians(10.0F))}) {
            INFO("the wire's shadow at " << x << ", " << z);
            CHECK(at(lit, x, z) > 0.03);
        }
}

TEST_CASE("LetsSomeLightThroughGlass")
{
    const GroundPicture glass = trace(block({-0.1F, 0, -0.1F}, {0.1F, 0.4F, 0.1F}, true), {lampAt(-90, 45, 1)})[1];
    CHECK(at(glass, 0.3F, 0) == Approx(0.55).margin(0.05));
}

TEST_CASE("TracesAGrainOfDustAndAFarThingAlike")
{
    const GroundPicture metres = trace(column())[0];
    const GroundPicture dust = trace(block({-1e-6F, 0, -1e-6F}, {1e-6F, 4e-6F, 1e-6F}))[0];
    CHECK(dust.record.side / metres.record.side == Approx(1e-5));
    const GroundPicture far = trace(block({999.9F, 0, -0.1F}, {1000.1F, 0.4F, 0.1F}))[0];
    CHECK(far.record.centreX == Approx(1000).epsilon(1e-6));
    for (const GroundPicture *other : {&dust, &far}) {
        std::size_t different = 0;
        for (std::size_t i = 0; i < metres.darkness.size(); ++i)
            different += std::abs(metres.darkness[i] - other->darkness[i]) > 8 ? 1U : 0U;
        CHECK(different < metres.darkness.size() / 100); // a texel's middle may fall on an edge's other side
    }
}

TEST_CASE("EndsBeforeItsPictureDoes")
{
    for (const GroundPicture &ground : trace(column(), {lampAt(-60, 30, 5, 0.4F)}))
        for (std::size_t i = 0; i < kGroundTexels; ++i) {
            CHECK(ground.darkness[i] == 0);
            CHECK(ground.darkness[i * kGroundTexels] == 0);
        }
}

TEST_CASE("GivesTheSamePictureTwice")
{
    const GroundLight light = lampAt(20, 40, 9, 1);
    const auto once = trace(column(), {light});
    const auto again = trace(column(), {light});
    CHECK(once[0].darkness == again[0].darkness);
    CHECK(once[1].darkness == again[1].darkness);
}

TEST_CASE("TakesAsMuchOfAStudiosLightAsAWallCovers")
{
    // An even dome is the cosine-weighted sky of the broad light.
    Studio studio;
    studio.surround.sky = {{.pitchDegrees = 0, .light = {1, 1, 1}}};
    const GroundPicture ground = trace(block({-8, 0, -0.01F}, {8, 0.5F, 0.01F}), {groundLightOf(studio)})[1];
    CHECK(at(ground, 0, 0.51F) == Approx((1 - std::sqrt(0.5)) / 2).margin(0.03));
    CHECK(at(ground, 0, -0.51F) == Approx((1 - std::sqrt(0.5)) / 2).margin(0.03));
}

TEST_CASE("SaysALightInDigits")
{
    const GroundLight light = lampAt(-70, 30, 40, 0.5F);
    REQUIRE(light.towards.size() > 100);
    const auto again = readGroundLight(textOf(light));
    REQUIRE(again.has_value());
    CHECK(again->key == light.key);
    REQUIRE(again->towards.size() == light.towards.size());
    for (std::size_t i = 0; i < light.towards.size(); ++i)
        for (std::size_t axis = 0; axis < 3; ++axis)
            CHECK(again->towards[i][axis] == Approx(light.towards[i][axis]).margin(2e-3));
    for (const char *wrong :
         {"", "12", "000000000000000", "000000000000000g", "00000000000000007fff", "0000000000000000ffffffff"})
        CHECK(readGroundLight(wrong).error().code == vitrine::core::ErrorCode::InvalidArgument);
}
