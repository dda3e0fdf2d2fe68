// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/image/ImageDecoder.h"
#include "render/package/PackageFormat.h"

#include <vector>

namespace vitrine::render {

/// Half the size (at least one texel), by the area each texel covers. sRGB is averaged as light, and colours are
/// weighted by alpha so that what is transparent does not bleed into the edges.
[[nodiscard]] Image halved(const Image &image, ColorSpace colorSpace);

/// The image reduced until no side exceeds `maxSide`, and all its levels down to 1×1.
[[nodiscard]] std::vector<Image> mipChain(Image image, ColorSpace colorSpace, std::uint32_t maxSide);

[[nodiscard]] bool hasTransparency(const Image &image);

} // namespace vitrine::render
