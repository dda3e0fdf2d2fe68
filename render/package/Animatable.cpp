// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/package/Animatable.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

namespace vitrine::render {
namespace {

static_assert(std::is_standard_layout_v<MaterialRecord> && std::is_standard_layout_v<LightRecord> &&
              std::is_standard_layout_v<CameraRecord>);

constexpr float kAny = std::numeric_limits<float>::max();
constexpr float kQuarterTurn = 1.5707964F;
constexpr float kHalfTurn = 3.14159F;

#define VITRINE_MEMBER(pointer, record, member, components, least, most)                                               \
    AnimatableValue { pointer, static_cast<std::uint32_t>(offsetof(record, member)), components, least, most }
#define VITRINE_MATERIAL(pointer, member, components, most)                                                            \
    VITRINE_MEMBER(pointer, MaterialRecord, member, components, 0, most)

constexpr std::array kMaterial = {
    VITRINE_MATERIAL("pbrMetallicRoughness/baseColorFactor", baseColor, 4, 1),
    VITRINE_MATERIAL("pbrMetallicRoughness/metallicFactor", metallic, 1, 1),
    VITRINE_MATERIAL("pbrMetallicRoughness/roughnessFactor", roughness, 1, 1),
    VITRINE_MEMBER("normalTexture/scale", MaterialRecord, normalScale, 1, -kAny, kAny),
    VITRINE_MATERIAL("occlusionTexture/strength", occlusionStrength, 1, 1),
    VITRINE_MATERIAL("emissiveFactor", emissive, 3, 1),
    VITRINE_MATERIAL("alphaCutoff", alphaCutoff, 1, kAny),
    VITRINE_MATERIAL("extensions/KHR_materials_emissive_strength/emissiveStrength", emissiveStrength, 1, kAny),
    VITRINE_MATERIAL("extensions/KHR_materials_clearcoat/clearcoatFactor", clearcoat, 1, 1),
    VITRINE_MATERIAL("extensions/KHR_materials_clearcoat/clearcoatRoughnessFactor", clearcoatRoughness, 1, 1),
    VITRINE_MEMBER("extensions/KHR_materials_clearcoat/clearcoatNormalTexture/scale", MaterialRecord,
                   clearcoatNormalScale, 1, -kAny, kAny),
    VITRINE_MATERIAL("extensions/KHR_materials_sheen/sheenColorFactor", sheenColor, 3, 1),
    VITRINE_MATERIAL("extensions/KHR_materials_sheen/sheenRoughnessFactor", sheenRoughness, 1, 1),
    VITRINE_MATERIAL("extensions/KHR_materials_transmission/transmissionFactor", transmission, 1, 1),
    VITRINE_MATERIAL("extensions/KHR_materials_volume/thicknessFactor", thickness, 1, kAny),
    VITRINE_MATERIAL("extensions/KHR_materials_volume/attenuationDistance", attenuationDistance, 1, kAny),
    VITRINE_MATERIAL("extensions/KHR_materials_volume/attenuationColor", attenuationColor, 3, 1),
    VITRINE_MEMBER("extensions/KHR_materials_ior/ior", MaterialRecord, ior, 1, 1, kAny),
    VITRINE_MATERIAL("extensions/KHR_materials_specular/specularFactor", specular, 1, 1),
    VITRINE_MATERIAL("extensions/KHR_materials_specular/specularColorFactor", specularColor, 3, kAny),
    VITRINE_MATERIAL("extensions/KHR_materials_anisotropy/anisotropyStrength", anisotropy, 1, 1),
    VITRINE_MEMBER("extensions/KHR_materials_anisotropy/anisotropyRotation", MaterialRecord, anisotropyRotation, 1,
                   -kAny, kAny),
    VITRINE_MATERIAL("extensions/KHR_materials_iridescence/iridescenceFactor", iridescence, 1, 1),
    VITRINE_MEMBER("extensions/KHR_materials_iridescence/iridescenceIor", MaterialRecord, iridescenceIor, 1, 1, kAny),
    VITRINE_MATERIAL("extensions/KHR_materials_iridescence/iridescenceThicknessMinimum", iridescenceThicknessMin, 1,
                     kAny),
    VITRINE_MATERIAL("extensions/KHR_materials_iridescence/iridescenceThicknessMaximum", iridescenceThicknessMax, 1,
                     kAny),
    VITRINE_MATERIAL("extensions/KHR_materials_dispersion/dispersion", dispersion, 1, kAny),
};

constexpr std::array kLight = {
    VITRINE_MEMBER("color", LightRecord, color, 3, 0, 1),
    VITRINE_MEMBER("intensity", LightRecord, intensity, 1, 0, kAny),
    VITRINE_MEMBER("range", LightRecord, range, 1, 0, kAny),
    VITRINE_MEMBER("spot/innerConeAngle", LightRecord, innerCone, 1, 0, kQuarterTurn),
    VITRINE_MEMBER("spot/outerConeAngle", LightRecord, outerCone, 1, 0, kQuarterTurn),
};

constexpr std::array kCamera = {
    VITRINE_MEMBER("perspective/yfov", CameraRecord, yFovRadians, 1, 0.001F, kHalfTurn),
    VITRINE_MEMBER("orthographic/xmag", CameraRecord, xMagnitude, 1, -kAny, kAny),
    VITRINE_MEMBER("orthographic/ymag", CameraRecord, yMagnitude, 1, -kAny, kAny),
};

constexpr std::array kPlace = {
    VITRINE_MEMBER("offset", TextureSlot, offset, 2, -kAny, kAny),
    VITRINE_MEMBER("scale", TextureSlot, scale, 2, -kAny, kAny),
    VITRINE_MEMBER("rotation", TextureSlot, rotation, 1, -kAny, kAny),
};

#undef VITRINE_MATERIAL
#undef VITRINE_MEMBER

constexpr std::array kSlots = {
    AnimatableSlot{"pbrMetallicRoughness/baseColorTexture", Slot::BaseColor},
    AnimatableSlot{"pbrMetallicRoughness/metallicRoughnessTexture", Slot::MetallicRoughness},
    AnimatableSlot{"normalTexture", Slot::Normal},
    AnimatableSlot{"occlusionTexture", Slot::Occlusion},
    AnimatableSlot{"emissiveTexture", Slot::Emissive},
    AnimatableSlot{"extensions/KHR_materials_clearcoat/clearcoatTexture", Slot::Clearcoat},
    AnimatableSlot{"extensions/KHR_materials_clearcoat/clearcoatRoughnessTexture", Slot::ClearcoatRoughness},
    AnimatableSlot{"extensions/KHR_materials_clearcoat/clearcoatNormalTexture", Slot::ClearcoatNormal},
    AnimatableSlot{"extensions/KHR_materials_sheen/sheenColorTexture", Slot::SheenColor},
    AnimatableSlot{"extensions/KHR_materials_sheen/sheenRoughnessTexture", Slot::SheenRoughness},
    AnimatableSlot{"extensions/KHR_materials_transmission/transmissionTexture", Slot::Transmission},
    AnimatableSlot{"extensions/KHR_materials_volume/thicknessTexture", Slot::Thickness},
    AnimatableSlot{"extensions/KHR_materials_specular/specularTexture", Slot::Specular},
    AnimatableSlot{"extensions/KHR_materials_specular/specularColorTexture", Slot::SpecularColor},
    AnimatableSlot{"extensions/KHR_materials_anisotropy/anisotropyTexture", Slot::Anisotropy},
    AnimatableSlot{"extensions/KHR_materials_iridescence/iridescenceTexture", Slot::Iridescence},
    AnimatableSlot{"extensions/KHR_materials_iridescence/iridescenceThicknessTexture", Slot::IridescenceThickness},
};

} // namespace

std::span<const AnimatableValue> animatableValues(ValueOwner owner)
{
    switch (owner) {
    case ValueOwner::Material:
        return kMaterial;
    case ValueOwner::Light:
        return kLight;
    case ValueOwner::Camera:
        break;
    }
    return kCamera;
}

std::span<const AnimatableSlot> animatableSlots() { return kSlots; }

std::span<const AnimatableValue> animatablePlace() { return kPlace; }

std::uint32_t memberOf(Slot slot)
{
    return static_cast<std::uint32_t>(offsetof(MaterialRecord, textureSlots) +
                                      static_cast<std::size_t>(slot) * sizeof(TextureSlot));
}

bool isAnimatable(ValueOwner owner, std::uint32_t member, std::uint32_t components)
{
    const auto isThere = [&](std::uint32_t at) {
        return [member, components, at](const AnimatableValue &value) {
            return at + value.member == member && value.components == components;
        };
    };
    if (std::ranges::any_of(animatableValues(owner), isThere(0)))
        return true;
    if (owner != ValueOwner::Material)
        return false;
    return std::ranges::any_of(
        kSlots, [&](const AnimatableSlot &slot) { return std::ranges::any_of(kPlace, isThere(memberOf(slot.slot))); });
}

} // namespace vitrine::render
