// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/package/MaterialSupport.h"

namespace vitrine::render {
namespace {

bool hasTexture(const MaterialRecord &material, Slot slot) { return material.slot(slot).texture != kNone; }

} // namespace

bool isGlass(const MaterialRecord &material) { return material.transmission > 0 && material.unlit == 0; }

bool isBody(const MaterialRecord &material) { return isGlass(material) && material.thickness > 0; }

bool isShiny(const MaterialRecord &material)
{
    constexpr float kGeneral = 0.6F; // of roughness
    const bool isRough = material.roughness > kGeneral && !hasTexture(material, Slot::MetallicRoughness);
    return material.unlit == 0 && (!isRough || material.clearcoat > 0);
}

bool isSeenThrough(const MaterialRecord &material)
{
    return isGlass(material) || (material.alphaMode == AlphaMode::Blend && material.unlit == 0);
}

bool showsFarSides(const MaterialRecord &material)
{
    return isSeenThrough(material) && (material.doubleSided != 0 || isBody(material));
}

} // namespace vitrine::render
