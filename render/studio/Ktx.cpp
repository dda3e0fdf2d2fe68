// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/studio/Environment.h"

#include <algorithm>
#include <bit>
#include <cmath>
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

/// Finite and not negative, as toHalf() writes them.
float fromHalf(std::uint16_t half)
{
    if (half < 0x0400U)
        return std::ldexp(static_cast<float>(half), -24);
    return std::bit_cast<float>((static_cast<std::uint32_t>(half) << 13U) + 0x38000000U);
}

// The file's header: an identifier of 12 bytes, 13 numbers, the key and its value.
constexpr std::size_t kNumbersAt = 12;
constexpr std::size_t kNumbers = 13;
constexpr std::size_t kTexelBytes = 4 * sizeof(std::uint16_t);

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

core::Result<CubeMap> decodeIrradiance(std::span<const std::byte> ktx)
{
    const auto malformed = [] { return core::fail(core::ErrorCode::Malformed, "not a baked light studio"); };
    std::array<std::uint32_t, kNumbers> numbers{};
    if (ktx.size() < kNumbersAt + sizeof numbers)
        return malformed();
    std::memcpy(numbers.data(), ktx.data() + kNumbersAt, sizeof numbers);
    const std::uint32_t size = numbers[6];
    const std::uint32_t levels = numbers[11];
    if (size == 0 || size > 4096 || size != numbers[7] || levels == 0 || levels > 13 || size >> (levels - 1) == 0)
        return malformed();
    const std::size_t side = size >> (levels - 1);
    const std::size_t bytes = side * side * kTexelBytes * 6; // The last level is the end of the file.
    std::uint32_t faceBytes = 0; // Stands before the level: a file that was cut off has something else there.
    if (ktx.size() < kNumbersAt + sizeof numbers + sizeof faceBytes + bytes)
        return malformed();
    std::memcpy(&faceBytes, ktx.data() + ktx.size() - bytes - sizeof faceBytes, sizeof faceBytes);
    if (faceBytes != bytes / 6)
        return malformed();
    CubeMap map;
    map.size = static_cast<int>(size);
    map.levels.resize(1);
    const std::byte *texel = ktx.data() + ktx.size() - bytes;
    for (auto &face : map.levels[0])
        for (std::size_t i = 0; i < side * side; ++i, texel += kTexelBytes) {
            std::array<std::uint16_t, 4> halves{};
            std::memcpy(halves.data(), texel, sizeof halves);
            face.push_back({fromHalf(halves[0]), fromHalf(halves[1]), fromHalf(halves[2])});
        }
    return map;
}

} // namespace vitrine::render
