// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/cinema/FilmPresets.h"
#include "render/cinema/FilmText.h"
#include "render/cinema/FilmTime.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine::render;

namespace {

std::vector<std::string> namesOf(const std::vector<Film> &films)
{
    std::vector<std::string> names;
    for (const Film &film : films)
        names.push_back(film.name);
    return names;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("EveryProductHasTwoToFourFilms")
{
    FilmShape shape;
    CHECK(namesOf(presetFilms(shape)) == Names{"reveal", "turntable"});
    shape.spots = {{"1", 20, 10}, {"2", -80, 90}};
    CHECK(namesOf(presetFilms(shape)) == Names{"reveal", "turntable", "details"});
    shape.comesApart = true;
    CHECK(namesOf(presetFilms(shape)) == Names{"reveal", "turntable", "details", "inside"});
}

TEST_CASE("PresetsAreFilmsThatCanBeWritten")
{
    FilmShape shape;
    for (int i = 1; i <= 12; ++i)
        shape.spots.push_back({std::to_string(i), 30.0 * i, 90});
    shape.comesApart = true;
    const auto films = presetFilms(shape);
    const auto read = readFilms(writeFilms(films));
    REQUIRE(read.has_value());
    CHECK(*read == films);
    for (const Film &film : films) {
        INFO(film.name);
        CHECK(lengthOf(film) >= 8);
        CHECK(lengthOf(film) <= 24);
        CHECK_FALSE(film.bengali.empty());
    }
}

TEST_CASE("TheTurntableEndsWhereItBegan")
{
    const Shot shot = turntable().shots.front();
    CHECK(shot.yaw.to - shot.yaw.from == 360);
    CHECK(shot.ease == Ease::Linear);
}

TEST_CASE("DetailsAreSeenFromWhereTheirSurfaceLooks")
{
    FilmShape shape;
    shape.spots = {{"1", 140, 20}};
    const auto films = presetFilms(shape);
    const Shot &shot = films.back().shots.front();
    CHECK(shot.lookFrom.name == "1");
    CHECK(shot.yaw.from > 120);
    CHECK(shot.yaw.to < 160);
}
