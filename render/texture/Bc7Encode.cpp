// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/texture/Bc7Format.h"
#include "render/texture/TexelBlock.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <span>
#include <tuple>
#include <utility>

/// Four of the eight modes: 6 (one line, the finest), 1 and 7 (two lines: what lies on both sides of an edge) and 5
/// (one channel apart from the others). The rest are for blocks that are rare, and cost a search.
namespace vitrine::render {
namespace {

constexpr std::size_t kChannels = 4;
constexpr std::uint32_t kEveryTexel = 0xffff;

/// Squared distance of a block, above which a line alone is not good enough: two steps of 255 for each value.
constexpr std::uint32_t kPlainError = 16 * 3 * 4;

using Color = std::array<float, kChannels>;
using Codes = std::array<std::array<std::uint32_t, kChannels>, 2>;

enum class LowBits { None, Own, Shared };

/// How the ends of a line are stored, and how finely texels are placed between them.
struct Grid {
    std::size_t firstChannel;
    std::size_t endChannel;
    std::uint32_t codeBits;
    LowBits lowBits;
    std::uint32_t indexBits;
};

constexpr Grid kMode6{0, 4, 7, LowBits::Own, 4};
constexpr Grid kMode6Opaque{0, 3, 7, LowBits::Own, 4};
constexpr Grid kMode1{0, 3, 6, LowBits::Shared, 3};
constexpr Grid kMode7{0, 4, 5, LowBits::Own, 2};
constexpr Grid kMode5Color{0, 3, 7, LowBits::None, 2};
constexpr Grid kMode5Apart{3, 4, 8, LowBits::None, 2};

/// The texels of one subset as points on a line between two ends.
struct Line {
    Codes codes{};                      ///< Without their lowest bit, where a mode stores that apart.
    std::array<std::uint32_t, 2> low{}; ///< That bit of each end.
    std::array<std::uint8_t, kBlockTexels> index{};
    std::uint32_t error = std::numeric_limits<std::uint32_t>::max(); ///< Squared, summed over texels and channels.
};

template <typename Visit>
void forEachTexel(std::uint32_t subset, const Visit &visit)
{
    for (; subset != 0; subset &= subset - 1)
        visit(static_cast<std::size_t>(std::countr_zero(subset)));
}

/// Symmetric, by row.
using Covariance = std::array<Color, kChannels>;

/// The direction in which the points spread most: a few steps of power iteration, from the widest channel's row.
Color mainAxis(const Covariance &covariance, std::size_t first, std::size_t end)
{
    std::size_t widest = first;
    for (std::size_t c = first; c < end; ++c)
        if (covariance[c][c] > covariance[widest][widest])
            widest = c;
    Color axis = covariance[widest];
    for (int step = 0; step < 4; ++step) {
        Color next{};
        float largest = 0;
        for (std::size_t r = first; r < end; ++r) {
            for (std::size_t c = first; c < end; ++c)
                next[r] += covariance[r][c] * axis[c];
            largest = std::max(largest, std::abs(next[r]));
        }
        if (largest < 1e-6F)
            break;
        for (std::size_t c = first; c < end; ++c)
            axis[c] = next[c] / largest;
    }
    return axis;
}

template <Grid kGrid>
class LineFit
{
public:
    LineFit(const TexelBlock &block, std::uint32_t subset)
        : m_block(block)
        , m_subset(subset)
    {
    }

    Line fit()
    {
        auto [from, to] = spread();
        for (int round = 0; round < 2 && m_best.error > 0; ++round) {
            Line line;
            const Codes ends = quantise(from, to, line);
            place(ends, line);
            if (line.error >= m_best.error)
                break;
            m_best = line;
            std::tie(from, to) = refined(line, from, to);
        }
        return m_best;
    }

private:
    std::pair<Color, Color> spread() const
    {
        Color mean{};
        float count = 0;
        forEachTexel(m_subset, [&](std::size_t i) {
            for (std::size_t c = kGrid.firstChannel; c < kGrid.endChannel; ++c)
                mean[c] += m_block[i][c];
            ++count;
        });
        for (float &channel : mean)
            channel /= count;
        Covariance covariance{};
        forEachTexel(m_subset, [&](std::size_t i) {
            for (std::size_t r = kGrid.firstChannel; r < kGrid.endChannel; ++r)
                for (std::size_t c = kGrid.firstChannel; c < kGrid.endChannel; ++c)
                    covariance[r][c] += (m_block[i][r] - mean[r]) * (m_block[i][c] - mean[c]);
        });
        const Color axis = mainAxis(covariance, kGrid.firstChannel, kGrid.endChannel);
        float length = 0;
        for (std::size_t c = kGrid.firstChannel; c < kGrid.endChannel; ++c)
            length += axis[c] * axis[c];
        if (length < 1e-12F)
            return {mean, mean};
        float least = 0;
        float most = 0;
        forEachTexel(m_subset, [&](std::size_t i) {
            float along = 0;
            for (std::size_t c = kGrid.firstChannel; c < kGrid.endChannel; ++c)
                along += (m_block[i][c] - mean[c]) * axis[c];
            least = std::min(least, along / length);
            most = std::max(most, along / length);
        });
        Color from{};
        Color to{};
        for (std::size_t c = kGrid.firstChannel; c < kGrid.endChannel; ++c) {
            from[c] = std::clamp(mean[c] + least * axis[c], 0.0F, 255.0F);
            to[c] = std::clamp(mean[c] + most * axis[c], 0.0F, 255.0F);
        }
        return {from, to};
    }

    /// The nearest code of one end with a given lowest bit; what it stands for goes to `value`.
    float quantiseEnd(const Color &end, std::uint32_t low, std::array<std::uint32_t, kChannels> &code,
                      std::array<std::uint32_t, kChannels> &value) const
    {
        const bool hasLow = kGrid.lowBits != LowBits::None;
        const std::uint32_t bits = kGrid.codeBits + (hasLow ? 1 : 0);
        const auto steps = static_cast<float>((1U << bits) - 1);
        const auto most = static_cast<float>((1U << kGrid.codeBits) - 1);
        float error = 0;
        for (std::size_t c = kGrid.firstChannel; c < kGrid.endChannel; ++c) {
            const float exact = end[c] * steps / 255;
            const float near = hasLow ? (exact - static_cast<float>(low)) / 2 : exact;
            code[c] = static_cast<std::uint32_t>(std::clamp(near + 0.5F, 0.0F, most));
            value[c] = bc7Widened(hasLow ? code[c] << 1U | low : code[c], bits);
            const float off = static_cast<float>(value[c]) - end[c];
            error += off * off;
        }
        return error;
    }

    /// The values that the stored ends stand for.
    Codes quantise(const Color &from, const Color &to, Line &line) const
    {
        Codes best{};
        float bestError = std::numeric_limits<float>::max();
        const std::uint32_t lows = kGrid.lowBits == LowBits::None ? 1 : kGrid.lowBits == LowBits::Shared ? 2 : 4;
        for (std::uint32_t choice = 0; choice < lows; ++choice) {
            const std::array<std::uint32_t, 2> low{choice & 1U, lows == 4 ? choice >> 1U : choice & 1U};
            Codes codes{};
            Codes values{};
            const float error =
                quantiseEnd(from, low[0], codes[0], values[0]) + quantiseEnd(to, low[1], codes[1], values[1]);
            if (error < bestError) {
                bestError = error;
                best = values;
                line.codes = codes;
                line.low = low;
            }
        }
        return best;
    }

    /// The nearest step of the line for each texel, and the error that is left.
    void place(const Codes &ends, Line &line) const
    {
        Color along{};
        float length = 0;
        for (std::size_t c = kGrid.firstChannel; c < kGrid.endChannel; ++c) {
            along[c] = static_cast<float>(ends[1][c]) - static_cast<float>(ends[0][c]);
            length += along[c] * along[c];
        }
        const std::uint32_t last = (1U << kGrid.indexBits) - 1;
        const float scale = length > 0 ? static_cast<float>(last) / length : 0;
        line.error = 0;
        forEachTexel(m_subset, [&](std::size_t i) {
            float at = 0;
            for (std::size_t c = kGrid.firstChannel; c < kGrid.endChannel; ++c)
                at += (m_block[i][c] - static_cast<float>(ends[0][c])) * along[c];
            const auto index =
                static_cast<std::uint32_t>(std::clamp(at * scale + 0.5F, 0.0F, static_cast<float>(last)));
            line.index[i] = static_cast<std::uint8_t>(index);
            const std::uint32_t weight = bc7Weight(kGrid.indexBits, index);
            for (std::size_t c = kGrid.firstChannel; c < kGrid.endChannel; ++c) {
                const int off = int{bc7Between(ends[0][c], ends[1][c], weight)} - int{m_block[i][c]};
                line.error += static_cast<std::uint32_t>(off * off);
            }
        });
    }

    /// The ends that serve the indices best: least squares.
    std::pair<Color, Color> refined(const Line &line, const Color &from, const Color &to) const
    {
        float aa = 0;
        float ab = 0;
        float bb = 0;
        Color a{};
        Color b{};
        forEachTexel(m_subset, [&](std::size_t i) {
            const float w = static_cast<float>(bc7Weight(kGrid.indexBits, line.index[i])) / 64;
            aa += (1 - w) * (1 - w);
            ab += w * (1 - w);
            bb += w * w;
            for (std::size_t c = kGrid.firstChannel; c < kGrid.endChannel; ++c) {
                a[c] += (1 - w) * m_block[i][c];
                b[c] += w * m_block[i][c];
            }
        });
        const float determinant = aa * bb - ab * ab;
        if (determinant < 1e-4F)
            return {from, to};
        Color first{};
        Color second{};
        for (std::size_t c = kGrid.firstChannel; c < kGrid.endChannel; ++c) {
            first[c] = std::clamp((bb * a[c] - ab * b[c]) / determinant, 0.0F, 255.0F);
            second[c] = std::clamp((aa * b[c] - ab * a[c]) / determinant, 0.0F, 255.0F);
        }
        return {first, second};
    }

    const TexelBlock &m_block;
    std::uint32_t m_subset;
    Line m_best;
};

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

/// The sums over texels from which a covariance follows, for three channels or four: each channel's, then each
/// product's.
template <std::size_t kCount>
class Moments
{
public:
    static constexpr std::size_t kProducts = kCount * (kCount + 1) / 2;

    explicit Moments(const TexelBlock &block)
    {
        for (std::size_t i = 0; i < kBlockTexels; ++i) {
            std::size_t product = kCount;
            for (std::size_t r = 0; r < kCount; ++r) {
                m_values[i][r] = block[i][r];
                for (std::size_t c = r; c < kCount; ++c)
                    m_values[i][product++] = static_cast<float>(int{block[i][r]} * int{block[i][c]});
            }
        }
        m_all = sumOf(kEveryTexel);
    }

    /// What two lines would leave, one through the texels of `second` and one through the others.
    float residue(std::uint32_t second) const
    {
        const Sums inside = sumOf(second);
        Sums outside{};
        for (std::size_t v = 0; v < inside.size(); ++v)
            outside[v] = m_all[v] - inside[v];
        const auto count = static_cast<float>(std::popcount(second));
        return leftOf(inside, count) + leftOf(outside, static_cast<float>(kBlockTexels) - count);
    }

    /// The channel without which the others of the first three lie best on a line.
    std::size_t loner() const
    {
        const auto covariance = covarianceOf(m_all, kBlockTexels);
        std::size_t best = 0;
        float least = std::numeric_limits<float>::max();
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const std::size_t a = (channel + 1) % 3;
            const std::size_t b = (channel + 2) % 3;
            const float half = (covariance[a][a] - covariance[b][b]) / 2;
            const float left = (covariance[a][a] + covariance[b][b]) / 2 -
                               std::sqrt(half * half + covariance[a][b] * covariance[a][b]);
            best = left < least ? channel : best;
            least = std::min(left, least);
        }
        return best;
    }

private:
    /// A multiple of four: the compiler then adds four at once.
    using Sums = std::array<float, (kCount + kProducts + 3) / 4 * 4>;

    Sums sumOf(std::uint32_t subset) const
    {
        Sums sums{};
        forEachTexel(subset, [&](std::size_t i) {
            for (std::size_t v = 0; v < sums.size(); ++v)
                sums[v] += m_values[i][v];
        });
        return sums;
    }

    using Square = std::array<std::array<float, kCount>, kCount>;

    static Square covarianceOf(const Sums &sums, float count)
    {
        Square covariance{};
        std::size_t product = kCount;
        for (std::size_t r = 0; r < kCount; ++r)
            for (std::size_t c = r; c < kCount; ++c)
                covariance[c][r] = covariance[r][c] = sums[product++] - sums[r] * sums[c] / count;
        return covariance;
    }

    /// All that the texels spread, less what lies along their main axis.
    static float leftOf(const Sums &sums, float count)
    {
        const Square covariance = covarianceOf(sums, count);
        float trace = 0;
        std::size_t widest = 0;
        for (std::size_t r = 0; r < kCount; ++r) {
            trace += covariance[r][r];
            widest = covariance[r][r] > covariance[widest][widest] ? r : widest;
        }
        if (trace < 1)
            return 0;
        const auto turned = [&](const std::array<float, kCount> &axis) {
            std::array<float, kCount> result{};
            for (std::size_t r = 0; r < kCount; ++r) {
                for (std::size_t c = 0; c < kCount; ++c)
                    result[r] += covariance[r][c] * axis[c];
                result[r] /= trace;
            }
            return result;
        };
        const auto axis = turned(turned(covariance[widest]));
        const auto next = turned(axis);
        float along = 0;
        float length = 0;
        for (std::size_t c = 0; c < kCount; ++c) {
            along += axis[c] * next[c];
            length += axis[c] * axis[c];
        }
        return length > 0 ? trace * (1 - along / length) : trace;
    }

    std::array<Sums, kBlockTexels> m_values{};
    Sums m_all{};
};

/// Which of the 64 ways to part a block in two promises most.
template <std::size_t kCount>
std::uint32_t likelyPartition(const Moments<kCount> &moments)
{
    std::uint32_t best = 0;
    float least = std::numeric_limits<float>::max();
    for (std::uint32_t partition = 0; partition < kTwoSubsets.size(); ++partition) {
        const float left = moments.residue(kTwoSubsets[partition]);
        best = left < least ? partition : best;
        least = std::min(left, least);
    }
    return best;
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
