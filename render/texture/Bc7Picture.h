// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vitrine::render {

/// Codes RGBA8 texels, rows downwards, in BC7. What a block reaches over the edge repeats the edge.
[[nodiscard]] std::vector<std::byte> encodeBc7(std::span<const std::uint8_t> texels, std::uint32_t width,
                                               std::uint32_t height, bool hasAlpha);

/// The way back. `blocks` are pixelBytes(PixelFormat::Bc7, width, height).
[[nodiscard]] std::vector<std::byte> decodeBc7(std::span<const std::byte> blocks, std::uint32_t width,
                                               std::uint32_t height);
/// The same into `texels`, four bytes for each.
void decodeBc7(std::span<const std::byte> blocks, std::uint32_t width, std::uint32_t height,
               std::span<std::byte> texels);

} // namespace vitrine::render
