// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/texture/Bc7Format.h"
#include "render/texture/Bc7Subset.h"
#include "render/texture/TexelBlock.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

/// Texels as points on a line of colour.
namespace vitrine::render::bc7 {

inline constexpr std::size_t kChannels = 4;

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

/// The texels of one subset as points on a line between two ends.
struct Line {
    Codes codes{};                      ///< Without their lowest bit, where a mode stores that apart.
    std::array<std::uint32_t, 2> low{}; ///< That bit of each end.
    std::array<std::uint8_t, kBlockTexels> index{};
    std::uint32_t error = std::numeric_limits<std::uint32_t>::max(); ///< Squared, summed over texels and channels.
};

/// Symmetric, by row.
using Covariance = std::array<Color, kChannels>;

/// The direction in which the points spread most: a few steps of power iteration, from the widest channel's row.
inline Color mainAxis(const Covariance &covariance, std::size_t first, std::size_t end)
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

/// Puts a line through the texels of a subset: along their main axis, then moved to serve the steps best.
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

} // namespace vitrine::render::bc7
