// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/Pointers.h"

#include "render/package/Animatable.h"

#include <algorithm>
#include <charconv>

namespace vitrine::render::gltf {
namespace {

/// The next of a pointer's names; `rest` loses it.
std::string_view takeName(std::string_view &rest)
{
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view name = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return name;
}

std::optional<AnimatedValue> found(std::span<const AnimatableValue> values, ValueOwner owner, std::string_view member)
{
    const auto value = std::ranges::find(values, member, &AnimatableValue::pointer);
    if (value == values.end())
        return std::nullopt;
    return AnimatedValue{owner, value->member, value->components, value->least, value->most, std::nullopt};
}

std::optional<AnimatedValue> placeOf(std::string_view member)
{
    constexpr std::string_view kTransform = "/extensions/KHR_texture_transform/";
    const std::size_t at = member.find(kTransform);
    if (at == std::string_view::npos)
        return std::nullopt;
    const auto slot = std::ranges::find(animatableSlots(), member.substr(0, at), &AnimatableSlot::pointer);
    if (slot == animatableSlots().end())
        return std::nullopt;
    auto value = found(animatablePlace(), ValueOwner::Material, member.substr(at + kTransform.size()));
    if (value) {
        value->member += memberOf(slot->slot);
        value->slot = slot->slot;
    }
    return value;
}

} // namespace

std::optional<AnimatedPointer> pointerOf(const JsonObject &target)
{
    const auto extension = target.extension("KHR_animation_pointer");
    if (!extension || !*extension)
        return std::nullopt;
    const auto text = (*extension)->text("pointer");
    if (!text || !text->starts_with('/'))
        return std::nullopt;
    std::string_view rest = text->substr(1);
    AnimatedPointer pointer;
    pointer.list = takeName(rest);
    if (pointer.list == "extensions") {
        if (takeName(rest) != "KHR_lights_punctual")
            return std::nullopt;
        pointer.list = takeName(rest);
        if (pointer.list != "lights")
            return std::nullopt;
    }
    const std::string_view number = takeName(rest);
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), pointer.index);
    if (error != std::errc() || end != number.data() + number.size() || rest.empty())
        return std::nullopt;
    pointer.member = rest;
    return pointer;
}

std::optional<AnimatedValue> valueOf(const AnimatedPointer &pointer)
{
    if (pointer.list == "lights")
        return found(animatableValues(ValueOwner::Light), ValueOwner::Light, pointer.member);
    if (pointer.list == "cameras")
        return found(animatableValues(ValueOwner::Camera), ValueOwner::Camera, pointer.member);
    if (pointer.list != "materials")
        return std::nullopt;
    const auto value = found(animatableValues(ValueOwner::Material), ValueOwner::Material, pointer.member);
    return value ? value : placeOf(pointer.member);
}

} // namespace vitrine::render::gltf
