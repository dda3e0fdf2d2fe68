// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"

namespace vitrine::render {

/// Looks at the material libraries that an OBJ names (`mtllib`), of which Assimp leaves out without a word what it
/// cannot open. One that climbs out of the model's folder is an error, as in glTF; one that is missing, or that lies on
/// its author's disk, a warning. Each names the file and the line. `name` is the OBJ's path below the folder of
/// `files`.
[[nodiscard]] core::Status checkObjLibraries(const Blob &file, const std::string &name, ModelFiles &files,
                                             Scene &scene);

/// The same for any file that an OBJ or its libraries name: refuses a path that climbs out of the model's folder.
[[nodiscard]] core::Status refuseClimbing(std::string_view path, const std::string &where);

} // namespace vitrine::render
