// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/cinema/Film.h"
#include "render/package/Package.h"

#include <string_view>

namespace vitrine::render {

/// A part by its node's name or by its own in either language, a hotspot by its title in either or by its number from
/// 1, an animation by its name or title; −1: there is none. Letters of ASCII are the same in either case.
[[nodiscard]] std::int32_t partNamed(const Package &package, std::string_view name);
[[nodiscard]] std::int32_t spotNamed(const Package &package, std::string_view name);
[[nodiscard]] std::int32_t animationNamed(const Package &package, std::string_view name);

/// The films of a package: its own, and the turntable; presets by its shape where it has none. A text that cannot be
/// read is none.
[[nodiscard]] std::vector<Film> filmsOf(const Package &package);

} // namespace vitrine::render
