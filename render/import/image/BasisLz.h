// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/texture/TexelBlock.h"

#include <functional>
#include <vector>

namespace vitrine::render {

/// The codebooks and Huffman tables that all slices of a BasisLZ/ETC1S texture share, after the KTX 2.0 specification.
class BasisLz
{
public:
    /// `globalData` is KTX2's supercompression global data. Malformed if it is not what its lengths promise.
    [[nodiscard]] static core::Result<BasisLz> open(std::span<const std::byte> globalData, std::uint32_t imageCount);

    /// Where image 0, the full size, lies in its mip level: colour, and alpha (length 0 if there is none).
    struct Slices {
        std::uint32_t colorOffset = 0;
        std::uint32_t colorLength = 0;
        std::uint32_t alphaOffset = 0;
        std::uint32_t alphaLength = 0;
    };
    const Slices &firstImage() const { return m_firstImage; }

    using BlockSink = std::function<void(std::uint32_t x, std::uint32_t y, const TexelBlock &block)>;
    /// Hands on the blocks of a slice, row by row.
    [[nodiscard]] core::Status decode(std::span<const std::byte> slice, std::uint32_t blocksAcross,
                                      std::uint32_t blocksDown, const BlockSink &sink) const;

private:
    /// A canonical Huffman code as Deflate's: how many codes of each length, and the symbols in their order.
    struct HuffmanTable {
        std::array<std::uint32_t, 17> counts{};
        std::vector<std::uint16_t> symbols;
    };
    struct EndPoint {
        std::array<std::uint8_t, 3> color5{};
        std::uint8_t intensity = 0;
    };
    struct BlockIndex {
        std::uint32_t endPoint = 0;
        std::uint32_t selector = 0;
    };
    class Stream;
    class SliceReader;

    core::Status readEndPoints(std::span<const std::byte> bytes, std::size_t count);
    core::Status readSelectors(std::span<const std::byte> bytes, std::size_t count);
    core::Status readTables(std::span<const std::byte> bytes);
    TexelBlock block(const BlockIndex &index) const;

    Slices m_firstImage;
    std::vector<EndPoint> m_endPoints;
    std::vector<std::array<std::uint8_t, 4>> m_selectors; ///< Four rows of four times two bits.
    HuffmanTable m_prediction;
    HuffmanTable m_endPointDelta;
    HuffmanTable m_selector;
    HuffmanTable m_selectorRun;
    std::uint32_t m_historySize = 0;
};

} // namespace vitrine::render
