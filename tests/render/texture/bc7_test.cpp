// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/package/PackageFormat.h"
#include "render/texture/Bc7Picture.h"
#include "render/texture/TexelBlock.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

using namespace vitrine::render;

namespace {

/// The largest step between a block and what comes back of it, over the channels that count.
int worst(const TexelBlock &block, bool hasAlpha)
{
    const TexelBlock back = decodeBc7Block(encodeBc7Block(block, hasAlpha));
    int most = 0;
    for (std::size_t i = 0; i < kBlockTexels; ++i)
        for (std::size_t c = 0; c < (hasAlpha ? 4U : 3U); ++c)
            most = std::max(most, std::abs(int{block[i][c]} - int{back[i][c]}));
    return most;
}

template <typename Color>
TexelBlock blockOf(const Color &color)
{
    TexelBlock block;
    for (std::uint32_t i = 0; i < kBlockTexels; ++i)
        block[i] = color(i % kBlockSide, i / kBlockSide);
    return block;
}

std::uint8_t byte(double value) { return static_cast<std::uint8_t>(std::lround(value)); }

} // namespace

TEST_CASE("An even block comes back within a step")
{
    for (unsigned grey = 0; grey < 256; ++grey) {
        const auto value = static_cast<std::uint8_t>(grey);
        const auto other = static_cast<std::uint8_t>(255 - grey);
        CHECK(worst(blockOf([&](auto, auto) { return Texel{value, other, 17, 255}; }), false) <= 1);
        CHECK(worst(blockOf([&](auto, auto) { return Texel{value, value, other, other}; }), true) <= 1);
    }
}

TEST_CASE("A slope between two colours comes back within three steps")
{
    const auto slope = blockOf([](auto x, auto y) {
        const double t = (x + 4.0 * y) / 15;
        return Texel{byte(20 + 90 * t), byte(200 - 150 * t), byte(60 + 10 * t), 255};
    });
    CHECK(worst(slope, false) <= 3);
}

TEST_CASE("Both sides of an edge keep their own slope")
{
    const auto edge = blockOf([](auto x, auto y) {
        return x < 2 ? Texel{byte(200 + 8 * y), byte(30 + 6 * y), 40, 255}
                     : Texel{20, byte(60 + 9 * y), byte(220 - 7 * y), 255};
    });
    CHECK(worst(edge, false) <= 6);
}

TEST_CASE("A channel that goes its own way keeps it")
{
    // Roughness falls to the right, metal comes from below: no line holds both.
    const auto data = blockOf([](auto x, auto y) { return Texel{0, byte(40 + 60 * x), byte(85 * y), 255}; });
    CHECK(worst(data, false) <= 12);
    const auto cutOut = blockOf([](auto x, auto y) { return Texel{byte(60 * x), byte(60 * x), 90, byte(85 * y)}; });
    CHECK(worst(cutOut, true) <= 12);
}

TEST_CASE("Whatever a block holds, what comes back is no further than noise may be")
{
    std::mt19937 random(7); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same blocks each time
    for (int round = 0; round < 200; ++round) {
        const auto noise = blockOf([&](auto, auto) {
            return Texel{static_cast<std::uint8_t>(random()), static_cast<std::uint8_t>(random()),
                         static_cast<std::uint8_t>(random()), static_cast<std::uint8_t>(random())};
        });
        const TexelBlock back = decodeBc7Block(encodeBc7Block(noise, true));
        double error = 0;
        for (std::size_t i = 0; i < kBlockTexels; ++i)
            for (std::size_t c = 0; c < 4; ++c)
                error += std::pow(noise[i][c] - back[i][c], 2) / 64;
        CHECK(std::sqrt(error) < 74); // that of an even grey
    }
}

TEST_CASE("A picture of any size keeps its edges")
{
    constexpr std::uint32_t kWidth = 7;
    constexpr std::uint32_t kHeight = 5;
    std::vector<std::uint8_t> texels;
    for (std::uint32_t i = 0; i < kWidth * kHeight; ++i) {
        const auto value = static_cast<std::uint8_t>(i % kWidth == kWidth - 1 ? 250 : i * 3);
        texels.insert(texels.end(), {value, value, value, 255});
    }
    const auto blocks = encodeBc7(texels, kWidth, kHeight, false);
    REQUIRE(blocks.size() == pixelBytes(PixelFormat::Bc7, kWidth, kHeight));
    CHECK(blocks.size() == 4 * 16);
    const auto back = decodeBc7(blocks, kWidth, kHeight);
    REQUIRE(back.size() == texels.size());
    for (std::size_t i = 0; i < texels.size(); i += 4)
        CHECK(std::abs(std::to_integer<int>(back[i]) - int{texels[i]}) <= 8);
}
