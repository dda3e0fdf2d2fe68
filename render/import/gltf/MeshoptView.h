// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ModelFiles.h"
#include "render/import/gltf/Json.h"

namespace vitrine::render::gltf {

/// Decodes the bytes of a view under EXT_meshopt_compression, filters applied.
[[nodiscard]] core::Result<Blob> decodeMeshoptView(const Blob &coded, const JsonObject &extension,
                                                   std::uint64_t viewLength);

} // namespace vitrine::render::gltf
