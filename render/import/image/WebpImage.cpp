// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/image/WebpImage.h"

#include <webp/decode.h>

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;

const std::uint8_t *raw(std::span<const std::byte> bytes)
{
    return reinterpret_cast<const std::uint8_t *>(bytes.data());
}

} // namespace

Result<ImageSize> webpSize(std::span<const std::byte> encoded)
{
    WebPBitstreamFeatures features{};
    if (WebPGetFeatures(raw(encoded), encoded.size(), &features) != VP8_STATUS_OK)
        return fail(ErrorCode::Malformed, "the WebP image cannot be decoded: its header is broken");
    if (features.has_animation != 0)
        return fail(ErrorCode::Unsupported, "moving WebP images");
    return ImageSize{static_cast<std::uint32_t>(features.width), static_cast<std::uint32_t>(features.height)};
}

Result<Image> decodeWebp(std::span<const std::byte> encoded)
{
    VITRINE_TRY(const ImageSize size, webpSize(encoded));
    Image image{size, {}};
    image.texels = std::make_shared_for_overwrite<std::uint8_t[]>(image.byteCount());
    if (WebPDecodeRGBAInto(raw(encoded), encoded.size(), image.texels.get(), image.byteCount(),
                           static_cast<int>(size.width * 4)) == nullptr)
        return fail(ErrorCode::Malformed, "the WebP image cannot be decoded: its picture is broken or cut off");
    return image;
}

} // namespace vitrine::render
