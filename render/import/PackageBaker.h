// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/Import.h"
#include "render/import/ImportScene.h"

namespace vitrine::render {

/// Makes a package of a scene: tangents, welding and ordering, levels of detail, decoded textures with their mip
/// levels. Parts stay parts; only what moves together is merged (geometry/DrawMerging.h). Fails if the scene has no
/// triangles. Returns the package's size in bytes.
[[nodiscard]] core::Result<std::uint64_t> bakeScene(Scene scene, const std::string &sourceName,
                                                    const ImportOptions &options, PackageSink sink);

} // namespace vitrine::render
