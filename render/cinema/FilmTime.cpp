// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/cinema/FilmTime.h"

#include "core/values/Contract.h"
#include "render/Curves.h"

#include <algorithm>
#include <cmath>

namespace vitrine::render {
namespace {

double eased(Ease ease, double t)
{
    switch (ease) {
    case Ease::Smooth:
        break;
    case Ease::Linear:
        return t;
    case Ease::In:
        return t * t;
    case Ease::Out:
        return t * (2 - t);
    }
    return minimumJerk(t);
}

double at(const Span &span, double share) { return std::lerp(span.from, span.to, share); }

/// What is seen as a size goes evenly where each step is the same part of it.
double evenly(const Span &span, double share) { return span.from * std::pow(span.to / span.from, share); }

FilmFrame frameIn(const Film &film, std::size_t index, double seconds)
{
    const Shot &shot = film.shots[index];
    FilmFrame frame;
    frame.shot = index;
    const double t = std::clamp(seconds / shot.seconds, 0.0, 1.0);
    frame.share = eased(shot.ease, t);
    frame.yaw = at(shot.yaw, frame.share);
    frame.pitch = at(shot.pitch, frame.share);
    frame.distance = evenly(shot.distance, frame.share);
    frame.lensMm = evenly(shot.lensMm, frame.share);
    // From sharp to a stop there is no even way: what is off at one end is off.
    frame.stop = shot.stop.from > 0 && shot.stop.to > 0 ? evenly(shot.stop, frame.share) : 0;
    frame.bloom = at(shot.bloom, frame.share);
    frame.vignette = at(shot.vignette, frame.share);
    frame.apart = at(shot.apart, frame.share);
    // Its own motion has a pace: only the camera is eased.
    frame.animationSeconds = at(shot.animationSeconds, t);
    if (index > 0 && shot.blendSeconds > 0 && seconds < shot.blendSeconds)
        frame.cover = smoothstep(std::max(seconds, 0.0) / shot.blendSeconds);
    return frame;
}

} // namespace

double lengthOf(const Film &film) { return startOf(film, film.shots.size()); }

double startOf(const Film &film, std::size_t shot)
{
    double seconds = 0;
    for (std::size_t i = 0; i < std::min(shot, film.shots.size()); ++i)
        seconds += film.shots[i].seconds;
    return seconds;
}

FilmFrame frameAt(const Film &film, double seconds)
{
    VITRINE_EXPECT(!film.shots.empty());
    double start = 0;
    std::size_t index = 0;
    while (index + 1 < film.shots.size() && seconds >= start + film.shots[index].seconds)
        start += film.shots[index++].seconds;
    return frameIn(film, index, seconds - start);
}

FilmFrame endOf(const Film &film, std::size_t shot)
{
    VITRINE_EXPECT(shot < film.shots.size());
    FilmFrame frame = frameIn(film, shot, film.shots[shot].seconds);
    frame.cover = 1;
    return frame;
}

std::size_t frameCount(const Film &film, double framesPerSecond)
{
    VITRINE_EXPECT(framesPerSecond > 0);
    return static_cast<std::size_t>(std::max(std::llround(lengthOf(film) * framesPerSecond), 1LL));
}

double fieldOfView(double lensMm) { return 2 * std::atan(kSensorHeightMm / 2 / lensMm) * 180 / std::numbers::pi; }

double blurOf(double lensMm, double stop, double focusMetres)
{
    if (stop <= 0)
        return 0;
    const double away = std::max(focusMetres * 1000, lensMm * 1.5);
    return lensMm * lensMm / (stop * (away - lensMm)) / kSensorHeightMm;
}

} // namespace vitrine::render
