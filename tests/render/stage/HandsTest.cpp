// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/StageQuality.h"
#include "tests/render/import/ShapeMaker.h"
#include "tests/render/stage/Boxes.h"
#include "tests/render/stage/Imported.h"
#include "tests/render/stage/Shown.h"

#include <QNativeGestureEvent>
#include <QPointingDevice>

#include <catch2/catch_test_macros.hpp>

using namespace vitrine;
using test::Shown;

TEST_CASE("TurnsUnderTheMouseAndReturnsOnReset")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    const qreal yaw = shown.camera().yaw();
    const qreal pitch = shown.camera().pitch();

    QTest::mousePress(&shown.window(), Qt::LeftButton, Qt::NoModifier, QPoint(240, 180));
    for (int step = 1; step <= 12; ++step)
        QTest::mouseMove(&shown.window(), QPoint(240 + 8 * step, 180 + 3 * step), 5);
    QTest::mouseRelease(&shown.window(), Qt::LeftButton, Qt::NoModifier, QPoint(336, 216));
    CHECK(shown.camera().yaw() < yaw - 20);
    CHECK(shown.camera().pitch() > pitch + 5);

    shown.call("reset");
    REQUIRE(QTest::qWaitFor([&] { return !shown.camera().isMoving(); }, 10000));
    CHECK(std::abs(shown.camera().yaw() - yaw) < 1e-3);
    CHECK(std::abs(shown.camera().pitch() - pitch) < 1e-3);
}

TEST_CASE("OneCameraFollowsAnotherWithItsMomentum")
{
    const test::BoxPackage small;
    const test::BoxPackage large(3, 0);
    Shown led(QString::fromStdString(small.path()));
    Shown following(QString::fromStdString(large.path()));
    REQUIRE(led.reveals());
    REQUIRE(following.reveals());
    int steered = 0;
    QObject::connect(&led.camera(), &stage::StageCamera::steered, &following.camera(), [&] {
        ++steered;
        following.camera().follow(&led.camera());
    });
    led.camera().turnBy(60, -10, 0.02);
    led.camera().release();
    CHECK(following.camera().isMoving());
    led.camera().zoomBy(0.8);
    REQUIRE(QTest::qWaitFor([&] { return !led.camera().isMoving(); }, 10000));
    CHECK(std::abs(following.camera().yaw() - led.camera().yaw()) < 1e-3);
    CHECK(std::abs(following.camera().pitch() - led.camera().pitch()) < 1e-3);
    CHECK(std::abs(following.camera().distance() - 0.8) < 1e-3);
    CHECK(QTest::qWaitFor([&] { return !following.camera().isMoving(); }));

    // To be framed anew is no steering.
    steered = 0;
    led.camera().frame({-100, 0, -100}, {100, 200, 100}, true);
    CHECK(led.camera().isMoving());
    REQUIRE(QTest::qWaitFor([&] { return !led.camera().isMoving(); }, 10000));
    CHECK(steered == 0);
    CHECK(std::abs(following.camera().distance() - 0.8) < 1e-3);
    led.camera().frame({}, {}, false);
    CHECK(std::abs(led.camera().distance() - 1) < 1e-3);
}

TEST_CASE("PansByAllOfTheWayThoughItComesAsOneMove")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    const QVector3D before = shown.camera().position();
    const qreal yaw = shown.camera().yaw();
    QTest::mousePress(&shown.window(), Qt::RightButton, Qt::NoModifier, QPoint(240, 180));
    QTest::mouseMove(&shown.window(), QPoint(300, 180));
    QTest::mouseRelease(&shown.window(), Qt::RightButton, Qt::NoModifier, QPoint(300, 180));
    // The product goes with the hand, to the right: the eye to the left.
    const QVector3D right = shown.camera().rotation().rotatedVector({1, 0, 0});
    CHECK(QVector3D::dotProduct(shown.camera().position() - before, right) < -1);
    CHECK(shown.camera().yaw() == yaw);
}

TEST_CASE("WhatHasSeveralMaterialsHidesByItsTrianglesAndNotByTheirBoxes")
{
    // One piece of three triangles: one below, and of another material two in opposite corners, nearer to the eye.
    test::Model model;
    const auto triangle = [&](float x, float y, float z) {
        model.add(std::vector<float>{x, y, z, x + 0.4F, y, z, x, y + 0.4F, z}, test::kFloats + R"(3,"type":"VEC3")");
    };
    triangle(-1, 0, 0);
    model.add(
        std::vector<float>{-1, 0, 0.3F, -0.6F, 0, 0.3F, -1, 0.4F, 0.3F, 0.6F, 1.6F, 0.3F, 1, 1.6F, 0.3F, 1, 2, 0.3F},
        test::kFloats + R"(6,"type":"VEC3")");
    model.meshes =
        R"({"primitives":[{"attributes":{"POSITION":2},"material":0},{"attributes":{"POSITION":3},"material":1}]})";
    model.rest =
        R"(,"materials":[{"doubleSided":true},{"doubleSided":true,"pbrMetallicRoughness":{"metallicFactor":0}}])";
    const test::Imported imported("model.glb", model.glb());
    Shown shown(imported.path());
    REQUIRE(shown.reveals());
    const auto isSeen = [&](QVector3D metres) {
        bool seen = false;
        REQUIRE(QMetaObject::invokeMethod(shown.view().value<QObject *>(), "canSee", Q_RETURN_ARG(bool, seen),
                                          Q_ARG(QVector3D, metres * 100)));
        return seen;
    };
    CHECK(isSeen({0, 1, 0}));
    CHECK_FALSE(isSeen({0.9F, 1.7F, 0.29F}));
    CHECK_FALSE(isSeen({-0.9F, 0.1F, -0.01F}));
}

TEST_CASE("HomeHasRoomForWhatIsOpenedAndComesBackWithIt")
{
    // A long shelf, of which a small flag rises by a metre: its diagonal hardly grows.
    test::Model model;
    model.add(std::vector<float>{-2, 0, 0, 2, 0, 0, 2, 0.2F, 0}, test::kFloats + R"(3,"type":"VEC3")");
    model.add(std::vector<float>{0, 0, 0, 0.1F, 0, 0, 0.1F, 0.1F, 0}, test::kFloats + R"(3,"type":"VEC3")");
    model.add(std::vector<float>{0, 1}, test::kFloats + R"(2,"type":"SCALAR")");
    model.add(std::vector<float>{0, 0, 0, 0, 1, 0}, test::kFloats + R"(2,"type":"VEC3")");
    model.meshes = R"({"primitives":[{"attributes":{"POSITION":2}}]},{"primitives":[{"attributes":{"POSITION":3}}]})";
    model.nodes = R"({"mesh":0},{"mesh":1})";
    model.scenes = R"({"nodes":[0,1]})";
    model.rest = R"(,"animations":[{"channels":[{"sampler":0,"target":{"node":1,"path":"translation"}}],)"
                 R"("samplers":[{"input":4,"output":5}]}])";
    const test::Imported imported("model.glb", model.glb());
    Shown shown(imported.path());
    REQUIRE(shown.reveals());
    const stage::StageCamera &camera = shown.camera();
    const QVector3D closed = camera.homeTarget();
    const QVector3D eye = camera.position();
    const auto playsToTheEnd = [&] {
        shown.motion().toggle(0);
        REQUIRE(QTest::qWaitFor([&] { return !shown.motion().isMoving() && !camera.isMoving(); }, 20000));
    };
    playsToTheEnd();
    CHECK(camera.homeTarget().y() > closed.y() + 40);
    CHECK(std::abs(camera.distance() - 1) < 1e-3);
    playsToTheEnd();
    CHECK(camera.homeTarget() == closed);
    CHECK(camera.position().distanceToPoint(eye) < 0.01F);
}

TEST_CASE("TheCameraStandsBackForPiecesThatLieAbout")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    stage::StageCamera &camera = shown.camera();
    const QVector3D eye = camera.position();
    const auto stands = [&] { return QTest::qWaitFor([&] { return !camera.isMoving(); }, 10000); };
    // Home has room for it as it is.
    camera.setFallen({camera.homeTarget()});
    CHECK_FALSE(camera.isMoving());
    const QVector3D aside = camera.homeTarget() + camera.fromView({static_cast<float>(camera.radius()) * 3, 0, 0});
    REQUIRE(camera.toView(aside).x() > static_cast<float>(shown.window().width()));
    camera.setFallen({aside});
    REQUIRE(stands());
    CHECK(camera.toView(aside).x() < static_cast<float>(shown.window().width()));
    camera.setFallen({});
    REQUIRE(stands());
    CHECK(camera.position().distanceToPoint(eye) < 0.01F);
}

TEST_CASE("TwoFingersPanAndPinchAndOneTurns")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    const qreal yaw = shown.camera().yaw();
    QTest::touchEvent(&shown.window(), screen.get()).press(1, QPoint(200, 180));
    for (int step = 1; step <= 10; ++step)
        QTest::touchEvent(&shown.window(), screen.get()).move(1, QPoint(200 + 8 * step, 180));
    QTest::touchEvent(&shown.window(), screen.get()).release(1, QPoint(280, 180));
    CHECK(shown.camera().yaw() < yaw - 20);

    shown.call("reset");
    REQUIRE(QTest::qWaitFor([&] { return !shown.camera().isMoving(); }, 10000));
    const QVector3D before = shown.camera().position();
    const auto spread = [&](int middle, int half) {
        QTest::touchEvent(&shown.window(), screen.get())
            .move(1, QPoint(middle - half, 180))
            .move(2, QPoint(middle + half, 180));
    };
    QTest::touchEvent(&shown.window(), screen.get()).press(1, QPoint(160, 180)).press(2, QPoint(240, 180));
    for (int step = 1; step <= 20; ++step)
        spread(200 + 4 * step, 40);
    CHECK(std::abs(shown.camera().yaw() - yaw) < 0.5); // together they do not turn
    const QVector3D right = shown.camera().rotation().rotatedVector({1, 0, 0});
    CHECK(QVector3D::dotProduct(shown.camera().position() - before, right) < -1); // with the fingers
    const qreal away = shown.camera().distance();
    for (int step = 1; step <= 20; ++step)
        spread(280, 40 + 3 * step);
    QTest::touchEvent(&shown.window(), screen.get()).release(1, QPoint(180, 180)).release(2, QPoint(380, 180));
    REQUIRE(QTest::qWaitFor([&] { return !shown.camera().isMoving(); }, 10000));
    CHECK(shown.camera().distance() < away * 0.8);
}

TEST_CASE("ATrackpadsStrokesZoomAndTurnAndItsPinchZooms")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    const QPointingDevice pad(QStringLiteral("trackpad"), 77, QInputDevice::DeviceType::TouchPad,
                              QPointingDevice::PointerType::Finger, QInputDevice::Capability::Position, 2, 1);
    const auto stroke = [&](QPoint pixels, Qt::ScrollPhase phase) {
        QWheelEvent event(QPointF(240, 180), QPointF(240, 180), pixels, pixels * 2, Qt::NoButton, Qt::NoModifier, phase,
                          false, Qt::MouseEventNotSynthesized, &pad);
        QCoreApplication::sendEvent(&shown.window(), &event);
    };
    const qreal away = shown.camera().distance();
    stroke({0, 4}, Qt::ScrollBegin);
    for (int step = 0; step < 10; ++step)
        stroke({3, 12}, Qt::ScrollUpdate);
    stroke({0, 0}, Qt::ScrollEnd);
    const qreal yaw = shown.camera().yaw();
    REQUIRE(QTest::qWaitFor([&] { return !shown.camera().isMoving(); }, 10000));
    CHECK(shown.camera().distance() < away * 0.8);
    CHECK(shown.camera().yaw() == yaw); // a stroke keeps to its way

    stroke({6, 0}, Qt::ScrollBegin);
    for (int step = 0; step < 10; ++step)
        stroke({12, 3}, Qt::ScrollUpdate);
    stroke({0, 0}, Qt::ScrollEnd);
    CHECK(shown.camera().yaw() < yaw - 20);

    const qreal near = shown.camera().distance();
    for (const auto &[type, value] : {std::pair{Qt::BeginNativeGesture, 0.0}, std::pair{Qt::ZoomNativeGesture, -0.2},
                                      std::pair{Qt::ZoomNativeGesture, -0.2}, std::pair{Qt::EndNativeGesture, 0.0}}) {
        QNativeGestureEvent event(type, &pad, 2, QPointF(240, 180), QPointF(240, 180), QPointF(240, 180), value, {});
        QCoreApplication::sendEvent(&shown.window(), &event);
    }
    REQUIRE(QTest::qWaitFor([&] { return !shown.camera().isMoving(); }, 10000));
    CHECK(shown.camera().distance() > near * 1.2);
}

TEST_CASE("TurnsByItselfAfterARestUntilItIsTouchedAndNotWhereNobodySees")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    shown.focus();
    shown.set("restMs", 50);
    shown.set("turnsAtRest", true);
    const qreal yaw = shown.camera().yaw();
    REQUIRE(QTest::qWaitFor([&] { return shown.camera().drift() > 0; }, 10000));
    REQUIRE(QTest::qWaitFor([&] { return std::abs(shown.camera().yaw() - yaw) > 2; }, 10000));
    QTest::keyClick(&shown.window(), Qt::Key_Home);
    CHECK(shown.camera().drift() == 0);

    REQUIRE(QTest::qWaitFor([&] { return shown.camera().drift() > 0; }, 10000));
    shown.set("visible", false);
    CHECK(shown.camera().drift() == 0);
    CHECK(shown.rests());
    shown.set("visible", true);
    shown.set("reducedMotion", true);
    CHECK(shown.rests());
    CHECK(shown.camera().drift() == 0);
}

TEST_CASE("TurnsSlowerRatherThanInBlocks")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    auto *view = shown.view().value<QObject *>();
    auto &quality = *view->property("quality").value<stage::StageQuality *>();
    shown.focus();
    shown.set("restMs", 50);
    shown.set("turnsAtRest", true);
    REQUIRE(QTest::qWaitFor([&] { return shown.camera().drift() > 0; }, 10000));
    for (int frame = 0; frame < 100; ++frame) // by a hand on a slow machine
        quality.note(500);
    REQUIRE(quality.scale() < 0.4);
    CHECK(view->property("movingScale").toReal() == 0.6);
    CHECK(shown.camera().drift() < 6);
    shown.camera().nudge(1, 0);
    CHECK(view->property("movingScale").toReal() == quality.scale());
}

TEST_CASE("BothEndsOfALongProductComeToTheMiddle")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    shown.set("reducedMotion", true);
    for (const QVector3D &end : {shown.scene().boundsMin(), shown.scene().boundsMax()}) {
        shown.camera().lookAt(end, 0.55);
        auto *view = shown.view().value<QObject *>();
        QVector3D seen;
        REQUIRE(QMetaObject::invokeMethod(view, "mapFromScene", Q_RETURN_ARG(QVector3D, seen), Q_ARG(QVector3D, end)));
        const QRectF free = view->property("freeArea").toRectF();
        CHECK(std::abs(seen.x() - free.center().x()) < 12);
        CHECK(std::abs(seen.y() - free.center().y()) < 30);
    }
}

TEST_CASE("ListensToTheKeyboard")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    shown.set("reducedMotion", true);
    shown.focus();
    const qreal yaw = shown.camera().yaw();
    QTest::keyClick(&shown.window(), Qt::Key_Right);
    CHECK(std::abs(shown.camera().yaw() - (yaw + 15)) < 1e-3);
    QTest::keyClick(&shown.window(), Qt::Key_Home);
    CHECK(std::abs(shown.camera().yaw() - yaw) < 1e-3);

    // Shift moves, F looks at the marked part, and without one at all of it.
    const QVector3D home = shown.camera().position();
    QTest::keyClick(&shown.window(), Qt::Key_Right, Qt::ShiftModifier);
    CHECK((shown.camera().position() - home).length() > 1);
    CHECK(std::abs(shown.camera().yaw() - yaw) < 1e-3);
    QTest::keyClick(&shown.window(), Qt::Key_Period);
    QTest::keyClick(&shown.window(), Qt::Key_F);
    CHECK(std::abs(shown.camera().distance() - 0.55) < 1e-3);
    QTest::keyClick(&shown.window(), Qt::Key_Escape);
    QTest::keyClick(&shown.window(), Qt::Key_F);
    CHECK(std::abs(shown.camera().distance() - 1) < 1e-3);
}

TEST_CASE("ATouchOnAnInstanceFindsThePartThatItBelongsTo")
{
    const test::Imported stairs("stairs.gltf", test::stairsGltf(test::Parts::One));
    Shown shown(stairs.path());
    REQUIRE(shown.reveals());
    REQUIRE(shown.scene().models().size() == 1);
    CHECK(shown.markedPart() == -1);
    for (int y = 20; y < 360 && shown.markedPart() < 0; y += 40)
        for (int x = 20; x < 480 && shown.markedPart() < 0; x += 40)
            QTest::mouseClick(&shown.window(), Qt::LeftButton, Qt::NoModifier, QPoint(x, y));
    CHECK(shown.markedPart() == 0);
}
