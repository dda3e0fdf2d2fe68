// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/studio/Studio.h"
#include "render/studio/StudioBake.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

using namespace vitrine;
using render::Studio;

namespace {

std::vector<std::filesystem::path> studioFiles()
{
    std::vector<std::filesystem::path> files;
    for (const auto &entry : std::filesystem::directory_iterator(VITRINE_STUDIOS))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

core::Result<Studio> read(const std::filesystem::path &file)
{
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return Studio::parse(text.str());
}

/// What parse() says of the field of a studio that is whole but for `field`.
std::string answer(const std::string &field)
{
    const auto studio = Studio::parse(R"({"sky": [{"pitch": 0, "light": [1, 1, 1]}])" +
                                      std::string(field.empty() ? "" : ", ") + field + "}");
    return studio ? "" : studio.error().where + ": " + studio.error().detail;
}

} // namespace

TEST_CASE("EveryStudioOfTheHouseIsWholeAndNamedAfterItsFile")
{
    std::set<float> orders;
    std::size_t offered = 0;
    for (const auto &file : studioFiles()) {
        INFO(file.string());
        const auto studio = read(file);
        if (!studio)
            FAIL(core::describe(studio.error()));
        CHECK(studio->name == file.stem().string());
        CHECK(studio->exposure > 0);
        if (studio->order == 0)
            continue;
        ++offered;
        CHECK(orders.insert(studio->order).second);
        CHECK_FALSE(studio->titleEnglish.empty());
        CHECK_FALSE(studio->titleBengali.empty());
        // Key, fill and rim: the first casts, and its shadow lies where it points.
        CHECK(studio->lights.size() >= 3);
        CHECK(studio->lights.front().castsShadow);
    }
    CHECK(offered >= 6);
}

TEST_CASE("NamesTheFieldAtFault")
{
    CHECK(answer("").empty());
    CHECK(answer(R"("panels": [{"radiance": 1}, {"kelvin": 90}])") ==
          "panels[1].kelvin: expects a number from 1667 to 25000");
    CHECK(answer(R"("panels": [{"kelvin": "warm"}])") == "panels[0].kelvin: expects a number from 1667 to 25000");
    CHECK(answer(R"("panels": [{"columns": 1.5}])") == "panels[0].columns: expects a whole number");
    CHECK(answer(R"("panels": {})") == "panels: expects a list");
    CHECK(answer(R"("panels": [7])") == "panels[0]: expects an object");
    CHECK(answer(R"("panels": [{"tint": [1, 2]}])") ==
          "panels[0].tint: expects three numbers from 0 to 1000, or #rrggbb");
    CHECK(answer(R"("ground": {"color": "#12345G"})") ==
          "ground.color: expects three numbers from 0 to 1000, or #rrggbb");
    CHECK(answer(R"("lights": [{"castsShadow": 1}])") == "lights[0].castsShadow: expects true or false");
    CHECK(answer(R"("backdrop": {})") == "backdrop.sky: expects at least one stop");
    CHECK(answer(R"("backdrop": {"sky": [{"pitch": 5}, {"pitch": 5}]})") ==
          "backdrop.sky[1].pitch: expects more than the stop before it");
    CHECK(answer(R"("strings": [{"count": 0}])") == "strings[0].count: expects a number from 1 to 200");
    CHECK(answer(R"("title": {"en": 3})") == "title.en: expects a text");
    CHECK(answer(R"("brightness": 2)") == "brightness: there is no such field");
    CHECK(answer(R"("panels": [{"colour": "#ffffff"}])") == "panels[0].colour: there is no such field");
    CHECK(Studio::parse("{}").error().where == "sky");
    CHECK(Studio::parse("{").error().code == core::ErrorCode::Malformed);
}

TEST_CASE("ReadsAColourAsItIsSeenOrAsItShines")
{
    const auto studio =
        Studio::parse(R"({"sky": [{"light": "#ffffff"}], "panels": [{"tint": "#808080"}, {"tint": [0.5, 0, 2]}]})");
    REQUIRE(studio.has_value());
    CHECK(studio->surround.sky[0].light == render::Float3{1, 1, 1});
    CHECK(std::abs(studio->surround.panels[0].tint.x - 0.2158F) < 1e-3F);
    CHECK(studio->surround.panels[1].tint == render::Float3{0.5F, 0, 2});
}

TEST_CASE("HangsLampsAlongACordAndRepeatsPanels")
{
    const auto studio = Studio::parse(
        R"({"sky": [{}], "panels": [{"yaw": 10, "count": 3, "step": -40}],)"
        R"( "strings": [{"fromYaw": -20, "toYaw": 20, "fromPitch": 30, "toPitch": 30, "sag": 8, "count": 5}]})");
    REQUIRE(studio.has_value());
    const auto &panels = studio->surround.panels;
    REQUIRE(panels.size() == 8);
    CHECK(panels[2].yawDegrees == -70);
    CHECK(panels[3].yawDegrees == -20);
    CHECK(panels[3].pitchDegrees == 30);
    CHECK(panels[5].yawDegrees == 0);
    CHECK(panels[5].pitchDegrees == 22);
    CHECK(panels[7].yawDegrees == 20);
}

TEST_CASE("BakesAStudioToTheSameBytesAndPaintsTheSameBackdrop")
{
    const auto file = GENERATE(from_range(studioFiles()));
    INFO(file.string());
    const auto once = render::bakeStudio(file, {.size = 64, .samples = 32, .threads = 1});
    const auto again = render::bakeStudio(file, {.size = 64, .samples = 32, .threads = 3});
    REQUIRE(once.has_value());
    CHECK(*once == again.value());
    const auto picture = render::paintBackdrop(file);
    REQUIRE(picture.has_value());
    CHECK(picture->has_value() == read(file)->backdrop.has_value());
    CHECK(*picture == render::paintBackdrop(file).value());
}
