// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/check/AttributeFormat.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace vitrine::render::gltf {
namespace {

/// Numbers that an attribute may be stored as.
enum Kinds : std::uint32_t {
    kFloats = 1,
    kFractions = 2,       ///< Unsigned bytes and shorts, normalised.
    kSignedFractions = 4, ///< Signed ones.
    kNumbers = 8,         ///< Unsigned bytes and shorts as they are.
    kSignedNumbers = 16,
};

struct Attribute {
    std::string_view name;
    bool hasSets;
    bool isOfTargets;
    std::uint32_t leastComponents;
    std::uint32_t mostComponents;
    std::uint32_t kinds;
    std::uint32_t quantizedKinds; ///< Those that KHR_mesh_quantization adds.
};
constexpr std::uint32_t kAllNumbers = kFractions | kSignedFractions | kNumbers | kSignedNumbers;
constexpr std::array<Attribute, 7> kAttributes = {{
    {"POSITION", false, true, 3, 3, kFloats, kAllNumbers},
    {"NORMAL", false, true, 3, 3, kFloats, kSignedFractions},
    {"TANGENT", false, true, 4, 4, kFloats, kSignedFractions},
    {"TEXCOORD", true, true, 2, 2, kFloats | kFractions, kAllNumbers},
    {"COLOR", true, true, 3, 4, kFloats | kFractions, 0},
    {"JOINTS", true, false, 4, 4, kNumbers, 0},
    {"WEIGHTS", true, false, 4, 4, kFloats | kFractions, 0},
}};

const Attribute *find(std::string_view name)
{
    const bool hasSet = attributeSet(name).has_value();
    const auto found = std::ranges::find(kAttributes, name.substr(0, name.find('_')), &Attribute::name);
    return found == kAttributes.end() || found->hasSets != hasSet || (!hasSet && name != found->name) ? nullptr
                                                                                                      : &*found;
}

std::uint32_t kindOf(const Accessor &accessor)
{
    switch (accessor.componentType) {
    case ComponentType::F32:
        return kFloats;
    case ComponentType::U8:
    case ComponentType::U16:
        return accessor.isNormalized ? kFractions : kNumbers;
    case ComponentType::I8:
    case ComponentType::I16:
        return accessor.isNormalized ? kSignedFractions : kSignedNumbers;
    case ComponentType::U32:
        break;
    }
    return 0;
}

} // namespace

std::optional<std::uint32_t> attributeSet(std::string_view name)
{
    const std::size_t bar = name.find('_');
    if (bar == std::string_view::npos || bar == 0)
        return std::nullopt;
    std::uint32_t set = 0;
    const auto [end, error] = std::from_chars(name.data() + bar + 1, name.data() + name.size(), set);
    return error == std::errc() && end == name.data() + name.size() ? std::optional(set) : std::nullopt;
}

bool isAttribute(std::string_view name, bool isTarget)
{
    if (name.starts_with('_')) // An application's own.
        return true;
    const Attribute *attribute = find(name);
    return attribute != nullptr && (!isTarget || attribute->isOfTargets);
}

std::string formatFault(std::string_view name, const Accessor &accessor, bool isTarget, bool isQuantized)
{
    const Attribute *attribute = find(name);
    if (attribute == nullptr)
        return {};
    // Whichever way a target turns a tangent, it stays on its side.
    const std::uint32_t fewer = isTarget && attribute->name == "TANGENT" ? 1 : 0;
    const std::uint32_t least = attribute->leastComponents - fewer;
    const std::uint32_t most = attribute->mostComponents - fewer;
    if (accessor.columns != 1 || accessor.components < least || accessor.components > most)
        return std::to_string(accessor.components) + " components where " + std::to_string(least) +
               (most == least ? "" : " or " + std::to_string(most)) + " are needed";
    if ((kindOf(accessor) & (attribute->kinds | (isQuantized ? attribute->quantizedKinds : 0U))) == 0)
        return "numbers of this type are not allowed for " + std::string(name);
    return {};
}

} // namespace vitrine::render::gltf
