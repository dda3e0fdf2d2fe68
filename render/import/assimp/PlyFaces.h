// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"

namespace vitrine::render {

/// The PLY as Assimp must be handed it: it makes one triangle of a strip, shows nothing where an element that it does
/// not know stands before another, and refuses faces before their vertices. It takes comments for elements too. Strips
/// become faces, vertices stand first, and nothing else is left. The same bytes where there is nothing to mend. `scene`
/// is warned of what will be missing: strips beside faces, colours of faces. `file` is one that plyFault() finds
/// nothing wrong with, `name` the file's.
[[nodiscard]] core::Result<Blob> mendPly(const Blob &file, const std::string &name, Scene &scene);

} // namespace vitrine::render
