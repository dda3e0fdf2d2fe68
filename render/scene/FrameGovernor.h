// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace vitrine::render {

/// How well a picture is drawn while it moves.
struct QualityTier {
    float scale;           ///< Of the picture's sides.
    int samples;           ///< For each pixel; 1: edges are not smoothed.
    int shadows;           ///< Lights that may cast one through a map.
    int shadowSide;        ///< Of such a map, in texels.
    int probeSide;         ///< Of a face of the light around, in texels; 256 is all of it.
    float tolerancePixels; ///< By how much shapes may be off (Viewpoint).
};

/// Best first.
inline constexpr std::array<QualityTier, 7> kQualityTiers{{{1, 4, 2, 2048, 256, 0.25F},
                                                           {1, 4, 1, 1024, 256, 0.35F},
                                                           {1, 2, 1, 512, 256, 0.5F},
                                                           {0.8F, 1, 0, 0, 256, 0.7F},
                                                           {0.6F, 1, 0, 0, 128, 0.8F},
                                                           {0.45F, 1, 0, 0, 128, 1},
                                                           {0.35F, 1, 0, 0, 128, 1}}};

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
