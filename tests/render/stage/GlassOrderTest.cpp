// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/GlassOrder.h"
#include "render/package/MaterialSupport.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine::render;

namespace {

/// As Quick 3D sorts, the largest first.
double drawnAt(float bias, double away) { return away + double{bias} * double{bias}; }

} // namespace

TEST_CASE("WhatHoldsAnotherThingIsDrawnBeforeAndAfterIt")
{
    const SeenThrough dome{.hasGlass = true, .hasFarSides = true, .hasSheets = true, .hasFarFilter = true, .reach = 20};
    const SeenThrough bottle{
        .hasGlass = true, .hasFarSides = true, .hasSheets = true, .hasFarFilter = true, .reach = 5};
    for (const double aside :
         {-10.0, 0.0, 10.0}) { // The bottle stands at the dome's back, in its middle, at its front.
        const double domeAt = 100;
        const double bottleAt = domeAt - aside;
        CHECK(drawnAt(farBias(dome), domeAt) > drawnAt(farBias(bottle), bottleAt));
        CHECK(drawnAt(farBias(bottle), bottleAt) > drawnAt(nearBias(bottle), bottleAt));
        CHECK(drawnAt(nearBias(bottle), bottleAt) > drawnAt(nearBias(dome), domeAt));
        CHECK(drawnAt(underGlassBias(), domeAt) > drawnAt(farBias(dome, true), domeAt));
    }
}

TEST_CASE("GlassKeepsLightBackBeforeItAddsItsOwn")
{
    for (const float reach : {0.05F, 1.0F, 300.0F, 1e6F}) {
        const SeenThrough glass{
            .hasGlass = true, .hasFarSides = true, .hasSheets = true, .hasFarFilter = true, .reach = reach};
        CHECK(drawnAt(nearBias(glass, true), 50) > drawnAt(nearBias(glass), 50));
        CHECK(drawnAt(farBias(glass, true), 50) > drawnAt(farBias(glass), 50));
    }
}

TEST_CASE("FarSidesAreSeenOfBodiesOfGlassAndOfSheets")
{
    MaterialRecord material;
    CHECK_FALSE(showsFarSides(material));
    material.doubleSided = 1;
    CHECK_FALSE(showsFarSides(material));
    material.transmission = 1;
    CHECK(showsFarSides(material));
    material.doubleSided = 0;
    CHECK_FALSE(showsFarSides(material));
    material.thickness = 0.01F;
    CHECK(showsFarSides(material));
    material.unlit = 1;
    CHECK_FALSE(showsFarSides(material));
}
