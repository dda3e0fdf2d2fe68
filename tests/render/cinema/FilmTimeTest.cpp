// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/cinema/FilmTime.h"
#include "render/cinema/FilmText.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace vitrine::render;
using Catch::Approx;

namespace {

Film film(std::string_view text)
{
    auto films = readFilms(text);
    REQUIRE(films.has_value());
    return films->front();
}

} // namespace

TEST_CASE("GoesFromRestToRest")
{
    const Film one = film("film a\nshot 2\ncamera 0 0 1 to 100 40 4");
    CHECK(frameAt(one, -1).yaw == 0);
    CHECK(frameAt(one, 0).yaw == 0);
    CHECK(frameAt(one, 1).yaw == Approx(50));
    CHECK(frameAt(one, 0.5).yaw == Approx(100 * 0.103515625)); // minimum jerk at a quarter
    CHECK(frameAt(one, 2).yaw == 100);
    CHECK(frameAt(one, 9).pitch == 40);
    // Distances go by factors.
    CHECK(frameAt(one, 1).distance == Approx(2));
}

TEST_CASE("EasesAsTheShotSays")
{
    const auto middle = [](const char *ease) {
        return frameAt(film(std::string("film a\nshot 4\ncamera 0 0 1 to 100 0 1\nease ") + ease), 1).yaw;
    };
    CHECK(middle("linear") == Approx(25));
    CHECK(middle("in") == Approx(6.25));
    CHECK(middle("out") == Approx(43.75));
}

TEST_CASE("TheMomentOfACutIsTheLaterShots")
{
    const Film two = film("film a\nshot 2\ncamera 0 0 1\nshot 3\ncamera 90 0 1\nblend 1");
    CHECK(lengthOf(two) == 5);
    CHECK(startOf(two, 1) == 2);
    CHECK(frameAt(two, 1.999).shot == 0);
    CHECK(frameAt(two, 2).shot == 1);
    CHECK(frameAt(two, 2).yaw == 90);
    CHECK(endOf(two, 0).yaw == 0);
}

TEST_CASE("ABlendCoversTheShotBeforeInItsTime")
{
    const Film two = film("film a\nshot 2\nblend 1\nshot 3\nblend 1");
    CHECK(frameAt(two, 0).cover == 1); // there is none before the first
    CHECK(frameAt(two, 2).cover == 0);
    CHECK(frameAt(two, 2.5).cover == Approx(0.5));
    CHECK(frameAt(two, 3).cover == 1);
    CHECK(endOf(two, 1).cover == 1);
}

TEST_CASE("AnAnimationRunsAtItsOwnPace")
{
    const Film one = film("film a\nshot 4\nplay fold from 1 to 3\nease in");
    CHECK(frameAt(one, 1).animationSeconds == Approx(1.5));
}

TEST_CASE("SharpAtOneEndIsSharp")
{
    Film one = film("film a\nshot 2\nfocus whole f/2 to f/8");
    CHECK(frameAt(one, 1).stop == Approx(4));
    one.shots[0].stop.to = 0;
    CHECK(frameAt(one, 1).stop == 0);
}

TEST_CASE("CountsFramesOnce")
{
    const Film two = film("film a\nshot 2\nshot 0.5");
    CHECK(frameCount(two, 30) == 75);
    CHECK(frameCount(two, 24) == 60);
    CHECK(frameCount(film("film a\nshot 0.1"), 1) == 1);
}

TEST_CASE("ALensShowsAndBlursAsInOptics")
{
    CHECK(fieldOfView(kHouseLensMm) == Approx(29).margin(0.02));
    CHECK(fieldOfView(24) == Approx(2 * 26.565).margin(0.01));
    // 85 mm, f/2, focused at 2 m: a point at infinity is a disc of 85² ÷ (2 · 1915) = 1.886 mm.
    CHECK(blurOf(85, 2, 2) * kSensorHeightMm == Approx(1.8864).margin(0.001));
    CHECK(blurOf(85, 4, 2) == Approx(blurOf(85, 2, 2) / 2));
    CHECK(blurOf(85, 0, 2) == 0);
    CHECK(std::isfinite(blurOf(85, 2, 0.01)));
}
