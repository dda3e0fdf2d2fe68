// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ktx2Maker.h"
#include "ModelMaker.h"
#include "render/import/image/ImageDecoder.h"
#include "render/import/image/UastcBlock.h"

#include <webp/encode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>

using namespace vitrine;
using namespace vitrine::render;

namespace {

using test::Bytes;
using test::Ktx2;

Texel texel(const Image &image, std::uint32_t x, std::uint32_t y)
{
    const std::uint8_t *at = image.texels.get() + (std::size_t{y} * image.size.width + x) * 4;
    return {at[0], at[1], at[2], at[3]};
}

Bytes bytes(std::initializer_list<int> values)
{
    Bytes result;
    for (const int value : values)
        result.push_back(static_cast<std::byte>(value));
    return result;
}

std::string faultOf(const Bytes &file)
{
    const auto image = decodeImage(file);
    return image ? "" : core::describe(image.error());
}

Bytes webp(std::uint32_t width, std::uint32_t height, Texel color)
{
    std::vector<std::uint8_t> texels;
    for (std::uint32_t i = 0; i < width * height; ++i)
        texels.insert(texels.end(), color.begin(), color.end());
    std::uint8_t *encoded = nullptr;
    const std::size_t size = WebPEncodeLosslessRGBA(texels.data(), static_cast<int>(width), static_cast<int>(height),
                                                    static_cast<int>(width * 4), &encoded);
    const auto *first = reinterpret_cast<const std::byte *>(encoded);
    Bytes result(first, first + size);
    WebPFree(encoded);
    return result;
}

/// BC7 mode 6: from (10, 20, 30, 40) to (50, 60, 70, 80), all at the first end but the last texel.
Bytes bc7Ramp()
{
    test::Bits bits;
    bits.add(64, 7);
    for (const unsigned channel : {10U, 20U, 30U, 40U}) {
        bits.add(channel / 2, 7);
        bits.add((channel + 40) / 2, 7);
    }
    bits.add(0, 2);  // The lowest bit of both ends.
    bits.add(0, 59); // The first texel's index is a bit short.
    bits.add(15, 4);
    return bits.bytes();
}

/// UASTC mode 8: one colour.
Bytes uastcSolid(Texel color)
{
    test::Bits bits;
    bits.add(23, 5);
    for (const std::uint8_t channel : color)
        bits.add(channel, 8);
    bits.add(0, 128 - 37);
    return bits.bytes();
}

} // namespace

TEST_CASE("KTX2 shows plain texels of one to four channels")
{
    Ktx2 file{.vulkanFormat = 37, .width = 2, .height = 1, .level = bytes({1, 2, 3, 4, 5, 6, 7, 8})};
    const auto four = decodeImage(file.bytes());
    REQUIRE(four);
    CHECK((four->size.width == 2 && four->size.height == 1));
    CHECK(texel(*four, 1, 0) == Texel{5, 6, 7, 8});
    file.vulkanFormat = 44;
    CHECK(texel(*decodeImage(file.bytes()), 1, 0) == Texel{7, 6, 5, 8});
    file.level = bytes({1, 2, 3, 5, 6, 7});
    file.vulkanFormat = 29;
    CHECK(texel(*decodeImage(file.bytes()), 1, 0) == Texel{5, 6, 7, 255});
    file.level = bytes({1, 2, 5, 6});
    file.vulkanFormat = 16;
    CHECK(texel(*decodeImage(file.bytes()), 1, 0) == Texel{5, 6, 0, 255});
}

TEST_CASE("KTX2 may be packed with Zstandard or zlib")
{
    const Bytes plain = bytes({9, 8, 7, 6});
    Ktx2 file{.vulkanFormat = 37, .width = 1, .height = 1, .level = {}};
    file.unpackedBytes = plain.size();
    file.level.resize(ZSTD_compressBound(plain.size()));
    file.level.resize(ZSTD_compress(file.level.data(), file.level.size(), plain.data(), plain.size(), 1));
    file.packing = 2;
    CHECK(texel(*decodeImage(file.bytes()), 0, 0) == Texel{9, 8, 7, 6});

    uLongf size = compressBound(plain.size());
    file.level.resize(size);
    REQUIRE(compress(reinterpret_cast<Bytef *>(file.level.data()), &size, reinterpret_cast<const Bytef *>(plain.data()),
                     plain.size()) == Z_OK);
    file.level.resize(size);
    file.packing = 3;
    CHECK(texel(*decodeImage(file.bytes()), 0, 0) == Texel{9, 8, 7, 6});

    file.unpackedBytes = 1ULL << 40U;
    CHECK(faultOf(file.bytes()) ==
          "malformed: the KTX2 texture is broken: its first level promises 1099511627776 bytes "
          "instead of 4");
    file.unpackedBytes = 4;
    file.packing = 2;
    CHECK(faultOf(file.bytes()) == "malformed: the KTX2 texture is broken: its first level cannot be unpacked");
}

TEST_CASE("A BC7 block runs between its ends, and what is beyond the picture's edge is left out")
{
    const Ktx2 file{.vulkanFormat = 145, .width = 4, .height = 4, .level = bc7Ramp()};
    const auto image = decodeImage(file.bytes());
    REQUIRE(image);
    CHECK(texel(*image, 0, 0) == Texel{10, 20, 30, 40});
    CHECK(texel(*image, 2, 3) == Texel{10, 20, 30, 40});
    CHECK(texel(*image, 3, 3) == Texel{50, 60, 70, 80});
    Ktx2 small = file;
    small.width = 3;
    small.height = 2;
    CHECK(texel(*decodeImage(small.bytes()), 2, 1) == Texel{10, 20, 30, 40});
}

TEST_CASE("A BC7 block without a mode is transparent, a UASTC block without one is magenta")
{
    Bytes zeros(16);
    CHECK(decodeBc7Block(std::span(zeros).first<16>())[5] == Texel{0, 0, 0, 0});
    zeros[0] = std::byte{69};
    CHECK(decodeUastcBlock(std::span(zeros).first<16>())[5] == Texel{255, 0, 255, 255});
}

TEST_CASE("A UASTC block of one colour has that colour")
{
    const Ktx2 file{.width = 4, .height = 4, .colorModel = 166, .level = uastcSolid({12, 34, 56, 78})};
    const auto image = decodeImage(file.bytes());
    REQUIRE(image);
    CHECK(texel(*image, 3, 2) == Texel{12, 34, 56, 78});
}

TEST_CASE("A two-channel UASTC texture is red and green")
{
    const Ktx2 file{
        .width = 4, .height = 4, .colorModel = 166, .firstChannel = 5, .level = uastcSolid({12, 12, 12, 78})};
    CHECK(texel(*decodeImage(file.bytes()), 0, 0) == Texel{12, 78, 0, 255});
}

TEST_CASE("KTX2 that no reader here can show is named as unsupported")
{
    Ktx2 file{.vulkanFormat = 157, .width = 4, .height = 4, .level = Bytes(16)};
    CHECK(faultOf(file.bytes()) == "unsupported: KTX2 textures of Vulkan format 157");
    file.vulkanFormat = 0;
    file.colorModel = 167;
    CHECK(faultOf(file.bytes()) == "unsupported: KTX2 textures of colour model 167");
    file.faces = 6;
    CHECK(faultOf(file.bytes()) == "unsupported: KTX2 textures that are no single picture");
}

TEST_CASE("KTX2 cut off anywhere, or pointing out of itself, is a named error")
{
    const Ktx2 good{.vulkanFormat = 145, .width = 4, .height = 4, .level = bc7Ramp()};
    const Bytes whole = good.bytes();
    for (std::size_t size = 12; size < whole.size(); ++size) {
        const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        REQUIRE(faultOf(cut).starts_with("malformed: the KTX2 texture is broken"));
    }
    Ktx2 far = good;
    far.levelOffset = ~std::uint64_t{0} - 4;
    CHECK(faultOf(far.bytes()) == "malformed: the KTX2 texture is broken: its first level lies outside of the file");
    Ktx2 huge = good;
    huge.width = 8192;
    huge.height = 8192;
    CHECK(faultOf(huge.bytes()) == "malformed: the KTX2 texture is broken: its first level has 16 bytes instead of "
                                   "67108864");
    huge.width = 1U << 30U;
    CHECK(faultOf(huge.bytes()) == "tooLarge: an image of 1073741824×8192 texels (limit 8192 a side)");
}

TEST_CASE("A WebP image has its texels, and a cut one is a named error")
{
    const Bytes file = webp(3, 2, {200, 100, 50, 255});
    const auto image = decodeImage(file);
    REQUIRE(image);
    CHECK((image->size.width == 3 && image->size.height == 2));
    CHECK(texel(*image, 2, 1) == Texel{200, 100, 50, 255});
    CHECK(faultOf(Bytes(file.begin(), file.begin() + 16)) ==
          "malformed: the WebP image cannot be decoded: its header is broken");
    CHECK(faultOf(Bytes(file.begin(), file.end() - 4)).starts_with("malformed: the WebP image cannot be decoded"));
}

namespace {

/// A model whose base colour has a PNG as image 0 and another file as image 1, named by an extension.
test::Model withTexture(const Bytes &other, const std::string &texture, const std::string &required = "")
{
    test::Model model;
    const auto add = [&](const Bytes &file) {
        std::vector<std::uint8_t> raw;
        for (const std::byte byte : file)
            raw.push_back(std::to_integer<std::uint8_t>(byte));
        model.addView(model.buffer.add(raw), raw.size());
        return std::to_string(model.viewCount() - 1);
    };
    const std::string plain = add(test::png(1, 1, {1, 1, 1, 255}));
    const std::string second = add(other);
    model.primitive += R"(,"material":0)";
    model.rest = R"(,"materials":[{"pbrMetallicRoughness":{"baseColorTexture":{"index":0}}}],"textures":[)" + texture +
                 R"(],"images":[{"bufferView":)" + plain + R"(,"mimeType":"image/png"},{"bufferView":)" + second +
                 "}]" + required;
    return model;
}

} // namespace

TEST_CASE("Compressed textures of a model are shown, before the plain image beside them")
{
    const Ktx2 ktx2{.width = 4, .height = 4, .colorModel = 166, .level = uastcSolid({12, 34, 56, 255})};
    for (const auto &[file, extension] : {std::pair{ktx2.bytes(), "KHR_texture_basisu"},
                                          std::pair{webp(4, 4, {12, 34, 56, 255}), "EXT_texture_webp"}}) {
        const std::string used = "[\"" + std::string(extension) + "\"]";
        const auto baked = test::bake(
            withTexture(file, std::string(R"({"source":0,"extensions":{")") + extension + R"(":{"source":1}}})",
                        R"(,"extensionsUsed":)" + used + R"(,"extensionsRequired":)" + used)
                .glb());
        INFO(extension << baked.fault);
        REQUIRE(baked.package);
        REQUIRE(baked.package->textures().size() == 1);
        CHECK(baked.package->textures()[0].width == 4);
    }
}

TEST_CASE("A compressed texture that cannot be shown gives way to the plain one, with a warning")
{
    const Ktx2 astc{.vulkanFormat = 157, .width = 4, .height = 4, .level = Bytes(16)};
    const auto baked =
        test::bake(withTexture(astc.bytes(), R"({"source":0,"extensions":{"KHR_texture_basisu":{"source":1}}})").glb());
    INFO(baked.fault);
    REQUIRE(baked.package);
    REQUIRE(baked.package->textures().size() == 1);
    CHECK(baked.package->textures()[0].width == 1);
    const auto isNamed = [&](const MessageRecord &message) {
        return baked.package->text(message.text) ==
               "KTX2 textures of Vulkan format 157 are not supported; the texture is left out";
    };
    CHECK(std::ranges::count_if(baked.package->messages(), isNamed) == 1);
}
