// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/image/ImageDecoder.h"

namespace vitrine::render {

/// The size of a KTX2 texture's first level, unchecked against limits. Unsupported if the texture is no plain picture
/// (an array, a cube, a volume) or of a format that decodeKtx2() cannot read; Malformed if its tables are broken.
[[nodiscard]] core::Result<ImageSize> ktx2Size(std::span<const std::byte> encoded);

/// The first level of a KTX2 texture: 8-bit texels of one to four channels, BC7, UASTC, ETC1S; bare, in Zstandard, zlib
/// or BasisLZ. Further levels are not read: the baker makes its own of every picture, in the right colour space.
[[nodiscard]] core::Result<Image> decodeKtx2(std::span<const std::byte> encoded);

} // namespace vitrine::render
