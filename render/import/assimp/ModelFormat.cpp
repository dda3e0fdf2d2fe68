// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/ModelFormat.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace vitrine::render {
namespace {

constexpr float kMillimetre = 0.001F;
constexpr float kInch = 0.0254F;

// What is taken for a frame where none is written is what the programs write that the format comes from: slicers
// stand an STL on its XY plane in millimetres, 3ds Max counts in inches with Z upwards, and scans in PLY, as glTF, come
// in metres with Y upwards.
constexpr std::array<ModelFormat, 6> kFormats = {{
    {.kind = FormatKind::Obj, .name = "OBJ", .suffix = "obj", .saysFrame = false, .doTexturesReplaceColors = false},
    {.kind = FormatKind::Fbx, .name = "FBX", .suffix = "fbx", .saysFrame = true},
    {.kind = FormatKind::Stl,
     .name = "STL",
     .suffix = "stl",
     .saysFrame = false,
     .frame = {.unitMetres = kMillimetre, .up = UpAxis::Z},
     .isBare = true,
     .areBothSidesShown = true},
    {.kind = FormatKind::Ply,
     .name = "PLY",
     .suffix = "ply",
     .saysFrame = false,
     .isBare = true,
     .areBothSidesShown = true},
    {.kind = FormatKind::Dae, .name = "DAE", .suffix = "dae", .saysFrame = true},
    {.kind = FormatKind::ThreeDs,
     .name = "3DS",
     .suffix = "3ds",
     .saysFrame = false,
     .frame = {.unitMetres = kInch, .up = UpAxis::Z},
     .areBothSidesShown = true},
}};

} // namespace

const ModelFormat *modelFormat(std::string_view fileName)
{
    const std::size_t point = fileName.rfind('.');
    if (point == std::string_view::npos)
        return nullptr;
    std::string suffix(fileName.substr(point + 1));
    std::ranges::transform(suffix, suffix.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const auto found = std::ranges::find(kFormats, suffix, &ModelFormat::suffix);
    return found == kFormats.end() ? nullptr : &*found;
}

std::string unitWords(float unitMetres)
{
    constexpr std::array<std::pair<float, std::string_view>, 4> kUnits = {
        {{1.0F, "metres"}, {0.01F, "centimetres"}, {kMillimetre, "millimetres"}, {kInch, "inches"}}};
    const auto found = std::ranges::find(kUnits, unitMetres, &std::pair<float, std::string_view>::first);
    return found == kUnits.end() ? std::format("units of {} m", unitMetres) : std::string(found->second);
}

} // namespace vitrine::render
