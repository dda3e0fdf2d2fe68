// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/Import.h"
#include "render/import/ImportScene.h"
#include "render/import/MaterialTable.h"
#include "render/package/PackageWriter.h"

namespace vitrine::render {

/// Decodes the textures, on two threads where their size allows, and appends their mip levels, in BC7 unless the
/// options ask for plain pixels, to the writer's open Pixels section in order. Fails with the image at fault.
[[nodiscard]] core::Status bakeTextures(Scene &scene, const std::vector<TextureUse> &textures,
                                        const ImportOptions &options, PackageWriter &writer, PackageContents &out);

} // namespace vitrine::render
