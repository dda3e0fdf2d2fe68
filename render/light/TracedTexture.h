// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/light/Sampling.h"
#include "render/package/Package.h"

#include <vector>

namespace vitrine::render {

/// One level of a texture, decoded.
class TracedTexture
{
public:
    /// The largest level no side of which is longer than `maxSide`, or the smallest there is.
    TracedTexture(const Package &package, const TextureRecord &texture, std::uint32_t maxSide);

    /// Linear RGBA where `slot` places it, bilinear.
    [[nodiscard]] Vector4 sample(const TextureSlot &slot, Vector2 uv) const;

private:
    Vector4 texel(std::int64_t column, std::int64_t row, const TextureSlot &slot) const;

    std::vector<std::byte> m_decoded;
    std::span<const std::byte> m_texels; ///< RGBA8
    std::uint32_t m_width = 1;
    std::uint32_t m_height = 1;
    bool m_isSrgb = false;
};

} // namespace vitrine::render
