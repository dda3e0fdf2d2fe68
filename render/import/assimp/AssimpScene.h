// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/assimp/ModelFormat.h"

struct aiScene;

namespace vitrine::render {

/// Appends to `into` what is shown of Assimp's scene, and says what is not: animations, skins, shapes to blend,
/// lights, cameras. `name` is the model's path below the folder of `files`. Frames are the caller's matter.
[[nodiscard]] core::Status readAssimpScene(const aiScene &from, const ModelFormat &format, const std::string &name,
                                           ModelFiles &files, Scene &into);

} // namespace vitrine::render
