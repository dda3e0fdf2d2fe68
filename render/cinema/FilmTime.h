// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/cinema/Film.h"

namespace vitrine::render {

/// What a film shows at a moment. Points into the film.
struct FilmFrame {
    std::size_t shot = 0;
    double share = 0; ///< How far between the ends of the shot, eased.
    double yaw = 0;
    double pitch = 0;
    double distance = 1;
    double lensMm = kHouseLensMm;
    double stop = 0; ///< 0: all is sharp.
    double bloom = 0;
    double vignette = 0;
    double apart = 0;
    double animationSeconds = 0;
    double cover = 1; ///< How much of this shot is seen over the end of the one before it.
};

[[nodiscard]] double lengthOf(const Film &film);
/// When a shot begins; `shot` may be one past the last.
[[nodiscard]] double startOf(const Film &film, std::size_t shot);
/// Times before the beginning are the beginning, those from the end on the end. The moment of a cut is the later
/// shot's.
[[nodiscard]] FilmFrame frameAt(const Film &film, double seconds);
/// The end of a shot, as it is before anything of the next one is seen.
[[nodiscard]] FilmFrame endOf(const Film &film, std::size_t shot);

/// How many frames a film has, and when each is: no frame is shown twice, whatever the rate.
[[nodiscard]] std::size_t frameCount(const Film &film, double framesPerSecond);

/// The whole vertical angle in degrees of a lens before a sensor 24 mm high.
[[nodiscard]] double fieldOfView(double lensMm);
/// How wide the disc is that a point becomes, per part that its depth differs from the focus' (|1 − focus / depth|),
/// in parts of the picture's height: f² ÷ (N (s − f)) over the sensor's height, of the thin lens (Potmesil and
/// Chakravarty 1981). 0 for a stop of 0. Nearer than one and a half focal lengths no lens focuses.
[[nodiscard]] double blurOf(double lensMm, double stop, double focusMetres);

} // namespace vitrine::render
