// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/studio/Direction.h"

namespace vitrine::render {

/// KHR_materials_iridescence: what a film of `index` and `metres` over a surface that reflects `base` at right angles
/// reflects (Belcour and Barla 2017), as shaders/material/layered.frag has it.
[[nodiscard]] Float3 thinFilmFresnel(float cosine, float index, float metres, Float3 base);

} // namespace vitrine::render
