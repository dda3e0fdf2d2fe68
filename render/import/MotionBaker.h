// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"
#include "render/package/PackageWriter.h"

namespace vitrine::render {

/// Writes what shoppers may move and are told about: parts, hotspots, animations. The scene's nodes are the package's.
/// Begins a section of its own where something is animated.
[[nodiscard]] core::Status bakeMotion(const Scene &scene, PackageWriter &writer, PackageContents &out);

[[nodiscard]] LocalText localText(const SceneText &text, PackageWriter &writer);

} // namespace vitrine::render
