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
    /// Through SDL. Fails with Unavailable where the system gives no controllers out.
    [[nodiscard]] static core::Result<std::unique_ptr<Gamepads>> open();
    virtual ~Gamepads() = default;
    Gamepads(const Gamepads &) = delete;
    Gamepads &operator=(const Gamepads &) = delete;

    /// Looks at what happened since the last call. Buttons that went down, in order; shoulders count as Left and Right.
    [[nodiscard]] virtual std::vector<PadButton> update() = 0;
    [[nodiscard]] virtual bool isConnected() const = 0;
    /// As of the last update(); all zero without a controller.
    [[nodiscard]] virtual PadSticks sticks() const = 0;
    /// "Xbox Wireless Controller"; empty without one.
    [[nodiscard]] virtual std::string name() const = 0;

protected:
    Gamepads() = default;
};

} // namespace vitrine::platform
