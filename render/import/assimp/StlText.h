// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"

namespace vitrine::render {

/// Whether an STL is one of text, and not of bytes, of which some begin with "solid" as well.
[[nodiscard]] bool isStlText(std::string_view file);

/// Bytes of the header, which ends with the number of facets, and of a facet.
inline constexpr std::size_t kStlHeader = 84;
inline constexpr std::size_t kStlFacet = 50;

/// How long an STL of bytes says it is; that of its header where it is shorter.
[[nodiscard]] std::uint64_t stlBytes(std::string_view file);

/// The STL as Assimp must be handed it, which takes a text for bytes, and bytes for neither, that others read: a text
/// in small letters that begins with its "solid", bytes without those after their end, of which `scene` is warned, and
/// with Magics' colours as it reads those of VisCAM. The same bytes where there is nothing to mend. `name` is the
/// file's.
[[nodiscard]] Blob mendStl(const Blob &file, const std::string &name, Scene &scene);

} // namespace vitrine::render
