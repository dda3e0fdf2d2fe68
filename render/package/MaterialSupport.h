// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/PackageFormat.h"

#include <string_view>
#include <vector>

/// Which materials the renderer (Quick 3D 6.8) can show, so that whoever makes or accepts a package is told, without
/// Qt.
namespace vitrine::render {

/// What shows a material: Quick 3D's PrincipledMaterial, or where it ends, our own (shaders/material).
enum class MaterialKind { Principled, Layered };
[[nodiscard]] MaterialKind materialKind(const MaterialRecord &material);

/// What cannot be shown of a material, one short English phrase each ("dispersion").
[[nodiscard]] std::vector<std::string_view> unsupportedFeatures(const MaterialRecord &material);

} // namespace vitrine::render
