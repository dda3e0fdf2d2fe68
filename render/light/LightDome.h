// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/light/Sampling.h"
#include "render/studio/Environment.h"

#include <vector>

namespace vitrine::render {

/// The light around a product, from which directions are drawn where most of it comes from.
class LightDome
{
public:
    /// Looks `surround` up on a grid of `rows` × 2·rows.
    LightDome(const Surround &surround, int rows);

    [[nodiscard]] Float3 lightFrom(Float3 direction) const { return m_image.sample(direction); }

    struct Sample {
        Float3 towards;
        float density = 0; ///< Per solid angle.
    };
    [[nodiscard]] Sample sample(Pair u) const;
    [[nodiscard]] float densityOf(Float3 direction) const;
    /// What falls on a flat face.
    [[nodiscard]] Float3 irradianceOn(Float3 normal) const;

private:
    float texelDensity(std::size_t row, std::size_t column) const;

    EquirectImage m_image;
    std::vector<float> m_rows;    ///< Sums from the top, the last one 1.
    std::vector<float> m_columns; ///< Of each row.
    std::vector<float> m_weights; ///< Of each texel; 1 in all.
};

} // namespace vitrine::render
