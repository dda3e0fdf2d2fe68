// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/cinema/FilmText.h"

#include <format>

namespace vitrine::render {
namespace {

std::string spanWords(const Span &span)
{
    return span.from == span.to ? std::format("{}", span.from) : std::format("{} to {}", span.from, span.to);
}

/// A name that holds a quotation mark cannot come from a text.
std::string quoted(const std::string &name) { return '"' + name + '"'; }

std::string aimWords(const Aim &aim)
{
    switch (aim.kind) {
    case AimKind::Whole:
        break;
    case AimKind::Part:
        return "part " + quoted(aim.name);
    case AimKind::Spot:
        return "spot " + quoted(aim.name);
    case AimKind::Point:
        return std::format("point {} {} {}", aim.point[0], aim.point[1], aim.point[2]);
    }
    return "whole";
}

std::string aimsWords(const Aim &from, const Aim &to)
{
    return from == to ? aimWords(from) : aimWords(from) + " to " + aimWords(to);
}

const char *easeWord(Ease ease)
{
    switch (ease) {
    case Ease::Smooth:
        break;
    case Ease::Linear:
        return "linear";
    case Ease::In:
        return "in";
    case Ease::Out:
        return "out";
    }
    return "smooth";
}

std::string focusWords(const Shot &shot)
{
    if (shot.stop == Span{})
        return "off";
    std::string words = aimsWords(shot.focusFrom, shot.focusTo) + std::format(" f/{}", shot.stop.from);
    return shot.stop.from == shot.stop.to ? words : words + std::format(" to f/{}", shot.stop.to);
}

/// Every setting, so that no shot needs the one before it to be read.
void write(std::string &text, const Shot &shot)
{
    text += std::format("\nshot {}\n", shot.seconds);
    text += std::format("  camera {} {} {}", shot.yaw.from, shot.pitch.from, shot.distance.from);
    if (shot.yaw.from != shot.yaw.to || shot.pitch.from != shot.pitch.to || shot.distance.from != shot.distance.to)
        text += std::format(" to {} {} {}", shot.yaw.to, shot.pitch.to, shot.distance.to);
    text += "\n  look " + aimsWords(shot.lookFrom, shot.lookTo);
    text += "\n  lens " + spanWords(shot.lensMm);
    text += "\n  focus " + focusWords(shot);
    text += "\n  bloom " + spanWords(shot.bloom);
    text += "\n  vignette " + spanWords(shot.vignette);
    if (!shot.light.empty())
        text += "\n  light " + quoted(shot.light);
    if (!shot.variant.empty())
        text += "\n  variant " + quoted(shot.variant);
    text += "\n  apart " + spanWords(shot.apart);
    if (shot.animation.empty())
        text += "\n  play nothing";
    else
        text += std::format("\n  play {} from {} to {}", quoted(shot.animation), shot.animationSeconds.from,
                            shot.animationSeconds.to);
    text += std::string("\n  ease ") + easeWord(shot.ease);
    if (shot.blendSeconds > 0)
        text += std::format("\n  blend {}", shot.blendSeconds);
    text += '\n';
}

} // namespace

std::string writeFilms(const std::vector<Film> &films)
{
    std::string text;
    for (const Film &film : films) {
        text += (text.empty() ? "film " : "\nfilm ") + film.name;
        if (!film.english.empty() || !film.bengali.empty())
            text += " " + quoted(film.english.empty() ? film.name : film.english);
        if (!film.bengali.empty())
            text += " " + quoted(film.bengali);
        text += '\n';
        for (const Shot &shot : film.shots)
            write(text, shot);
    }
    return text;
}

} // namespace vitrine::render
