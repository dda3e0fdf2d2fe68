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

std::unexpected<core::Error> malformed() { return core::fail(core::ErrorCode::Malformed, "not a baked light studio"); }

struct Shape {
    std::uint32_t size = 0;
    std::uint32_t levels = 0;
    std::uint32_t keyBytes = 0;
};

core::Result<Shape> shapeOf(std::span<const std::byte> ktx)
{
    std::array<std::uint32_t, kNumbers> numbers{};
    if (ktx.size() < kNumbersAt + sizeof numbers)
        return malformed();
    std::memcpy(numbers.data(), ktx.data() + kNumbersAt, sizeof numbers);
    const Shape shape{numbers[6], numbers[11], numbers[12]};
    const bool isCube = shape.size == numbers[7] && shape.size > 0 && shape.size <= 4096;
    if (!isCube || shape.levels == 0 || shape.levels > 13 || shape.size >> (shape.levels - 1) == 0)
        return malformed();
    return shape;
}

void readLevel(std::span<const std::byte> texels, std::array<std::vector<Float3>, 6> &faces)
{
    const std::byte *texel = texels.data();
    const std::size_t count = texels.size() / kTexelBytes / 6;
    for (auto &face : faces) {
        face.reserve(count);
        for (std::size_t i = 0; i < count; ++i, texel += kTexelBytes) {
            std::array<std::uint16_t, 4> halves{};
            std::memcpy(halves.data(), texel, sizeof halves);
            face.push_back({fromHalf(halves[0]), fromHalf(halves[1]), fromHalf(halves[2])});
        }
    }
}

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

core::Result<CubeMap> decodeProbe(std::span<const std::byte> ktx)
{
    VITRINE_TRY(const Shape shape, shapeOf(ktx));
    CubeMap map{.size = static_cast<int>(shape.size), .levels = {}};
    std::size_t at = kNumbersAt + kNumbers * sizeof(std::uint32_t) + shape.keyBytes;
    for (std::uint32_t level = 0; level < shape.levels; ++level) {
        const std::size_t side = shape.size >> level;
        const std::size_t bytes = side * side * kTexelBytes * 6;
        if (ktx.size() < at || ktx.size() - at < sizeof(std::uint32_t) + bytes)
            return malformed();
        std::uint32_t faceBytes = 0;
        std::memcpy(&faceBytes, ktx.data() + at, sizeof faceBytes);
        if (faceBytes != bytes / 6)
            return malformed();
        readLevel(ktx.subspan(at + sizeof faceBytes, bytes), map.levels.emplace_back());
        at += sizeof faceBytes + bytes;
    }
    return map;
}

core::Result<CubeMap> decodeIrradiance(std::span<const std::byte> ktx)
{
    VITRINE_TRY(const Shape shape, shapeOf(ktx));
    const std::size_t side = shape.size >> (shape.levels - 1);
    const std::size_t bytes = side * side * kTexelBytes * 6; // The last level is the end of the file.
    std::uint32_t faceBytes = 0; // Stands before the level: a file that was cut off has something else there.
    if (ktx.size() < kNumbersAt + kNumbers * sizeof(std::uint32_t) + sizeof faceBytes + bytes)
        return malformed();
    std::memcpy(&faceBytes, ktx.data() + ktx.size() - bytes - sizeof faceBytes, sizeof faceBytes);
    if (faceBytes != bytes / 6)
        return malformed();
    CubeMap map{.size = static_cast<int>(shape.size), .levels = {}};
    readLevel(ktx.last(bytes), map.levels.emplace_back());
    return map;
}

} // namespace vitrine::render
