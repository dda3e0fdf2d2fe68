// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/gltf/Document.h"

#include <optional>
#include <string>
#include <string_view>

namespace vitrine::render::gltf {

/// Of a name such as "TEXCOORD_1" the number; nothing for those that have none.
[[nodiscard]] std::optional<std::uint32_t> attributeSet(std::string_view name);
/// Whether a primitive, or one of its morph targets, may have an attribute of that name.
[[nodiscard]] bool isAttribute(std::string_view name, bool isTarget);
/// What is wrong with the accessor of an attribute; empty if nothing is. `isQuantized`: by KHR_mesh_quantization.
[[nodiscard]] std::string formatFault(std::string_view name, const Accessor &accessor, bool isTarget, bool isQuantized);

} // namespace vitrine::render::gltf
