// SPDX-License-Identifier: GPL-3.0-or-later
#include "ModelMaker.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace vitrine;
using namespace vitrine::render;
using test::bake;
using test::Baked;
using test::corners;

namespace {

Baked bakeText(const std::string &text) { return bake(test::bytesOf(text), "model.obj"); }

/// The colours of the corners; empty where the model has none.
std::vector<std::vector<float>> colorsOf(const std::string &text)
{
    const Baked baked = bakeText(text);
    INFO(text);
    REQUIRE(baked.fault == "");
    return corners(*baked.package, baked.package->meshes()[0], VertexSemantic::Color);
}

} // namespace

TEST_CASE("An OBJ's vertices without a colour are white beside those that have one")
{
    const std::string painted = "v 2 0 0 1 0 0\nv 3 0 0 1 0 0\nv 3 1 0 1 0 0\n";
    const std::string faces = "f 1 2 3\nf 4 5 6\n";
    const auto check = [](const std::string &text) {
        const auto colors = colorsOf(text);
        INFO(text);
        REQUIRE(colors.size() == 6);
        CHECK(std::ranges::count(colors, std::vector<float>{1, 1, 1, 1}) == 3);
        CHECK(std::ranges::count(colors, std::vector<float>{1, 0, 0, 1}) == 3);
    };
    check("v 0 0 0\nv 1 0 0\nv 1 1 0\n" + painted + faces);
    check(painted + "v 0 0 0\nv 1 0 0\nv 1 1 0\n" + faces);
    check("v 0 0 0 # 1 0 0\r\n  v\t.5 0 0 \r\nv 1 1 0#\r\n" + painted + faces);
    check("v 0 \\\n0 0\nv 1 0 0 \\\n\nv 1 \\\r\n 1 \\\r\n 0 # 1 1 \\\r\n" + painted + faces);
    check("v 2 0 0 \\\n 1 0 0\nv 3 0 0 1 0 0 # red\nv 3 1 0 1 0 0\nv 0 0 0\nv 1 0 0\nv 1 1 0\n" + faces);
    CHECK(colorsOf("v 0 0 0 # 1 0 0\nv 1 0 0 1\nv 1 1 0\nvn 0 0 1\nf 1 2 3\n").empty());
}
