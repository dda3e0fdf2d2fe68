// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/PackageFormat.h"

#include <span>
#include <string_view>

namespace vitrine::render {

/// A value of a record that animations may change, by the end of its pointer in glTF (KHR_animation_pointer).
struct AnimatableValue {
    std::string_view pointer; ///< "pbrMetallicRoughness/baseColorFactor"
    std::uint32_t member;     ///< Bytes from the start of the record.
    std::uint32_t components;
    float least; ///< What the renderer is made for: glTF's own range.
    float most;
};

/// All of an owner, textures' places apart.
[[nodiscard]] std::span<const AnimatableValue> animatableValues(ValueOwner owner);

/// The slot that a pointer into a material begins with ("normalTexture/…"), and the part of the pointer that does.
struct AnimatableSlot {
    std::string_view pointer;
    Slot slot;
};
[[nodiscard]] std::span<const AnimatableSlot> animatableSlots();

/// The values of a slot's KHR_texture_transform: "offset", "scale", "rotation"; members count from the slot's start.
[[nodiscard]] std::span<const AnimatableValue> animatablePlace();

/// Some value of the above lies there, of so many floats.
[[nodiscard]] bool isAnimatable(ValueOwner owner, std::uint32_t member, std::uint32_t components);

/// Where a slot begins within a MaterialRecord, in bytes.
[[nodiscard]] std::uint32_t memberOf(Slot slot);

} // namespace vitrine::render
