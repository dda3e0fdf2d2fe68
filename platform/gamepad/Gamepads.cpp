// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gamepad/Gamepads.h"

#include <SDL3/SDL.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

namespace vitrine::platform {

namespace {

/// Sticks that nobody touches stand up to this far from their middle.
constexpr float kDeadZone = 0.16F;

std::optional<PadButton> buttonOf(int button)
{
    switch (button) {
    case SDL_GAMEPAD_BUTTON_SOUTH:
        return PadButton::South;
    case SDL_GAMEPAD_BUTTON_EAST:
        return PadButton::East;
    case SDL_GAMEPAD_BUTTON_WEST:
        return PadButton::West;
    case SDL_GAMEPAD_BUTTON_NORTH:
        return PadButton::North;
    case SDL_GAMEPAD_BUTTON_BACK:
        return PadButton::Select;
    case SDL_GAMEPAD_BUTTON_START:
        return PadButton::Start;
    case SDL_GAMEPAD_BUTTON_LEFT_STICK:
        return PadButton::LeftStick;
    case SDL_GAMEPAD_BUTTON_RIGHT_STICK:
        return PadButton::RightStick;
    case SDL_GAMEPAD_BUTTON_LEFT_SHOULDER:
    case SDL_GAMEPAD_BUTTON_DPAD_LEFT:
        return PadButton::Left;
    case SDL_GAMEPAD_BUTTON_RIGHT_SHOULDER:
    case SDL_GAMEPAD_BUTTON_DPAD_RIGHT:
        return PadButton::Right;
    case SDL_GAMEPAD_BUTTON_DPAD_UP:
        return PadButton::Up;
    case SDL_GAMEPAD_BUTTON_DPAD_DOWN:
        return PadButton::Down;
    default:
        return std::nullopt;
    }
}

/// Of a stick as a whole, or it would stick to its axes; slow near the middle, where one aims.
std::pair<float, float> shaped(float x, float y)
{
    const float length = std::hypot(x, y);
    if (length <= kDeadZone)
        return {0, 0};
    const float beyond = std::min((length - kDeadZone) / (1 - kDeadZone), 1.0F);
    const float factor = beyond * beyond / length;
    return {x * factor, y * factor};
}

class SdlGamepads final : public Gamepads
{
public:
    SdlGamepads() = default;
    ~SdlGamepads() override
    {
        if (m_pad != nullptr)
            SDL_CloseGamepad(m_pad);
        SDL_QuitSubSystem(SDL_INIT_GAMEPAD);
    }
    SdlGamepads(const SdlGamepads &) = delete;
    SdlGamepads &operator=(const SdlGamepads &) = delete;

    std::vector<PadButton> update() override;
    bool isConnected() const override { return m_pad != nullptr; }
    PadSticks sticks() const override;
    std::string name() const override;

private:
    void take(SDL_JoystickID id)
    {
        if (m_pad == nullptr)
            m_pad = SDL_OpenGamepad(id);
    }
    void lose()
    {
        SDL_CloseGamepad(m_pad);
        m_pad = nullptr;
        // Another one may lie beside it.
        int count = 0;
        SDL_JoystickID *others = SDL_GetGamepads(&count);
        for (int i = 0; i < count && m_pad == nullptr; ++i)
            take(others[i]);
        SDL_free(others);
    }
    float axis(SDL_GamepadAxis which) const
    {
        return std::clamp(static_cast<float>(SDL_GetGamepadAxis(m_pad, which)) / 32767.0F, -1.0F, 1.0F);
    }

    SDL_Gamepad *m_pad = nullptr;
};

std::vector<PadButton> SdlGamepads::update()
{
    std::vector<PadButton> pressed;
    SDL_Event event;
    while (SDL_PollEvent(&event)) {
        const bool isOurs = m_pad != nullptr && SDL_GetGamepadID(m_pad) == event.gdevice.which;
        switch (event.type) {
        case SDL_EVENT_GAMEPAD_ADDED:
            take(event.gdevice.which);
            break;
        case SDL_EVENT_GAMEPAD_REMOVED:
            if (isOurs)
                lose();
            break;
        case SDL_EVENT_GAMEPAD_BUTTON_DOWN:
            if (const auto button = buttonOf(event.gbutton.button); isOurs && button)
                pressed.push_back(*button);
            break;
        default:
            break;
        }
    }
    return pressed;
}

PadSticks SdlGamepads::sticks() const
{
    PadSticks sticks;
    if (m_pad == nullptr)
        return sticks;
    // SDL's y runs downwards.
    std::tie(sticks.leftX, sticks.leftY) = shaped(axis(SDL_GAMEPAD_AXIS_LEFTX), -axis(SDL_GAMEPAD_AXIS_LEFTY));
    std::tie(sticks.rightX, sticks.rightY) = shaped(axis(SDL_GAMEPAD_AXIS_RIGHTX), -axis(SDL_GAMEPAD_AXIS_RIGHTY));
    sticks.leftTrigger = shaped(axis(SDL_GAMEPAD_AXIS_LEFT_TRIGGER), 0).first;
    sticks.rightTrigger = shaped(axis(SDL_GAMEPAD_AXIS_RIGHT_TRIGGER), 0).first;
    return sticks;
}

std::string SdlGamepads::name() const
{
    const char *name = m_pad == nullptr ? nullptr : SDL_GetGamepadName(m_pad);
    return name == nullptr ? std::string() : name;
}

} // namespace

core::Result<std::unique_ptr<Gamepads>> Gamepads::open()
{
    SDL_SetHint(SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "1");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    if (!SDL_Init(SDL_INIT_GAMEPAD))
        return core::fail(core::ErrorCode::Unavailable, SDL_GetError(), "game controllers");
    return std::make_unique<SdlGamepads>();
}

} // namespace vitrine::platform
