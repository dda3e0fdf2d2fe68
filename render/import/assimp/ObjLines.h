// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"

namespace vitrine::render {

/// The OBJ as Assimp 5.4 must be handed it, which takes a line for none, or refuses the file, that others read: with a
/// zero before each coordinate written without one (".5"), no comment after numbers, no indentation, no comment that
/// goes on in the next line, and one library on each `mtllib` line. Where vertices have colours, those without are
/// white: Assimp makes them black. The same bytes where there is nothing to mend. `scene` is warned of what will be
/// missing: libraries, materials, free-form curves and surfaces. `name` is the file's path below the folder of `files`.
[[nodiscard]] core::Result<Blob> mendObj(const Blob &file, const std::string &name, ModelFiles &files, Scene &scene);

} // namespace vitrine::render
