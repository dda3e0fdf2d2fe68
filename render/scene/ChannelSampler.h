// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/Package.h"

namespace vitrine::render {

/// What a channel says at a time, in seconds; before its first key that one, after its last that one. Linear rotations
/// go the shorter way round (slerp), cubic ones are Hermite splines, normalised, as glTF 2.0 has both (appendix C). Of
/// translations and scales the first three are used.
[[nodiscard]] Vector4 sampleChannel(const Package &package, const ChannelRecord &channel, float seconds);

} // namespace vitrine::render
