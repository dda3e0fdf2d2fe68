// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/package/PackageFormat.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>

/// What the checks of a package are written with. Internal to this folder.
namespace vitrine::render {

inline std::string place(const char *list, std::size_t index, const char *member = "")
{
    return std::string(list) + "[" + std::to_string(index) + "]" + member;
}

inline std::unexpected<core::Error> malformed(std::string detail, std::string where)
{
    return core::fail(core::ErrorCode::Malformed, std::move(detail), std::move(where));
}

/// [offset, offset + bytes) lies in [0, size): subtraction, since the sum can wrap.
inline bool fits(std::uint64_t offset, std::uint64_t bytes, std::uint64_t size)
{
    return offset <= size && bytes <= size - offset;
}

inline bool inRangeOrNone(std::int32_t index, std::size_t count)
{
    return index == kNone || (index >= 0 && static_cast<std::size_t>(index) < count);
}

inline bool areFinite(std::span<const float> values)
{
    return std::ranges::all_of(values, [](float value) { return std::isfinite(value); });
}

} // namespace vitrine::render
