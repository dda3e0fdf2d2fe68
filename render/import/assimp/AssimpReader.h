// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"

namespace vitrine::render {

/// Reads a model that Assimp understands (now OBJ with its MTL and textures) into a scene. `name` is the file's path
/// below the folder of `files`; it and everything that it names is read through `files`. A texture or a material
/// library that is missing is left out with a warning, as OBJ files often name files of their author's disk; a path
/// that climbs out of the model's folder is an error.
[[nodiscard]] core::Result<Scene> readWithAssimp(const Blob &file, const std::string &name, ModelFiles &files);

} // namespace vitrine::render
