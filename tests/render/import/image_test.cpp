// SPDX-License-Identifier: GPL-3.0-or-later
#include "ModelMaker.h"
#include "render/import/image/Mipmaps.h"

#include <array>
#include <memory>

using namespace vitrine;
using namespace vitrine::render;

namespace {

using Texel = std::array<std::uint8_t, 4>;

Image image(std::uint32_t width, std::uint32_t height, const std::vector<Texel> &texels)
{
    Image result;
    result.size = {width, height};
    result.texels = std::make_shared<std::uint8_t[]>(result.byteCount());
    for (std::size_t i = 0; i < texels.size(); ++i)
        std::ranges::copy(texels[i], result.texels.get() + i * 4);
    return result;
}

Texel texel(const Image &from, std::size_t index)
{
    const std::uint8_t *at = from.texels.get() + index * 4;
    return {at[0], at[1], at[2], at[3]};
}

} // namespace

TEST_CASE("A decoded PNG has its texels and size")
{
    const auto decoded = decodeImage(test::png(3, 2, {1, 2, 3, 4}));
    REQUIRE(decoded);
    CHECK((decoded->size.width == 3 && decoded->size.height == 2));
    CHECK(texel(*decoded, 5) == Texel{1, 2, 3, 4});
}

TEST_CASE("Numbers are averaged as numbers, colours as light")
{
    const Image both = image(2, 1, {{0, 0, 0, 255}, {255, 255, 255, 255}});
    CHECK(texel(halved(both, ColorSpace::Linear), 0) == Texel{128, 128, 128, 255});
    // Half the light of white is 188 in sRGB.
    CHECK(texel(halved(both, ColorSpace::Srgb), 0) == Texel{188, 188, 188, 255});
    const Image square = image(2, 2, {{0, 0, 0, 255}, {255, 255, 255, 255}, {0, 0, 0, 255}, {255, 255, 255, 255}});
    CHECK(texel(halved(square, ColorSpace::Linear), 0) == Texel{128, 128, 128, 255});
    CHECK(texel(halved(square, ColorSpace::Srgb), 0) == Texel{188, 188, 188, 255});
}

TEST_CASE("An even colour stays exactly what it was, in every level and size")
{
    for (int value = 0; value < 256; ++value) {
        const auto byte = static_cast<std::uint8_t>(value);
        const Image even = image(5, 3, std::vector<Texel>(15, Texel{byte, byte, byte, 200}));
        for (const Image &level : mipChain(even, ColorSpace::Srgb, 4))
            REQUIRE(texel(level, 0) == Texel{byte, byte, byte, 200});
    }
}

TEST_CASE("What is transparent does not bleed into what is seen")
{
    const Image edge = image(2, 1, {{255, 0, 0, 255}, {0, 255, 0, 0}});
    CHECK(texel(halved(edge, ColorSpace::Linear), 0) == Texel{255, 0, 0, 128});
    const Image hidden = image(2, 1, {{100, 0, 0, 0}, {200, 0, 0, 0}});
    CHECK(texel(halved(hidden, ColorSpace::Linear), 0) == Texel{150, 0, 0, 0});
}

TEST_CASE("Odd sizes count every texel by its area")
{
    const Image three = image(3, 1, {{0, 0, 0, 255}, {90, 0, 0, 255}, {180, 0, 0, 255}});
    CHECK(texel(halved(three, ColorSpace::Linear), 0) == Texel{90, 0, 0, 255});
    const auto levels = mipChain(image(7, 1, std::vector<Texel>(7, Texel{9, 9, 9, 255})), ColorSpace::Linear, 8192);
    REQUIRE(levels.size() == 3);
    CHECK(levels[1].size.width == 3);
}
