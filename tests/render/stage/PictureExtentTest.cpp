// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/PictureExtent.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine;

namespace {

constexpr QSize kPicture(400, 200);

/// Half a picture's height takes 1 at a distance of 1.
render::SceneEye atOrigin() { return {.position = {}, .rotation = {}, .verticalFov = 90, .clipNear = 0.01}; }

render::Bounds around(float x, float y, float z, float half)
{
    return {{x - half, y - half, z - half}, {x + half, y + half, z + half}};
}

QRect seen(const render::Bounds &box, const QMatrix4x4 &toScene = {})
{
    render::PictureExtent extent(atOrigin(), kPicture);
    extent.add(box, toScene);
    return extent.rect();
}

} // namespace

TEST_CASE("ABoxTakesAsMuchOfThePictureAsItsNearestCorners")
{
    // Its front is 0.5 to each side, 1.5 away: 33 texels; one empty texel stays around that.
    const QRect extent = seen(around(0, 0, -2, 0.5F));
    CHECK(extent == QRect(QPoint(200 - 35, 100 - 35), QPoint(200 + 34, 100 + 34)));
    QMatrix4x4 aside;
    aside.translate(1.5F, 0, 0);
    CHECK(seen(around(0, 0, -2, 0.5F), aside).left() == 200 + 40 - 1);
}

TEST_CASE("WhatIsBesideTheEyeMayBeAnywhereInThePicture")
{
    const QRect whole(QPoint(), kPicture);
    CHECK(seen(around(0, 0, -0.2F, 0.5F)) == whole);
    CHECK(seen(around(0, 0, 2, 0.5F)) == whole);
    render::PictureExtent bends(atOrigin(), kPicture);
    bends.add(around(0, 0, -2, 0.1F), {});
    bends.addUnbounded();
    CHECK(bends.rect() == whole);
}

TEST_CASE("NothingOutOfThePictureIsAskedFor")
{
    CHECK(seen(around(8, 0, -2, 0.5F)).isEmpty());
    const QRect cut = seen(around(4, 0, -2, 0.5F));
    CHECK(cut.right() == kPicture.width() - 1);
    CHECK(render::PictureExtent(atOrigin(), kPicture).rect().isEmpty());
}

TEST_CASE("RoomHoldsTheExtentAndStaysWithinThePicture")
{
    for (const QRect extent :
         {QRect(3, 5, 40, 30), QRect(370, 150, 30, 50), QRect(0, 0, 400, 200), QRect(100, 0, 1, 1)}) {
        const QRect room = render::roomFor(extent, kPicture, {}, false);
        CHECK(room.contains(extent));
        CHECK(QRect(QPoint(), kPicture).contains(room));
    }
    CHECK_FALSE(render::roomFor({}, kPicture, {}, false).isEmpty());
}

TEST_CASE("RoomsSidesAreMultiplesOfFourWhateverThePicturesAre")
{
    const QRect whole(0, 0, 401, 203);
    for (const QRect extent : {QRect(3, 5, 40, 30), QRect(370, 150, 31, 53), whole}) {
        const QRect room = render::roomFor(extent, whole.size(), {}, false);
        CHECK(room.width() % 4 == 0);
        CHECK(room.height() % 4 == 0);
        CHECK(room.contains(extent));
        CHECK(whole.adjusted(0, 0, 3, 3).contains(room));
    }
}

TEST_CASE("WhileSomethingMovesRoomIsSeldomOfAnotherSize")
{
    const QSize before = render::roomFor({100, 50, 90, 70}, kPicture, {}, true).size();
    CHECK(render::roomFor({110, 50, 91, 71}, kPicture, before, true).size() == before);
    CHECK(render::roomFor({110, 50, 20, 20}, kPicture, before, true).size() == before);
    CHECK(render::roomFor({110, 50, 120, 20}, kPicture, before, true).width() > before.width());
    CHECK(render::roomFor({110, 50, 20, 20}, kPicture, before, false).width() < before.width());
    // A smaller picture has no room for what was.
    CHECK(render::roomFor({0, 0, 20, 20}, {60, 40}, before, true) == QRect(0, 0, 60, 40));
}
