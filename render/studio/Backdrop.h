// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/studio/Environment.h"

namespace vitrine::render {

/// What stands behind a product in a person's own surround: display colours, linear sRGB from 0 to 1.
struct Backdrop {
    Float3 top;
    Float3 bottom;
    Float3 lamp;  ///< The pool of light on the wall.
    Float3 floor; ///< The pool of light on the floor.
};

/// A calm backdrop in the surround's mean light: its hue, muted, a stop and more below a white product and above a
/// black one, so that either stands out. Not the surround itself, blurred: that would compete with the product and
/// differ from side to side. `prefiltered` needs its last level only, and its exposure as baked.
[[nodiscard]] Backdrop backdropFrom(const CubeMap &prefiltered);

} // namespace vitrine::render
