// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/MaterialMapping.h"

#include "render/scene/ToneMapping.h"

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

} // namespace

QColor toSrgb(float red, float green, float blue, float alpha)
{
    return QColor::fromRgbF(encodeSrgb(red), encodeSrgb(green), encodeSrgb(blue), std::clamp(alpha, 0.0F, 1.0F));
}

QVariantMap unlitProperties(const MaterialRecord &material)
{
    const auto &base = material.baseColor;
    QVariantMap out{{"lighting", kNoLighting}};
    if (material.doubleSided != 0)
        out["cullMode"] = kNoCulling;
    // Cut is what the colour's alpha says; opacity would only fade what is left.
    const float alpha = material.alphaMode == AlphaMode::Mask ? base[3] : 1;
    out["baseColor"] = toSrgb(base[0], base[1], base[2], alpha);
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

} // namespace vitrine::render
