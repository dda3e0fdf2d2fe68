// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/Visit.h"

#include <cmath>

using namespace vitrine;
using namespace vitrine::tests;

/// What a hand does to the product on its stage with a tool: the magnifier, the lamp, the measure, the fall.

TEST_CASE("TheMagnifierIsMovedByKeysAndPutAway")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "magnifierButton"));
    visit.item("stage")->forceActiveFocus(Qt::TabFocusReason);
    visit.key(Qt::Key_M);
    REQUIRE(visit.waitFor("magnifier"));
    CHECK(visit.waitValue("magnifier", "activeFocus", true));
    const QPointF before = visit.value("magnifier", "at").toPointF();
    visit.key(Qt::Key_Right);
    CHECK(visit.value("magnifier", "at").toPointF() == before + QPointF(24, 0));
    QTest::mouseMove(visit.window(), QPoint(200, 240));
    CHECK(QTest::qWaitFor([&] { return visit.value("magnifier", "at").toPointF() == QPointF(200, 240); }));
    visit.key(Qt::Key_Escape);
    CHECK(visit.waitGone("magnifier"));
    CHECK(visit.item("stage") != nullptr);
    visit.click("magnifierButton");
    CHECK(visit.waitFor("magnifier"));
    visit.click("magnifierButton");
    CHECK(visit.waitGone("magnifier"));
}

TEST_CASE("TheLampIsDraggedAroundTheProductAndByKeys")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "lampButton"));
    visit.click("lampButton");
    REQUIRE(visit.waitFor("lampHandle"));
    auto *lamp = visit.value("stage", "lamp").value<QObject *>();
    REQUIRE(lamp != nullptr);
    const auto yaw = [&] { return lamp->property("yaw").toReal(); };
    CHECK(lamp->property("strength").toReal() == 1); // at once, with less motion
    REQUIRE(visit.tabTo("lampHandle"));
    // Where the product goes up to the bar, it does not.
    auto *camera = visit.value("stage", "camera").value<QObject *>();
    REQUIRE(QMetaObject::invokeMethod(camera, "slide", Q_ARG(qreal, 0), Q_ARG(qreal, -1)));
    CHECK(QTest::qWaitFor([&] { return !camera->property("moving").toBool(); }, 10000));
    CHECK(visit.item("lampHandle")->y() >= visit.value("stage", "freeArea").toRectF().top());
    QMetaObject::invokeMethod(camera, "reset");
    CHECK(QTest::qWaitFor([&] { return !camera->property("moving").toBool(); }, 10000));
    const qreal first = yaw();
    visit.key(Qt::Key_Right);
    CHECK(yaw() == first + 8);
    visit.key(Qt::Key_Home);
    CHECK(yaw() == first);
    const QQuickItem *handle = visit.item("lampHandle");
    const QPoint from = handle->mapToScene(QPointF(26, 26)).toPoint();
    QTest::mousePress(visit.window(), Qt::LeftButton, {}, from);
    for (int step = 1; step <= 10; ++step)
        QTest::mouseMove(visit.window(), from + QPoint(8 * step, 0), 5);
    QTest::mouseRelease(visit.window(), Qt::LeftButton, {}, from + QPoint(80, 0));
    CHECK(yaw() > first + 10);
    const QPointF now = handle->mapToScene(QPointF(26, 26));
    CHECK(std::abs(now.x() - (from.x() + 80)) < 24); // under the hand
    // Where frames take long all of the way comes as one move.
    const qreal there = yaw();
    QTest::mousePress(visit.window(), Qt::LeftButton, {}, now.toPoint());
    QTest::mouseMove(visit.window(), from);
    QTest::mouseRelease(visit.window(), Qt::LeftButton, {}, from);
    CHECK(yaw() < there - 10);
    visit.key(Qt::Key_Escape);
    CHECK(visit.waitGone("lampHandle"));
    CHECK(lamp->property("strength").toReal() == 0);
}

TEST_CASE("TheHouseIsAtDuskAroundALampInTheHand")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "lampButton"));
    const auto isDark = [&] { return visit.theme()->property("dark").toBool(); };
    if (isDark())
        visit.click("themeButton");
    visit.click("lampButton");
    REQUIRE(visit.waitFor("lampHandle"));
    CHECK(isDark());
    visit.key(Qt::Key_Escape);
    CHECK_FALSE(isDark());
    visit.click("lampButton");
    REQUIRE(isDark());
    visit.click("themeButton"); // By day there is no lamp.
    CHECK_FALSE(isDark());
    CHECK(visit.waitGone("lampHandle"));
    CHECK_FALSE(visit.desk().shop.preferences()->isDark());
    // In a place that is dark itself it stays so without the lamp, and the day is in the house's own studio.
    visit.click("studioButton");
    visit.click("studioOption_gallery");
    REQUIRE(QTest::qWaitFor(isDark));
    REQUIRE(visit.waitGone("studioOption_gallery"));
    visit.click("lampButton");
    REQUIRE(visit.waitFor("lampHandle"));
    visit.key(Qt::Key_Escape);
    REQUIRE(visit.waitGone("lampHandle"));
    CHECK(isDark());
    visit.click("lampButton");
    REQUIRE(visit.waitFor("lampHandle"));
    visit.click("themeButton");
    CHECK_FALSE(isDark());
    CHECK(QTest::qWaitFor([&] { return visit.value("stage", "studio") == "softbox"; }));
}

TEST_CASE("WhatIsMeasuredIsWhole")
{
    const test::BoxPackage box;
    Visit visit;
    visit.desk().shop.preferences()->setMotion(qml::Preferences::FullMotion);
    REQUIRE(visit.openOnStage(box, "apartButton"));
    visit.click("apartButton");
    REQUIRE(visit.value("apartButton", "checked").toBool());
    visit.click("sizeButton");
    CHECK_FALSE(visit.value("apartButton", "checked").toBool());
    CHECK(visit.waitFor("size_height"));
    visit.click("apartButton");
    CHECK_FALSE(visit.value("sizeButton", "checked").toBool());
    CHECK(visit.waitGone("size_height"));
    visit.click("sizeButton");
    visit.click("dropButton");
    CHECK_FALSE(visit.value("sizeButton", "checked").toBool());
    auto *motion = visit.value("stage", "motion").value<QObject *>();
    REQUIRE(QTest::qWaitFor([&] { return motion->property("fallen").toBool(); }, 30000));
    visit.click("sizeButton");
    CHECK_FALSE(visit.value("dropButton", "checked").toBool());
    CHECK(visit.waitFor("size_height"));
}

TEST_CASE("SignsLieOverTheMagnifier")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "magnifierButton"));
    visit.click("magnifierButton");
    REQUIRE(visit.waitFor("magnifier"));
    const QQuickItem *sign = visit.item("magnifierButton");
    const QQuickItem *glass = visit.item("magnifier");
    const auto over = [&](const QQuickItem *item) { // its ancestor beside the glass's
        while (item->parentItem() != glass->parentItem()->parentItem())
            item = item->parentItem();
        return item;
    };
    const auto beside = glass->parentItem()->parentItem()->childItems();
    CHECK(beside.indexOf(over(sign)) > beside.indexOf(glass->parentItem()));
    CHECK(over(sign)->z() >= glass->parentItem()->z());
}

TEST_CASE("DroppedPiecesLieOnTheFloorUntilTheyArePutTogether")
{
    const test::BoxPackage box;
    Visit visit;
    visit.desk().shop.preferences()->setMotion(qml::Preferences::FullMotion);
    REQUIRE(visit.openOnStage(box, "dropButton"));
    auto *motion = visit.value("stage", "motion").value<QObject *>();
    visit.click("dropButton");
    REQUIRE(QTest::qWaitFor([&] { return motion->property("fallen").toBool(); }, 20000));
    CHECK(visit.value("dropButton", "checked").toBool());
    // Where they come to rest the camera has room for them.
    const auto *camera = visit.value("stage", "camera").value<QObject *>();
    CHECK(QTest::qWaitFor([&] { return !camera->property("fallen").toList().isEmpty(); }, 60000));
    visit.click("apartButton"); // "Put together" means these too
    CHECK(visit.waitValue("dropButton", "checked", false));
    CHECK(camera->property("fallen").toList().isEmpty());
    CHECK(QTest::qWaitFor([&] { return !motion->property("moving").toBool(); }, 20000));
    CHECK(motion->property("astray").toReal() == 0);
}
