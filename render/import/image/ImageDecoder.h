// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace vitrine::render {

enum class ImageKind { Unknown, Png, Jpeg, WebP, Ktx2 };

/// By the first bytes; the name and the declared type of a file are not asked.
[[nodiscard]] ImageKind imageKind(std::span<const std::byte> encoded);

struct ImageSize {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
};

/// RGBA8, rows downwards, tight.
struct Image {
    ImageSize size;
    std::shared_ptr<std::uint8_t[]> texels;

    std::size_t byteCount() const { return std::size_t{size.width} * size.height * 4; }
};

/// What the header declares, checked against limits::kTextureSide. Decodes nothing. Unsupported for images that are
/// valid, but of a kind that decodeImage() does not read.
[[nodiscard]] core::Result<ImageSize> imageSize(std::span<const std::byte> encoded);

/// Decodes a PNG, JPEG, WebP or KTX2 (its first level). The size was checked by imageSize() first; it is checked again.
/// Any thread.
[[nodiscard]] core::Result<Image> decodeImage(std::span<const std::byte> encoded);

} // namespace vitrine::render
