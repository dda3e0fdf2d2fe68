// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/gamepad/VirtualPad.h"

#include <SDL3/SDL.h>

#include <array>
#include <stdexcept>

namespace vitrine::test {

struct VirtualPad::Device {
    SDL_JoystickID id = 0;
    SDL_Joystick *joystick = nullptr;
};

VirtualPad::VirtualPad()
    : m_device(std::make_unique<Device>())
{
    SDL_VirtualJoystickDesc description;
    SDL_INIT_INTERFACE(&description);
    description.type = SDL_JOYSTICK_TYPE_GAMEPAD;
    description.naxes = SDL_GAMEPAD_AXIS_COUNT;
    description.nbuttons = SDL_GAMEPAD_BUTTON_COUNT;
    description.name = "Test controller";
    m_device->id = SDL_AttachVirtualJoystick(&description);
    if (m_device->id == 0)
        throw std::runtime_error(SDL_GetError());
    m_device->joystick = SDL_OpenJoystick(m_device->id);
    if (m_device->joystick == nullptr)
        throw std::runtime_error(SDL_GetError());
    // A trigger rests at the lower end of its axis.
    tilt(LeftTrigger, 0);
    tilt(RightTrigger, 0);
}

VirtualPad::~VirtualPad()
{
    SDL_CloseJoystick(m_device->joystick);
    SDL_DetachVirtualJoystick(m_device->id);
}

void VirtualPad::tilt(Axis axis, float value)
{
    const float whole = axis >= LeftTrigger ? value * 2 - 1 : value;
    SDL_SetJoystickVirtualAxis(m_device->joystick, axis, static_cast<Sint16>(whole * 32767));
}

void VirtualPad::hold(Button button, bool down)
{
    static constexpr std::array kButtons{
        SDL_GAMEPAD_BUTTON_SOUTH,       SDL_GAMEPAD_BUTTON_EAST,      SDL_GAMEPAD_BUTTON_WEST,
        SDL_GAMEPAD_BUTTON_NORTH,       SDL_GAMEPAD_BUTTON_BACK,      SDL_GAMEPAD_BUTTON_START,
        SDL_GAMEPAD_BUTTON_RIGHT_STICK, SDL_GAMEPAD_BUTTON_DPAD_LEFT, SDL_GAMEPAD_BUTTON_DPAD_RIGHT};
    SDL_SetJoystickVirtualButton(m_device->joystick, kButtons.at(static_cast<std::size_t>(button)), down);
}

} // namespace vitrine::test
