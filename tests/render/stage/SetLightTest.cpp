// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/SetLight.h"
#include "render/studio/StudioBake.h"
#include "tests/render/stage/SetRoom.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <fstream>

using namespace vitrine;
using namespace vitrine::render;

namespace {

std::shared_ptr<const PackageAsset> load(const test::SetRoom &room)
{
    auto asset = PackageAsset::load(room.path().toStdString(), 64);
    REQUIRE(asset.has_value());
    return *asset;
}

CubeMap evenLight(float strength)
{
    return prefilter([=](Float3) { return Float3{strength, strength, strength}; },
                     {.size = 64, .samples = 16, .threads = 1});
}

std::filesystem::path written(const test::TemporaryFolder &folder, const CubeMap &light)
{
    const auto path = folder.path() / "studio.ktx";
    REQUIRE(replaceFile(path, encodeKtx(light)).has_value());
    return path;
}

} // namespace

TEST_CASE("ASetIsSeenFromAnOpenPlaceWithinItsWalls")
{
    const auto asset = load(test::SetRoom());
    const SetView *set = asset->set();
    REQUIRE(set != nullptr);
    const auto isAt = [](Float3 point, Float3 place) {
        return std::abs(point.x - place.x) + std::abs(point.y - place.y) + std::abs(point.z - place.z) < 0.01F;
    };
    CHECK(isAt(set->low(), {-2, 0, -2}));
    CHECK(isAt(set->high(), {2, 3, 2}));
    // The ball is 0.4 m around (0, 0.9, −0.8).
    const Float3 apart = set->eye() - Float3{0, 0.9F, -0.8F};
    CHECK(std::sqrt(dot(apart, apart)) > 1.2F);
    CHECK(std::abs(set->eye().x) < 0.01F);
    CHECK(load(test::SetRoom(test::RoomCamera::AtTheEdge))->set() == nullptr);
    CHECK(load(test::SetRoom(test::RoomCamera::WithoutPerspective))->set() == nullptr);
}

TEST_CASE("TheProbeOfASetIsItsOwnSurfacesInTheStudiosLight")
{
    const auto asset = load(test::SetRoom());
    const CubeMap studio = evenLight(2);
    const CubeMap baked = bakeSetLight(*asset, kNone, studio, {});
    REQUIRE(baked.levels.size() == studio.levels.size());
    const Float3 red = probeAt(baked, {1, 0.2F, 0}, 0);
    CHECK(red.x > 10 * red.y);
    const Float3 white = probeAt(baked, {-1, 0.2F, 0}, 0);
    CHECK(white.y == Catch::Approx(white.x).epsilon(0.01));
    CHECK(white.x <= 0.7F * 2);
    CHECK(white.x > 0.3F * 2);
    // What falls on matt surfaces stays the studio's.
    CHECK(diffuseAt(baked, {1, 0, 0}).y == Catch::Approx(2).epsilon(0.01));
    // A lamp shines on what faces it.
    const CubeMap lit = bakeSetLight(*asset, kNone, studio, {{{1, 0, 0}, {1, 1, 1}}});
    CHECK(probeAt(lit, {-1, 0.2F, 0}, 0).x > white.x + 0.2F);
    CHECK(probeAt(lit, {1, 0.2F, 0}, 0).x == Catch::Approx(red.x));
}

TEST_CASE("TheProbeOfASetIsMadeOnceForEachLight")
{
    const auto asset = load(test::SetRoom());
    const test::TemporaryFolder folder;
    const SetSurround surround{written(folder, evenLight(1)), {}};
    const auto first = cachedSetLight(*asset, kNone, surround, folder.path() / "sets");
    REQUIRE(first.has_value());
    const auto made = std::filesystem::last_write_time(*first);
    const auto again = cachedSetLight(*asset, kNone, surround, folder.path() / "sets");
    REQUIRE(again.has_value());
    CHECK(*again == *first);
    CHECK(std::filesystem::last_write_time(*again) == made);
    const auto other =
        cachedSetLight(*asset, kNone, {surround.probe, {{{0, 1, 0}, {1, 1, 1}}}}, folder.path() / "sets");
    REQUIRE(other.has_value());
    CHECK(*other != *first);

    std::ofstream(folder.path() / "broken.ktx") << "no probe";
    const auto broken = cachedSetLight(*asset, kNone, {folder.path() / "broken.ktx", {}}, folder.path() / "sets");
    REQUIRE_FALSE(broken.has_value());
    CHECK(broken.error().code == core::ErrorCode::Malformed);
}
