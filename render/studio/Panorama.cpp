// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/studio/Panorama.h"

#include "render/studio/Scenery.h"

#include <algorithm>
#include <array>
#include <cmath>

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#endif
#include <stb/stb_image_write.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace vitrine::render {

namespace {

constexpr int kColumns = Panorama::kColumns;
constexpr int kHeight = Panorama::kHeight;
constexpr float kDegreesPerRow = (Panorama::kTopDegrees - Panorama::kBottomDegrees) / kHeight;
constexpr float kDegreesPerColumn = 360.0F / kColumns;
// Rows painted beyond both ends, so that the blur has something to take.
constexpr int kMargin = 40;
constexpr int kPaintedRows = kHeight + 2 * kMargin;

using Rows = std::vector<std::vector<Float3>>;

Rows paint(const Surround &surround)
{
    constexpr int kSubsamples = 2;
    Rows rows(kPaintedRows, std::vector<Float3>(kColumns));
    for (int row = 0; row < kPaintedRows; ++row) {
        for (int column = 0; column < kColumns; ++column) {
            Float3 sum;
            for (int sub = 0; sub < kSubsamples * kSubsamples; ++sub) {
                const float x =
                    static_cast<float>(column) + (static_cast<float>(sub % kSubsamples) + 0.5F) / kSubsamples;
                const int down = sub / kSubsamples;
                const float y = static_cast<float>(row - kMargin) + (static_cast<float>(down) + 0.5F) / kSubsamples;
                sum += surround(
                    directionTowards(180.0F - x * kDegreesPerColumn, Panorama::kTopDegrees - y * kDegreesPerRow));
            }
            rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] =
                sum * (1.0F / (kSubsamples * kSubsamples));
        }
    }
    return rows;
}

/// Sums of a row up to a place, also between columns and past its ends, which meet.
class RowSums
{
public:
    explicit RowSums(const std::vector<Float3> &row)
    {
        m_sums.reserve(row.size() + 1);
        Float3 sum;
        m_sums.push_back(sum);
        for (const Float3 texel : row) {
            sum += texel;
            m_sums.push_back(sum);
        }
    }
    Float3 upTo(float place) const
    {
        const float turns = std::floor(place / kColumns);
        const float within = std::clamp(place - turns * kColumns, 0.0F, static_cast<float>(kColumns));
        const auto column = std::min(static_cast<std::size_t>(within), std::size_t{kColumns - 1});
        return m_sums.back() * turns + mix(m_sums[column], m_sums[column + 1], within - static_cast<float>(column));
    }

private:
    std::vector<Float3> m_sums;
};

/// A lens out of focus: every point becomes a disc, so that small lamps show as discs of light. Two discs, one row
/// apart in radius, make its rim soft.
Rows blurred(const Rows &rows, float radiusDegrees)
{
    const float radius = std::max(radiusDegrees / kDegreesPerRow, 1.0F);
    const std::array<float, 2> radii{radius - 0.6F, radius + 0.6F};
    const int reach = std::min(static_cast<int>(std::ceil(radii[1])), kMargin);
    std::vector<RowSums> sums;
    sums.reserve(rows.size());
    for (const auto &row : rows)
        sums.emplace_back(row);
    Rows result(kHeight, std::vector<Float3>(kColumns));
    for (int row = 0; row < kHeight; ++row) {
        for (int column = 0; column < kColumns; ++column) {
            const float middle = static_cast<float>(column) + 0.5F;
            Float3 sum;
            float weight = 0;
            for (int down = -reach; down <= reach; ++down) {
                const int place = row + kMargin + down;
                const RowSums &line = sums[static_cast<std::size_t>(place)];
                for (const float r : radii) {
                    const float left = r * r - static_cast<float>(down * down);
                    if (left <= 0)
                        continue;
                    const float half = std::sqrt(left);
                    sum += line.upTo(middle + half) - line.upTo(middle - half);
                    weight += 2 * half;
                }
            }
            result[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] = sum * (1.0F / weight);
        }
    }
    return result;
}

/// Lamps burn out softly, keeping their hue as far as it goes (the shoulder of Khronos PBR Neutral).
Float3 shown(Float3 light)
{
    constexpr float kStart = 0.76F;
    constexpr float kRoom = 1 - kStart;
    const float peak = std::max({light.x, light.y, light.z});
    if (peak < kStart)
        return light;
    const float newPeak = 1 - kRoom * kRoom / (peak + kRoom - kStart);
    const float white = 1 - 1 / (0.15F * (peak - newPeak) + 1);
    return mix(light * (newPeak / peak), {newPeak, newPeak, newPeak}, white);
}

float toSrgb(float linear)
{
    return linear <= 0.0031308F ? linear * 12.92F : 1.055F * std::pow(linear, 1.0F / 2.4F) - 0.055F;
}

/// From 0 to 1, the same for the same place.
float noiseAt(std::uint32_t x, std::uint32_t y, std::uint32_t channel)
{
    std::uint32_t bits = x * 0x9E3779B1U ^ y * 0x85EBCA77U ^ channel * 0xC2B2AE3DU;
    bits = (bits ^ (bits >> 15U)) * 0x2C1B3C6DU;
    bits = (bits ^ (bits >> 12U)) * 0x297A2D39U;
    return static_cast<float>(bits >> 8U) * 0x1p-24F;
}

} // namespace

Panorama paintPanorama(const StudioBackdrop &backdrop, float whitePointKelvin)
{
    const Rows rows = blurred(paint(surroundOf(backdrop.place, whitePointKelvin)), backdrop.blurDegrees);
    Panorama panorama;
    panorama.pixels.reserve(std::size_t{3} * Panorama::kWidth * kHeight);
    for (std::uint32_t row = 0; row < kHeight; ++row) {
        for (std::uint32_t x = 0; x < Panorama::kWidth; ++x) {
            const std::uint32_t column = x % kColumns;
            const Float3 light = shown(rows[row][column]);
            std::uint32_t channel = 0;
            // Noise of one step: the stage enlarges this picture, and slow gradients would show their steps.
            for (const float value : {light.x, light.y, light.z})
                panorama.pixels.push_back(static_cast<std::uint8_t>(
                    std::clamp(toSrgb(value) * 255 + noiseAt(column, row, channel++), 0.0F, 255.0F)));
        }
    }
    return panorama;
}

std::vector<std::byte> encodePng(const Panorama &panorama)
{
    std::vector<std::byte> bytes;
    stbi_write_png_to_func(
        [](void *target, void *data, int size) {
            const auto *first = static_cast<const std::byte *>(data);
            auto &out = *static_cast<std::vector<std::byte> *>(target);
            out.insert(out.end(), first, first + size);
        },
        &bytes, Panorama::kWidth, kHeight, 3, panorama.pixels.data(), Panorama::kWidth * 3);
    return bytes;
}

} // namespace vitrine::render
