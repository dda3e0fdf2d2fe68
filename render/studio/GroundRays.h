// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/GroundKey.h"
#include "render/studio/Studio.h"

namespace vitrine::render {

/// What falls on a level ground in a studio's light: its surround, exposed as its probe is, and its lamps. Takes about
/// ten milliseconds. No directions where there is no light.
[[nodiscard]] GroundLight groundLightOf(const Studio &studio);

} // namespace vitrine::render
