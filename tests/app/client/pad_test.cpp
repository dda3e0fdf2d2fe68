// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/GamepadHands.h"
#include "tests/platform/gamepad/VirtualPad.h"

#include <QGuiApplication>
#include <QTest>
#include <QWindow>

#include <catch2/catch_test_macros.hpp>
#include <optional>

using namespace vitrine;
using stage::StagePad;
using test::VirtualPad;

namespace {

QGuiApplication &application()
{
    static int count = 1;
    static char name[] = "test_pad";
    static char *arguments[] = {name, nullptr};
    static QGuiApplication app(count, arguments);
    return app;
}

} // namespace

TEST_CASE("AControllersWayFromTheDeviceToTheStage")
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    application();
    StagePad &pad = StagePad::instance();
    app::GamepadHands hands(pad, platform::Gamepads::open);
    CHECK_FALSE(hands.isReading()); // no stage, no device
    pad.listen(1);
    QWindow window;
    window.show();
    window.requestActivate();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    hands.look();
    CHECK_FALSE(pad.isConnected());
    CHECK_FALSE(hands.isReading());

    std::optional<VirtualPad> device(std::in_place);
    hands.look();
    REQUIRE(QTest::qWaitFor([&] { return pad.isConnected(); }));
    CHECK(hands.isReading());
    QList<StagePad::Button> pressed;
    QObject::connect(&pad, &StagePad::pressed, &hands, [&](StagePad::Button button) { pressed << button; });
    device->tilt(VirtualPad::LeftX, 1);
    device->tilt(VirtualPad::LeftTrigger, 1);
    device->hold(VirtualPad::North, true);
    REQUIRE(QTest::qWaitFor([&] { return !pressed.isEmpty(); }));
    CHECK(pressed == QList{StagePad::Studio});
    CHECK(pad.turn() == QVector2D(1, 0));
    CHECK(pad.zoom() == -1);

    device.reset();
    REQUIRE(QTest::qWaitFor([&] { return !pad.isConnected(); }));
    CHECK(pad.turn().isNull());
    CHECK_FALSE(hands.isReading());
    pad.listen(-1);
}
