// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/Import.h"
#include "render/import/assimp/ModelFormat.h"

namespace vitrine::render {

/// Reads a model that Assimp understands into a scene in metres with Y upwards. `name` is the file's path below the
/// folder of `files`; it and everything that it names is read through `files`, by the one importer of its format. A
/// texture or a material library that is missing is left out with a warning, as these formats often name files of their
/// author's disk; in an OBJ a path that climbs out of the model's folder is an error.
[[nodiscard]] core::Result<Scene> readWithAssimp(const Blob &file, const std::string &name, const ModelFormat &format,
                                                 const ImportOptions &options, ModelFiles &files);

} // namespace vitrine::render
