// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/studio/Environment.h"
#include "render/studio/Studio.h"

namespace vitrine::render {

/// Paints a scenery: the light that arrives from a direction (unit length), linear, before exposure. What can be known
/// beforehand is computed here once; the function may be called from several threads.
[[nodiscard]] Surround surroundOf(const Scenery &scenery, float whitePointKelvin);

} // namespace vitrine::render
