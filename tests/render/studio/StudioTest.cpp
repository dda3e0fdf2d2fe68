// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/studio/Backdrop.h"
#include "render/studio/Environment.h"
#include "render/studio/StudioBake.h"
#include "tests/support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <cstring>
#include <fstream>

using namespace vitrine::render;

namespace {

CubeMap bake(const Surround &surround, unsigned threads = 2)
{
    return prefilter(surround, {.size = 64, .samples = 64, .threads = threads});
}

bool isNear(Float3 a, Float3 b, float tolerance)
{
    const Float3 difference = a - b;
    return dot(difference, difference) < tolerance * tolerance;
}

} // namespace

TEST_CASE("FiltersEvenLightToItself")
{
    const Float3 grey{0.5F, 0.25F, 2};
    const CubeMap map = bake([&](Float3) { return grey; });
    REQUIRE(map.levels.size() == 6);
    for (const auto &level : map.levels)
        for (const auto &face : level)
            for (const Float3 texel : face)
                REQUIRE(isNear(texel, grey, 1e-4F));
}

TEST_CASE("GathersHalfTheSphereOnAMattFace")
{
    // Light 1 from above and none from below: a face that looks up gets all of it, one that looks sideways half.
    const CubeMap map =
        prefilter([](Float3 d) { return d.y > 0 ? Float3{1, 1, 1} : Float3{}; }, {.size = 256, .samples = 16});
    CHECK(isNear(diffuseAt(map, {0, 1, 0}), {1, 1, 1}, 0.03F));
    CHECK(isNear(diffuseAt(map, {0, -1, 0}), {}, 0.03F));
    CHECK(std::abs(diffuseAt(map, normalized({1, 0.06F, 0})).x - 0.53F) < 0.1F);
}

TEST_CASE("KeepsTheDirectionOfTheLight")
{
    for (const Float3 from :
         {Float3{1, 0, 0}, Float3{-1, 0, 0}, Float3{0, 1, 0}, Float3{0, -1, 0}, Float3{0, 0, 1}, Float3{0, 0, -1}}) {
        const CubeMap map = bake([&](Float3 d) { return dot(d, from) > 0.9F ? Float3{1, 1, 1} : Float3{}; });
        CHECK(diffuseAt(map, from).x > 4 * diffuseAt(map, from * -1.0F).x);
        CHECK(diffuseAt(map, from).x > 0.1F);
    }
}

TEST_CASE("ReadsItsOwnIrradianceBack")
{
    const CubeMap map = bake([](Float3 d) { return Float3{d.y > 0 ? 1.0F : 0.2F, 0.5F, 3e-6F}; });
    auto bytes = encodeKtx(map);
    const auto read = decodeIrradiance(bytes);
    REQUIRE(read.has_value());
    for (const Float3 normal : {Float3{0, 1, 0}, Float3{0, -1, 0}, Float3{1, 0, 0}})
        CHECK(isNear(diffuseAt(*read, normal), diffuseAt(map, normal), 1e-3F));
    const auto whole = decodeProbe(bytes);
    REQUIRE(whole.has_value());
    REQUIRE(whole->levels.size() == map.levels.size());
    for (const float roughness : {0.0F, 0.5F, 1.0F})
        for (const Float3 direction : {Float3{0, 1, 0}, Float3{0.2F, -1, 0}, Float3{1, 0.3F, 0}})
            CHECK(isNear(probeAt(*whole, direction, roughness), probeAt(map, direction, roughness), 1e-3F));
    for (const std::size_t left : {std::size_t{0}, std::size_t{63}, std::size_t{100}, std::size_t{400}}) {
        const auto cut = std::span(bytes).first(left);
        CHECK(decodeIrradiance(cut).error().code == vitrine::core::ErrorCode::Malformed);
        CHECK(decodeProbe(cut).error().code == vitrine::core::ErrorCode::Malformed);
    }
    std::memset(bytes.data() + 12 + 11 * 4, 0xFF, 4); // the number of levels
    CHECK(decodeIrradiance(bytes).error().code == vitrine::core::ErrorCode::Malformed);
}

TEST_CASE("SetsAProductBeforeTheMeanOfItsSurround")
{
    const Backdrop warm = backdropFrom(bake([](Float3) { return Float3{0.8F, 0.4F, 0.2F}; }));
    CHECK(warm.bottom.x > warm.bottom.y);
    CHECK(warm.bottom.y > warm.bottom.z);
    CHECK(warm.bottom.x < 3 * warm.bottom.z); // muted
    CHECK(luminance(warm.top) < luminance(warm.bottom));
    CHECK(luminance(warm.bottom) < luminance(warm.lamp));

    // A white product before the brightest, a black one before the darkest.
    const Backdrop snow = backdropFrom(bake([](Float3) { return Float3{40, 40, 40}; }));
    CHECK(luminance(snow.lamp) < 0.5F);
    const Backdrop night = backdropFrom(bake([](Float3) { return Float3{}; }));
    CHECK(luminance(night.top) > 0.02F);
}

TEST_CASE("GivesTheSameBytesOnAnyNumberOfThreads")
{
    const auto surround = [](Float3 d) { return Float3{d.x * d.x, 0.3F, d.y > 0.5F ? 4.0F : 0.1F}; };
    CHECK(encodeKtx(bake(surround, 1)) == encodeKtx(bake(surround, 3)));
}

TEST_CASE("WritesTheContainerThatQuickThreeDReads")
{
    const auto bytes = encodeKtx(bake([](Float3) { return Float3{1, 1, 1}; }));
    const auto field = [&](std::size_t at) {
        std::uint32_t value = 0;
        std::memcpy(&value, bytes.data() + at, sizeof value);
        return value;
    };
    CHECK(field(12) == 0x04030201);
    CHECK(field(28) == 0x881A);
    CHECK(field(36) == 64);
    CHECK(field(52) == 6);
    CHECK(field(56) == 6);
    CHECK(std::memcmp(bytes.data() + 68, "QT_IBL_BAKER_VERSION", 21) == 0);
    std::size_t expected = 64 + 28;
    for (std::size_t level = 0; level < 6; ++level)
        expected += 4 + 6 * 8 * (64U >> level) * (64U >> level);
    CHECK(bytes.size() == expected);
    CHECK(field(92 + 4) == 0x3C003C00); // two halves of 1.0
}

TEST_CASE("ExposesSoThatWhiteReadsAsAsked")
{
    CubeMap map = bake([](Float3) { return Float3{3, 3, 3}; });
    scale(map, exposureFor([&](Float3 normal) { return diffuseAt(map, normal); }, 235));
    CHECK(std::abs(diffuseAt(map, {0, 0, 1}).x - 0.8308F) < 0.01F);
}

TEST_CASE("RefusesAPictureThatIsNoHdr")
{
    const char text[] = "P6 2 2 255 not an hdr";
    const auto image = decodeHdr(std::as_bytes(std::span(text)));
    REQUIRE_FALSE(image.has_value());
    CHECK(image.error().code == vitrine::core::ErrorCode::Malformed);
}

TEST_CASE("ReadsASurroundBackAsItWasPainted")
{
    // Steep enough that a picture that is turned, mirrored or upside down differs everywhere.
    const auto surround = [](Float3 d) { return Float3{2 + d.x, 2 + d.y, 40 * (1.5F + d.z)}; };
    const EquirectImage painted = paintEquirect(surround, 64);
    const auto read = decodeHdr(encodeHdr(painted));
    REQUIRE(read.has_value());
    REQUIRE(read->width == 128);
    REQUIRE(read->height == 64);
    for (const Float3 towards :
         {directionTowards(0, 0), directionTowards(90, 10), directionTowards(-130, -60), directionTowards(37, 80)}) {
        const Float3 light = surround(towards);
        // The channels share an exponent: a 256th of the brightest one is lost, half of it more where it is uneven.
        CHECK(isNear(read->sample(towards), light, 0.015F * light.z));
        CHECK(isNear(painted.sample(towards), light, 0.003F * light.z));
    }
}

TEST_CASE("PaintsALiveLightAsTheDiscThatShinesAsMuch")
{
    const vitrine::test::TemporaryFolder folder;
    const auto path = folder.path() / "lamp.json";
    std::ofstream(path) << R"({"name": "lamp", "title": {"en": "Lamp", "bn": "বাতি"}, "order": 0,
        "sky": [{"pitch": 0, "light": [1, 1, 1]}],
        "lights": [{"name": "key", "yaw": 90, "pitch": 0, "brightness": 0.5, "kelvin": 5600}]})";
    const auto bytes = paintSurround(path, {.size = 64, .samples = 16});
    REQUIRE(bytes.has_value());
    const auto image = decodeHdr(*bytes);
    REQUIRE(image.has_value());
    const float around = image->sample(directionTowards(-90, 0)).x;
    CHECK(std::abs(around - 0.8308F) < 0.01F); // the white that the bake reads as 235
    CHECK(image->sample(directionTowards(90, 0)).x > 100 * around);
    const auto lit = prefilter([&](Float3 d) { return image->sample(d); }, {.size = 256, .samples = 16});
    CHECK(std::abs(diffuseAt(lit, directionTowards(90, 0)).x - around - 0.5F) < 0.03F);
}
