// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/Package.h"

#include <span>

namespace vitrine::render {

/// What a channel says at a time, in seconds; before its first key that one, after its last that one. Each number by
/// itself; `into` takes componentsOf(channel) of them. Cubic ones are Hermite splines, as glTF 2.0 has them (appendix
/// C).
void sampleInto(const Package &package, const ChannelRecord &channel, float seconds, std::span<float> into);
void sampleInto(const Package &package, const ValueChannelRecord &channel, float seconds, std::span<float> into);

/// The same of a translation, a rotation or a scale. Linear rotations go the shorter way round (slerp), all are
/// normalised. Of translations and scales the first three are used.
[[nodiscard]] Vector4 sampleChannel(const Package &package, const ChannelRecord &channel, float seconds);

} // namespace vitrine::render
