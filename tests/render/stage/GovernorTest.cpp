// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/FrameGovernor.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine::render;

namespace {

/// Notes so many frames; how often the tier changed.
int draw(FrameGovernor &governor, int frames, double milliseconds)
{
    int changes = 0;
    for (int i = 0; i < frames; ++i)
        changes += governor.note(milliseconds) ? 1 : 0;
    return changes;
}

} // namespace

TEST_CASE("SlowFramesMakeThePictureSimplerStepByStep")
{
    FrameGovernor governor;
    CHECK(draw(governor, 5, 80) == 0);
    CHECK(draw(governor, 1, 80) == 1);
    CHECK(governor.tier().shadows == 1);
    draw(governor, 100, 80);
    CHECK(governor.tier().scale == 0.35F);
    CHECK(draw(governor, 100, 80) == 0); // there is no simpler one
}

TEST_CASE("NoTierTakesMoreThanTheOneBeforeInAnything")
{
    for (std::size_t i = 1; i < kQualityTiers.size(); ++i) {
        const QualityTier &better = kQualityTiers[i - 1];
        const QualityTier &worse = kQualityTiers[i];
        CHECK(worse.scale <= better.scale);
        CHECK(worse.samples <= better.samples);
        CHECK(worse.shadows <= better.shadows);
        CHECK(worse.shadowSide <= better.shadowSide);
        CHECK(worse.probeSide <= better.probeSide);
        CHECK(worse.tolerancePixels >= better.tolerancePixels);
        CHECK(worse.tolerancePixels <= 1);
    }
    CHECK(kQualityTiers.back().probeSide < kQualityTiers.front().probeSide);
}

TEST_CASE("OneSlowFrameIsNoReason")
{
    FrameGovernor governor;
    for (int i = 0; i < 20; ++i) {
        CHECK_FALSE(governor.note(8));
        CHECK_FALSE(governor.note(8));
        CHECK_FALSE(governor.note(i % 2 == 0 ? 400 : 8));
    }
    CHECK(governor.tier().samples == 4);
}

TEST_CASE("QuickFramesMakeItBetterButNotAsGoodAsWasTooSlow")
{
    FrameGovernor governor(FrameGovernor::kSoftware);
    draw(governor, 30, 5);
    CHECK(governor.tier().scale == 0.8F);
    draw(governor, 6, 50); // too much
    CHECK(governor.tier().scale == 0.6F);
    CHECK(draw(governor, 200, 5) == 0);
    governor.restart(FrameGovernor::kSoftware);
    CHECK(draw(governor, 120, 5) == 4);
    CHECK(governor.tier().shadows == 2);
}

TEST_CASE("NeitherQuickNorSlowItStays")
{
    FrameGovernor governor(FrameGovernor::kSoftware);
    CHECK(draw(governor, 500, 23) == 0);
}
