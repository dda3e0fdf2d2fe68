// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/texture/Bc7Format.h"
#include "render/texture/Bc7Subset.h"
#include "render/texture/TexelBlock.h"

#include <algorithm>
#include <cmath>
#include <limits>

/// What promises most of the ways to part a block, before any is tried.
namespace vitrine::render::bc7 {

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

} // namespace vitrine::render::bc7
