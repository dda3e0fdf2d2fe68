// SPDX-License-Identifier: GPL-3.0-or-later
#include "BakedChecks.h"
#include "FormatMaker.h"

#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <set>

using namespace vitrine;
using namespace vitrine::render;
using test::bake;
using test::Baked;
using test::checkBox;
using test::cornersOf;
using test::nodeNames;
using test::onlyMaterial;
using test::saidOf;

TEST_CASE("An STL is read as text and as bytes, in millimetres with Z up")
{
    const bool isText = GENERATE(true, false);
    const auto facets = test::quadFacets();
    const Baked baked = bake(isText ? test::stlText(facets) : test::stlBinary(facets), "model.STL");
    checkBox(baked, {0, 0, 0}, {0.002F, 0.001F, 0});
    CHECK(baked.package->info().triangleCount == 2);
    CHECK(baked.package->info().vertexCount == 4); // Corners are welded again.
    CHECK(nodeNames(baked).back() == (isText ? "bracket" : "model"));
    CHECK(saidOf(baked) ==
          std::vector<std::string>{"note: STL names no unit and no axis: taken as millimetres with Z up (model.STL)"});
    const MaterialRecord &material = onlyMaterial(baked);
    CHECK(material.baseColor == Vector4{0.5F, 0.5F, 0.5F, 1});
    CHECK(material.metallic == 0);
    CHECK(material.roughness == 0.5F);
    CHECK(material.doubleSided == 1);
}

TEST_CASE("An STL of text may be in capitals and follow blanks or a byte order mark")
{
    const test::Bytes bytes = test::stlText(test::quadFacets(), "Bracket");
    const std::string text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    std::string capitals = text;
    std::ranges::transform(capitals, capitals.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    for (const std::string &file : {"\xEF\xBB\xBF" + text, "\r\n \t" + text, "\n" + capitals}) {
        const Baked baked = bake(test::bytesOf(file), "model.stl");
        checkBox(baked, {0, 0, 0}, {0.002F, 0.001F, 0});
        CHECK(nodeNames(baked).back() == (file.contains("Bracket") ? "Bracket" : "BRACKET"));
        CHECK(saidOf(baked).size() == 1);
    }
    CHECK(bake(test::bytesOf("\nSOLID A\nFACET NORMAL 0 0 1\nINNER LOOP\n"), "model.stl").fault ==
          "malformed at model.stl: line 4: 'INNER' where 'outer' must stand");
}

TEST_CASE("Of an STL of bytes what follows its end is left out with a warning")
{
    test::Bytes bytes = test::stlBinary(test::quadFacets());
    bytes.push_back(std::byte{0});
    CHECK(saidOf(bake(bytes, "model.stl")).front() ==
          "warning: 1 byte after the end was skipped (model.stl: byte 184)");
    bytes.resize(193);
    const Baked baked = bake(bytes, "model.stl");
    checkBox(baked, {0, 0, 0}, {0.002F, 0.001F, 0});
    CHECK(saidOf(baked).front() == "warning: 9 bytes after the end were skipped (model.stl: byte 184)");
}

TEST_CASE("An STL's facets have their own colours by the convention of Magics and by that of VisCAM")
{
    using Colors = std::set<std::vector<float>>;
    const std::vector<float> red = {1, 0, 0, 1};
    const std::vector<float> green = {0, 1, 0, 1};
    const auto colorsWith = [](const std::string &header, std::uint16_t first, std::uint16_t second) {
        test::Bytes bytes = test::stlBinary(test::quadFacets());
        std::ranges::copy(test::bytesOf(header), bytes.begin());
        std::memcpy(&bytes[132], &first, sizeof first);
        std::memcpy(&bytes[182], &second, sizeof second);
        const Baked baked = bake(bytes, "model.stl");
        REQUIRE(baked.fault == "");
        const auto colors = cornersOf(baked, VertexSemantic::Color);
        const Vector4 &object = onlyMaterial(baked).baseColor;
        return colors.empty() ? Colors{{object.begin(), object.end()}} : Colors(colors.begin(), colors.end());
    };
    const std::string magics("made by hand, COLOR=\x00\xFF\x00\xFF,MATERIAL=", 34);
    CHECK(colorsWith(magics, 0x001F, 0x001F) == Colors{red});
    CHECK(colorsWith(magics, 0x001F, 0x8000) == Colors{green, red});
    CHECK(colorsWith(magics, 0xFFFF, 0x8000) == Colors{green});
    CHECK(colorsWith(magics, 0, 0) == Colors{green});
    CHECK(colorsWith("VisCAM", 0xFC00, 0x83E0) == Colors{green, red});
    CHECK(colorsWith("VisCAM", 0x7C00, 0x03E0) == Colors{{0.5F, 0.5F, 0.5F, 1}});
}

TEST_CASE("An STL's round shapes come out smooth, and its edges stay")
{
    const auto folded = [](float degrees) {
        const float angle = degrees * 3.14159265F / 180;
        const Baked baked = bake(test::stlBinary({{{{0, 0, 0}, {1, 0, 0}, {0, 1, 0}}},
                                                  {{{0, 0, 0}, {0, 1, 0}, {-std::cos(angle), 0, std::sin(angle)}}}}),
                                 "model.stl");
        return baked.package->info().vertexCount;
    };
    CHECK(folded(20) == 4);
    CHECK(folded(45) == 6);
}
