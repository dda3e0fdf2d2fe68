// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/texture/Bc7Picture.h"

#include "core/values/Contract.h"
#include "render/package/PackageFormat.h"
#include "render/texture/TexelBlock.h"

#include <algorithm>
#include <cstring>

namespace vitrine::render {

std::vector<std::byte> encodeBc7(std::span<const std::uint8_t> texels, std::uint32_t width, std::uint32_t height,
                                 bool hasAlpha)
{
    VITRINE_EXPECT(texels.size() == std::size_t{4} * width * height);
    std::vector<std::byte> blocks(pixelBytes(PixelFormat::Bc7, width, height));
    std::byte *into = blocks.data();
    for (std::uint32_t y = 0; y < height; y += kBlockSide) {
        for (std::uint32_t x = 0; x < width; x += kBlockSide) {
            TexelBlock block;
            for (std::uint32_t i = 0; i < kBlockTexels; ++i) {
                const std::size_t row = std::min(y + i / kBlockSide, height - 1);
                const std::size_t column = std::min(x + i % kBlockSide, width - 1);
                std::memcpy(block[i].data(), texels.data() + (row * width + column) * 4, 4);
            }
            const Bc7Block coded = encodeBc7Block(block, hasAlpha);
            std::memcpy(into, coded.data(), coded.size());
            into += coded.size();
        }
    }
    return blocks;
}

std::vector<std::byte> decodeBc7(std::span<const std::byte> blocks, std::uint32_t width, std::uint32_t height)
{
    std::vector<std::byte> texels(std::size_t{4} * width * height);
    decodeBc7(blocks, width, height, texels);
    return texels;
}

void decodeBc7(std::span<const std::byte> blocks, std::uint32_t width, std::uint32_t height,
               std::span<std::byte> texels)
{
    VITRINE_EXPECT(blocks.size() == pixelBytes(PixelFormat::Bc7, width, height));
    VITRINE_EXPECT(texels.size() == std::size_t{4} * width * height);
    std::size_t at = 0;
    for (std::uint32_t y = 0; y < height; y += kBlockSide) {
        for (std::uint32_t x = 0; x < width; x += kBlockSide, at += 16) {
            const TexelBlock block = decodeBc7Block(blocks.subspan(at).first<16>());
            const std::size_t columns = std::min(kBlockSide, width - x);
            for (std::size_t row = 0; row < std::min(kBlockSide, height - y); ++row)
                std::memcpy(texels.data() + ((y + row) * width + x) * 4, block[row * kBlockSide].data(), columns * 4);
        }
    }
}

} // namespace vitrine::render
