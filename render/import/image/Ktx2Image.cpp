// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/image/Ktx2Image.h"

#include "render/import/image/BasisLz.h"
#include "render/import/image/UastcBlock.h"
#include "render/texture/BitReader.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;
using Bytes = std::span<const std::byte>;

enum class Layout { Texels, Bc7, Uastc, Etc1s };
enum class Packing : std::uint32_t { None, BasisLz, Zstandard, Zlib };

/// Which channel of the picture a stored channel is, and what the others are.
struct Channels {
    std::uint32_t count = 4;
    bool isBlueFirst = false;
};

struct Header {
    ImageSize size;
    Layout layout = Layout::Texels;
    Channels channels;
    Packing packing = Packing::None;
    std::uint32_t imageCount = 1;
    Bytes level;
    std::uint64_t unpackedBytes = 0;
    Bytes globalData;
    /// A second channel beside the first, red, and no alpha: two-channel normal maps.
    bool isRedGreen = false;

    std::uint32_t blocksAcross() const { return (size.width + kBlockSide - 1) / kBlockSide; }
    std::uint32_t blocksDown() const { return (size.height + kBlockSide - 1) / kBlockSide; }
};

auto broken(const std::string &what) { return fail(ErrorCode::Malformed, "the KTX2 texture is broken: " + what); }

std::uint64_t littleEndian(Bytes bytes, std::size_t offset, std::size_t size)
{
    std::uint64_t value = 0;
    for (std::size_t i = size; i-- > 0;)
        value = value << 8U | std::to_integer<std::uint64_t>(bytes[offset + i]);
    return value;
}

Result<Bytes> part(Bytes encoded, std::uint64_t offset, std::uint64_t size, const char *what)
{
    if (offset > encoded.size() || size > encoded.size() - offset)
        return broken(std::string(what) + " lies outside of the file");
    return encoded.subspan(offset, size);
}

std::optional<Channels> channelsOf(std::uint64_t vulkanFormat)
{
    switch (vulkanFormat) {
    case 9:  // R8_UNORM
    case 15: // R8_SRGB
        return Channels{1};
    case 16: // R8G8_UNORM
    case 22: // R8G8_SRGB
        return Channels{2};
    case 23: // R8G8B8_UNORM
    case 29: // R8G8B8_SRGB
        return Channels{3};
    case 37: // R8G8B8A8_UNORM
    case 43: // R8G8B8A8_SRGB
        return Channels{4};
    case 44: // B8G8R8A8_UNORM
    case 50: // B8G8R8A8_SRGB
        return Channels{4, true};
    default:
        return std::nullopt;
    }
}

/// The data format descriptor says what formats without a Vulkan number are.
Status readBasisLayout(Bytes descriptor, Header &header)
{
    constexpr std::size_t kBeforeSamples = 28;
    constexpr std::size_t kSampleBytes = 16;
    if (descriptor.size() < kBeforeSamples + kSampleBytes)
        return broken("its data format descriptor is cut off");
    const std::uint64_t model = littleEndian(descriptor, 12, 1);
    const std::uint64_t firstChannel = littleEndian(descriptor, kBeforeSamples + 3, 1) & 15U;
    if (model == 163) {
        header.layout = Layout::Etc1s;
        header.isRedGreen = firstChannel == 3 && descriptor.size() >= kBeforeSamples + 2 * kSampleBytes &&
                            (littleEndian(descriptor, kBeforeSamples + kSampleBytes + 3, 1) & 15U) == 4;
    } else if (model == 166) {
        header.layout = Layout::Uastc;
        header.isRedGreen = firstChannel == 5;
    } else {
        return fail(ErrorCode::Unsupported, "KTX2 textures of colour model " + std::to_string(model));
    }
    return {};
}

Status readLayout(Bytes encoded, Header &header)
{
    const std::uint64_t vulkanFormat = littleEndian(encoded, 12, 4);
    const std::uint64_t packing = littleEndian(encoded, 44, 4);
    if (packing > 3)
        return fail(ErrorCode::Unsupported, "KTX2 textures of supercompression scheme " + std::to_string(packing));
    header.packing = static_cast<Packing>(packing);
    if (vulkanFormat == 0) {
        VITRINE_TRY(const Bytes descriptor, part(encoded, littleEndian(encoded, 48, 4), littleEndian(encoded, 52, 4),
                                                 "its data format descriptor"));
        VITRINE_CHECK(readBasisLayout(descriptor, header));
    } else if (vulkanFormat == 145 || vulkanFormat == 146) {
        header.layout = Layout::Bc7;
    } else if (const auto channels = channelsOf(vulkanFormat)) {
        header.channels = *channels;
    } else {
        return fail(ErrorCode::Unsupported, "KTX2 textures of Vulkan format " + std::to_string(vulkanFormat));
    }
    if ((header.layout == Layout::Etc1s) != (header.packing == Packing::BasisLz))
        return broken("ETC1S and BasisLZ go together");
    return {};
}

Result<Header> readHeader(Bytes encoded)
{
    constexpr std::size_t kHeaderBytes = 80;
    constexpr std::size_t kLevelBytes = 24;
    if (encoded.size() < kHeaderBytes + kLevelBytes)
        return broken("it is cut off");
    Header header;
    header.size = {static_cast<std::uint32_t>(littleEndian(encoded, 20, 4)),
                   static_cast<std::uint32_t>(littleEndian(encoded, 24, 4))};
    if (littleEndian(encoded, 28, 4) != 0 || littleEndian(encoded, 32, 4) > 1 || littleEndian(encoded, 36, 4) != 1)
        return fail(ErrorCode::Unsupported, "KTX2 textures that are no single picture");
    const std::uint64_t levels = std::max<std::uint64_t>(1, littleEndian(encoded, 40, 4));
    if (levels > 32)
        return broken("it has " + std::to_string(levels) + " levels");
    header.imageCount = static_cast<std::uint32_t>(levels);
    VITRINE_CHECK(readLayout(encoded, header));
    VITRINE_TRY(header.level,
                part(encoded, littleEndian(encoded, 80, 8), littleEndian(encoded, 88, 8), "its first level"));
    header.unpackedBytes = littleEndian(encoded, 96, 8);
    if (header.packing == Packing::BasisLz) {
        VITRINE_TRY(header.globalData,
                    part(encoded, littleEndian(encoded, 64, 8), littleEndian(encoded, 72, 8), "its global data"));
    }
    return header;
}

/// The level's bytes; `storage` holds them where they were packed.
Result<Bytes> unpacked(const Header &header, std::uint64_t expected, std::vector<std::byte> &storage)
{
    if (header.packing == Packing::None) {
        if (header.level.size() < expected)
            return broken("its first level has " + std::to_string(header.level.size()) + " bytes instead of " +
                          std::to_string(expected));
        return header.level;
    }
    if (header.unpackedBytes != expected)
        return broken("its first level promises " + std::to_string(header.unpackedBytes) + " bytes instead of " +
                      std::to_string(expected));
    storage.resize(expected);
    std::uint64_t got = 0;
    if (header.packing == Packing::Zstandard) {
        got = ZSTD_decompress(storage.data(), storage.size(), header.level.data(), header.level.size());
    } else {
        uLongf length = storage.size();
        const int status = uncompress(reinterpret_cast<Bytef *>(storage.data()), &length,
                                      reinterpret_cast<const Bytef *>(header.level.data()), header.level.size());
        got = status == Z_OK ? length : 0;
    }
    if (got != expected)
        return broken("its first level cannot be unpacked");
    return Bytes(storage);
}

Image emptyImage(ImageSize size)
{
    Image image;
    image.size = size;
    image.texels = std::make_shared_for_overwrite<std::uint8_t[]>(image.byteCount());
    return image;
}

/// Writes the part of a block that lies in the picture.
void place(const Image &image, std::uint32_t blockX, std::uint32_t blockY, const TexelBlock &block)
{
    const std::uint32_t left = blockX * kBlockSide;
    const std::uint32_t top = blockY * kBlockSide;
    for (std::uint32_t y = 0; y < std::min(kBlockSide, image.size.height - top); ++y)
        for (std::uint32_t x = 0; x < std::min(kBlockSide, image.size.width - left); ++x)
            std::ranges::copy(block[std::size_t{y} * kBlockSide + x],
                              image.texels.get() + (std::size_t{top + y} * image.size.width + left + x) * 4);
}

Result<Image> decodeTexels(const Header &header)
{
    const std::uint64_t texels = std::uint64_t{header.size.width} * header.size.height;
    const std::uint32_t stride = header.channels.count;
    std::vector<std::byte> storage;
    VITRINE_TRY(const Bytes bytes, unpacked(header, texels * stride, storage));
    Image image = emptyImage(header.size);
    for (std::uint64_t i = 0; i < texels; ++i) {
        std::uint8_t *into = image.texels.get() + i * 4;
        for (std::uint32_t channel = 0; channel < 4; ++channel)
            into[channel] = channel < stride ? std::to_integer<std::uint8_t>(bytes[i * stride + channel])
                            : channel == 3   ? std::uint8_t{255}
                                             : std::uint8_t{0};
        if (header.channels.isBlueFirst)
            std::swap(into[0], into[2]);
    }
    return image;
}

Result<Image> decodeBlocks(const Header &header)
{
    constexpr std::size_t kBytes = 16;
    std::vector<std::byte> storage;
    VITRINE_TRY(const Bytes bytes,
                unpacked(header, std::uint64_t{header.blocksAcross()} * header.blocksDown() * kBytes, storage));
    Image image = emptyImage(header.size);
    for (std::uint32_t y = 0; y < header.blocksDown(); ++y) {
        for (std::uint32_t x = 0; x < header.blocksAcross(); ++x) {
            const auto block = bytes.subspan((std::size_t{y} * header.blocksAcross() + x) * kBytes).first<kBytes>();
            TexelBlock texels = header.layout == Layout::Bc7 ? decodeBc7Block(block) : decodeUastcBlock(block);
            if (header.isRedGreen) // Stored as red and alpha, where both keep all their precision.
                for (Texel &texel : texels)
                    texel = {texel[0], texel[3], 0, 255};
            place(image, x, y, texels);
        }
    }
    return image;
}

Result<Image> decodeEtc1s(const Header &header)
{
    VITRINE_TRY(const BasisLz shared, BasisLz::open(header.globalData, header.imageCount));
    const BasisLz::Slices &slices = shared.firstImage();
    VITRINE_TRY(const Bytes color, part(header.level, slices.colorOffset, slices.colorLength, "its colour slice"));
    VITRINE_TRY(const Bytes second, part(header.level, slices.alphaOffset, slices.alphaLength, "its alpha slice"));
    Image image = emptyImage(header.size);
    VITRINE_CHECK(
        shared.decode(color, header.blocksAcross(), header.blocksDown(),
                      [&](std::uint32_t x, std::uint32_t y, const TexelBlock &block) { place(image, x, y, block); }));
    if (second.empty())
        return image;
    const auto join = [&](std::uint32_t x, std::uint32_t y, TexelBlock block) {
        for (std::uint32_t i = 0; i < kBlockTexels; ++i) {
            const std::uint32_t column = std::min(x * kBlockSide + i % kBlockSide, header.size.width - 1);
            const std::uint32_t row = std::min(y * kBlockSide + i / kBlockSide, header.size.height - 1);
            const std::uint8_t *first = image.texels.get() + (std::size_t{row} * header.size.width + column) * 4;
            const std::uint8_t value = block[i][1];
            block[i] = header.isRedGreen ? Texel{first[0], value, 0, 255} : Texel{first[0], first[1], first[2], value};
        }
        place(image, x, y, block);
    };
    VITRINE_CHECK(shared.decode(second, header.blocksAcross(), header.blocksDown(), join));
    return image;
}

} // namespace

Result<ImageSize> ktx2Size(Bytes encoded)
{
    VITRINE_TRY(const Header header, readHeader(encoded));
    return header.size;
}

Result<Image> decodeKtx2(Bytes encoded)
{
    VITRINE_TRY(const Header header, readHeader(encoded));
    switch (header.layout) {
    case Layout::Texels:
        return decodeTexels(header);
    case Layout::Bc7:
    case Layout::Uastc:
        return decodeBlocks(header);
    case Layout::Etc1s:
        break;
    }
    return decodeEtc1s(header);
}

} // namespace vitrine::render
