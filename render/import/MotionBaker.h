// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"
#include "render/import/MaterialTable.h"
#include "render/package/PackageWriter.h"

namespace vitrine::render {

/// Writes what shoppers may move and are told about, and what moves: parts, hotspots, skins, lights, animations. The
/// scene's nodes, lights and cameras are the package's. Begins a section of its own where something is animated.
[[nodiscard]] core::Status bakeMotion(const Scene &scene, const MaterialTable &materials, PackageWriter &writer,
                                      PackageContents &out);

[[nodiscard]] LocalText localText(const SceneText &text, PackageWriter &writer);

} // namespace vitrine::render
