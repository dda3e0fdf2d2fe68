// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/texture/Bc7Line.h"
#include "render/texture/Bc7Partition.h"

/// Four of the eight modes: 6 (one line, the finest), 1 and 7 (two lines: what lies on both sides of an edge) and 5
/// (one channel apart from the others). The rest are for blocks that are rare, and cost a search.
namespace vitrine::render {
namespace {

using namespace bc7;

/// Squared distance of a block, above which a line alone is not good enough: two steps of 255 for each value.
constexpr std::uint32_t kPlainError = 16 * 3 * 4;

constexpr Grid kMode6{0, 4, 7, LowBits::Own, 4};
constexpr Grid kMode6Opaque{0, 3, 7, LowBits::Own, 4};
constexpr Grid kMode1{0, 3, 6, LowBits::Shared, 3};
constexpr Grid kMode7{0, 4, 5, LowBits::Own, 2};
constexpr Grid kMode5Color{0, 3, 7, LowBits::None, 2};
constexpr Grid kMode5Apart{3, 4, 8, LowBits::None, 2};

class BitWriter
{
public:
    void put(std::uint32_t value, std::uint32_t count)
    {
        for (std::uint32_t i = 0; i < count; ++i, ++m_position)
            m_bytes[m_position / 8] |= static_cast<std::byte>((value >> i & 1U) << m_position % 8);
    }
    const Bc7Block &bytes() const { return m_bytes; }

private:
    Bc7Block m_bytes{};
    std::size_t m_position = 0;
};

/// The highest bit of an anchor's index is not stored: where it is set, the line is stored the other way round.
void turnFor(Line &line, std::size_t anchor, std::uint32_t indexBits)
{
    const std::uint32_t last = (1U << indexBits) - 1;
    if (line.index[anchor] <= last / 2)
        return;
    std::swap(line.codes[0], line.codes[1]);
    std::swap(line.low[0], line.low[1]);
    for (std::uint8_t &index : line.index)
        index = static_cast<std::uint8_t>(last - index);
}

/// A block in one of the ways in which it may be stored.
struct Choice {
    std::uint32_t mode = 6;
    std::uint32_t partition = 0;
    std::uint32_t rotation = 0;
    std::array<Line, 2> lines; ///< Of the subsets; of colour and of the channel apart in mode 5.

    std::uint32_t error() const { return lines[0].error + lines[1].error; }
};

Bc7Block stored(Choice &choice)
{
    const Bc7Mode &mode = kBc7Modes[choice.mode];
    const bool hasTwo = mode.subsets == 2;
    const bool hasApart = mode.secondIndexBits != 0;
    turnFor(choice.lines[0], 0, mode.indexBits);
    if (hasTwo || hasApart)
        turnFor(choice.lines[1], hasTwo ? kAnchorOfTwo[choice.partition] : 0, mode.indexBits);
    BitWriter bits;
    bits.put(1U << choice.mode, choice.mode + 1);
    bits.put(choice.partition, mode.partitionBits);
    bits.put(choice.rotation, mode.rotationBits);
    for (std::size_t c = 0; c < kChannels; ++c) {
        const std::uint32_t width = c < 3 ? mode.colorBits : mode.alphaBits;
        for (std::size_t end = 0; end < std::size_t{mode.subsets} * 2; ++end)
            bits.put(choice.lines[hasApart && c == 3 ? 1 : end / 2].codes[end % 2][c], width);
    }
    for (std::size_t line = 0; line < mode.subsets; ++line) {
        if (mode.hasOwnLowBits || mode.hasSharedLowBits)
            bits.put(choice.lines[line].low[0], 1);
        if (mode.hasOwnLowBits)
            bits.put(choice.lines[line].low[1], 1);
    }
    const std::uint32_t second = hasTwo ? kTwoSubsets[choice.partition] : 0U;
    for (std::size_t i = 0; i < kBlockTexels; ++i) {
        const bool isAnchor = i == 0 || (hasTwo && i == kAnchorOfTwo[choice.partition]);
        bits.put(choice.lines[second >> i & 1U].index[i], mode.indexBits - (isAnchor ? 1U : 0U));
    }
    for (std::size_t i = 0; i < kBlockTexels && hasApart; ++i)
        bits.put(choice.lines[1].index[i], mode.secondIndexBits - (i == 0 ? 1U : 0U));
    return bits.bytes();
}

void keepBetter(Choice &best, const Choice &other)
{
    if (other.error() < best.error())
        best = other;
}

Choice oneLine(const TexelBlock &block, bool hasAlpha)
{
    Choice choice;
    choice.lines[0] =
        hasAlpha ? LineFit<kMode6>(block, kEveryTexel).fit() : LineFit<kMode6Opaque>(block, kEveryTexel).fit();
    choice.lines[1].error = 0;
    if (!hasAlpha)
        choice.lines[0].codes[0][3] = choice.lines[0].codes[1][3] = 127;
    return choice;
}

Choice twoLines(const TexelBlock &block, bool hasAlpha, std::uint32_t partition)
{
    Choice choice;
    choice.mode = hasAlpha ? 7 : 1;
    choice.partition = partition;
    const std::uint32_t second = kTwoSubsets[partition];
    const auto lineOf = [&](std::uint32_t subset) {
        return hasAlpha ? LineFit<kMode7>(block, subset).fit() : LineFit<kMode1>(block, subset).fit();
    };
    choice.lines[0] = lineOf(kEveryTexel & ~second);
    choice.lines[1] = lineOf(second);
    return choice;
}

Choice oneApart(TexelBlock block, std::uint32_t rotation)
{
    if (rotation != 0)
        for (Texel &texel : block)
            std::swap(texel[3], texel[rotation - 1]);
    Choice choice;
    choice.mode = 5;
    choice.rotation = rotation;
    choice.lines[0] = LineFit<kMode5Color>(block, kEveryTexel).fit();
    choice.lines[1] = LineFit<kMode5Apart>(block, kEveryTexel).fit();
    return choice;
}

} // namespace

Bc7Block encodeBc7Block(const TexelBlock &block, bool hasAlpha)
{
    Choice best = oneLine(block, hasAlpha);
    if (best.error() > kPlainError && hasAlpha) {
        keepBetter(best, oneApart(block, 0));
        keepBetter(best, twoLines(block, true, likelyPartition(Moments<4>(block))));
    } else if (best.error() > kPlainError) {
        TexelBlock opaque = block;
        for (Texel &texel : opaque)
            texel[3] = 255;
        const Moments<3> moments(block);
        keepBetter(best, oneApart(opaque, static_cast<std::uint32_t>(moments.loner()) + 1));
        keepBetter(best, twoLines(block, false, likelyPartition(moments)));
    }
    return stored(best);
}

} // namespace vitrine::render
