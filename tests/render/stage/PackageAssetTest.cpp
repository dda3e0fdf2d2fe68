// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/PackageAsset.h"
#include "render/scene/GroundShadow.h"
#include "render/studio/StudioFolder.h"
#include "tests/render/stage/Boxes.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <vector>

using namespace vitrine;

TEST_CASE("ShowsTheShadowOfTheStudiosLightAndOfTheBroadLightForOthers")
{
    const test::BoxPackage box;
    const auto asset = render::PackageAsset::load(box.path(), 4096);
    REQUIRE(asset.has_value());
    const render::Package &package = (*asset)->package();
    const auto broad = package.darknessOf(package.grounds()[0]).data();
    const auto lights = render::groundLightsIn(VITRINE_STUDIOS);
    REQUIRE(lights.has_value());
    REQUIRE_FALSE(lights->empty());
    CHECK(render::groundShadow(package, {}).darkness.data() == broad);
    for (const render::GroundLight &light : *lights)
        CHECK(render::groundShadow(package, light.key).darkness.data() != broad);
    CHECK(render::groundShadow(package, {.light = 7}).darkness.data() == broad);
}

TEST_CASE("BoundsTheSilhouetteFromEverySide")
{
    const test::BoxPackage box;
    const auto asset = render::PackageAsset::load(box.path(), 4096);
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
    const auto asset = render::PackageAsset::load("/nonexistent/nothing.vpk", 4096);
    REQUIRE_FALSE(asset.has_value());
    CHECK(asset.error().code == core::ErrorCode::NotFound);
}

TEST_CASE("TellsHowMuchIsLoadedAndCanBeGivenUpAtAnyPoint")
{
    const test::BoxPackage box;
    std::vector<double> told;
    REQUIRE(render::PackageAsset::load(box.path(), 4096, [&](double part) {
        told.push_back(part);
        return true;
    }));
    REQUIRE_FALSE(told.empty());
    CHECK(std::ranges::is_sorted(told));
    CHECK(told.back() == 1);
    for (std::size_t last = 1; last <= told.size(); ++last) {
        std::size_t heard = 0;
        const auto asset = render::PackageAsset::load(box.path(), 4096, [&](double) { return ++heard < last; });
        CHECK_FALSE(asset.has_value());
        CHECK(heard == last);
    }
}
