// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/golden/GoldenPicture.h"
#include "tests/render/stage/SetRoom.h"
#include "tests/render/stage/Stills.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace vitrine;

namespace {

QImage drawn(test::RoomCamera camera)
{
    const test::SetRoom room(camera);
    stage::Still still;
    still.package = room.path();
    still.studio = QStringLiteral("softbox");
    still.size = {320, 240};
    still.fileCamera = 0;
    const auto image = test::draw(still);
    INFO((image ? "" : core::describe(image.error())));
    REQUIRE(image.has_value());
    return *image;
}

/// Which part of a square of the picture is more red than anything else.
double redIn(const QImage &image, QRect where)
{
    int red = 0;
    for (int y = where.top(); y <= where.bottom(); ++y)
        for (int x = where.left(); x <= where.right(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            red += colour.red() > 2 * std::max(colour.green(), colour.blue()) + 10;
        }
    return red / static_cast<double>(where.width() * where.height());
}

// Of the ball, towards either wall.
constexpr QRect kRight(172, 134, 10, 16);
constexpr QRect kLeft(139, 134, 10, 16);

} // namespace

TEST_CASE("AMirrorInASetShowsTheSet")
{
    const QImage image = drawn(test::RoomCamera::Within);
    CHECK(redIn(image, kRight) > 0.7);
    CHECK(redIn(image, kLeft) < 0.1);
    test::checkGolden("set", image);
}

TEST_CASE("WhatNoCameraLooksAtFromWithinIsNoSet")
{
    const QImage image = drawn(test::RoomCamera::AtTheEdge);
    CHECK(redIn(image, kRight) < 0.1);
}
