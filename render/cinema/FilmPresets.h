// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/cinema/Film.h"
#include "render/package/Package.h"

namespace vitrine::render {

/// What presets are made by.
struct FilmShape {
    struct Spot {
        std::string name;
        double yaw = 0; ///< From where its surface is seen.
        double pitch = 0;
    };
    std::vector<Spot> spots;
    bool comesApart = false;
};

[[nodiscard]] FilmShape shapeOf(const Package &package);

/// Once around.
[[nodiscard]] Film turntable();
/// Two to four films: the turntable, a reveal, the details where hotspots name some, the inside where the product comes
/// apart.
[[nodiscard]] std::vector<Film> presetFilms(const FilmShape &shape);

} // namespace vitrine::render
