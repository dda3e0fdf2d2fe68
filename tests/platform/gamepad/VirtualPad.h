// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace vitrine::test {

/// A game controller that is plugged in as long as it lives: SDL's virtual joystick, which takes the way of a real one
/// from the driver on. SDL must be running (platform::Gamepads::open()).
class VirtualPad
{
public:
    enum Axis { LeftX, LeftY, RightX, RightY, LeftTrigger, RightTrigger };
    enum Button { South, East, West, North, Select, Start, RightStick, PadLeft, PadRight };

    VirtualPad();
    ~VirtualPad();
    VirtualPad(const VirtualPad &) = delete;
    VirtualPad &operator=(const VirtualPad &) = delete;

    /// -1 to 1, y downwards as the device has it; triggers 0 to 1.
    void tilt(Axis axis, float value);
    void hold(Button button, bool down);

private:
    struct Device;
    std::unique_ptr<Device> m_device;
};

} // namespace vitrine::test
