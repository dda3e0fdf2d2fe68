// SPDX-License-Identifier: GPL-3.0-or-later
#include "BakedChecks.h"
#include "FormatMaker.h"
#include "tests/support/TemporaryFolder.h"

#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>

using namespace vitrine;
using namespace vitrine::render;
using Catch::Matchers::WithinAbs;
using test::bake;
using test::Baked;
using test::checkBox;
using test::corners;
using test::cornersOf;
using test::isSeenFrom;
using test::nodeNames;
using test::onlyMaterial;
using test::saidOf;

namespace {

void writeFile(const std::filesystem::path &path, const test::Bytes &bytes)
{
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

constexpr float kInch = 0.0254F;

} // namespace

TEST_CASE("A COLLADA document keeps its unit, axis, hierarchy, names and material")
{
    const test::TemporaryFolder folder;
    writeFile(folder.path() / "skin.png", test::png(2, 2));
    writeFile(folder.path() / "table.dae", test::daeQuad());
    DirectoryFiles files(folder.path());
    const Baked baked = bake(files, "table.dae");
    checkBox(baked, {0, 1, 0}, {2, 2, 0});
    CHECK(isSeenFrom(baked, 1, -1)); // In the mesh's own space, where Z is up.
    CHECK(nodeNames(baked) == std::vector<std::string>{"Scene", "Table", "Top"});
    CHECK(baked.package->nodes()[2].parent == 1);
    CHECK(baked.package->text(baked.package->info().generator) == "By hand");
    CHECK(baked.package->text(baked.package->info().copyright) == "Ruma");
    CHECK(saidOf(baked).empty());
    const MaterialRecord &material = onlyMaterial(baked);
    CHECK(baked.package->text(material.name) == "Red paint");
    CHECK(material.baseColor == Vector4{1, 1, 1, 0.5F});
    CHECK(material.alphaMode == AlphaMode::Blend);
    CHECK(material.emissive == Vector3{0, 0.25F, 0});
    CHECK_THAT(material.roughness, WithinAbs(0.5, 1e-5)); // (2 / (30 + 2)) ^ ¼
    CHECK(material.slot(Slot::BaseColor).texture == 0);
    CHECK(material.slot(Slot::BaseColor).uvSet == 1);
}

TEST_CASE("A COLLADA document in inches with Y up is placed by that")
{
    const Baked baked =
        bake(test::daeQuad({.asset = R"(<unit name="inch" meter="0.0254"/><up_axis>Y_UP</up_axis>)"}), "table.dae");
    checkBox(baked, {0, 0, 100 * kInch}, {200 * kInch, 0, 200 * kInch});
}

TEST_CASE("What is left out of a COLLADA document is said")
{
    test::DaeQuad quad;
    quad.libraries =
        R"(<library_lights><light id="lamp"><technique_common><point><color>1 1 1</color></point></technique_common></light></library_lights>)"
        R"(<library_cameras><camera id="eye"><optics><technique_common><perspective><yfov>40</yfov><znear>1</znear><zfar>9</zfar></perspective></technique_common></optics></camera></library_cameras>)";
    quad.nodes = R"(<node id="n3" name="Lamp"><instance_light url="#lamp"/></node>)"
                 R"(<node id="n4" name="Eye"><instance_camera url="#eye"/></node>)";
    CHECK(saidOf(bake(test::daeQuad(quad), "table.dae")) ==
          std::vector<std::string>{"warning: the texture is left out: no such file (skin.png)",
                                   "warning: the light is left out: the studio lights the product (Lamp)",
                                   "warning: the camera is left out (Eye)"});
}

TEST_CASE("A material that would be invisible is shown")
{
    const Baked baked = bake(test::daeQuad({.opacity = "0"}), "table.dae");
    REQUIRE(baked.fault == "");
    CHECK(onlyMaterial(baked).alphaMode == AlphaMode::Opaque);
    CHECK(std::ranges::contains(saidOf(baked),
                                "warning: the material is wholly transparent, and is shown opaque (Red paint)"));
}

TEST_CASE("A skewed node moves its shapes and those below it")
{
    // x' = x + z, below a turn by 90° about Z and above the quad.
    const Baked baked =
        bake(test::daeQuad({.placement = "<rotate>0 0 1 90</rotate><matrix>1 0 1 0 0 1 0 0 0 0 1 0 0 0 0 1</matrix>"}),
             "table.dae");
    checkBox(baked, {0, 0, -3}, {0, 1, 0});
    CHECK(nodeNames(baked) == std::vector<std::string>{"Scene", "Table", "Top"});
    CHECK(std::ranges::contains(saidOf(baked),
                                "note: the node is skewed or flat; its shapes were moved instead (Table)"));
}

TEST_CASE("An FBX is read as text and as bytes, with its unit, axes, names, paint and embedded picture")
{
    const auto coded = GENERATE(&test::fbxText, &test::fbxBinary, &test::fbxWideBinary);
    const bool isZUp = GENERATE(true, false);
    const auto file =
        test::fbxQuad({.unitScaleFactor = 100, .isZUp = isZUp, .embedded = test::png(4, 2), .isAnimated = true});
    const Baked baked = bake(coded(file), "table.fbx");
    checkBox(baked, {0, 1, 0}, {2, 2, 0});
    CHECK(nodeNames(baked) == std::vector<std::string>{"RootNode", "Table", "Top"});
    CHECK(baked.package->text(baked.package->info().generator) == "By hand");
    CHECK(saidOf(baked) == std::vector<std::string>{"warning: an animation is left out (table.fbx)"});
    const MaterialRecord &material = onlyMaterial(baked);
    CHECK(baked.package->text(material.name) == "Red paint");
    CHECK(material.baseColor == Vector4{1, 1, 1, 0.75F}); // The texture stands in its place.
    CHECK(material.emissive == Vector3{0, 0.25F, 0});
    CHECK_THAT(material.roughness, WithinAbs(0.4, 1e-5)); // 1 − √(36 / 100)
    REQUIRE(baked.package->textures().size() == 1);
    CHECK(baked.package->textures()[0].width == 4);
    const TextureSlot &slot = material.slot(Slot::BaseColor);
    CHECK(slot.uvSet == 1);
    CHECK(slot.scale == Vector2{2, 3});
    CHECK(slot.offset == Vector2{0.25F, 1 - 3 - 0.125F});
    for (const auto &color : cornersOf(baked, VertexSemantic::Color))
        CHECK(std::ranges::count(color, 0.5F) != 1); // Numbers are light already: all three, or none.
}

TEST_CASE("An FBX counts in centimetres unless it says otherwise")
{
    checkBox(bake(test::fbxText(test::fbxQuad()), "table.fbx"), {0, 0.01F, 0}, {0.02F, 0.02F, 0});
    checkBox(bake(test::fbxText(test::fbxQuad({.unitScaleFactor = 2.54})), "table.fbx"), {0, kInch, 0},
             {2 * kInch, 2 * kInch, 0});
}

TEST_CASE("What an FBX does to a node's own shape its children do not inherit")
{
    const Baked baked = bake(test::fbxText(test::fbxQuad({.unitScaleFactor = 100, .shapeAside = 5})), "table.fbx");
    checkBox(baked, {0, 1, 0}, {7, 2, 0});
    CHECK(nodeNames(baked) == std::vector<std::string>{"RootNode", "Table", "Top"});
}

TEST_CASE("What the author of an FBX has hidden is left out with a warning, and what stands below it is not")
{
    const auto file = test::fbxQuad({.unitScaleFactor = 100, .shapeAside = 5, .isHidden = true});
    const Baked baked = bake(GENERATE(true, false) ? test::fbxText(file) : test::fbxBinary(file), "table.fbx");
    checkBox(baked, {0, 1, 0}, {2, 2, 0});
    CHECK(nodeNames(baked) == std::vector<std::string>{"RootNode", "Table", "Top"});
    CHECK(std::ranges::contains(saidOf(baked), "warning: a hidden object is left out (Table)"));
}

TEST_CASE("A 3DS is read in inches with Z up, its bytes of colour as light")
{
    const test::TemporaryFolder folder;
    writeFile(folder.path() / "wood.png", test::png(2, 2));
    writeFile(folder.path() / "table.3ds", test::threeDsQuad());
    DirectoryFiles files(folder.path());
    const Baked baked = bake(files, "table.3ds");
    checkBox(baked, {0, 0, 0}, {20 * kInch, 10 * kInch, 0});
    CHECK(std::ranges::contains(nodeNames(baked), "Top"));
    CHECK(saidOf(baked) ==
          std::vector<std::string>{"note: 3DS names no unit and no axis: taken as inches with Z up (table.3ds)"});
    const MaterialRecord &material = onlyMaterial(baked);
    CHECK(baked.package->text(material.name) == "Red paint");
    CHECK(material.baseColor == Vector4{1, 1, 1, 0.75F});
    CHECK(material.doubleSided == 1);
    CHECK(material.roughness < 0.8F);
    CHECK(material.slot(Slot::BaseColor).texture == 0);

    const Baked bare = bake(test::threeDsQuad(), "table.3ds");
    CHECK_THAT(onlyMaterial(bare).baseColor[0], WithinAbs(0.5029, 1e-4)); // 188 of 255, as light.
    CHECK(std::ranges::contains(saidOf(bare), "warning: the texture is left out: no such file (WOOD.PNG)"));
}

TEST_CASE("A 3DS is rounded where its faces are in a smoothing group, and nowhere else")
{
    const Baked baked = bake(test::threeDsFolds({1, 0, std::nullopt}), "folds.3ds");
    REQUIRE(baked.fault == "");
    std::vector<std::string> shapes;
    std::vector<std::string> rounded;
    for (const NodeRecord &node : baked.package->nodes()) {
        if (node.mesh == kNone)
            continue;
        shapes.emplace_back(baked.package->text(node.name));
        const MeshRecord &mesh = baked.package->meshes()[static_cast<std::size_t>(node.mesh)];
        const auto normals = corners(*baked.package, mesh, VertexSemantic::Normal);
        CHECK(normals.size() == 6);
        if (std::ranges::any_of(normals, [](const auto &n) { return std::abs(n[1]) > 0.1F && std::abs(n[2]) > 0.1F; }))
            rounded.push_back(shapes.back());
    }
    CHECK(shapes == std::vector<std::string>{"Fold 0", "Fold 1", "Fold 2"}); // Each in one piece.
    CHECK(rounded == std::vector<std::string>{"Fold 0"});
}

TEST_CASE("Unit and axis that are asked for stand above those of the file")
{
    const ImportOptions inchesZ{.unitMetres = kInch, .up = UpAxis::Z};
    const ImportOptions metresY{.unitMetres = 1, .up = UpAxis::Y};
    const auto check = [](const test::Bytes &file, const char *name, const ImportOptions &options, const Vector3 &min,
                          const Vector3 &max) {
        INFO(name << (options.up == UpAxis::Z ? ", Z" : ", Y"));
        const Baked baked = bake(file, name, options);
        checkBox(baked, min, max);
        for (const std::string &said : saidOf(baked))
            CHECK_FALSE(said.contains("taken"));
    };
    const test::Bytes stl = test::stlBinary(test::quadFacets());
    check(stl, "a.stl", inchesZ, {0, 0, 0}, {2 * kInch, kInch, 0});
    check(stl, "a.stl", metresY, {0, 0, 0}, {2, 0, 1});
    const test::Bytes ply = test::plyQuad(test::PlyCoding::Text);
    check(ply, "a.ply", inchesZ, {0, 0, -kInch}, {2 * kInch, 0, 0});
    check(ply, "a.ply", metresY, {0, 0, 0}, {2, 1, 0});
    check(test::daeQuad(), "a.dae", inchesZ, {0, 100 * kInch, 0}, {200 * kInch, 200 * kInch, 0});
    check(test::daeQuad(), "a.dae", metresY, {0, 0, 100}, {200, 0, 200});
    const test::Bytes fbx = test::fbxText(test::fbxQuad({.isZUp = true}));
    check(fbx, "a.fbx", inchesZ, {0, kInch, 0}, {2 * kInch, 2 * kInch, 0});
    check(fbx, "a.fbx", metresY, {0, 0, 1}, {2, 0, 2});
    check(test::threeDsQuad(), "a.3ds", inchesZ, {0, 0, 0}, {20 * kInch, 10 * kInch, 0});
    check(test::threeDsQuad(), "a.3ds", metresY, {0, 0, 0}, {20, 0, 10});
    const test::Bytes obj = test::bytesOf("v 0 0 0\nv 2 0 0\nv 0 1 0\nf 1 2 3\n");
    check(obj, "a.obj", inchesZ, {0, 0, -kInch}, {2 * kInch, 0, 0});
    check(test::Model().glb(), "a.glb", inchesZ, {0, 0, -2 * kInch}, {kInch, 0, 0});
    check(test::Model().glb(), "a.glb", {}, {0, 0, 0}, {1, 2, 0});
}

TEST_CASE("Half of a frame that is asked for leaves the other half to the format")
{
    const test::Bytes stl = test::stlBinary(test::quadFacets());
    CHECK(saidOf(bake(stl, "a.stl", {.unitMetres = 0.5F})) ==
          std::vector<std::string>{"note: STL names no axis: taken with Z up (a.stl)"});
    CHECK(saidOf(bake(stl, "a.stl", {.up = UpAxis::Y})) ==
          std::vector<std::string>{"note: STL names no unit: taken as millimetres (a.stl)"});
}

TEST_CASE("A picture that lies elsewhere on its author's disk is looked for beside the model, and only there")
{
    const test::TemporaryFolder home;
    const auto folder = home.path() / "model";
    writeFile(home.path() / "secret.png", test::png(2, 2));
    writeFile(folder / "skin.png", test::png(2, 2));
    writeFile(folder / "textures" / "wood.png", test::png(2, 2));
    std::filesystem::create_symlink("../secret.png", folder / "link.png");
    const auto importWith = [&](const std::string &picture) {
        writeFile(folder / "table.fbx", test::fbxText(test::fbxQuad({.texture = picture})));
        DirectoryFiles files(folder);
        const Baked baked = bake(files, "table.fbx");
        REQUIRE(baked.fault == "");
        return baked.package->textures().empty() ? saidOf(baked).at(0) : "found";
    };
    CHECK(importWith("C:\\work\\skin.png") == "found");
    CHECK(importWith("..\\skin.png") == "found");
    CHECK(importWith("/home/ruma/SKIN.PNG") == "found");
    CHECK(importWith("maps\\Wood.png") == "found");
    CHECK(importWith("..\\secret.png") ==
          "warning: the texture is left out: the path climbs out of the model's folder (../secret.png)");
    CHECK(importWith("link.png") ==
          "warning: the texture is left out: a link leads out of the model's folder (link.png)");
}

TEST_CASE("Faults of these formats name the file")
{
    const auto faultOf = [](const std::string &text, const char *name) {
        return bake(test::bytesOf(text), name).fault;
    };
    for (const char *name : {"m.fbx", "m.stl", "m.ply", "m.dae", "m.3ds"})
        for (const char *text :
             {"", "x", "solid", "nonsense that is long enough to be taken for a header of something"}) {
            INFO(name << ": " << text);
            const std::string fault = faultOf(text, name);
            CHECK(fault.contains(std::string(" at ") + name + ": "));
            CHECK_FALSE(fault.starts_with("internal"));
        }
    CHECK(faultOf("solid nothing\nendsolid nothing\n", "m.stl") ==
          "malformed at m.stl: the library says: Validation failed: The mesh nothing contains no vertices");
    const std::string facet =
        "facet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nvertex 0 1 0\nendloop\nendfacet\n";
    CHECK(faultOf("solid s\n" + facet + "endsolid s\n", "m.stl").empty());
    CHECK(faultOf("solid s\n" + facet + "facet n", "m.stl") ==
          "malformed at m.stl: line 9: the file ends within a facet");
    CHECK(faultOf("solid s\n" + facet, "m.stl") == "malformed at m.stl: line 8: the file ends within its solid");
    CHECK(faultOf("PK\x03\x04", "m.dae") == "unsupported at m.dae: a zipped document; COLLADA is read as text only");
    CHECK(bake(test::daeQuad({.effect = "lost-fx"}), "m.dae").fault ==
          "malformed at m.dae: line 5: no effect is '#lost-fx'");
    const test::Facet point = {{{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}};
    CHECK(bake(test::stlBinary({point}), "m.stl").fault ==
          "unsupported at m.stl: the file is valid, but there is nothing to draw: all of its triangles are one point");
}
