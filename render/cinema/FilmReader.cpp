// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/cinema/FilmLine.h"
#include "render/cinema/FilmText.h"

#include <algorithm>
#include <charconv>
#include <format>

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::Result;
using core::Status;

constexpr Range kSeconds{0.1, kMaxShotSeconds, "seconds"};
constexpr Range kBlend{0.05, 10, "seconds"};
constexpr Range kYaw{-3600, 3600, "degrees around the product"};
constexpr Range kPitch{-4, 86, "degrees above the horizon"};
constexpr Range kDistance{0.05, 20, "a distance, where 1 shows the whole product"};
constexpr Range kLens{12, 400, "millimetres"};
constexpr Range kStop{0.2, 64, "an f-number"};
constexpr Range kShare{0, 1, "a share"};
constexpr Range kMetres{-1000, 1000, "metres"};
constexpr Range kRunning{0, 3600, "seconds"};

Result<Span> spanOf(FilmLine &line, const Range &range)
{
    VITRINE_TRY(const double from, line.number(range));
    if (!line.take("to"))
        return Span{from, from};
    VITRINE_TRY(const double to, line.number(range));
    return Span{from, to};
}

Result<Aim> aimOf(FilmLine &line)
{
    Aim aim;
    if (line.take("whole"))
        return aim;
    if (line.take("point")) {
        aim.kind = AimKind::Point;
        for (double &metres : aim.point) {
            VITRINE_TRY(metres, line.number(kMetres));
        }
        return aim;
    }
    if (line.take("part"))
        aim.kind = AimKind::Part;
    else if (line.take("spot"))
        aim.kind = AimKind::Spot;
    else
        return line.wrong("whole, part NAME, spot NAME or point X Y Z");
    aim.line = line.number();
    aim.column = line.column();
    VITRINE_TRY(aim.name, line.name(aim.kind == AimKind::Part ? "a part's name" : "a hotspot's name"));
    return aim;
}

Result<double> stopOf(FilmLine &line)
{
    const std::uint32_t at = line.column();
    const auto found = line.word();
    double value = 0;
    if (found && found->text.starts_with("f/")) {
        const char *end = found->text.data() + found->text.size();
        const auto [stop, error] = std::from_chars(found->text.data() + 2, end, value);
        if (error == std::errc() && stop == end && value >= kStop.low && value <= kStop.high)
            return value;
    }
    return line.wrongAt(at, std::format("expects an f-number, f/{} to f/{}", kStop.low, kStop.high) +
                                FilmLine::instead(found));
}

Status readCamera(FilmLine &line, Shot &shot)
{
    const auto end = [&](double Span::*which) -> Status {
        VITRINE_TRY(shot.yaw.*which, line.number(kYaw));
        VITRINE_TRY(shot.pitch.*which, line.number(kPitch));
        VITRINE_TRY(shot.distance.*which, line.number(kDistance));
        return {};
    };
    // "camera to …" goes on from where the shot before left it.
    if (!line.take("to")) {
        VITRINE_CHECK(end(&Span::from));
        shot.yaw.to = shot.yaw.from;
        shot.pitch.to = shot.pitch.from;
        shot.distance.to = shot.distance.from;
        if (!line.take("to"))
            return {};
    }
    return end(&Span::to);
}

Status readAims(FilmLine &line, Aim &from, Aim &to)
{
    if (!line.take("to")) {
        VITRINE_TRY(from, aimOf(line));
        to = from;
        if (!line.take("to"))
            return {};
    }
    VITRINE_TRY(to, aimOf(line));
    return {};
}

Status readFocus(FilmLine &line, Shot &shot)
{
    if (line.take("off")) {
        shot.stop = {};
        shot.focusFrom = shot.focusTo = {};
        return {};
    }
    VITRINE_CHECK(readAims(line, shot.focusFrom, shot.focusTo));
    VITRINE_TRY(shot.stop.from, stopOf(line));
    shot.stop.to = shot.stop.from;
    if (line.take("to")) {
        VITRINE_TRY(shot.stop.to, stopOf(line));
    }
    return {};
}

Status readPlay(FilmLine &line, Shot &shot)
{
    if (line.take("nothing")) {
        shot.animation.clear();
        shot.animationSeconds = {};
        return {};
    }
    VITRINE_TRY(shot.animation, line.name("an animation's name"));
    shot.animationSeconds = {0, shot.seconds};
    if (line.take("from")) {
        VITRINE_TRY(shot.animationSeconds.from, line.number(kRunning));
        shot.animationSeconds.to = shot.animationSeconds.from;
    }
    if (line.take("to")) {
        VITRINE_TRY(shot.animationSeconds.to, line.number(kRunning));
    }
    return {};
}

Status readEase(FilmLine &line, Shot &shot)
{
    if (line.take("smooth"))
        shot.ease = Ease::Smooth;
    else if (line.take("linear"))
        shot.ease = Ease::Linear;
    else if (line.take("in"))
        shot.ease = Ease::In;
    else if (line.take("out"))
        shot.ease = Ease::Out;
    else
        return line.wrong("smooth, linear, in or out");
    return {};
}

Status readSetting(FilmLine &line, Shot &shot)
{
    const auto span = [&](Span &into, const Range &range) -> Status {
        VITRINE_TRY(into, spanOf(line, range));
        return {};
    };
    if (line.take("camera"))
        return readCamera(line, shot);
    if (line.take("look"))
        return readAims(line, shot.lookFrom, shot.lookTo);
    if (line.take("lens"))
        return span(shot.lensMm, kLens);
    if (line.take("focus"))
        return readFocus(line, shot);
    if (line.take("bloom"))
        return span(shot.bloom, kShare);
    if (line.take("vignette"))
        return span(shot.vignette, kShare);
    if (line.take("apart"))
        return span(shot.apart, kShare);
    if (line.take("play"))
        return readPlay(line, shot);
    if (line.take("ease"))
        return readEase(line, shot);
    if (line.take("cut")) {
        shot.blendSeconds = 0;
        return {};
    }
    if (line.take("blend")) {
        VITRINE_TRY(shot.blendSeconds, line.number(kBlend));
        return {};
    }
    if (line.take("light")) {
        VITRINE_TRY(shot.light, line.name("a light studio's name"));
        return {};
    }
    if (line.take("variant")) {
        VITRINE_TRY(shot.variant, line.name("a variant's name"));
        return {};
    }
    return line.wrong("a setting of the shot (camera, look, lens, light, focus, bloom, vignette, variant, apart, play, "
                      "ease, cut, blend), shot or film");
}

/// What a shot begins with: all as the one before has left it, for as long as nothing else is said.
Shot after(const Shot &before)
{
    Shot shot = before;
    const auto hold = [](Span &span) { span.from = span.to; };
    for (Span *span : {&shot.yaw, &shot.pitch, &shot.distance, &shot.lensMm, &shot.stop, &shot.bloom, &shot.vignette,
                       &shot.apart, &shot.animationSeconds})
        hold(*span);
    shot.lookFrom = shot.lookTo;
    shot.focusFrom = shot.focusTo;
    shot.ease = Ease::Smooth;
    shot.blendSeconds = 0;
    return shot;
}

bool isFilmName(std::string_view name)
{
    return !name.empty() && name.size() <= 32 && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

class Reader
{
public:
    Status read(FilmLine &line)
    {
        if (line.take("film"))
            return beginFilm(line);
        if (line.take("shot"))
            return beginShot(line);
        if (m_films.empty())
            return line.wrong("film NAME");
        if (m_films.back().shots.empty())
            return line.wrong("shot SECONDS");
        return readSetting(line, m_films.back().shots.back());
    }

    Status finish(std::uint32_t lines) const
    {
        if (!m_films.empty() && !m_films.back().shots.empty())
            return {};
        return core::fail(ErrorCode::Malformed,
                          m_films.empty() ? "expects film NAME, and the text ends"
                                          : "expects shot SECONDS, and the text ends",
                          std::format("{}:1", lines));
    }

    std::vector<Film> take() { return std::move(m_films); }

private:
    Status beginFilm(FilmLine &line)
    {
        if (!m_films.empty() && m_films.back().shots.empty())
            return line.wrongAt(1, "expects shot SECONDS: the film before this one has none");
        if (m_films.size() == kMaxFilms)
            return line.wrongAt(1, std::format("more than {} films", kMaxFilms));
        Film film;
        const std::uint32_t at = line.column();
        VITRINE_TRY(film.name, line.name("a film's name"));
        if (!isFilmName(film.name))
            return line.wrongAt(at, "expects a film's name of a to z, 0 to 9 and hyphens, not '" + film.name + "'");
        if (std::ranges::contains(m_films, film.name, &Film::name))
            return line.wrongAt(at, "a second film '" + film.name + "'");
        if (!line.isDone()) {
            VITRINE_TRY(film.english, line.name("its title in English"));
        }
        if (!line.isDone()) {
            VITRINE_TRY(film.bengali, line.name("its title in Bengali"));
        }
        m_films.push_back(std::move(film));
        return {};
    }

    Status beginShot(FilmLine &line)
    {
        if (m_films.empty())
            return line.wrongAt(1, "expects film NAME before the first shot");
        std::vector<Shot> &shots = m_films.back().shots;
        if (shots.size() == kMaxShots)
            return line.wrongAt(1, std::format("more than {} shots", kMaxShots));
        Shot shot = shots.empty() ? Shot{} : after(shots.back());
        VITRINE_TRY(shot.seconds, line.number(kSeconds));
        shots.push_back(std::move(shot));
        return {};
    }

    std::vector<Film> m_films;
};

} // namespace

Result<std::vector<Film>> readFilms(std::string_view text)
{
    if (text.size() > kMaxFilmText)
        return core::fail(ErrorCode::TooLarge, std::format("a text of more than {} bytes", kMaxFilmText), "1:1");
    if (text.starts_with("\xEF\xBB\xBF")) // as some editors begin
        text.remove_prefix(3);
    Reader reader;
    std::uint32_t number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        FilmLine line(text.substr(0, end), ++number);
        text.remove_prefix(std::min(end + 1, text.size()));
        VITRINE_CHECK(line.split());
        if (line.isEmpty())
            continue;
        VITRINE_CHECK(reader.read(line));
        VITRINE_CHECK(line.done());
    }
    VITRINE_CHECK(reader.finish(number + 1));
    return reader.take();
}

} // namespace vitrine::render
