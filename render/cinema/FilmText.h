// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/cinema/Film.h"

#include <string_view>

namespace vitrine::render {

/// The films of a `.shots` text. Fails with Malformed or TooLarge, `where` "LINE:COLUMN" in characters from 1, and
/// says what was expected there. Any bytes may be given. A name that is no UTF-8 stays as it is.
[[nodiscard]] core::Result<std::vector<Film>> readFilms(std::string_view text);

/// The text of which readFilms() makes the same films.
[[nodiscard]] std::string writeFilms(const std::vector<Film> &films);

} // namespace vitrine::render
