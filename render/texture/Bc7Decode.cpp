// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/texture/Bc7Format.h"
#include "render/texture/BitReader.h"
#include "render/texture/TexelBlock.h"

#include <bit>
#include <utility>

namespace vitrine::render {
namespace {

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

Ends readEnds(BitReader &bits, const Bc7Mode &mode)
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

} // namespace

TexelBlock decodeBc7Block(std::span<const std::byte, 16> block)
{
    TexelBlock texels{};
    if (block[0] == std::byte{0})
        return texels;
    BitReader bits(block);
    const auto modeIndex = static_cast<std::uint32_t>(std::countr_zero(std::to_integer<unsigned>(block[0])));
    const Bc7Mode &mode = kBc7Modes[modeIndex];
    bits.skip(modeIndex + 1);
    const std::uint32_t partition = bits.take(mode.partitionBits);
    const std::uint32_t rotation = bits.take(mode.rotationBits);
    const bool isSwapped = bits.take(mode.selectionBits) != 0;
    const Ends ends = readEnds(bits, mode);

    std::array<std::uint32_t, kBlockTexels> weights{};
    std::array<std::uint32_t, kBlockTexels> secondWeights{};
    for (std::size_t i = 0; i < kBlockTexels; ++i)
        weights[i] = bc7Weight(mode.indexBits, bits.take(mode.indexBits - (isAnchor(mode, partition, i) ? 1U : 0U)));
    for (std::size_t i = 0; i < kBlockTexels && mode.secondIndexBits != 0; ++i)
        secondWeights[i] = bc7Weight(mode.secondIndexBits, bits.take(mode.secondIndexBits - (i == 0 ? 1U : 0U)));
    const auto &ofColor = isSwapped ? secondWeights : weights;
    const auto &ofAlpha = isSwapped || mode.secondIndexBits == 0 ? weights : secondWeights;

    for (std::size_t i = 0; i < kBlockTexels; ++i) {
        const auto &from = ends[subsetOf(mode, partition, i) * 2];
        const auto &to = ends[subsetOf(mode, partition, i) * 2 + 1];
        for (std::size_t channel = 0; channel < 3; ++channel)
            texels[i][channel] = bc7Between(from[channel], to[channel], ofColor[i]);
        texels[i][3] = bc7Between(from[3], to[3], ofAlpha[i]);
        if (rotation != 0)
            std::swap(texels[i][3], texels[i][rotation - 1]);
    }
    return texels;
}

} // namespace vitrine::render
