// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gamepad/Gamepads.h"

// Game controllers as a module that the shop loads once a product stands on its stage: SDL brings thirty libraries,
// which a still picture would wait for.
extern "C" void vitrineOpenPads(vitrine::core::Result<std::unique_ptr<vitrine::platform::Gamepads>> &pads)
{
    pads = vitrine::platform::Gamepads::open();
}
