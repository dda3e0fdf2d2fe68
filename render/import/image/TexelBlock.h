// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace vitrine::render {

inline constexpr std::uint32_t kBlockSide = 4;
inline constexpr std::size_t kBlockTexels = 16;

using Texel = std::array<std::uint8_t, 4>;
/// 4×4 texels in RGBA8, rows downwards.
using TexelBlock = std::array<Texel, kBlockTexels>;

/// A BC7 block of 16 bytes, after the ARB_texture_compression_bptc specification. A block of the reserved mode is
/// transparent black, as there.
[[nodiscard]] TexelBlock decodeBc7Block(std::span<const std::byte, 16> block);

/// A UASTC block of 16 bytes, after the Khronos Data Format Specification 1.4. A block that breaks its rules is
/// opaque magenta, so that it is seen.
[[nodiscard]] TexelBlock decodeUastcBlock(std::span<const std::byte, 16> block);

} // namespace vitrine::render
