// SPDX-License-Identifier: GPL-3.0-or-later
#include "ModelMaker.h"
#include "tests/support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <fstream>

using namespace vitrine;
using namespace vitrine::render;
using test::bake;
using test::Baked;
using test::corners;
using test::warningsOf;

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

using Warnings = std::vector<std::string>;

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

TEST_CASE("A material that no library of an OBJ has is named once, with its line")
{
    const test::TemporaryFolder folder;
    std::ofstream(folder.path() / "red.mtl") << "\tnewmtl\tdark red \r\nKd 1 0 0\n";
    const std::string faces = "v 0 0 0\nv 2 0 0\nv 2 1 0\nusemtl lost\nf 1 2 3\nusemtl  dark red\r\nf 3 2 1\n"
                              "  usemtl lost\nf 2 3 1\nusemtl\nf 3 1 2\n";
    const auto warningsWith = [&](const std::string &libraries) {
        std::ofstream(folder.path() / "box.obj") << faces << libraries;
        DirectoryFiles files(folder.path());
        return warningsOf(bake(files, "box.obj"));
    };
    CHECK(warningsWith("mtllib red.mtl\n") == Warnings{"box.obj: line 4: the material 'lost' is in no library"});
    CHECK(warningsWith("mtllib red.mtl\nmtllib other.mtl\n") ==
          Warnings{"box.obj: line 13: the material library is left out: no such file: 'other.mtl'"});
    std::ofstream(folder.path() / "all.mtl") << "newmtl dark red\rmap_Kd -s 2 2 lost.png\rnewmtl lost\r";
    CHECK(warningsWith("mtllib all.mtl\n") == Warnings{"all.mtl: line 2: the picture's option '-s' is not applied"});
    CHECK(warningsWith("") == Warnings{"box.obj: line 4: the material 'lost' is in no library",
                                       "box.obj: line 6: the material 'dark red' is in no library"});
}

TEST_CASE("An OBJ's free-form curves and surfaces are warned of at the first of them")
{
    const std::string triangle = "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\ncstype bezier\ndeg 3\n";
    const Warnings said = {"model.obj: line 7: free-form curves and surfaces are left out"};
    for (const std::string curve :
         {"curv 0 1 1 2 3 1\ncurv 0 1 1 2 3 1\n", "  curv2 1 2 3 \\\n 1\n", "surf 0 1 0 1 1\n"})
        CHECK(warningsOf(bakeText(triangle + curve + "end\n")) == said);
    CHECK(warningsOf(bakeText(triangle + "s 1\nsurface 1\n")).empty());
}
