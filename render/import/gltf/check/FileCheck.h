// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/gltf/Hierarchy.h"
#include "render/import/gltf/Skins.h"

#include <vector>

/// What a glTF file says of itself, judged as the Khronos validator judges it and before anything of it is read or
/// drawn. What would leave a picture in doubt is an error. What would not is a flaw (Document::flaw()): the file is
/// shown all the same, and the report names it. What the validator only warns of is neither.
namespace vitrine::render::gltf {

/// Empty lists, and extensions that are not declared or stand in a wrong place. Flaws only.
void checkLists(Document &document);
/// Buffers, views and accessors: what is missing, out of range, badly aligned or too long.
[[nodiscard]] core::Status checkData(Document &document);
/// All meshes, drawn or not: references, formats, counts, names of attributes, targets and what their materials need.
[[nodiscard]] core::Status checkMeshes(Document &document);
/// Weights and skins of nodes. Flaws only.
[[nodiscard]] core::Status checkNodes(Document &document, const Hierarchy &hierarchy, const std::vector<Skin> &skins);
/// All animations, of what is shown or not.
[[nodiscard]] core::Status checkAnimations(Document &document, const Hierarchy &hierarchy);

} // namespace vitrine::render::gltf
