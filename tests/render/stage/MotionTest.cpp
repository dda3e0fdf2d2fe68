// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/stage/Boxes.h"
#include "tests/render/stage/Shown.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine;
using test::Shown;

TEST_CASE("WhatComesApartTurnsBackFromWhereItIs")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    stage::StageMotion &motion = shown.motion();
    const qreal away = shown.camera().distance();
    motion.open(true);
    CHECK(motion.isMoving());
    REQUIRE(QTest::qWaitFor([&] { return motion.apart() > 0.2; }, 10000));
    const qreal reached = motion.apart();
    motion.open(false);
    CHECK(motion.apart() == reached);
    motion.advance(0.02);
    CHECK(motion.apart() <= reached);
    CHECK(motion.apart() > reached - 0.1);
    REQUIRE(QTest::qWaitFor([&] { return !motion.isMoving() && !shown.camera().isMoving(); }, 10000));
    CHECK(motion.apart() == 0);
    CHECK(std::abs(shown.camera().distance() - away) < 1e-3);
    CHECK(shown.rests());
}

TEST_CASE("AnAnimationGoesToItsEndStaysThereAndComesBack")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    stage::StageMotion &motion = shown.motion();
    const QVector3D front = motion.hotspotPosition(0);
    motion.toggle(0);
    REQUIRE(QTest::qWaitFor([&] { return !motion.isMoving(); }, 10000));
    CHECK(motion.active() == QList<bool>{true});
    // A quarter turn took the front to the right.
    const QVector3D turned = motion.hotspotPosition(0);
    CHECK(std::abs(turned.x() - front.z()) < 1e-3F);
    CHECK(std::abs(turned.z()) < 1e-3F);
    motion.toggle(0);
    REQUIRE(QTest::qWaitFor([&] { return !motion.isMoving(); }, 10000));
    CHECK(motion.active() == QList<bool>{false});
    CHECK(motion.hotspotPosition(0) == front);
}

TEST_CASE("WhatIsDroppedFallsToTheFloorTheSameWayEachTimeAndFliesHome")
{
    const test::BoxPackage box;
    std::vector<QVector3D> ends;
    for (int round = 0; round < 2; ++round) {
        Shown shown(QString::fromStdString(box.path()));
        REQUIRE(shown.reveals());
        stage::StageMotion &motion = shown.motion();
        const QVector3D whole = motion.hotspotPosition(0);
        shown.set("falls", true);
        REQUIRE(QTest::qWaitFor([&] { return motion.isFallen(); }, 20000)); // once it is apart
        const QVector3D apart = motion.hotspotPosition(0);
        CHECK(apart.y() > whole.y() + 20);
        REQUIRE(QTest::qWaitFor([&] { return motion.hotspotPosition(0).y() < apart.y() - 15; }, 20000));
        REQUIRE(shown.settles());
        CHECK(shown.rests());
        ends.push_back(motion.hotspotPosition(0));
        CHECK(ends.back().y() > shown.value("scene").value<stage::ProductScene *>()->boundsMin().y() - 1);

        shown.set("falls", false);
        CHECK(motion.isMoving());
        CHECK_FALSE(motion.isFallen());
        REQUIRE(QTest::qWaitFor([&] { return !motion.isMoving(); }, 20000));
        CHECK((motion.hotspotPosition(0) - whole).length() < 1e-2F);
        CHECK(motion.apart() == 0);
        CHECK(shown.rests());
    }
    CHECK((ends[0] - ends[1]).length() < 1);
}

TEST_CASE("AnotherMaterialIsInTheNextFrameAndDissolvesOverIt")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    REQUIRE(shown.settles());
    QObject *dissolve = shown.inner("dissolve");
    REQUIRE(dissolve != nullptr);
    REQUIRE(QTest::qWaitFor([&] { return dissolve->property("isKept").toBool(); }, 20000));
    CHECK(shown.rests());
    CHECK(qRed(shown.middle()) > qBlue(shown.middle()));

    shown.set("variant", "Blue");
    CHECK(dissolve->property("running").toBool());
    const int begun = shown.frames();
    REQUIRE(QTest::qWaitFor([&] { return !dissolve->property("running").toBool(); }, 20000));
    CHECK(shown.frames() > begun + 2);
    CHECK(qBlue(shown.middle()) > qRed(shown.middle()));
    CHECK(shown.rests());

    // A hand on the product wants to see it as it is.
    REQUIRE(QTest::qWaitFor([&] { return dissolve->property("isKept").toBool(); }, 20000));
    shown.set("variant", "");
    CHECK(dissolve->property("running").toBool());
    shown.camera().turnBy(30, 0, 0.1);
    CHECK_FALSE(dissolve->property("running").toBool());
    shown.camera().release();
    CHECK(shown.settles());

    shown.set("reducedMotion", true);
    shown.set("variant", "Blue");
    CHECK_FALSE(dissolve->property("running").toBool());
    CHECK(qBlue(shown.middle()) > qRed(shown.middle()));
}
