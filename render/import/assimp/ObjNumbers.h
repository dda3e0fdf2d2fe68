// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ModelFiles.h"

namespace vitrine::render {

/// The OBJ with a zero before each coordinate that is written without one (".5"): Assimp 5.4 takes such a line for
/// none, and all later vertices for those before them. The same bytes where there is nothing to do.
[[nodiscard]] Blob withLeadingZeros(const Blob &file);

} // namespace vitrine::render
