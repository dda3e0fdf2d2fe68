// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/light/TracedSample.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <limits>

using namespace vitrine;
using namespace vitrine::render;
using namespace vitrine::test;
using Catch::Approx;

namespace {

Float3 evenLight(Float3) { return {1, 1, 1}; }
Float3 lightFromAbove(Float3 direction) { return direction.y > 0 ? Float3{1, 1, 1} : Float3{}; }

MaterialRecord matt(float base = 1)
{
    MaterialRecord material;
    material.baseColor = {base, base, base, 1};
    material.metallic = 0;
    material.specular = 0;
    return material;
}

MaterialRecord gloss(float metallic, float roughness)
{
    MaterialRecord material;
    material.metallic = metallic;
    material.roughness = roughness;
    return material;
}

float lightAt(const TracedPicture &picture, int x, int y)
{
    return luminance(picture.light[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                                   static_cast<std::size_t>(x)]);
}

/// Of what is covered altogether.
float meanOf(const TracedPicture &picture)
{
    double sum = 0;
    double count = 0;
    for (std::size_t i = 0; i < picture.light.size(); ++i)
        if (picture.cover[i] == 1) {
            sum += luminance(picture.light[i]);
            ++count;
        }
    REQUIRE(count > 0);
    return static_cast<float>(sum / count);
}

float whiteness(const MaterialRecord &material)
{
    TraceRequest request = frontView(24, 128, evenLight);
    request.backdrop = TracedBackdrop{.width = 1, .height = 1, .pixels = {{1, 1, 1}}};
    return meanOf(traced(packageOf(ball(), material), request));
}

} // namespace

TEST_CASE("AWhiteBallVanishesInEvenLight")
{
    CHECK(whiteness(matt()) == Approx(1).margin(0.01));
    for (const float roughness : {0.0F, 0.3F, 0.6F, 1.0F}) {
        CAPTURE(roughness);
        CHECK(whiteness(gloss(1, roughness)) == Approx(1).margin(0.01));
        CHECK(whiteness(gloss(0, roughness)) == Approx(1).margin(0.01));
        MaterialRecord coated = gloss(0, roughness);
        coated.clearcoat = 1;
        coated.clearcoatRoughness = 0.2F;
        CHECK(whiteness(coated) == Approx(1).margin(0.01));
        MaterialRecord velvet = gloss(0, 0.8F);
        velvet.sheenColor = {1, 1, 1};
        velvet.sheenRoughness = std::max(roughness, 0.2F);
        CHECK(whiteness(velvet) == Approx(1).margin(0.015));
    }
}

TEST_CASE("GlassVanishesInEvenLight")
{
    for (const float thickness : {0.0F, 1.0F}) {
        for (const float roughness : {0.0F, 0.4F}) {
            CAPTURE(thickness, roughness);
            MaterialRecord glass = gloss(0, roughness);
            glass.transmission = 1;
            glass.thickness = thickness;
            CHECK(whiteness(glass) == Approx(1).margin(roughness > 0 ? 0.02 : 0.01));
        }
    }
}

TEST_CASE("AMattBallIsLitAsTheIntegralSays")
{
    // Half of the dome shines: what falls on a face is π (1 + cos) / 2, by its tilt from straight up.
    const TracedPicture picture = traced(packageOf(ball(), matt(0.5F)), frontView(64, 144, lightFromAbove));
    for (const int row : {8, 20, 32, 44, 56}) {
        const double up = 1 - (row + 0.5) / 32;
        CAPTURE(row);
        CHECK(lightAt(picture, 32, row) == Approx(0.5 * (1 + up) / 2).margin(0.01));
    }
}

TEST_CASE("GlassOfAColourTakesAwayByItsDepth")
{
    MaterialRecord glass = gloss(0, 0);
    glass.ior = 1.0001F;
    glass.specular = 0;
    glass.transmission = 1;
    glass.thickness = 1;
    glass.attenuationDistance = 2;
    glass.attenuationColor = {0.25F, 0.25F, 0.25F};
    TraceRequest request = frontView(33, 64, evenLight);
    request.backdrop = TracedBackdrop{.width = 1, .height = 1, .pixels = {{1, 1, 1}}};
    const TracedPicture picture = traced(packageOf(ball(), glass), request);
    CHECK(lightAt(picture, 16, 16) == Approx(0.25).margin(0.01)); // 2 m through the middle
    CHECK(lightAt(picture, 28, 16) == Approx(std::pow(0.25, std::sqrt(1 - 0.75 * 0.75))).margin(0.03));
}

TEST_CASE("ShowsWhatTouchesGlassFromBehind")
{
    // Tilted, so that nothing lies on round numbers.
    const auto tilted = [](SampleMesh mesh) {
        const float cosine = std::cos(0.37F);
        const float sine = std::sin(0.37F);
        for (auto *points : {&mesh.positions, &mesh.normals})
            for (auto &[x, y, z] : *points) {
                const float turned = cosine * y - sine * z;
                z = sine * y + cosine * z;
                y = turned;
            }
        return mesh;
    };
    MaterialRecord glow;
    glow.unlit = 1;
    glow.baseColor = {1, 1, 1, 1};
    MaterialRecord glass = gloss(0, 0.02F);
    glass.transmission = 1;
    for (const float thickness : {0.0F, 0.3F}) {
        CAPTURE(thickness);
        glass.thickness = thickness;
        const auto package = packageOf({{tilted(box({-0.9F, -0.9F, -0.1F}, {0.9F, 0.9F, 0.1F})), glow},
                                        {tilted(box({-0.9F, -0.9F, 0.1F}, {0.9F, 0.9F, 0.3F})), glass}});
        const TracedPicture picture = traced(package, frontView(32, 16, [](Float3) { return Float3{}; }));
        for (int y = 9; y < 23; ++y)
            for (int x = 9; x < 23; ++x) {
                CAPTURE(x, y);
                CHECK(lightAt(picture, x, y) > 0.6F);
            }
    }
}

TEST_CASE("TheGroundShowsTheShadowAlone")
{
    TraceRequest request = frontView(64, 256, lightFromAbove);
    request.camera.position = {0, 40, 0};
    request.camera.rotation = {-std::sqrt(0.5F), 0, 0, std::sqrt(0.5F)}; // straight down
    request.camera.verticalFovDegrees *= 3;
    request.ground = TracedGround{.centre = {0, -1, 0}, .side = 8, .shadowStrength = 1, .shadowColor = {}, .pool = {}};
    const TracedPicture picture = traced(packageOf(box({-0.5F, -1, -0.5F}, {0.5F, 1, 0.5F}), matt()), request);
    const auto darkness = [&](int x, int y) {
        return picture.cover[static_cast<std::size_t>(y) * 64 + static_cast<std::size_t>(x)];
    };
    CHECK(darkness(32, 32) == 1);    // the box
    CHECK(darkness(39, 32) > 0.25F); // beside its foot
    CHECK(darkness(39, 32) > darkness(48, 32) + 0.1F);
    CHECK(darkness(1, 1) < 0.12F);
}

TEST_CASE("GivesTheSamePictureOnAnyNumberOfThreads")
{
    const auto package = packageOf(ball(), gloss(1, 0.3F));
    TraceRequest request = frontView(40, 5, lightFromAbove);
    request.threads = 1;
    const TracedPicture one = traced(package, request);
    request.threads = 3;
    const TracedPicture three = traced(package, request);
    CHECK(one.light == three.light);
    CHECK(one.cover == three.cover);
    request.seed = 2;
    CHECK(one.light != traced(package, request).light);
}

TEST_CASE("GivesUpWhenToldTo")
{
    const auto bytes = packageOf(ball(), matt());
    const auto package = Package::open(bytes);
    REQUIRE(package.has_value());
    TraceRequest request = frontView(64, 1, evenLight);
    const std::vector<Matrix4> world(1, {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1});
    request.world = world;
    request.progress = [](float) { return false; };
    const auto picture = tracePicture(*package, request);
    REQUIRE_FALSE(picture.has_value());
    CHECK(picture.error().detail == "given up");
}

TEST_CASE("BearsWhatAHostilePackageHolds")
{
    constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
    constexpr float kHuge = std::numeric_limits<float>::max();
    SampleMesh mesh = box({-1, -1, -1}, {1, 1, 1});
    mesh.positions[3] = {kNan, kHuge, -kHuge};
    mesh.normals[5] = {0, 0, 0};
    mesh.indices[0] = mesh.indices[1]; // a triangle of no size
    MaterialRecord material;
    material.roughness = 1e30F;
    material.metallic = -5;
    material.ior = 0.01F;
    material.transmission = 7;
    material.thickness = 1;
    material.attenuationDistance = 1e-30F;
    material.attenuationColor = {-1, 2, kHuge};
    material.iridescence = 1;
    material.iridescenceIor = 0;
    material.emissive = {1e30F, 0, 0};
    material.emissiveStrength = 1e30F;
    const auto bytes = packageOf(mesh, material);
    const auto package = Package::open(bytes);
    REQUIRE(package.has_value());
    TraceRequest request = frontView(16, 4, evenLight);
    const std::vector<Matrix4> world(1, {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1});
    request.world = world;
    if (const auto picture = tracePicture(*package, request))
        for (const Float3 &light : picture->light)
            CHECK((std::isfinite(light.x) && std::isfinite(light.y) && std::isfinite(light.z)));
    // One whose matrices belong to another package.
    request.world = {};
    CHECK_FALSE(tracePicture(*package, request).has_value());
}
