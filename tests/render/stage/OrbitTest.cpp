// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/OrbitCamera.h"

#include <QtMath>

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <vector>

using namespace vitrine::render;

namespace {

/// A box 20 wide, 40 high, 20 deep on the ground, as its corners.
std::vector<QVector3D> block()
{
    std::vector<QVector3D> corners;
    for (const float x : {-10.0F, 10.0F})
        for (const float y : {0.0F, 40.0F})
            for (const float z : {-10.0F, 10.0F})
                corners.emplace_back(x, y, z);
    return corners;
}

OrbitCamera placed()
{
    OrbitCamera camera;
    camera.setHome(frameHull(block(), -28, 12, {1280, 720}, {0, 0, 1280, 720}, {}), {}, true);
    return camera;
}

/// Advances by frames of a sixtieth of a second until it rests; the seconds it took.
float settle(OrbitCamera &camera)
{
    int frames = 0;
    while (camera.advance(1.0F / 60) && frames < 6000)
        ++frames;
    return static_cast<float>(frames) / 60;
}

} // namespace

TEST_CASE("FramesTheHullInTheFreeArea")
{
    const auto hull = block();
    const QRectF free(0, 64, 880, 656);
    const CameraPose pose = frameHull(hull, -28, 12, {1280, 720}, free, {});
    const float tanHalf = std::tan(qDegreesToRadians(29.0F) / 2);
    const float aspect = 1280.0F / 720;
    const QVector3D eye = pose.position(tanHalf, aspect);
    float low = 2;
    float high = -2;
    float left = 2;
    float right = -2;
    for (const QVector3D &point : hull) {
        const QVector3D seen = pose.rotation().conjugated().rotatedVector(point - eye);
        const float x = seen.x() / (-seen.z() * tanHalf * aspect);
        const float y = seen.y() / (-seen.z() * tanHalf);
        low = std::min(low, y);
        high = std::max(high, y);
        left = std::min(left, x);
        right = std::max(right, x);
    }
    CHECK(std::abs((high - low) / 2 * 720 - 0.62F * 656) < 656 * 0.02F);
    CHECK(std::abs((left + right + 2) / 4 * 1280 - 440) < 8);
    CHECK(std::abs((2 - low - high) / 4 * 720 - (64 + 0.54F * 656)) < 8);
}

TEST_CASE("FramesWholeInWindowsOfAnyAspectFromAnySide")
{
    const float tanHalf = std::tan(qDegreesToRadians(29.0F) / 2);
    std::vector<QVector3D> plank = block(); // Its home shows its end.
    for (QVector3D &point : plank)
        point = QQuaternion::fromAxisAndAngle(0, 1, 0, -28).rotatedVector(point * QVector3D(0.2F, 0.2F, 5));
    for (const auto &hull : {block(), plank})
        for (const QSizeF view : {QSizeF(1280, 720), QSizeF(1080, 1920), QSizeF(3840, 1080), QSizeF(600, 600)}) {
            const QRectF free(24, 64, view.width() * 0.7, view.height() - 160);
            CameraPose pose = frameHull(hull, -28, 12, view, free, {});
            const auto aspect = static_cast<float>(view.width() / view.height());
            for (int side = 0; side < 24; ++side) {
                pose.yaw = -28 + 15 * static_cast<float>(side);
                const QVector3D eye = pose.position(tanHalf, aspect);
                for (const QVector3D &point : hull) {
                    const QVector3D seen = pose.rotation().conjugated().rotatedVector(point - eye);
                    const auto x = (1 + seen.x() / (-seen.z() * tanHalf * aspect)) / 2 * view.width();
                    const auto y = (1 - seen.y() / (-seen.z() * tanHalf)) / 2 * view.height();
                    CAPTURE(view.width(), view.height(), pose.yaw, x, y);
                    CHECK(free.adjusted(-4, -4, 4, 4).contains(QPointF(x, y)));
                }
            }
        }
}

TEST_CASE("StandsInFrontAtYawZeroAndToTheLeftBelowIt")
{
    CameraPose pose;
    pose.distance = 10;
    CHECK((pose.position(0.25F, 1) - QVector3D(0, 0, 10)).length() < 1e-4F);
    pose.yaw = -28;
    CHECK(pose.position(0.25F, 1).x() < -4);
    pose.pitch = 12;
    CHECK(pose.position(0.25F, 1).y() > 2);
}

TEST_CASE("NeverTurnsOverOrBelowTheGround")
{
    OrbitCamera camera = placed();
    for (int step = 0; step < 200; ++step)
        camera.turn(3, 5, 0.016F);
    CHECK(camera.pose().pitch <= 86);
    for (int step = 0; step < 400; ++step)
        camera.turn(0, -5, 0.016F);
    CHECK(camera.pose().position(0.2586F, 1.78F).y() > 0);
}

TEST_CASE("LiftsAHomeBelowTheGroundOutOfIt")
{
    OrbitCamera camera;
    OrbitCamera::Limits limits;
    limits.minPitch = -60;
    CameraPose low = frameHull(block(), 0, -60, {1280, 720}, {0, 0, 1280, 720}, {});
    camera.setHome(low, limits, true);
    CHECK(camera.pose().pitch > -60);
    CHECK(camera.pose().pitch < 0);
    CHECK(camera.pose().target.y() + camera.pose().distance * std::sin(qDegreesToRadians(camera.pose().pitch)) > 0);
}

TEST_CASE("KeepsItsDistanceBetweenNearAndFar")
{
    OrbitCamera camera = placed();
    for (int step = 0; step < 100; ++step)
        camera.zoom(0.7F);
    settle(camera);
    CHECK(std::abs(camera.pose().distance - 0.34F * camera.home().distance) < 0.1F);
    for (int step = 0; step < 100; ++step)
        camera.zoom(1.5F);
    settle(camera);
    CHECK(std::abs(camera.pose().distance - 1.9F * camera.home().distance) < 0.1F);
}

TEST_CASE("CarriesMomentumAfterTheHandAndComesToRest")
{
    OrbitCamera camera = placed();
    for (int step = 0; step < 12; ++step)
        camera.turn(2, 0, 1.0F / 60);
    const float atRelease = camera.pose().yaw;
    camera.release();
    const float seconds = settle(camera);
    CHECK(camera.pose().yaw > atRelease + 10);
    CHECK(seconds < 3);
    CHECK_FALSE(camera.isMoving());
}

TEST_CASE("TakesTheMomentumOutOfAHandThatRests")
{
    OrbitCamera camera = placed();
    for (int step = 0; step < 12; ++step)
        camera.turn(2, 0, 1.0F / 60);
    for (int frame = 0; frame < 60; ++frame)
        camera.advance(1.0F / 60);
    const float held = camera.pose().yaw;
    camera.release();
    settle(camera);
    CHECK(std::abs(camera.pose().yaw - held) < 0.5F);
}

TEST_CASE("FliesHomeSmoothlyWithinItsTime")
{
    OrbitCamera camera = placed();
    camera.turn(150, 30, 0.5F);
    camera.release();
    camera.flyTo(camera.home(), false);
    float fastest = 0;
    float first = 0;
    float before = camera.pose().yaw;
    int frames = 0;
    while (camera.advance(1.0F / 60)) {
        const float step = std::abs(std::remainder(camera.pose().yaw - before, 360.0F));
        first = frames == 0 ? step : first;
        fastest = std::max(fastest, step);
        before = camera.pose().yaw;
        ++frames;
    }
    CHECK(frames >= 0.7 * 60 - 1);
    CHECK(frames <= 1.2 * 60 + 1);
    CHECK(first < 0.05F * fastest);
    CHECK(camera.pose().yaw == camera.home().yaw);
    CHECK(camera.pose().pitch == camera.home().pitch);
}

TEST_CASE("JumpsWhereMotionIsReduced")
{
    OrbitCamera camera = placed();
    camera.turn(40, 0, 0.5F);
    camera.release();
    camera.flyTo(camera.home(), true);
    CHECK_FALSE(camera.isMoving());
    CHECK(camera.pose().yaw == camera.home().yaw);
}

TEST_CASE("LetsAHandInterruptAFlight")
{
    OrbitCamera camera = placed();
    camera.turn(120, 0, 0.5F);
    camera.release();
    camera.flyTo(camera.home(), false);
    for (int frame = 0; frame < 20; ++frame)
        camera.advance(1.0F / 60);
    const float caught = camera.pose().yaw;
    camera.turn(1, 0, 0.016F);
    CHECK(std::abs(camera.pose().yaw - caught - 1) < 1e-3F);
}

TEST_CASE("ZoomsTowardsThePointerAndBackToTheMiddle")
{
    OrbitCamera camera = placed();
    const CameraPose home = camera.home();
    // A point of the plane through the target, up and to the right of it.
    const QVector2D towards(0.1F, 0.05F);
    const QVector3D point = home.target + home.rotation().rotatedVector(QVector3D(towards * home.distance, 0));
    camera.zoom(0.7F, towards);
    settle(camera);
    const CameraPose near = camera.pose();
    CHECK(std::abs(near.distance - home.distance * 0.7F) < 1e-3F * home.distance);
    const QVector3D seen = near.rotation().conjugated().rotatedVector(point - near.target) / near.distance;
    CHECK(std::abs(seen.x() - towards.x()) < 2e-3F);
    CHECK(std::abs(seen.y() - towards.y()) < 2e-3F);
    camera.zoom(1 / 0.7F, {-0.1F, 0});
    settle(camera);
    CHECK((camera.pose().target - home.target).length() < 1e-2F * home.distance);
}

TEST_CASE("AHandGoesOnFromWhereAFilmLeftTheCamera")
{
    OrbitCamera camera = placed();
    CameraPose pose = camera.home();
    pose.target += QVector3D(60, 0, 0); // further than a hand would get
    pose.distance *= 0.2F;
    camera.show(pose);
    CHECK(camera.pose().target == pose.target);
    camera.turn(5, 0, 0.05F);
    CHECK((camera.pose().target - pose.target).length() < 1e-3F);
    CHECK(camera.pose().distance == pose.distance);
    camera.release();
    settle(camera);
    CHECK((camera.pose().target - pose.target).length() < 1e-3F);
    pose.pitch = -80; // but the ground is the ground
    camera.show(pose);
    CHECK(camera.pose().pitch > -45);
}

TEST_CASE("TurnsByItselfSoftlyAndLeavesItToAHand")
{
    OrbitCamera camera = placed();
    const float before = camera.pose().yaw;
    camera.drive({.yaw = 14, .softness = 0.9F});
    CHECK(camera.isMoving());
    camera.advance(1.0F / 60);
    CHECK(camera.pose().yaw - before < 0.02F); // nobody sees it begin
    for (int frame = 0; frame < 60 * 10; ++frame)
        camera.advance(1.0F / 60);
    CHECK(std::abs(std::remainder(camera.pose().yaw - before - 14 * (10 - 0.9F), 360.0F)) < 1);
    camera.drive({.softness = 0.02F});
    const float stopped = camera.pose().yaw;
    CHECK(settle(camera) < 0.3F);
    CHECK(std::abs(camera.pose().yaw - stopped) < 0.5F);
}

TEST_CASE("FollowsSticksUntilTheyAreLetGo")
{
    OrbitCamera camera = placed();
    const CameraPose home = camera.home();
    camera.drive({.pitch = 40, .pan = {0.5F, 0}, .zoom = 1});
    for (int frame = 0; frame < 30; ++frame)
        camera.advance(1.0F / 60);
    CHECK(camera.pose().pitch > home.pitch + 10);
    CHECK(camera.pose().distance < home.distance * 0.8F);
    CHECK((camera.pose().target - home.target).length() > 0.01F * home.distance);
    camera.drive({});
    settle(camera);
    CHECK_FALSE(camera.isMoving());
}

TEST_CASE("LeansWithTheHeadAndKeepsItsPose")
{
    OrbitCamera camera = placed();
    camera.lean({3, 1});
    const float seconds = settle(camera);
    CHECK(seconds > 0.2F);
    CHECK(seconds < 3);
    CHECK(camera.pose().yaw == camera.home().yaw);
    CHECK(camera.seen().yaw == camera.home().yaw + 3);
    CHECK(camera.seen().pitch == camera.home().pitch + 1);
    camera.lean({0, -60}); // never below the ground
    settle(camera);
    CHECK(camera.seen().position(0.2586F, 1.78F).y() > 0);
}

TEST_CASE("NeverComesSoNearThatTheNearPlaneCutsTheProduct")
{
    struct Shape {
        const char *name;
        QVector3D size;
    };
    const float tanHalf = std::tan(qDegreesToRadians(29.0F) / 2);
    for (const Shape &shape :
         {Shape{"pen", {14, 1, 1}}, Shape{"sari", {110, 2, 500}}, Shape{"vase", {9, 90, 9}}, Shape{"die", {2, 2, 2}},
          Shape{"tray", {45, 1, 30}}, Shape{"rickshaw", {90, 150, 240}}}) {
        for (const QSizeF view : {QSizeF(1280, 720), QSizeF(720, 1280), QSizeF(2560, 720)}) {
            CAPTURE(shape.name, view.width(), view.height());
            std::vector<QVector3D> corners;
            corners.reserve(8);
            for (int i = 0; i < 8; ++i)
                corners.emplace_back((i & 1 ? 0.5F : -0.5F) * shape.size.x(), (i & 2 ? 1.0F : 0.0F) * shape.size.y(),
                                     (i & 4 ? 0.5F : -0.5F) * shape.size.z());
            OrbitCamera::Limits limits;
            limits.low = corners.front();
            limits.high = corners.back();
            limits.tanHalfFov = tanHalf;
            limits.aspect = static_cast<float>(view.width() / view.height());
            OrbitCamera camera;
            camera.setHome(frameHull(corners, -28, 12, view, QRectF(QPointF(), view), {}), limits, true);
            for (int turn = 0; turn < 36; ++turn) {
                camera.turn(20, turn % 3 == 0 ? 25.0F : -10.0F, 0.1F);
                camera.pan({0.2F * camera.home().distance, -0.1F * camera.home().distance});
                camera.zoom(0.2F);
                camera.release();
                settle(camera);
                const QVector3D eye = camera.seen().position(tanHalf, limits.aspect);
                QVector3D nearest;
                for (int axis = 0; axis < 3; ++axis)
                    nearest[axis] = std::clamp(eye[axis], limits.low[axis], limits.high[axis]);
                // The stage's near plane is a hundredth of the way to the middle.
                const float clipNear = 0.011F * (eye - camera.home().target).length();
                REQUIRE((nearest - eye).length() > clipNear / 0.6F); // at the picture's corners it is further in
            }
        }
    }
}

TEST_CASE("NudgesAddUpHoweverQuickTheyCome")
{
    OrbitCamera camera = placed();
    for (int i = 0; i < 5; ++i)
        camera.nudge(0, 10, {}, false);
    CHECK(std::abs(camera.aimed().pitch - camera.home().pitch - 50) < 0.01F);
    CHECK(settle(camera) < 1.5F);
    CHECK(std::abs(camera.pose().pitch - camera.home().pitch - 50) < 0.01F);
    CHECK(camera.pose().yaw == camera.home().yaw);
    // All around and further, the way that was asked for.
    for (int i = 0; i < 26; ++i)
        camera.nudge(15, 0, {}, false);
    settle(camera);
    CHECK(std::abs(std::remainder(camera.pose().yaw - camera.home().yaw - 30, 360.0F)) < 0.05F);
}

TEST_CASE("NudgesBeyondALimitAreNotOwed")
{
    OrbitCamera camera = placed();
    for (int i = 0; i < 20; ++i)
        camera.nudge(0, 10, {}, false);
    settle(camera);
    CHECK(std::abs(camera.pose().pitch - 86) < 0.01F); // the highest there is
    for (int i = 0; i < 20; ++i)
        camera.nudge(0, 10, {}, false);
    camera.nudge(0, -10, {}, false); // before they have come to anything
    settle(camera);
    CHECK(std::abs(camera.pose().pitch - 76) < 0.01F);
    const float reach = camera.home().distance * 0.6F * 0.26F;
    for (int i = 0; i < 40; ++i)
        camera.nudge(0, 0, {0.15F, 0}, false);
    settle(camera);
    CHECK((camera.pose().target - camera.home().target).length() < reach * 1.001F);
}

TEST_CASE("ANudgeLeavesAFlightToItsEndAndAHandEndsBoth")
{
    OrbitCamera camera = placed();
    CameraPose far = camera.home();
    far.distance *= 1.8F;
    far.yaw += 90;
    camera.jumpTo(far);
    camera.flyTo(camera.home(), false);
    camera.advance(0.1F);
    camera.nudge(-15, 10, {}, false);
    settle(camera);
    CHECK(std::abs(camera.pose().distance - camera.home().distance) < 1e-3F * camera.home().distance);
    CHECK(std::abs(camera.pose().yaw - camera.home().yaw + 15) < 0.05F);
    CHECK(std::abs(camera.pose().pitch - camera.home().pitch - 10) < 0.05F);

    camera.nudge(60, 0, {}, false);
    camera.advance(0.02F);
    camera.turn(0, 0, 0.02F);
    camera.release();
    const float held = camera.pose().yaw;
    settle(camera);
    CHECK(camera.pose().yaw == held);
}

TEST_CASE("AKeysZoomLeavesAFlightToItsEndAndAHandsDoesNot")
{
    OrbitCamera camera = placed();
    CameraPose aside = camera.home();
    aside.yaw += 90;
    camera.jumpTo(aside);
    camera.flyTo(camera.home(), false);
    camera.advance(0.1F);
    const float before = camera.pose().distance;
    camera.zoom(0.7F);
    CHECK(camera.aimed().distance == 0.7F * camera.home().distance);
    camera.advance(1.0F / 60);
    CHECK(camera.pose().distance < before); // at once, but not in one step
    CHECK(camera.pose().distance > 0.9F * before);
    settle(camera);
    CHECK(std::abs(camera.pose().distance - 0.7F * camera.home().distance) < 1e-3F * camera.home().distance);
    CHECK(std::abs(camera.pose().yaw - camera.home().yaw) < 0.05F);

    camera.jumpTo(aside);
    camera.flyTo(camera.home(), false);
    camera.advance(0.1F);
    camera.zoom(0.7F, {});
    const float caught = camera.pose().yaw;
    settle(camera);
    CHECK(std::abs(std::remainder(camera.pose().yaw - caught, 360.0F)) < 1e-3F);
}

TEST_CASE("WithLessMotionANudgeIsThereAtOnce")
{
    OrbitCamera camera = placed();
    camera.nudge(15, 0, {}, true);
    CHECK(std::abs(camera.pose().yaw - camera.home().yaw - 15) < 0.01F);
    CHECK_FALSE(camera.isMoving());
}
