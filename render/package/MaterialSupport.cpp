// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/package/MaterialSupport.h"

#include <algorithm>

namespace vitrine::render {
namespace {

bool hasTexture(const MaterialRecord &material, Slot slot) { return material.slot(slot).texture != kNone; }

} // namespace

MaterialKind materialKind(const MaterialRecord &material)
{
    const bool isColoured = material.specularColor != Vector3{1, 1, 1} || hasTexture(material, Slot::SpecularColor) ||
                            material.iridescence > 0;
    // It knows no metal, no roughness by texture (its own maps hold the opposite) and no index for bent rays.
    const bool fits = material.metallic == 0 && !hasTexture(material, Slot::MetallicRoughness) &&
                      !hasTexture(material, Slot::Specular) && material.unlit == 0 &&
                      !(material.transmission > 0 && material.thickness > 0);
    return isColoured && fits ? MaterialKind::SpecularGlossy : MaterialKind::Principled;
}

std::vector<std::string_view> unsupportedFeatures(const MaterialRecord &material)
{
    std::vector<std::string_view> features;
    if (std::ranges::any_of(material.sheenColor, [](float channel) { return channel > 0; }))
        features.emplace_back("sheen");
    if (material.anisotropy > 0)
        features.emplace_back("anisotropy");
    const bool isGlossy = materialKind(material) == MaterialKind::SpecularGlossy;
    if (material.iridescence > 0)
        features.emplace_back(isGlossy ? "iridescence away from right angles" : "iridescence");
    if (material.iridescence > 0 && isGlossy &&
        (hasTexture(material, Slot::Iridescence) || hasTexture(material, Slot::IridescenceThickness)))
        features.emplace_back("iridescence by texture");
    if (material.dispersion > 0)
        features.emplace_back("dispersion");
    if (!isGlossy && (material.specularColor != Vector3{1, 1, 1} || hasTexture(material, Slot::SpecularColor)))
        features.emplace_back("specular colour");
    return features;
}

} // namespace vitrine::render
