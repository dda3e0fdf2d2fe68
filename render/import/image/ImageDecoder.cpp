// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/image/ImageDecoder.h"

#include "render/import/ImportLimits.h"

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
#define STBI_MAX_DIMENSIONS 8192
#include <stb/stb_image.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;

static_assert(STBI_MAX_DIMENSIONS == limits::kTextureSide);

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
    int width = 0;
    int height = 0;
    int channels = 0;
    if (stbi_info_from_memory(raw(encoded), static_cast<int>(encoded.size()), &width, &height, &channels) == 0) {
        const std::string why = reason();
        if (why == "too large")
            return fail(ErrorCode::TooLarge,
                        "an image of more than " + std::to_string(limits::kTextureSide) + " texels a side");
        return fail(ErrorCode::Malformed, "the image cannot be decoded: " + why);
    }
    const auto side = static_cast<int>(limits::kTextureSide);
    if (width <= 0 || height <= 0 || width > side || height > side)
        return fail(ErrorCode::TooLarge, "an image of " + std::to_string(width) + "×" + std::to_string(height) +
                                             " texels (limit " + std::to_string(side) + " a side)");
    return ImageSize{static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)};
}

Result<Image> decodeImage(std::span<const std::byte> encoded)
{
    VITRINE_TRY(const ImageSize size, imageSize(encoded));
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
