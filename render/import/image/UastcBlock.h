// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/texture/TexelBlock.h"

namespace vitrine::render {

/// A UASTC block of 16 bytes, after the Khronos Data Format Specification 1.4. A block that breaks its rules is
/// opaque magenta, so that it is seen.
[[nodiscard]] TexelBlock decodeUastcBlock(std::span<const std::byte, 16> block);

} // namespace vitrine::render
