// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/golden/GoldenPicture.h"
#include "tests/render/golden/Sample.h"
#include "tests/render/stage/Stills.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace vitrine;
using test::Sample;

namespace {

const std::string kClear = R"("doubleSided":true,"pbrMetallicRoughness":{"metallicFactor":0,"roughnessFactor":0.03},)"
                           R"("extensions":{"KHR_materials_transmission":{"transmissionFactor":1}})";
const std::string kAmber =
    R"("pbrMetallicRoughness":{"metallicFactor":0,"roughnessFactor":0.05},"extensions":{)"
    R"("KHR_materials_transmission":{"transmissionFactor":1},"KHR_materials_volume":{"thicknessFactor":0.1,)"
    R"("attenuationDistance":0.08,"attenuationColor":[0.9,0.4,0.04]}})";
const std::string kTinted = R"("alphaMode":"BLEND","doubleSided":true,"pbrMetallicRoughness":{"metallicFactor":0,)"
                            R"("roughnessFactor":0.3,"baseColorFactor":[0.05,0.2,0.8,0.5]})";

constexpr std::array<float, 3> kWithin{-0.03F, 0.09F, 0.02F};
constexpr std::array<float, 3> kBefore{0.06F, 0.02F, 0.3F};

Sample two(const std::string &name, const std::string &first, const std::string &second, std::array<float, 3> at)
{
    Sample sample{name, first};
    sample.second = second;
    sample.secondAt = at;
    return sample;
}

QImage drawn(const Sample &sample, float yaw = 0)
{
    const test::BakedSample package(sample);
    stage::Still still;
    still.package = QString::fromStdString(package.path());
    still.size = {320, 320};
    still.orbit.yaw = yaw;
    still.orbit.distance = 0.5;
    still.background = QStringLiteral("#e8e4dc");
    const auto image = test::draw(still);
    INFO((image ? "" : core::describe(image.error())));
    REQUIRE(image.has_value());
    return *image;
}

/// How many pixels differ in a channel by more than a sixth.
int changed(const QImage &one, const QImage &other)
{
    int count = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x) {
            const QColor a = one.pixelColor(x, y);
            const QColor b = other.pixelColor(x, y);
            count += std::abs(a.red() - b.red()) > 42 || std::abs(a.green() - b.green()) > 42 ||
                     std::abs(a.blue() - b.blue()) > 42;
        }
    return count;
}

} // namespace

TEST_CASE("GlassIsSeenThroughGlass")
{
    SECTION("one within the other") { test::checkGolden("glass-within", drawn(two("", kClear, kAmber, kWithin))); }
    SECTION("one before the other") { test::checkGolden("glass-before", drawn(two("", kAmber, kClear, kBefore))); }
    SECTION("what blends within") { test::checkGolden("glass-blend", drawn(two("", kClear, kTinted, kWithin))); }
}

TEST_CASE("WhatIsWithinAGlassIsSeenFromAllSides")
{
    const std::string &second = GENERATE(kAmber, kTinted);
    for (const float yaw : {0.0F, 35.0F, 70.0F, 290.0F}) {
        INFO("yaw " << yaw);
        const QImage alone = drawn({"", kClear}, yaw);
        const QImage within = drawn(two("", kClear, second, kWithin), yaw);
        CHECK(changed(alone, within) > 1500);
    }
}
