// SPDX-License-Identifier: GPL-3.0-or-later
#include "FormatMaker.h"
#include "tests/support/TemporaryFolder.h"

#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <set>

using namespace vitrine;
using namespace vitrine::render;
using Catch::Matchers::WithinAbs;
using test::bake;
using test::Baked;
using test::corners;

namespace {

void writeFile(const std::filesystem::path &path, const test::Bytes &bytes)
{
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

/// "warning: what (where)" of each message.
std::vector<std::string> saidOf(const Baked &baked)
{
    std::vector<std::string> said;
    for (const MessageRecord &message : baked.package->messages())
        said.push_back(std::string(message.severity == Severity::Warning ? "warning: " : "note: ") +
                       std::string(baked.package->text(message.text)) + " (" +
                       std::string(baked.package->text(message.where)) + ")");
    return said;
}

std::vector<std::string> nodeNames(const Baked &baked)
{
    std::vector<std::string> names;
    for (const NodeRecord &node : baked.package->nodes())
        names.emplace_back(baked.package->text(node.name));
    return names;
}

void checkBox(const Baked &baked, const Vector3 &min, const Vector3 &max)
{
    REQUIRE(baked.fault == "");
    const Bounds &box = baked.package->info().bounds;
    const float tolerance = 1e-5F * std::max({1.0F, std::abs(max[0]), std::abs(max[1]), std::abs(max[2])});
    for (std::size_t i = 0; i < 3; ++i) {
        INFO("axis " << i);
        CHECK_THAT(box.min[i], WithinAbs(min[i], tolerance));
        CHECK_THAT(box.max[i], WithinAbs(max[i], tolerance));
    }
}

const MaterialRecord &onlyMaterial(const Baked &baked)
{
    REQUIRE(baked.package->materials().size() == 1);
    return baked.package->materials()[0];
}

std::vector<std::vector<float>> cornersOf(const Baked &baked, VertexSemantic semantic)
{
    return corners(*baked.package, baked.package->meshes()[0], semantic);
}

/// Whether the triangles of the package are turned to where `direction` comes from.
bool isSeenFrom(const Baked &baked, std::size_t axis, float sign)
{
    const auto normals = cornersOf(baked, VertexSemantic::Normal);
    return !normals.empty() &&
           std::ranges::all_of(normals, [&](const auto &normal) { return normal[axis] * sign > 0.99F; });
}

constexpr float kInch = 0.0254F;

} // namespace

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

TEST_CASE("A PLY is read in its three codings, with its paint as light")
{
    const auto coding = GENERATE(test::PlyCoding::Text, test::PlyCoding::LittleEndian, test::PlyCoding::BigEndian);
    const Baked baked = bake(test::plyQuad(coding), "scan.ply");
    checkBox(baked, {0, 0, 0}, {2, 1, 0});
    CHECK(nodeNames(baked) == std::vector<std::string>{"scan"});
    CHECK(isSeenFrom(baked, 2, 1));
    CHECK(saidOf(baked) ==
          std::vector<std::string>{"note: PLY names no unit and no axis: taken as metres with Y up (scan.ply)"});
    CHECK(onlyMaterial(baked).baseColor == Vector4{1, 1, 1, 1});
    const auto positions = cornersOf(baked, VertexSemantic::Position);
    const auto colors = cornersOf(baked, VertexSemantic::Color);
    REQUIRE(colors.size() == 6);
    for (std::size_t i = 0; i < colors.size(); ++i)
        if (positions[i] == std::vector<float>{0, 1, 0})
            CHECK_THAT(colors[i][0], WithinAbs(0.2159F, 1e-4)); // 128 of 255, as light.
        else
            CHECK(colors[i][0] + colors[i][1] + colors[i][2] == 1);
}

TEST_CASE("A PLY's strips are whole, and what stands before its vertices is not in their way")
{
    const std::string camera = "element camera 2\nproperty list uchar short b\nproperty float a\n";
    const std::string vertices = "element vertex 6\nproperty float x\nproperty float y\nproperty float z\n";
    const std::string rows = "0 0 0\n1 0 0\n1 1 0\n0 1 0\n0 2 0\n1 2 0\n";
    const std::string strips = "element tristrips 2\nproperty list int int vertex_indices\n";
    const std::string start = "ply\nformat ascii 1.0\n";
    const auto check = [](const test::Bytes &file, std::uint64_t triangles) {
        const Baked baked = bake(file, "scan.ply");
        REQUIRE(baked.fault == "");
        CHECK(baked.package->info().triangleCount == triangles);
        CHECK(isSeenFrom(baked, 2, 1)); // All of them.
        CHECK(saidOf(baked).size() == 1);
    };
    check(test::bytesOf(start + camera + vertices + "element face 1\nproperty list uchar int vertex_indices\n" +
                        "end_header\n2 1 1 .5\n0 .5\n" + rows + "4 0 1 2 3\n"),
          2);
    check(test::bytesOf(start + "element face 1\nproperty list uchar int vertex_indices\n" + vertices +
                        "end_header\n4 0 1 2 3\n" + rows),
          2);
    check(test::bytesOf(start + vertices + strips + "end_header\n" + rows + "7 0 1 3 2 -1 3 2\n4 3 2 4 5\n"), 4);
    const bool isBig = GENERATE(true, false);
    test::Bytes bytes = test::bytesOf(std::string("ply\nformat binary_") + (isBig ? "big" : "little") +
                                      "_endian 1.0\n" + vertices + camera + strips + "end_header\n");
    const auto put = [&](auto value) {
        auto raw = std::bit_cast<std::array<std::byte, sizeof value>>(value);
        if (isBig)
            std::ranges::reverse(raw);
        bytes.insert(bytes.end(), raw.begin(), raw.end());
    };
    for (const float number : {0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 0, 2, 0, 1, 2, 0})
        put(number);
    for (int i = 0; i < 2; ++i) {
        put(std::uint8_t{1});
        put(std::int16_t{7});
        put(0.5F);
    }
    for (const std::int32_t number : {8, 0, 1, 3, 2, -1, 3, 2, 4, 1, 5})
        put(number);
    check(bytes, 3);
    bytes[bytes.size() - (isBig ? 9 : 12)] = std::byte{9};
    CHECK(bake(bytes, "scan.ply").fault.ends_with("vertex 9, counted from 0 there are 6"));
    CHECK(saidOf(bake(test::bytesOf(start + vertices + strips +
                                    "element face 1\nproperty list uchar int "
                                    "vertex_indices\nend_header\n" +
                                    rows + "3 0 1 3\n3 1 2 3\n4 0 1 2 3\n"),
                      "scan.ply"))
              .front() == "warning: strips of triangles beside faces are left out (scan.ply)");
}

TEST_CASE("A PLY's comments are none of its elements")
{
    const auto with = [](const std::string &comment, const std::string &later = "") {
        return test::bytesOf("ply\nformat ascii 1.0\n" + comment +
                             "element vertex 3\nproperty float x\nproperty float y\nproperty float z\n" + later +
                             "element face 1\nproperty list uchar int vertex_indices\nend_header\n"
                             "0 0 0\n2 0 0\n2 1 0\n3 0 1 2\n");
    };
    const std::string comment = GENERATE("comment 3 scans\n", "comment face 2\r\n", "comment vertex 1\n",
                                         "comment tristrips\ncomment\n", "comment 99999999999999999999\n");
    INFO(comment);
    checkBox(bake(with(comment), "scan.ply"), {0, 0, 0}, {2, 1, 0});
    checkBox(bake(with("", comment), "scan.ply"), {0, 0, 0}, {2, 1, 0});
    // But one of them is.
    CHECK(test::warningsOf(bake(with(comment + "comment TextureFile skin.png\n"), "scan.ply")) !=
          test::warningsOf(bake(with(comment), "scan.ply")));
}

TEST_CASE("A PLY without paint is grey")
{
    const Baked baked = bake(test::plyQuad(test::PlyCoding::LittleEndian, false), "scan.ply");
    REQUIRE(baked.fault == "");
    CHECK(onlyMaterial(baked).baseColor == Vector4{0.5F, 0.5F, 0.5F, 1});
}

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
