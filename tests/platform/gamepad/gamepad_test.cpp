// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gamepad/Gamepads.h"
#include "tests/platform/gamepad/VirtualPad.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <optional>

using namespace vitrine;
using platform::PadButton;
using test::VirtualPad;

namespace {

/// SDL's own order of things takes a round or two.
std::vector<PadButton> settle(platform::Gamepads &pads)
{
    std::vector<PadButton> pressed;
    for (int round = 0; round < 3; ++round)
        for (const PadButton button : pads.update())
            pressed.push_back(button);
    return pressed;
}

} // namespace

TEST_CASE("AControllerComesAndGoes")
{
    const auto pads = platform::Gamepads::open();
    REQUIRE(pads);
    settle(**pads);
    CHECK_FALSE((*pads)->isConnected());
    CHECK((*pads)->sticks() == platform::PadSticks{});
    CHECK((*pads)->name().empty());
    {
        const VirtualPad device;
        settle(**pads);
        CHECK((*pads)->isConnected());
        CHECK((*pads)->name() == "Test controller");
    }
    settle(**pads);
    CHECK_FALSE((*pads)->isConnected());
}

TEST_CASE("TheSecondControllerTakesOverFromTheFirst")
{
    const auto pads = platform::Gamepads::open();
    REQUIRE(pads);
    std::optional<VirtualPad> first(std::in_place);
    VirtualPad second;
    settle(**pads);
    second.tilt(VirtualPad::LeftX, 1);
    settle(**pads);
    CHECK((*pads)->sticks().leftX == 0);
    first.reset();
    settle(**pads);
    CHECK((*pads)->isConnected());
    CHECK((*pads)->sticks().leftX == 1);
}

TEST_CASE("SticksAreReadUpwardsAndWithoutTheirMiddle")
{
    const auto pads = platform::Gamepads::open();
    REQUIRE(pads);
    VirtualPad device;
    settle(**pads);                       // seen at rest
    device.tilt(VirtualPad::LeftX, 0.1F); // worn, not pushed
    device.tilt(VirtualPad::RightY, -1);  // away from the hand
    device.tilt(VirtualPad::RightTrigger, 1);
    settle(**pads);
    const platform::PadSticks sticks = (*pads)->sticks();
    CHECK(sticks.leftX == 0);
    CHECK(sticks.leftY == 0);
    CHECK(std::abs(sticks.rightY - 1) < 1e-3F);
    CHECK(sticks.leftTrigger == 0);
    CHECK(std::abs(sticks.rightTrigger - 1) < 1e-3F);

    device.tilt(VirtualPad::LeftX, 0.58F); // half of what is beyond the middle: a quarter of the speed
    settle(**pads);
    CHECK(std::abs((*pads)->sticks().leftX - 0.25F) < 0.01F);
}

TEST_CASE("AButtonIsToldOnceEachTimeItGoesDown")
{
    const auto pads = platform::Gamepads::open();
    REQUIRE(pads);
    VirtualPad device;
    settle(**pads);
    device.hold(VirtualPad::South, true);
    CHECK(settle(**pads) == std::vector{PadButton::South});
    CHECK(settle(**pads).empty());
    device.hold(VirtualPad::South, false);
    CHECK(settle(**pads).empty());
    device.hold(VirtualPad::PadRight, true);
    device.hold(VirtualPad::Start, true);
    const auto pressed = settle(**pads);
    CHECK(pressed.size() == 2);
}
