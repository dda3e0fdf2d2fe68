// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/MaterialSupport.h"
#include "render/package/Package.h"

#include <QColor>
#include <QVariantMap>

namespace vitrine::render {

/// Scene units per metre: Quick 3D's defaults (near plane, shadow bias, attenuation) are made for centimetres.
inline constexpr float kUnitsPerMetre = 100;

/// The properties of a PrincipledMaterial that show `material`, which no light reaches, its texture apart.
[[nodiscard]] QVariantMap unlitProperties(const MaterialRecord &material);

/// The properties of Texture that show a slot's wrap, filters, coordinates and transform.
[[nodiscard]] QVariantMap textureProperties(const TextureSlot &slot);

/// Linear light to the sRGB colour that Qt expects in colour properties. Out of range is clipped.
[[nodiscard]] QColor toSrgb(float red, float green, float blue, float alpha = 1);

} // namespace vitrine::render
