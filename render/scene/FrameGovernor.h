// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace vitrine::render {

/// How well a picture is drawn while it moves.
struct QualityTier {
    float scale;        ///< Of the picture's sides.
    bool isAntialiased; ///< By multisampling.
    int shadows;        ///< Lights that may cast one through a map.
};

/// Best first.
inline constexpr std::array<QualityTier, 7> kQualityTiers{{{1, true, 2},
                                                           {1, true, 1},
                                                           {1, false, 1},
                                                           {0.8F, false, 0},
                                                           {0.6F, false, 0},
                                                           {0.45F, false, 0},
                                                           {0.35F, false, 0}}};

/// Picks the tier by what frames take, not by what the device is called. Pure: times come into note().
class FrameGovernor
{
public:
    /// What a device is given before anything was measured: a GPU the best, a software rasteriser 60 %.
    static constexpr std::size_t kBest = 0;
    static constexpr std::size_t kSoftware = 4;
    /// Slower than this and it must be simpler; quicker and it may be better. Between the two lies more than one tier's
    /// difference, so that it does not swing.
    static constexpr double kSlowMs = 34;
    static constexpr double kQuickMs = 11;
    /// A few slow frames are enough; a good while of quick ones.
    static constexpr std::size_t kFewFrames = 6;
    static constexpr std::size_t kManyFrames = 30;

    explicit FrameGovernor(std::size_t tier = kBest)
        : m_tier(tier)
    {
    }

    /// Another product or another window: what was too slow before need not be now.
    void restart(std::size_t tier);
    /// What a frame took that was drawn while something moved. True where the tier changes by it.
    bool note(double milliseconds);
    const QualityTier &tier() const { return kQualityTiers[m_tier]; }

private:
    bool change(std::size_t tier);

    std::size_t m_tier;
    std::size_t m_tooSlow = 0; ///< Tiers before this one were tried in vain.
    std::vector<double> m_frames;
};

} // namespace vitrine::render
