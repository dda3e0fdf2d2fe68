// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ModelFiles.h"

namespace vitrine::render {

/// Refuses an FBX in which a node is, by its connections, a part of itself: Assimp follows them until its stack ends.
/// The error names the line or the byte. `name` is the file's.
[[nodiscard]] core::Status checkFbxConnections(const Blob &file, const std::string &name);

} // namespace vitrine::render
