// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/TracedScene.h"

#include <algorithm>
#include <cmath>

namespace vitrine::render {
namespace {

Float3 toFloat3(const Vector3 &v) { return {v[0], v[1], v[2]}; }
Float3 rgb(const Vector4 &v) { return {v[0], v[1], v[2]}; }
float unit(float value) { return std::clamp(value, 0.0F, 1.0F); }
Float3 unit(Float3 c) { return {unit(c.x), unit(c.y), unit(c.z)}; }

float dielectricReflectance(float ior)
{
    if (ior <= 0) // glTF's sign for an infinite index
        return 1;
    const float ratio = (ior - 1) / (ior + 1);
    return ratio * ratio;
}

/// A frame about `normal` whose first direction is that of rising u, as far as the vertices tell it.
Basis tangentBasis(Float3 normal, const Vector4 &tangent)
{
    const Float3 t = rgb(tangent);
    const Float3 along = t - normal * dot(normal, t);
    const float length2 = dot(along, along);
    if (!(length2 > 1e-6F))
        return Basis::around(normal);
    const Float3 unitAlong = along * (1 / std::sqrt(length2));
    return {unitAlong, cross(normal, unitAlong) * (tangent[3] < 0 ? -1.0F : 1.0F), normal};
}

Float3 bumped(const Basis &basis, const Vector4 &texel, float strength)
{
    const Float3 t{(texel[0] * 2 - 1) * strength, (texel[1] * 2 - 1) * strength, texel[2] * 2 - 1};
    const Float3 normal = basis.toWorld(t);
    const float length2 = dot(normal, normal);
    return length2 > 1e-12F ? normal * (1 / std::sqrt(length2)) : basis.normal;
}

/// Where bumps or smoothing have turned a normal away from the eye, it is turned back to where it is just seen.
Float3 facing(Float3 normal, Float3 towardsEye)
{
    constexpr float kLeast = 0.02F;
    const float cosine = dot(normal, towardsEye);
    return cosine >= kLeast ? normal : normalized(normal + towardsEye * (kLeast - cosine));
}

} // namespace

Vector4 TracedScene::read(const MaterialRecord &material, Slot which, const Point &point) const
{
    const TextureSlot &slot = material.slot(which);
    if (slot.texture == kNone)
        return {1, 1, 1, 1};
    return m_textures[static_cast<std::size_t>(slot.texture)]->sample(slot, point.uv[slot.uvSet == 1 ? 1 : 0]);
}

Vector4 TracedScene::baseColorAt(const Point &point) const
{
    const MaterialRecord &material = *point.material;
    Vector4 color = read(material, Slot::BaseColor, point);
    // The alpha of an opaque mesh's colours is something else (VertexSemantic::Occlusion).
    const bool hasAlpha = material.alphaMode != AlphaMode::Opaque;
    for (std::size_t c = 0; c < 4; ++c)
        color[c] = unit(color[c] * material.baseColor[c] * (c < 3 || hasAlpha ? point.color[c] : 1));
    return color;
}

Float3 TracedScene::emissionAt(const Point &point) const
{
    const MaterialRecord &material = *point.material;
    return toFloat3(material.emissive) * material.emissiveStrength * rgb(read(material, Slot::Emissive, point));
}

Surface TracedScene::surfaceAt(const Point &point, Float3 towardsEye, bool isBack) const
{
    const MaterialRecord &material = *point.material;
    Surface surface;
    surface.base = rgb(baseColorAt(point));
    const Vector4 metalRough = read(material, Slot::MetallicRoughness, point);
    surface.metal = unit(material.metallic * metalRough[2]);
    surface.roughness = unit(material.roughness * metalRough[1]);
    const float weight = material.specular * read(material, Slot::Specular, point)[3];
    const Float3 colour = toFloat3(material.specularColor) * rgb(read(material, Slot::SpecularColor, point));
    surface.f0 = unit(colour * dielectricReflectance(material.ior)) * unit(weight);
    surface.f90 = unit(weight);
    surface.ior = material.ior > 0 ? std::clamp(material.ior, 1.0F, 3.0F) : 3.0F;
    if (material.transmission > 0)
        surface.transmission =
            unit(material.transmission * read(material, Slot::Transmission, point)[0]) * (1 - surface.metal);
    surface.isThick = material.thickness > 0;
    if (material.sheenColor != Vector3{0, 0, 0}) {
        surface.sheen = unit(toFloat3(material.sheenColor) * rgb(read(material, Slot::SheenColor, point)));
        surface.sheenRoughness = unit(material.sheenRoughness * read(material, Slot::SheenRoughness, point)[3]);
    }
    if (material.iridescence > 0) {
        surface.film = unit(material.iridescence * read(material, Slot::Iridescence, point)[0]);
        surface.filmIndex = std::clamp(material.iridescenceIor, 1.0F, 5.0F);
        const float share = read(material, Slot::IridescenceThickness, point)[1];
        surface.filmMetres = 1e-9F * (material.iridescenceThicknessMin +
                                      (material.iridescenceThicknessMax - material.iridescenceThicknessMin) * share);
    }

    const float side = isBack ? -1.0F : 1.0F;
    const Basis smooth = tangentBasis(point.normal, point.tangent);
    Float3 normal = smooth.normal;
    if (material.slot(Slot::Normal).texture != kNone)
        normal = bumped(smooth, read(material, Slot::Normal, point), material.normalScale);
    normal = facing(normal * side, towardsEye);
    Float3 along = smooth.along;
    if (material.anisotropy > 0) {
        Float3 brushed{1, 0, 1};
        if (material.slot(Slot::Anisotropy).texture != kNone) {
            const Vector4 texel = read(material, Slot::Anisotropy, point);
            brushed = {texel[0] * 2 - 1, texel[1] * 2 - 1, texel[2]};
        }
        const float cosine = std::cos(material.anisotropyRotation);
        const float sine = std::sin(material.anisotropyRotation);
        const Float3 turned = smooth.along * (cosine * brushed.x - sine * brushed.y) +
                              smooth.across * (sine * brushed.x + cosine * brushed.y);
        // Without texture coordinates there is no direction to stretch in.
        if (std::hypot(point.tangent[0], point.tangent[1], point.tangent[2]) > 0.1F && dot(turned, turned) > 1e-4F) {
            along = turned;
            surface.stretch = unit(material.anisotropy * brushed.z);
        }
    }
    surface.basis = tangentBasis(normal, {along.x, along.y, along.z, 1});
    surface.coatNormal = facing(smooth.normal * side, towardsEye);
    if (material.clearcoat > 0) {
        surface.coat = unit(material.clearcoat * read(material, Slot::Clearcoat, point)[0]);
        surface.coatRoughness = unit(material.clearcoatRoughness * read(material, Slot::ClearcoatRoughness, point)[1]);
        if (material.slot(Slot::ClearcoatNormal).texture != kNone)
            surface.coatNormal = facing(
                bumped(smooth, read(material, Slot::ClearcoatNormal, point), material.clearcoatNormalScale) * side,
                towardsEye);
    }
    return surface;
}

} // namespace vitrine::render
