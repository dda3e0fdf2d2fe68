// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/package/MaterialSupport.h"

namespace vitrine::render {
namespace {

bool hasTexture(const MaterialRecord &material, Slot slot) { return material.slot(slot).texture != kNone; }

} // namespace

MaterialKind materialKind(const MaterialRecord &material)
{
    // PrincipledMaterial has a property for a specular map, but reads it as sRGB.
    const bool hasOwnReflection = material.specularColor != Vector3{1, 1, 1} ||
                                  hasTexture(material, Slot::SpecularColor) || hasTexture(material, Slot::Specular) ||
                                  material.iridescence > 0 || material.anisotropy > 0;
    // PrincipledMaterial multiplies the map with its strength, so that less of it darkens more.
    const bool hasWeakOcclusion = hasTexture(material, Slot::Occlusion) && material.occlusionStrength != 1;
    // PrincipledMaterial loses what light meets a rough metal's facets twice, at the most more than half of it.
    const bool isRoughMetal = material.metallic > 0.5F && material.roughness > 0.2F;
    const bool hasSheen = material.sheenColor != Vector3{0, 0, 0};
    // PrincipledMaterial's glass hides all other glass, and draws what blends in the order of its triangles.
    const bool hasDepth = isGlass(material) || showsFarSides(material);
    return (hasOwnReflection || hasSheen || hasDepth || hasWeakOcclusion || isRoughMetal) && material.unlit == 0
               ? MaterialKind::Layered
               : MaterialKind::Principled;
}

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
