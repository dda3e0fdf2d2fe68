// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportReport.h"

namespace vitrine::render {

/// How far what is stored may be from what was read, at most, where it is drawn largest.
[[nodiscard]] ImportReport::Precision precisionOf(const Package &package);
/// What the order of the triangles costs; zeros where nobody has measured it.
[[nodiscard]] ImportReport::Order orderOf(const Package &package);
/// The product with each of its meshes at that level, or at its coarsest.
[[nodiscard]] std::vector<ImportReport::Level> levelsOf(const Package &package);
/// The textures by the format that they are stored in.
[[nodiscard]] std::vector<ImportReport::Compression> compressionOf(const Package &package);

} // namespace vitrine::render
