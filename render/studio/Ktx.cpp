// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/studio/Environment.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace vitrine::render {

namespace {

/// Round to nearest even; the input is finite and not negative.
std::uint16_t toHalf(float value)
{
    constexpr float kLargestHalf = 65504.0F;
    const auto bits = std::bit_cast<std::uint32_t>(std::min(value, kLargestHalf));
    if (bits < 0x38800000U) // below 2^-14: a half without its hidden bit, counted in units of 2^-24
        return static_cast<std::uint16_t>(std::lrint(static_cast<double>(value) * 0x1p24));
    const std::uint32_t rounded = bits + 0x00000FFFU + ((bits >> 13U) & 1U);
    return static_cast<std::uint16_t>((rounded - 0x38000000U) >> 13U);
}

void append(std::vector<std::byte> &out, const void *data, std::size_t bytes)
{
    const auto *first = static_cast<const std::byte *>(data);
    out.insert(out.end(), first, first + bytes);
}
void append(std::vector<std::byte> &out, std::uint32_t value) { append(out, &value, sizeof value); }

} // namespace

std::vector<std::byte> encodeKtx(const CubeMap &prefiltered)
{
    static constexpr std::array<unsigned char, 12> kIdentifier = {0xAB, 'K',  'T',  'X',  ' ',  '1',
                                                                  '1',  0xBB, '\r', '\n', 0x1A, '\n'};
    // Quick 3D takes a KTX with this key as it is; any other probe it would filter on the GPU when it loads.
    static constexpr std::string_view kKey("QT_IBL_BAKER_VERSION\0001\0", 23);
    constexpr std::uint32_t kHalfFloat = 0x140B;
    constexpr std::uint32_t kRgba = 0x1908;
    constexpr std::uint32_t kRgba16F = 0x881A;
    const auto size = static_cast<std::uint32_t>(prefiltered.size);

    std::vector<std::byte> out;
    append(out, kIdentifier.data(), kIdentifier.size());
    for (const std::uint32_t field : {0x04030201U, kHalfFloat, 2U, kRgba, kRgba16F, kRgba, size, size, 0U, 0U, 6U,
                                      static_cast<std::uint32_t>(prefiltered.levels.size()), 28U})
        append(out, field);
    append(out, static_cast<std::uint32_t>(kKey.size()));
    append(out, kKey.data(), kKey.size());
    out.push_back(std::byte{0});

    std::vector<std::uint16_t> halves;
    for (const auto &level : prefiltered.levels) {
        append(out, static_cast<std::uint32_t>(level[0].size() * 4 * sizeof(std::uint16_t)));
        for (const auto &face : level) {
            halves.clear();
            for (const Float3 texel : face) {
                for (const float channel : {texel.x, texel.y, texel.z, 1.0F})
                    halves.push_back(toHalf(channel));
            }
            append(out, halves.data(), halves.size() * sizeof(std::uint16_t));
        }
    }
    return out;
}

} // namespace vitrine::render
