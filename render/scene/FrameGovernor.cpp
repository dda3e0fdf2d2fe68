// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/FrameGovernor.h"

#include <algorithm>

namespace vitrine::render {

void FrameGovernor::restart(std::size_t tier)
{
    m_tier = tier;
    m_tooSlow = 0;
    m_frames.clear();
}

bool FrameGovernor::change(std::size_t tier)
{
    m_frames.clear();
    if (tier == m_tier)
        return false;
    m_tier = tier;
    return true;
}

bool FrameGovernor::note(double milliseconds)
{
    m_frames.push_back(milliseconds);
    // The median of the last few: one frame that shaders were compiled in, or that another program took, says nothing.
    if (m_frames.size() >= kFewFrames) {
        std::array<double, kFewFrames> last{};
        std::copy(m_frames.end() - kFewFrames, m_frames.end(), last.begin());
        std::ranges::nth_element(last, last.begin() + kFewFrames / 2);
        if (last[kFewFrames / 2] > kSlowMs) {
            m_tooSlow = m_tier + 1;
            return change(std::min(m_tier + 1, kQualityTiers.size() - 1));
        }
    }
    if (m_frames.size() < kManyFrames)
        return false;
    const bool isQuick = std::ranges::all_of(m_frames, [](double frame) { return frame < kQuickMs; });
    const bool mayRise = m_tier > m_tooSlow;
    return change(isQuick && mayRise ? m_tier - 1 : m_tier);
}

} // namespace vitrine::render
