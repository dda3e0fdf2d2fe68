// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ModelFiles.h"

namespace vitrine::render {

/// Refuses a COLLADA document whose materials name an effect that it does not have: Assimp 5.4 then reads past the end
/// of its list of materials. Likewise one in which a node is, through instances, a part of itself: Assimp follows it
/// until its stack ends; or one that places a shape or a node that it does not have, which Assimp leaves out without a
/// word. The error names the line. `name` is the file's.
[[nodiscard]] core::Status checkDaeReferences(const Blob &file, const std::string &name);

} // namespace vitrine::render
