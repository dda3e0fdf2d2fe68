// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/ContactShadow.h"
#include "render/scene/PackageAsset.h"
#include "tests/render/stage/Boxes.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine;
using render::castContactShadow;
using render::ContactShadow;

namespace {

/// Darkness at a place on the ground, in metres.
int at(const ContactShadow &shadow, float x, float z)
{
    const auto texel = [&](float value, float centre) {
        return static_cast<std::size_t>((value - centre) / shadow.side * ContactShadow::kSize +
                                        ContactShadow::kSize / 2.0F);
    };
    return shadow.darkness[texel(z, shadow.centreZ) * ContactShadow::kSize + texel(x, shadow.centreX)];
}

} // namespace

TEST_CASE("DarkensTheGroundTowardsTheFoot")
{
    const test::BoxPackage box;
    const auto asset = render::PackageAsset::load(box.path());
    REQUIRE(asset.has_value());
    const ContactShadow shadow = castContactShadow((*asset)->package());
    CHECK(shadow.groundY < 0);
    CHECK(shadow.groundY > -0.001F);
    CHECK(at(shadow, 0, 0) > 180);
    CHECK(at(shadow, 0.105F, 0) > at(shadow, 0.15F, 0));
    CHECK(at(shadow, 0.15F, 0) > at(shadow, 0.25F, 0));
    // The key stands at the left, so the shadow leans to the right.
    CHECK(at(shadow, 0.18F, 0) > at(shadow, -0.18F, 0));
}

TEST_CASE("ThrowsAShadowAwayFromTheKey")
{
    const test::BoxPackage box;
    const auto asset = render::PackageAsset::load(box.path());
    REQUIRE(asset.has_value());
    const auto shadowOf = [&](float yaw, float softness) {
        return castContactShadow(
            (*asset)->package(),
            {.yawDegrees = yaw, .pitchDegrees = 45, .strength = 0.8F, .softnessDegrees = softness});
    };
    // 0.4 m high, the light at 45° on the left: the top's shadow ends at 0.1 + 0.4 m on the right.
    const ContactShadow shadow = shadowOf(-90, 2);
    CHECK(at(shadow, 0.35F, 0) > 120);
    CHECK(at(shadow, 0.35F, 0) > at(shadow, 0.56F, 0) + 60);
    CHECK(at(shadow, 0.35F, 0) > at(shadow, 0.35F, 0.2F) + 60);
    CHECK(at(shadow, -0.25F, 0) < 40);
    const ContactShadow behind = shadowOf(180, 2);
    CHECK(at(behind, 0, 0.35F) > at(behind, 0, -0.25F) + 60);
    // A broader light has a softer edge.
    const ContactShadow soft = shadowOf(-90, 25);
    CHECK(at(soft, 0.35F, 0.13F) > at(shadow, 0.35F, 0.13F));
}

TEST_CASE("CastsTheSameShadowForAGrainOfDust")
{
    const auto shadowOf = [](float scale) {
        const test::BoxPackage box(scale, 0);
        return castContactShadow((*render::PackageAsset::load(box.path()))->package());
    };
    const ContactShadow metres = shadowOf(1);
    const ContactShadow dust = shadowOf(1e-5F);
    CHECK(std::abs(dust.side / metres.side - 1e-5F) < 1e-7F);
    int most = 0;
    for (std::size_t i = 0; i < metres.darkness.size(); ++i)
        most = std::max(most, std::abs(metres.darkness[i] - dust.darkness[i]));
    CHECK(most <= 64); // a texel's edge may fall on its other side
    CHECK(std::abs(at(dust, 0, 0) - at(metres, 0, 0)) <= 2);
}

TEST_CASE("EndsBeforeItsPictureDoes")
{
    const test::BoxPackage box;
    const auto asset = render::PackageAsset::load(box.path());
    REQUIRE(asset.has_value());
    const ContactShadow shadow = castContactShadow((*asset)->package());
    for (std::size_t i = 0; i < ContactShadow::kSize; ++i) {
        CHECK(shadow.darkness[i] == 0);
        CHECK(shadow.darkness[i * ContactShadow::kSize] == 0);
    }
}

TEST_CASE("BoundsTheSilhouetteFromEverySide")
{
    const test::BoxPackage box;
    const auto asset = render::PackageAsset::load(box.path());
    REQUIRE(asset.has_value());
    float top = 0;
    float right = 0;
    for (const QVector3D &point : (*asset)->hull()) {
        top = std::max(top, point.y());
        right = std::max(right, point.x());
    }
    CHECK(top == 0.4F);
    CHECK(right == 0.1F);
}

TEST_CASE("NamesAPackageThatIsNotThere")
{
    const auto asset = render::PackageAsset::load("/nonexistent/nothing.vpk");
    REQUIRE_FALSE(asset.has_value());
    CHECK(asset.error().code == core::ErrorCode::NotFound);
}
