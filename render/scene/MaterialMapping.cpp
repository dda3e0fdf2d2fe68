// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/MaterialMapping.h"

#include "render/scene/ToneMapping.h"

#include <QVector3D>
#include <QtMath>

#include <algorithm>
#include <cmath>

namespace vitrine::render {

namespace {

// Values of PrincipledMaterial's and Texture's enumerations; their headers are private to Qt.
constexpr int kNoLighting = 0;
constexpr int kNoCulling = 3;
constexpr int kAlphaOpaque = 3;
constexpr int kAlphaMask = 1;
constexpr int kAlphaBlend = 2;

int tilingMode(Wrap wrap)
{
    switch (wrap) {
    case Wrap::ClampToEdge:
        return 1;
    case Wrap::MirroredRepeat:
        return 2;
    case Wrap::Repeat:
        break;
    }
    return 3;
}

/// With 1, Qt's light through glass divides 0 by 0 (a microfacet of no roughness seen from behind), and the surface
/// turns black. Its property takes 3 at most, and glTF's 0 means infinite.
constexpr float kLeastIor = 1.001F;
constexpr float kMostIor = 3;

/// Qt 6.8 reckons a coat's Fresnel as 1 − cosᵖ instead of (1 − cos)⁵, so that with its own power of 5 a coat hides
/// half of what it covers at 30° already. This power comes nearest to Schlick's curve, by the area that faces the eye.
constexpr float kCoatFresnelPower = 0.16F;

void addBase(const MaterialRecord &material, QVariantMap &out)
{
    const auto &base = material.baseColor;
    out["normalStrength"] = material.normalScale;
    out["occlusionAmount"] = material.occlusionStrength;
    // Emissive strength has no property of its own, but the factor is not bounded.
    out["emissiveFactor"] =
        QVector3D(material.emissive[0], material.emissive[1], material.emissive[2]) * material.emissiveStrength;
    if (material.doubleSided != 0)
        out["cullMode"] = kNoCulling;
    if (material.unlit != 0)
        out["lighting"] = kNoLighting;
    switch (material.alphaMode) {
    case AlphaMode::Opaque:
        out["alphaMode"] = kAlphaOpaque;
        break;
    case AlphaMode::Mask:
        out["alphaMode"] = kAlphaMask;
        out["alphaCutoff"] = material.alphaCutoff;
        break;
    case AlphaMode::Blend:
        out["alphaMode"] = kAlphaBlend;
        out["opacity"] = base[3];
        break;
    }
}

} // namespace

QColor toSrgb(float red, float green, float blue, float alpha)
{
    return QColor::fromRgbF(encodeSrgb(red), encodeSrgb(green), encodeSrgb(blue), std::clamp(alpha, 0.0F, 1.0F));
}

float shownIor(const MaterialRecord &material)
{
    return material.ior > 0 ? std::clamp(material.ior, kLeastIor, kMostIor) : kMostIor;
}

QVariantMap materialProperties(const MaterialRecord &material)
{
    QVariantMap out;
    addBase(material, out);
    // Cut is what the colour's alpha says; opacity would only fade what is left.
    const float alpha = material.alphaMode == AlphaMode::Mask ? material.baseColor[3] : 1;
    out["baseColor"] = toSrgb(material.baseColor[0], material.baseColor[1], material.baseColor[2], alpha);
    out["metalness"] = material.metallic;
    out["roughness"] = material.roughness;
    out["indexOfRefraction"] = shownIor(material);
    out["specularAmount"] = std::min(material.specular, 1.0F);
    if (material.clearcoat > 0) {
        out["clearcoatAmount"] = material.clearcoat;
        out["clearcoatRoughnessAmount"] = material.clearcoatRoughness;
        out["clearcoatNormalStrength"] = material.clearcoatNormalScale;
        out["clearcoatFresnelPower"] = kCoatFresnelPower;
    }
    if (material.transmission > 0) {
        out["transmissionFactor"] = material.transmission;
        out["thicknessFactor"] = material.thickness;
        if (material.attenuationDistance > 0)
            out["attenuationDistance"] = material.attenuationDistance * kUnitsPerMetre;
        out["attenuationColor"] =
            toSrgb(material.attenuationColor[0], material.attenuationColor[1], material.attenuationColor[2]);
    }
    return out;
}

QVariantMap textureProperties(const TextureSlot &slot)
{
    QVariantMap out;
    out["indexUV"] = static_cast<int>(slot.uvSet);
    out["tilingModeHorizontal"] = tilingMode(slot.wrapU);
    out["tilingModeVertical"] = tilingMode(slot.wrapV);
    out["magFilter"] = slot.magFilter == Filter::Nearest ? 1 : 2;
    out["minFilter"] = slot.minFilter == Filter::Nearest ? 1 : 2;
    out["mipFilter"] = static_cast<int>(slot.mipFilter);
    out["generateMipmaps"] = slot.mipFilter != MipFilter::None;
    // Both compute translate · rotate · scale; glTF turns clockwise in a space whose v runs downwards.
    out["positionU"] = slot.offset[0];
    out["positionV"] = slot.offset[1];
    out["scaleU"] = slot.scale[0];
    out["scaleV"] = slot.scale[1];
    out["rotationUV"] = -qRadiansToDegrees(slot.rotation);
    return out;
}

const char *textureProperty(Slot slot)
{
    switch (slot) {
    case Slot::BaseColor:
        return "baseColorMap";
    case Slot::Normal:
        return "normalMap";
    case Slot::Occlusion:
        return "occlusionMap";
    case Slot::Emissive:
        return "emissiveMap";
    case Slot::Clearcoat:
        return "clearcoatMap";
    case Slot::ClearcoatRoughness:
        return "clearcoatRoughnessMap";
    case Slot::ClearcoatNormal:
        return "clearcoatNormalMap";
    case Slot::Transmission:
        return "transmissionMap";
    case Slot::Thickness:
        return "thicknessMap";
    case Slot::MetallicRoughness:
        return "metalnessMap"; // and roughnessMap, the same texture
    case Slot::Specular:
    case Slot::SpecularColor:
    case Slot::SheenColor:
    case Slot::SheenRoughness:
    case Slot::Anisotropy:
    case Slot::Iridescence:
    case Slot::IridescenceThickness:
        break;
    }
    return nullptr;
}

} // namespace vitrine::render
