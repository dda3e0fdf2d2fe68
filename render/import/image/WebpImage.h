// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/image/ImageDecoder.h"

namespace vitrine::render {

/// What a WebP's header declares. Unsupported if it moves.
[[nodiscard]] core::Result<ImageSize> webpSize(std::span<const std::byte> encoded);

[[nodiscard]] core::Result<Image> decodeWebp(std::span<const std::byte> encoded);

} // namespace vitrine::render
