// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/gltf/Document.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace vitrine::render::gltf {

/// A pointer of KHR_animation_pointer: "/materials/3/alphaCutoff".
struct AnimatedPointer {
    std::string_view list; ///< "materials"; of lights "lights".
    std::size_t index = 0;
    std::string_view member; ///< "alphaCutoff"
};

/// That of an animation channel's target; nothing where it has none, or one of another form.
[[nodiscard]] std::optional<AnimatedPointer> pointerOf(const JsonObject &target);

/// Which floats of a material, a light or a camera a pointer means; nothing where they cannot be shown to change. A
/// texture's place is only there if the material has that texture.
struct AnimatedValue {
    ValueOwner owner = ValueOwner::Material;
    std::uint32_t member = 0;
    std::uint32_t components = 1;
    float least = 0;
    float most = 0;
    std::optional<Slot> slot; ///< Of a texture's place.
};
[[nodiscard]] std::optional<AnimatedValue> valueOf(const AnimatedPointer &pointer);

} // namespace vitrine::render::gltf
