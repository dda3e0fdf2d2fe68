// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/image/Mipmaps.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vitrine::render {
namespace {

/// sRGB bytes as 16-bit light, and back through a table fine enough that every byte survives the round trip.
struct SrgbTables {
    std::array<std::uint16_t, 256> toLight{};
    std::array<std::uint8_t, 65536> toByte{};

    SrgbTables()
    {
        for (std::size_t i = 0; i < toLight.size(); ++i) {
            const double c = static_cast<double>(i) / 255.0;
            const double light = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
            toLight[i] = static_cast<std::uint16_t>(std::lround(light * 65535.0));
        }
        // Between two bytes the nearer in light wins: no power function for each of 65,536 entries.
        for (std::size_t byte = 0, light = 0; byte < 256; ++byte) {
            const std::size_t end = byte == 255 ? 65536 : (std::size_t{toLight[byte]} + toLight[byte + 1]) / 2 + 1;
            for (; light < end; ++light)
                toByte[light] = static_cast<std::uint8_t>(byte);
        }
    }
};

const SrgbTables &srgb()
{
    static const SrgbTables kTables;
    return kTables;
}

/// Which source texels one target texel covers along one axis, and how much of each: two for even sizes, three
/// for odd ones. Weights sum to 2^12.
struct Taps {
    std::uint32_t first = 0;
    std::uint32_t count = 1;
    std::array<std::uint32_t, 3> weights{4096, 0, 0};
};

std::vector<Taps> tapsFor(std::uint32_t source, std::uint32_t target)
{
    std::vector<Taps> taps(target);
    for (std::uint32_t i = 0; i < target; ++i) {
        const double from = static_cast<double>(i) * source / target;
        const double to = static_cast<double>(i + 1) * source / target;
        Taps &tap = taps[i];
        tap.first = static_cast<std::uint32_t>(from);
        tap.count = std::min(static_cast<std::uint32_t>(std::ceil(to)), source) - tap.first;
        std::uint32_t sum = 0;
        for (std::uint32_t k = 0; k < tap.count; ++k) {
            const double low = std::max(from, static_cast<double>(tap.first + k));
            const double high = std::min(to, static_cast<double>(tap.first + k + 1));
            tap.weights[k] = static_cast<std::uint32_t>(std::lround((high - low) / (to - from) * 4096.0));
            sum += tap.weights[k];
        }
        tap.weights[tap.count / 2] += 4096 - sum;
    }
    return taps;
}

struct Sum {
    std::array<std::uint64_t, 3> color{};
    std::array<std::uint64_t, 3> opaqueColor{};
    std::uint64_t alpha = 0;
};

template <bool isSrgb>
void addTexel(Sum &sum, const std::uint8_t *texel, std::uint64_t weight)
{
    const std::uint64_t alpha = weight * texel[3];
    for (std::size_t c = 0; c < 3; ++c) {
        const std::uint64_t value = isSrgb ? srgb().toLight[texel[c]] : texel[c];
        sum.color[c] += value * alpha;
        sum.opaqueColor[c] += value * weight;
    }
    sum.alpha += alpha;
}

constexpr std::uint64_t kWhole = 4096ULL * 4096ULL;

template <bool isSrgb>
void storeTexel(const Sum &sum, std::uint8_t *into)
{
    for (std::size_t c = 0; c < 3; ++c) {
        // Where all is transparent, the plain mean keeps the colour for those who read it alone.
        const std::uint64_t mean =
            sum.alpha > 0 ? (sum.color[c] + sum.alpha / 2) / sum.alpha : (sum.opaqueColor[c] + kWhole / 2) / kWhole;
        into[c] = isSrgb ? srgb().toByte[mean] : static_cast<std::uint8_t>(mean);
    }
    into[3] = static_cast<std::uint8_t>((sum.alpha + kWhole / 2) / kWhole);
}

/// The common case, opaque and even: four texels, plain sums.
template <bool isSrgb>
void halveOpaqueRow(const std::uint8_t *above, const std::uint8_t *below, std::uint8_t *into, std::uint32_t width)
{
    for (std::uint32_t x = 0; x < width; ++x, above += 8, below += 8, into += 4) {
        for (std::size_t c = 0; c < 3; ++c) {
            if constexpr (isSrgb) {
                const auto &light = srgb().toLight;
                into[c] = srgb().toByte[(std::uint32_t{light[above[c]]} + light[above[c + 4]] + light[below[c]] +
                                         light[below[c + 4]] + 2U) /
                                        4U];
            } else {
                into[c] = static_cast<std::uint8_t>((above[c] + above[c + 4] + below[c] + below[c + 4] + 2) / 4);
            }
        }
        into[3] = 255;
    }
}

template <bool isSrgb>
void halve(const Image &from, Image &to, bool isOpaque)
{
    const std::size_t rowBytes = std::size_t{from.size.width} * 4;
    const std::size_t toRowBytes = std::size_t{to.size.width} * 4;
    if (isOpaque && from.size.width % 2 == 0 && from.size.height % 2 == 0) {
        for (std::uint32_t y = 0; y < to.size.height; ++y) {
            const std::uint8_t *above = from.texels.get() + std::size_t{y} * 2 * rowBytes;
            halveOpaqueRow<isSrgb>(above, above + rowBytes, to.texels.get() + y * toRowBytes, to.size.width);
        }
        return;
    }
    const std::vector<Taps> columns = tapsFor(from.size.width, to.size.width);
    const std::vector<Taps> rows = tapsFor(from.size.height, to.size.height);
    for (std::uint32_t y = 0; y < to.size.height; ++y) {
        for (std::uint32_t x = 0; x < to.size.width; ++x) {
            Sum sum;
            for (std::uint32_t j = 0; j < rows[y].count; ++j)
                for (std::uint32_t i = 0; i < columns[x].count; ++i)
                    addTexel<isSrgb>(sum,
                                     from.texels.get() + (rows[y].first + j) * rowBytes +
                                         (std::size_t{columns[x].first} + i) * 4,
                                     std::uint64_t{rows[y].weights[j]} * columns[x].weights[i]);
            storeTexel<isSrgb>(sum, to.texels.get() + y * toRowBytes + std::size_t{x} * 4);
        }
    }
}

Image halvedImage(const Image &image, ColorSpace colorSpace, bool isOpaque)
{
    Image result;
    result.size = {std::max(1U, image.size.width / 2), std::max(1U, image.size.height / 2)};
    result.texels = std::make_shared_for_overwrite<std::uint8_t[]>(result.byteCount());
    if (colorSpace == ColorSpace::Srgb)
        halve<true>(image, result, isOpaque);
    else
        halve<false>(image, result, isOpaque);
    return result;
}

} // namespace

bool hasTransparency(const Image &image)
{
    const std::uint8_t *texels = image.texels.get();
    // Without a branch in the loop the compiler reads many at once.
    for (std::size_t i = 0, end = image.byteCount(); i < end;) {
        std::uint8_t all = 255;
        for (const std::size_t stop = std::min(end, i + 4096); i < stop; i += 4)
            all &= texels[i + 3];
        if (all != 255)
            return true;
    }
    return false;
}

Image halved(const Image &image, ColorSpace colorSpace)
{
    return halvedImage(image, colorSpace, !hasTransparency(image));
}

std::vector<Image> mipChain(Image image, ColorSpace colorSpace, std::uint32_t maxSide)
{
    const bool isOpaque = !hasTransparency(image);
    while (std::max(image.size.width, image.size.height) > maxSide)
        image = halvedImage(image, colorSpace, isOpaque);
    std::vector<Image> levels;
    levels.push_back(std::move(image));
    while (levels.back().size.width > 1 || levels.back().size.height > 1)
        levels.push_back(halvedImage(levels.back(), colorSpace, isOpaque));
    return levels;
}

} // namespace vitrine::render
