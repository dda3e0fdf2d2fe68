// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace vitrine::platform {

/// By where they lie; what is printed on them differs.
enum class PadButton : std::uint8_t {
    South,
    East,
    West,
    North,
    Select,
    Start,
    LeftStick,
    RightStick,
    Left,
    Right,
    Up,
    Down
};

/// Each stick -1 to 1, x right and y up, without its dead middle; each trigger 0 to 1.
struct PadSticks {
    float leftX = 0;
    float leftY = 0;
    float rightX = 0;
    float rightY = 0;
    float leftTrigger = 0;
    float rightTrigger = 0;

    friend bool operator==(const PadSticks &, const PadSticks &) = default;
};

/// The first game controller that is plugged in. One thread, the program's first; one object at a time.
class Gamepads
{
public:
    /// Fails with Unavailable where the system gives no controllers out.
    [[nodiscard]] static core::Result<std::unique_ptr<Gamepads>> open();
    ~Gamepads();
    Gamepads(const Gamepads &) = delete;
    Gamepads &operator=(const Gamepads &) = delete;

    /// Looks at what happened since the last call. Buttons that went down, in order; shoulders count as Left and Right.
    [[nodiscard]] std::vector<PadButton> update();
    [[nodiscard]] bool isConnected() const;
    /// As of the last update(); all zero without a controller.
    [[nodiscard]] PadSticks sticks() const;
    /// "Xbox Wireless Controller"; empty without one.
    [[nodiscard]] std::string name() const;

private:
    struct Device;

    Gamepads();

    std::unique_ptr<Device> m_device;
};

} // namespace vitrine::platform
