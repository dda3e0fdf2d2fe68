// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/PackageFormat.h"

namespace vitrine::render {

/// What a dielectric reflects at right angles, linear RGB, 0 to 1: index of refraction, KHR_materials_specular and
/// KHR_materials_iridescence, textures apart.
[[nodiscard]] Vector3 dielectricReflectance(const MaterialRecord &material);

/// The same of a thin film over a dielectric that alone reflects `base`: Airy's formula, summed over the visible
/// spectrum under equal-energy light. The film's thickness in nanometres.
[[nodiscard]] Vector3 thinFilmReflectance(float base, float filmIor, float thicknessNm);

} // namespace vitrine::render
