// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/image/ImageDecoder.h"

#include "render/import/ImportLimits.h"
#include "render/import/image/Ktx2Image.h"
#include "render/import/image/WebpImage.h"

#include <cstring>
#include <limits>
#include <new>
#include <string>

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wextra"
#endif
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_NO_STDIO
// A PNG whose first IDAT is empty has it copy no bytes to no place.
#if defined(__clang__)
#pragma clang attribute push(__attribute__((no_sanitize("nonnull-attribute"))), apply_to = function)
#endif
#include <stb/stb_image.h>
#if defined(__clang__)
#pragma clang attribute pop
#endif
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;

bool startsWith(std::span<const std::byte> bytes, std::string_view prefix)
{
    return bytes.size() >= prefix.size() && std::memcmp(bytes.data(), prefix.data(), prefix.size()) == 0;
}

std::string reason()
{
    const char *text = stbi_failure_reason();
    return text == nullptr ? "not decodable" : text;
}

const stbi_uc *raw(std::span<const std::byte> bytes) { return reinterpret_cast<const stbi_uc *>(bytes.data()); }

std::uint32_t bigEndian(std::span<const std::byte> bytes, std::size_t offset)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8U | std::to_integer<std::uint32_t>(bytes[offset + i]);
    return value;
}

Result<ImageSize> checkedSize(std::uint32_t width, std::uint32_t height)
{
    if (width == 0 || height == 0)
        return fail(ErrorCode::Malformed, "an image without texels");
    if (width > limits::kTextureSide || height > limits::kTextureSide)
        return fail(ErrorCode::TooLarge, "an image of " + std::to_string(width) + "×" + std::to_string(height) +
                                             " texels (limit " + std::to_string(limits::kTextureSide) + " a side)");
    return ImageSize{width, height};
}

} // namespace

ImageKind imageKind(std::span<const std::byte> encoded)
{
    using namespace std::string_view_literals;
    if (startsWith(encoded, "\x89PNG\r\n\x1a\n"sv))
        return ImageKind::Png;
    if (startsWith(encoded, "\xff\xd8\xff"sv))
        return ImageKind::Jpeg;
    if (startsWith(encoded, "RIFF"sv) && encoded.size() >= 12 && startsWith(encoded.subspan(8), "WEBP"sv))
        return ImageKind::WebP;
    if (startsWith(encoded, "\xabKTX 20\xbb\r\n\x1a\n"sv))
        return ImageKind::Ktx2;
    return ImageKind::Unknown;
}

Result<ImageSize> imageSize(std::span<const std::byte> encoded)
{
    if (encoded.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        return fail(ErrorCode::TooLarge, "the image has more than 2 GiB");
    if (imageKind(encoded) == ImageKind::Png) {
        // By hand: the library says nothing but "unknown image type" of a PNG that it finds too large.
        if (encoded.size() < 24)
            return fail(ErrorCode::Malformed, "the image cannot be decoded: cut off");
        return checkedSize(bigEndian(encoded, 16), bigEndian(encoded, 20));
    }
    if (const ImageKind kind = imageKind(encoded); kind == ImageKind::WebP || kind == ImageKind::Ktx2) {
        VITRINE_TRY(const ImageSize size, kind == ImageKind::WebP ? webpSize(encoded) : ktx2Size(encoded));
        return checkedSize(size.width, size.height);
    }
    int width = 0;
    int height = 0;
    int channels = 0;
    if (stbi_info_from_memory(raw(encoded), static_cast<int>(encoded.size()), &width, &height, &channels) == 0)
        return fail(ErrorCode::Malformed, "the image cannot be decoded: " + reason());
    return checkedSize(static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height));
}

Result<Image> decodeImage(std::span<const std::byte> encoded)
{
    VITRINE_TRY(const ImageSize size, imageSize(encoded));
    if (imageKind(encoded) == ImageKind::Ktx2)
        return decodeKtx2(encoded);
    if (imageKind(encoded) == ImageKind::WebP)
        return decodeWebp(encoded);
    int width = 0;
    int height = 0;
    int channels = 0;
    stbi_uc *texels =
        stbi_load_from_memory(raw(encoded), static_cast<int>(encoded.size()), &width, &height, &channels, 4);
    if (texels == nullptr && reason() == "outofmem")
        throw std::bad_alloc();
    if (texels == nullptr)
        return fail(ErrorCode::Malformed, "the image cannot be decoded: " + reason());
    std::shared_ptr<std::uint8_t[]> owner(texels, stbi_image_free);
    if (static_cast<std::uint32_t>(width) != size.width || static_cast<std::uint32_t>(height) != size.height)
        return fail(ErrorCode::Malformed, "the image changes its size while it is decoded");
    return Image{size, std::move(owner)};
}

} // namespace vitrine::render
