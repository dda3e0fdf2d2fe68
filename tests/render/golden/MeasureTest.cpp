// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PictureMeasure.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace vitrine;

namespace {

QImage grey(int value, int alpha = 255)
{
    QImage image(32, 24, QImage::Format_ARGB32);
    image.fill(QColor(value, value, value, alpha));
    return image;
}

} // namespace

TEST_CASE("NothingIsApartWhereNothingDiffers")
{
    CHECK(test::colorDistanceDb(grey(90), grey(90)) == -100);
    CHECK(test::structuralSimilarity(grey(90), grey(90)) > 0.999999);
    CHECK(test::peakSignalToNoiseDb(grey(90), grey(90)) == 100);
}

TEST_CASE("AGreyStepIsAsFarAsItsDefinitionSays")
{
    // 0.5053 · 21² of 35215 is a part of 0.00633; 21 of 255 is a signal 21.7 dB above.
    CHECK(std::abs(test::colorDistanceDb(grey(100), grey(121)) + 21.987) < 0.01);
    CHECK(std::abs(test::peakSignalToNoiseDb(grey(100), grey(121)) - 21.687) < 0.01);
    // Black and white are as far apart as two greys can be: 0.5053 · 255² of 35215.
    CHECK(std::abs(test::colorDistanceDb(grey(0), grey(255)) + 0.301) < 0.01);
}

TEST_CASE("SimilarityIsLostWithTheStructure")
{
    QImage striped = grey(100);
    QImage shifted = grey(100);
    for (int y = 0; y < 24; ++y)
        for (int x = 0; x < 32; ++x) {
            striped.setPixelColor(x, y, x / 2 % 2 == 0 ? Qt::black : Qt::white);
            shifted.setPixelColor(x, y, x / 2 % 2 == 0 ? Qt::white : Qt::black);
        }
    CHECK(test::structuralSimilarity(striped, shifted) < 0);
    CHECK(test::structuralSimilarity(striped, striped) > 0.9999);
}

TEST_CASE("ClearPixelsDoNotCountAndHalfClearOnesStandBeforeWhite")
{
    CHECK(test::colorDistanceDb(grey(0, 0), grey(90)) == 0);
    QImage half = grey(90);
    half.setPixelColor(0, 0, QColor(0, 0, 0, 0));
    CHECK(test::colorDistanceDb(half, grey(90)) == -100);
    CHECK(std::abs(test::peakSignalToNoiseDb(grey(0, 255 - 90), grey(90)) - 100) < 1e-9);
}
