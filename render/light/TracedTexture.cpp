// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/TracedTexture.h"

#include "render/texture/Bc7Picture.h"

#include <algorithm>
#include <cmath>

namespace vitrine::render {
namespace {

const std::array<float, 256> &linearOfSrgb()
{
    static const std::array<float, 256> kTable = [] {
        std::array<float, 256> table{};
        for (std::size_t i = 0; i < table.size(); ++i) {
            const float encoded = static_cast<float>(i) / 255;
            table[i] = encoded <= 0.04045F ? encoded / 12.92F : std::pow((encoded + 0.055F) / 1.055F, 2.4F);
        }
        return table;
    }();
    return kTable;
}

std::int64_t wrapped(std::int64_t at, std::int64_t size, Wrap wrap)
{
    switch (wrap) {
    case Wrap::ClampToEdge:
        return std::clamp<std::int64_t>(at, 0, size - 1);
    case Wrap::MirroredRepeat: {
        const std::int64_t twice = ((at % (2 * size)) + 2 * size) % (2 * size);
        return twice < size ? twice : 2 * size - 1 - twice;
    }
    case Wrap::Repeat:
        break;
    }
    return ((at % size) + size) % size;
}

/// Within what whole numbers are exact.
float bounded(float value) { return std::isfinite(value) ? std::clamp(value, -65536.0F, 65536.0F) : 0; }

Vector2 placed(const TextureSlot &slot, Vector2 uv)
{
    const float cosine = std::cos(slot.rotation);
    const float sine = std::sin(slot.rotation);
    const float u = uv[0] * slot.scale[0];
    const float v = uv[1] * slot.scale[1];
    return {bounded(cosine * u + sine * v + slot.offset[0]), bounded(-sine * u + cosine * v + slot.offset[1])};
}

} // namespace

TracedTexture::TracedTexture(const Package &package, const TextureRecord &texture, std::uint32_t maxSide)
    : m_isSrgb(texture.colorSpace == ColorSpace::Srgb)
{
    const auto levels = package.mipsOf(texture);
    const auto fitting =
        std::ranges::find_if(levels, [&](const MipRecord &mip) { return std::max(mip.width, mip.height) <= maxSide; });
    const MipRecord &level = fitting == levels.end() ? levels.back() : *fitting;
    m_width = level.width;
    m_height = level.height;
    m_texels = package.pixelsOf(level);
    if (texture.format == PixelFormat::Bc7) {
        m_decoded = decodeBc7(m_texels, m_width, m_height);
        m_texels = m_decoded;
    }
}

Vector4 TracedTexture::texel(std::int64_t column, std::int64_t row, const TextureSlot &slot) const
{
    const auto x = static_cast<std::size_t>(wrapped(column, m_width, slot.wrapU));
    const auto y = static_cast<std::size_t>(wrapped(row, m_height, slot.wrapV));
    const std::byte *from = m_texels.data() + (y * m_width + x) * 4;
    Vector4 value{};
    for (std::size_t c = 0; c < 4; ++c) {
        const auto code = std::to_integer<std::size_t>(from[c]);
        value[c] = m_isSrgb && c < 3 ? linearOfSrgb()[code] : static_cast<float>(code) / 255;
    }
    return value;
}

Vector4 TracedTexture::sample(const TextureSlot &slot, Vector2 uv) const
{
    const auto [u, v] = placed(slot, uv);
    const float x = u * static_cast<float>(m_width);
    const float y = v * static_cast<float>(m_height);
    if (slot.magFilter == Filter::Nearest)
        return texel(static_cast<std::int64_t>(std::floor(x)), static_cast<std::int64_t>(std::floor(y)), slot);
    const float left = std::floor(x - 0.5F);
    const float top = std::floor(y - 0.5F);
    const float across = x - 0.5F - left;
    const float down = y - 0.5F - top;
    const auto column = static_cast<std::int64_t>(left);
    const auto row = static_cast<std::int64_t>(top);
    const Vector4 a = texel(column, row, slot);
    const Vector4 b = texel(column + 1, row, slot);
    const Vector4 c = texel(column, row + 1, slot);
    const Vector4 d = texel(column + 1, row + 1, slot);
    Vector4 value{};
    for (std::size_t i = 0; i < 4; ++i)
        value[i] = (a[i] * (1 - across) + b[i] * across) * (1 - down) + (c[i] * (1 - across) + d[i] * across) * down;
    return value;
}

} // namespace vitrine::render
