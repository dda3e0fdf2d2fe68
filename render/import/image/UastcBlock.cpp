// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/image/UastcBlock.h"

#include "render/texture/BitReader.h"

#include <algorithm>
#include <optional>

namespace vitrine::render {
namespace {

struct Mode {
    std::uint8_t code;
    std::uint8_t codeBits;
    std::uint8_t endRange;   ///< ASTC's number of the quantisation of the ends.
    std::uint8_t components; ///< 2: grey and alpha, 3: colour, 4: both.
    std::uint8_t weightBits;
    std::uint8_t planes;
    std::uint8_t subsets;
    std::uint8_t hintBits; ///< For transcoders to other formats; not needed here.
};

constexpr std::size_t kSolidMode = 8;
/// Its two subsets are BC7's three, two of them joined: patterns of its own.
constexpr std::size_t kJoinedMode = 7;

constexpr std::array<Mode, 19> kModes = {{
    {1, 4, 19, 3, 4, 1, 1, 15},  {53, 6, 20, 3, 2, 1, 1, 15}, {29, 5, 8, 3, 3, 1, 2, 15},  {3, 5, 7, 3, 2, 1, 3, 15},
    {19, 5, 12, 3, 2, 1, 2, 15}, {11, 5, 20, 3, 3, 1, 1, 15}, {27, 5, 18, 3, 2, 2, 1, 15}, {7, 5, 12, 3, 2, 1, 2, 15},
    {23, 5, 0, 4, 0, 0, 0, 0},   {15, 5, 8, 4, 2, 1, 2, 23},  {2, 3, 13, 4, 4, 1, 1, 17},  {0, 2, 13, 4, 2, 2, 1, 17},
    {6, 3, 19, 4, 3, 1, 1, 17},  {31, 5, 20, 4, 1, 2, 1, 23}, {13, 5, 20, 4, 2, 1, 1, 23}, {5, 7, 20, 2, 4, 1, 1, 23},
    {21, 6, 20, 2, 2, 1, 2, 23}, {37, 6, 20, 2, 2, 2, 1, 23}, {9, 4, 11, 3, 5, 1, 1, 15},
}};

/// Patterns that ASTC and BC7 share. Bit i, or bits 2i and 2i + 1 of three subsets, are the subset of texel i.
constexpr std::array<std::uint16_t, 30> kTwoSubsets = {0xcccc, 0x8888, 0x1111, 0xecc8, 0x377f, 0xfeec, 0x0137, 0x137f,
                                                       0xc800, 0x0013, 0xfe80, 0x17ff, 0x0017, 0x00ff, 0xfff0, 0x0fff,
                                                       0xff71, 0x8eff, 0x08ce, 0x008c, 0x7310, 0xceff, 0x7331, 0x088c,
                                                       0xceef, 0x6666, 0xf00f, 0x5555, 0x0f0f, 0x36c9};
constexpr std::array<std::uint16_t, 19> kJoinedSubsets = {0x00f0, 0x4444, 0x0133, 0xcc80, 0xf0ff, 0x2222, 0xffc8,
                                                          0xccce, 0x3c03, 0x00ee, 0x7700, 0x3003, 0x00ce, 0xff80,
                                                          0x6fff, 0x1333, 0x11ff, 0x136c, 0x00ef};
constexpr std::array<std::uint32_t, 11> kThreeSubsets = {0xa5a50000, 0xaa005555, 0xaa000055, 0x0000aa55,
                                                         0x25252525, 0x94949494, 0x58585858, 0x56560202,
                                                         0x92929292, 0x55aa0055, 0xa05050a0};

/// How ASTC unpacks ends of one range: D·C + B, whose B is nine bits picked from the value's own ('b' is bit 1).
struct EndRange {
    std::uint8_t number;
    std::uint8_t base; ///< 3 or 5 where a trit or quint leads, 1 otherwise.
    std::uint8_t bits;
    const char *spread;
    std::uint8_t factor;
};
constexpr std::array<EndRange, 8> kEndRanges = {{
    {7, 3, 2, "b000b0bb0", 93},
    {8, 1, 4, "", 0},
    {11, 1, 5, "", 0},
    {12, 5, 3, "cb0000cbc", 26},
    {13, 3, 4, "dcb000dcb", 22},
    {18, 5, 5, "edcb0000e", 6},
    {19, 3, 6, "fedcb000f", 5},
    {20, 1, 8, "", 0},
}};

std::uint32_t unpackedEnd(const EndRange &range, std::uint32_t digit, std::uint32_t value)
{
    if (range.base == 1) {
        const std::uint32_t high = value << (8U - range.bits);
        return high | high >> range.bits;
    }
    const std::uint32_t lowest = (value & 1U) != 0 ? 511 : 0;
    std::uint32_t spread = 0;
    for (std::size_t i = 0; i < 9; ++i) {
        const char pick = range.spread[i];
        spread = spread << 1U | (pick == '0' ? 0U : value >> static_cast<unsigned>(pick - 'a') & 1U);
    }
    const std::uint32_t sum = (digit * range.factor + spread) ^ lowest;
    return (lowest & 0x80U) | sum >> 2U;
}

constexpr std::size_t kMostEnds = 18;
using Ends = std::array<std::uint32_t, kMostEnds>;

/// Digits come first, packed in groups of up to five trits or three quints, then the bits of each.
Ends readEnds(BitReader &bits, const EndRange &range, std::size_t count)
{
    constexpr std::array<std::uint8_t, 6> kTritBits = {0, 2, 4, 5, 7, 8};
    constexpr std::array<std::uint8_t, 4> kQuintBits = {0, 3, 5, 7};
    Ends ends{};
    const std::size_t most = range.base == 3 ? 5 : 3;
    for (std::size_t first = 0; first < count && range.base != 1; first += most) {
        const std::size_t group = std::min(most, count - first);
        std::uint32_t packed = bits.take(range.base == 3 ? kTritBits[group] : kQuintBits[group]);
        for (std::size_t i = 0; i < group; ++i, packed /= range.base)
            ends[first + i] = packed % range.base;
    }
    for (std::size_t i = 0; i < count; ++i)
        ends[i] = unpackedEnd(range, ends[i], bits.take(range.bits));
    return ends;
}

std::uint32_t unpackedWeight(std::uint32_t bits, std::uint32_t value)
{
    constexpr std::array<std::uint8_t, 16> kFour = {0, 4, 8, 12, 17, 21, 25, 29, 35, 39, 43, 47, 52, 56, 60, 64};
    constexpr std::array<std::uint8_t, 8> kThree = {0, 9, 18, 27, 37, 46, 55, 64};
    constexpr std::array<std::uint8_t, 4> kTwo = {0, 21, 43, 64};
    switch (bits) {
    case 1:
        return value * 64;
    case 2:
        return kTwo[value];
    case 3:
        return kThree[value];
    case 4:
        return kFour[value];
    default:
        return value * 2 + (value > 15 ? 2 : 0);
    }
}

using Subsets = std::array<std::uint8_t, kBlockTexels>;

/// Nothing where the pattern's number does not exist.
std::optional<Subsets> readSubsets(BitReader &bits, std::size_t mode, std::uint8_t count)
{
    Subsets subsets{};
    if (count == 1)
        return subsets;
    const std::uint32_t pattern = bits.take(count == 3 ? 4 : 5);
    const std::size_t known = count == 3            ? kThreeSubsets.size()
                              : mode == kJoinedMode ? kJoinedSubsets.size()
                                                    : kTwoSubsets.size();
    if (pattern >= known)
        return std::nullopt;
    for (std::size_t i = 0; i < kBlockTexels; ++i) {
        if (count == 3)
            subsets[i] = static_cast<std::uint8_t>(kThreeSubsets[pattern] >> (2 * i) & 3U);
        else
            subsets[i] = (mode == kJoinedMode ? kJoinedSubsets[pattern] : kTwoSubsets[pattern]) >> i & 1U;
    }
    return subsets;
}

/// The first texel of each subset has a weight without its highest bit.
bool isAnchor(const Subsets &subsets, std::size_t texel)
{
    return std::find(subsets.begin(), subsets.begin() + static_cast<std::ptrdiff_t>(texel), subsets[texel]) ==
           subsets.begin() + static_cast<std::ptrdiff_t>(texel);
}

std::uint8_t between(std::uint32_t from, std::uint32_t to, std::uint32_t weight)
{
    // ASTC interpolates 16 bits and keeps the upper eight.
    return static_cast<std::uint8_t>((from * 257 * (64 - weight) + to * 257 * weight + 32) >> 14U);
}

TexelBlock evenBlock(Texel texel)
{
    TexelBlock block;
    block.fill(texel);
    return block;
}

} // namespace

TexelBlock decodeUastcBlock(std::span<const std::byte, 16> block)
{
    const TexelBlock wrong = evenBlock({255, 0, 255, 255});
    BitReader bits(block);
    const std::uint32_t start = std::to_integer<std::uint32_t>(block[0]);
    const auto found = std::ranges::find_if(
        kModes, [&](const Mode &mode) { return (start & ((1U << mode.codeBits) - 1U)) == mode.code; });
    if (found == kModes.end())
        return wrong;
    const Mode &mode = *found;
    const auto number = static_cast<std::size_t>(found - kModes.begin());
    bits.skip(mode.codeBits);
    if (number == kSolidMode) {
        Texel texel{};
        for (std::uint8_t &channel : texel)
            channel = static_cast<std::uint8_t>(bits.take(8));
        return evenBlock(texel);
    }
    bits.skip(mode.hintBits);
    // Which channel the second plane of weights is for; of grey and alpha it is always alpha.
    const std::uint32_t second = mode.planes == 1 ? 4 : mode.components == 2 ? 3 : bits.take(2);
    const auto subsets = readSubsets(bits, number, mode.subsets);
    if (!subsets)
        return wrong;
    const auto *range = std::ranges::find(kEndRanges, mode.endRange, &EndRange::number);
    const Ends ends = readEnds(bits, *range, std::size_t{mode.components} * mode.subsets * 2);

    TexelBlock texels{};
    for (std::size_t i = 0; i < kBlockTexels; ++i) {
        const std::uint32_t stored = mode.weightBits - (isAnchor(*subsets, i) ? 1U : 0U);
        std::array<std::uint32_t, 2> weights{};
        for (std::size_t plane = 0; plane < mode.planes; ++plane)
            weights[plane] = unpackedWeight(mode.weightBits, bits.take(stored));
        const std::size_t first = std::size_t{(*subsets)[i]} * mode.components * 2;
        for (std::size_t channel = 0; channel < 4; ++channel) {
            const std::size_t component = mode.components == 2 ? channel / 3 : channel;
            if (component >= mode.components)
                texels[i][channel] = 255;
            else
                texels[i][channel] = between(ends[first + component * 2], ends[first + component * 2 + 1],
                                             weights[channel == second ? 1 : 0]);
        }
    }
    return texels;
}

} // namespace vitrine::render
