// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/PackageFormat.h"

namespace vitrine::render {

/// What shows a material: Quick 3D's PrincipledMaterial, or where it ends, our own (shaders/material).
enum class MaterialKind { Principled, Layered };
[[nodiscard]] MaterialKind materialKind(const MaterialRecord &material);

} // namespace vitrine::render
