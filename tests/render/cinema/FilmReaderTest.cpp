// SPDX-License-Identifier: GPL-3.0-or-later
#include "../FuzzEntries.h"
#include "render/cinema/FilmText.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

using namespace vitrine;
using namespace vitrine::render;

namespace {

/// "12:3: what is wrong", or "" for a text that can be read.
std::string faultOf(std::string_view text)
{
    const auto films = readFilms(text);
    return films ? "" : films.error().where + ": " + films.error().detail;
}

/// Of a setting in the third line, from its third column on.
std::string faultIn(const std::string &setting) { return faultOf("film a\nshot 4\n  " + setting); }

std::vector<Film> films(std::string_view text)
{
    auto read = readFilms(text);
    REQUIRE(read.has_value());
    return *read;
}

constexpr const char *kWhole = R"(# A film.
film reveal "The reveal" "উন্মোচন"

shot 3.5            # near
  camera -40 8 1.3 to 20 14 0.5
  look whole to part "Left cup"
  lens 50 to 85
  light gallery
  focus part cup-left to spot 2 f/2.8 to f/8
  bloom 0.3
  vignette 0.2 to 0.4
  variant "Ink"
  apart 0 to 1
  play fold from 0.5 to 2
  ease linear
shot 2
  camera to 90 20 1
  look point 0 0.1 -0.2
  blend 0.5
film turntable
shot 12
)";

} // namespace

TEST_CASE("ReadsWhatAShopkeeperWrites")
{
    const auto read = films(kWhole);
    REQUIRE(read.size() == 2);
    CHECK(read[0].name == "reveal");
    CHECK(read[0].english == "The reveal");
    CHECK(read[0].bengali == "উন্মোচন");
    REQUIRE(read[0].shots.size() == 2);
    const Shot &first = read[0].shots[0];
    CHECK(first.seconds == 3.5);
    CHECK(first.yaw == Span{-40, 20});
    CHECK(first.pitch == Span{8, 14});
    CHECK(first.distance == Span{1.3, 0.5});
    CHECK(first.lookFrom.kind == AimKind::Whole);
    CHECK(first.lookTo.kind == AimKind::Part);
    CHECK(first.lookTo.name == "Left cup");
    CHECK(first.lensMm == Span{50, 85});
    CHECK(first.light == "gallery");
    CHECK(first.focusFrom.name == "cup-left");
    CHECK(first.focusTo.kind == AimKind::Spot);
    CHECK(first.stop == Span{2.8, 8});
    CHECK(first.bloom == Span{0.3, 0.3});
    CHECK(first.vignette == Span{0.2, 0.4});
    CHECK(first.variant == "Ink");
    CHECK(first.apart == Span{0, 1});
    CHECK(first.animation == "fold");
    CHECK(first.animationSeconds == Span{0.5, 2});
    CHECK(first.ease == Ease::Linear);
    CHECK(read[1].shots[0] == [] {
        Shot shot;
        shot.seconds = 12;
        return shot;
    }());
}

TEST_CASE("AShotGoesOnFromWhereTheOneBeforeEnded")
{
    const Shot second = films(kWhole)[0].shots[1];
    CHECK(second.yaw == Span{20, 90});
    CHECK(second.distance == Span{0.5, 1});
    CHECK(second.lookFrom.point == std::array{0.0, 0.1, -0.2});
    CHECK(second.lensMm == Span{85, 85});
    CHECK(second.stop == Span{8, 8});
    CHECK(second.focusFrom.kind == AimKind::Spot);
    CHECK(second.apart == Span{1, 1});
    CHECK(second.animationSeconds == Span{2, 2});
    CHECK(second.light == "gallery");
    CHECK(second.ease == Ease::Smooth);
    CHECK(second.blendSeconds == 0.5);
}

TEST_CASE("WritesWhatItReads")
{
    const auto read = films(kWhole);
    const std::string text = writeFilms(read);
    CHECK(films(text) == read);
    CHECK(writeFilms(films(text)) == text);
}

TEST_CASE("ReadsLinesOfAnyEditor")
{
    CHECK(films("\xEF\xBB\xBF"
                "film a\r\n\r\nshot 4\r\n")
              .size() == 1);
    CHECK(films("film a\n\tshot 4").front().shots.front().seconds == 4);
}

TEST_CASE("SaysWhatWasExpectedAndWhere")
{
    CHECK(faultOf("") == "1:1: expects film NAME, and the text ends");
    CHECK(faultOf("film a\n") == "2:1: expects shot SECONDS, and the text ends");
    CHECK(faultOf("shot 4") == "1:1: expects film NAME before the first shot");
    CHECK(faultOf("film a\nlens 50") == "2:1: expects shot SECONDS, not 'lens'");
    CHECK(faultOf("film a\nfilm b\nshot 1") == "2:1: expects shot SECONDS: the film before this one has none");
    CHECK(faultOf("film a\nshot 1\nfilm a\nshot 1") == "3:6: a second film 'a'");
    CHECK(faultOf("film A\nshot 1") == "1:6: expects a film's name of a to z, 0 to 9 and hyphens, not 'A'");
    CHECK(faultOf("film a \"One") == "1:8: expects a closing quotation mark");
    CHECK(faultOf("film a one two three") == "1:16: expects the end of the line, not 'three'");
    CHECK(faultOf("film a \"উন্মোচন\" \"x") == "1:18: expects a closing quotation mark");
    CHECK(faultOf("film a\nshot 0") == "2:6: expects seconds from 0.1 to 120, not '0'");
    CHECK(faultOf("film a\nshot soon") == "2:6: expects seconds from 0.1 to 120, not 'soon'");
    CHECK(faultOf("film a\nshot") == "2:5: expects seconds from 0.1 to 120, and the line ends");
    CHECK(faultOf("film a\nshot 1e999") == "2:6: expects seconds from 0.1 to 120, not '1e999'");
    CHECK(faultOf("film a\nshot nan") == "2:6: expects seconds from 0.1 to 120, not 'nan'");
    CHECK(faultOf("film a\nshot 1\x01") == "2:7: a control character");
}

TEST_CASE("SaysWhatASettingExpects")
{
    CHECK(faultIn("zoom 3") ==
          "3:3: expects a setting of the shot (camera, look, lens, light, focus, bloom, vignette, variant, apart, "
          "play, ease, cut, blend), shot or film, not 'zoom'");
    CHECK(faultIn("camera 0 90 1") == "3:12: expects degrees above the horizon from -4 to 86, not '90'");
    CHECK(faultIn("camera 0 10") ==
          "3:14: expects a distance, where 1 shows the whole product from 0.05 to 20, and the line ends");
    CHECK(faultIn("camera 0 10 1 2") == "3:17: expects the end of the line, not '2'");
    CHECK(faultIn("look at whole") == "3:8: expects whole, part NAME, spot NAME or point X Y Z, not 'at'");
    CHECK(faultIn("look part") == "3:12: expects a part's name, and the line ends");
    CHECK(faultIn("look point 0 0") == "3:17: expects metres from -1000 to 1000, and the line ends");
    CHECK(faultIn("lens 8") == "3:8: expects millimetres from 12 to 400, not '8'");
    CHECK(faultIn("focus whole 2.8") == "3:15: expects an f-number, f/0.2 to f/64, not '2.8'");
    CHECK(faultIn("bloom 2") == "3:9: expects a share from 0 to 1, not '2'");
    CHECK(faultIn("ease bouncy") == "3:8: expects smooth, linear, in or out, not 'bouncy'");
    CHECK(faultIn("blend 20") == "3:9: expects seconds from 0.05 to 10, not '20'");
    CHECK(faultIn("play") == "3:7: expects an animation's name, and the line ends");
    CHECK(faultIn("variant") == "3:10: expects a variant's name, and the line ends");
}

TEST_CASE("TakesNoMoreThanItHasRoomFor")
{
    std::string many;
    for (std::size_t i = 0; i <= kMaxFilms; ++i)
        many += "film a" + std::to_string(i) + "\nshot 1\n";
    CHECK(faultOf(many) == "33:1: more than 16 films");
    std::string shots = "film a\n";
    for (std::size_t i = 0; i <= kMaxShots; ++i)
        shots += "shot 1\n";
    CHECK(faultOf(shots) == "66:1: more than 64 shots");
    CHECK(faultOf(std::string(kMaxFilmText + 1, '\n')) == "1:1: a text of more than 65536 bytes");
    CHECK(faultOf("film a\nshot 1\nlight " + std::string(200, 'x')) == "3:7: a word of more than 160 bytes");
}

TEST_CASE("SurvivesAnyBytes")
{
    std::minstd_rand random(7);
    for (int round = 0; round < 4000; ++round) {
        std::string text = kWhole;
        for (int i = 0; i < 6; ++i)
            text[random() % text.size()] = static_cast<char>(random());
        test::readAnyShots(std::as_bytes(std::span(text)));
    }
}

TEST_CASE("EveryFilmOfTheDemoShopCanBeRead")
{
    int count = 0;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(VITRINE_MODELS)) {
        if (entry.path().extension() != ".shots")
            continue;
        ++count;
        std::ifstream file(entry.path());
        std::stringstream text;
        text << file.rdbuf();
        INFO(entry.path());
        CHECK(faultOf(text.str()) == "");
    }
    CHECK(count >= 8);
}
