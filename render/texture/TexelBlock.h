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

using Bc7Block = std::array<std::byte, 16>;

/// A BC7 block, after the ARB_texture_compression_bptc specification. A block of the reserved mode is transparent
/// black, as there.
[[nodiscard]] TexelBlock decodeBc7Block(std::span<const std::byte, 16> block);

/// The block in the mode that keeps it best of those that are tried. Without alpha, what comes back as alpha is
/// anything near 255.
[[nodiscard]] Bc7Block encodeBc7Block(const TexelBlock &block, bool hasAlpha);

} // namespace vitrine::render
