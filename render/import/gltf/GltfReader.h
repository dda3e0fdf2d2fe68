// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"

namespace vitrine::render {

/// Reads a glTF 2.0 file (.gltf or .glb) into a scene in its rest pose. Errors name the JSON pointer or byte offset.
[[nodiscard]] core::Result<Scene> readGltf(const Blob &file, ModelFiles &files);

} // namespace vitrine::render
