// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/texture/Bc7Format.h"
#include "render/texture/TexelBlock.h"

#include <bit>
#include <utility>

namespace vitrine::render {
namespace {

/// A block's bits, the lowest first, in two registers: megabytes of blocks are decoded before a processor can draw.
class BlockBits
{
public:
    explicit BlockBits(std::span<const std::byte, 16> block)
        : m_low(wordOf(block.first<8>()))
        , m_high(wordOf(block.last<8>()))
    {
    }

    /// At most 32.
    std::uint32_t take(std::uint32_t count)
    {
        const auto taken = static_cast<std::uint32_t>(m_low & ((std::uint64_t{1} << count) - 1));
        skip(count);
        return taken;
    }
    void skip(std::uint32_t count)
    {
        if (count == 0)
            return;
        m_low = m_low >> count | m_high << (64 - count);
        m_high >>= count;
    }

private:
    static std::uint64_t wordOf(std::span<const std::byte, 8> bytes)
    {
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i)
            word |= std::to_integer<std::uint64_t>(bytes[i]) << (8 * i);
        return word;
    }

    std::uint64_t m_low;
    std::uint64_t m_high;
};

std::size_t subsetOf(const Bc7Mode &mode, std::uint32_t partition, std::size_t texel)
{
    if (mode.subsets == 1)
        return 0;
    return mode.subsets == 2 ? kTwoSubsets[partition] >> texel & 1U : kThreeSubsets[partition] >> (2 * texel) & 3U;
}

bool isAnchor(const Bc7Mode &mode, std::uint32_t partition, std::size_t texel)
{
    if (texel == 0)
        return true;
    if (mode.subsets == 2)
        return texel == kAnchorOfTwo[partition];
    return mode.subsets == 3 && (texel == kSecondAnchorOfThree[partition] || texel == kThirdAnchorOfThree[partition]);
}

/// Up to three subsets of two ends each.
using Ends = std::array<std::array<std::uint32_t, 4>, 6>;

Ends readEnds(BlockBits &bits, const Bc7Mode &mode)
{
    Ends ends{};
    const std::size_t count = std::size_t{mode.subsets} * 2;
    for (std::size_t channel = 0; channel < 4; ++channel)
        for (std::size_t end = 0; end < count; ++end)
            ends[end][channel] = bits.take(channel < 3 ? mode.colorBits : mode.alphaBits);
    const std::uint32_t lowBits = mode.hasOwnLowBits || mode.hasSharedLowBits ? 1 : 0;
    std::uint32_t low = 0;
    for (std::size_t end = 0; end < count && lowBits == 1; ++end) {
        if (mode.hasOwnLowBits || end % 2 == 0)
            low = bits.take(1);
        for (std::uint32_t &value : ends[end])
            value = value << 1U | low;
    }
    for (std::size_t end = 0; end < count; ++end) {
        for (std::size_t channel = 0; channel < 3; ++channel)
            ends[end][channel] = bc7Widened(ends[end][channel], mode.colorBits + lowBits);
        ends[end][3] = mode.alphaBits == 0 ? 255 : bc7Widened(ends[end][3], mode.alphaBits + lowBits);
    }
    return ends;
}

/// Compiled for each mode: how many bits a field has is then known, and the loops are none.
template <std::size_t kIndex>
TexelBlock decodeMode(BlockBits bits)
{
    constexpr Bc7Mode kMode = kBc7Modes[kIndex];
    bits.skip(kIndex + 1);
    const std::uint32_t partition = bits.take(kMode.partitionBits);
    const std::uint32_t rotation = bits.take(kMode.rotationBits);
    const bool isSwapped = bits.take(kMode.selectionBits) != 0;
    const Ends ends = readEnds(bits, kMode);

    std::array<std::uint32_t, kBlockTexels> weights{};
    std::array<std::uint32_t, kBlockTexels> secondWeights{};
    for (std::size_t i = 0; i < kBlockTexels; ++i)
        weights[i] = bc7Weight(kMode.indexBits, bits.take(kMode.indexBits - (isAnchor(kMode, partition, i) ? 1U : 0U)));
    for (std::size_t i = 0; i < kBlockTexels && kMode.secondIndexBits != 0; ++i)
        secondWeights[i] = bc7Weight(kMode.secondIndexBits, bits.take(kMode.secondIndexBits - (i == 0 ? 1U : 0U)));
    const auto &ofColor = isSwapped ? secondWeights : weights;
    const auto &ofAlpha = isSwapped || kMode.secondIndexBits == 0 ? weights : secondWeights;

    TexelBlock texels;
    for (std::size_t i = 0; i < kBlockTexels; ++i) {
        const auto &from = ends[subsetOf(kMode, partition, i) * 2];
        const auto &to = ends[subsetOf(kMode, partition, i) * 2 + 1];
        for (std::size_t channel = 0; channel < 3; ++channel)
            texels[i][channel] = bc7Between(from[channel], to[channel], ofColor[i]);
        texels[i][3] = bc7Between(from[3], to[3], ofAlpha[i]);
        if (rotation != 0)
            std::swap(texels[i][3], texels[i][rotation - 1]);
    }
    return texels;
}

template <std::size_t... kIndices>
constexpr auto decodersOf(std::index_sequence<kIndices...>)
{
    return std::array{&decodeMode<kIndices>...};
}

} // namespace

TexelBlock decodeBc7Block(std::span<const std::byte, 16> block)
{
    static constexpr auto kDecoders = decodersOf(std::make_index_sequence<kBc7Modes.size()>());
    if (block[0] == std::byte{0})
        return {};
    return kDecoders[static_cast<std::size_t>(std::countr_zero(std::to_integer<unsigned>(block[0])))](BlockBits(block));
}

} // namespace vitrine::render
