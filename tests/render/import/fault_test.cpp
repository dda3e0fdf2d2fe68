// SPDX-License-Identifier: GPL-3.0-or-later
#include "FormatMaker.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace vitrine;

/// Broken files of the formats that Assimp reads: their errors name the line, the byte or the element.
namespace {

std::string faultOf(const std::string &name, const std::string &text)
{
    return test::bake(test::bytesOf(text), name).fault;
}

std::string textOf(const test::Bytes &bytes) { return {reinterpret_cast<const char *>(bytes.data()), bytes.size()}; }

std::string replaced(std::string text, const std::string &what, const std::string &with)
{
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

std::string lineOf(const std::string &text, const std::string &what)
{
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(text.find(what));
    return "line " + std::to_string(1 + std::count(text.begin(), end, '\n'));
}

} // namespace

TEST_CASE("A broken OBJ names its line")
{
    const auto faultOfFace = [](const std::string &face) {
        return faultOf("box.obj", "v 0 0 0\nv 1 0 0\n# three\nv 0 1 0\nf " + face + "\n");
    };
    CHECK(faultOfFace("1 2 3") == "");
    CHECK(faultOfFace("1 2 9") == "malformed at box.obj: line 5: vertex 9, there are 3");
    CHECK(faultOfFace("1 2 -9") == "malformed at box.obj: line 5: vertex -9, there are 3");
    CHECK(faultOf("box.obj", "v 0 0 0\nv 1 zero 0\nf f f\n") == "malformed at box.obj: line 2: 'zero' is no number");
    for (const std::string word : {"nan", "-INF", "1e39", "+1e999"})
        CHECK(faultOf("box.obj", "v 0 0 0\nvn nan 0 0\nv 1 " + word + " 0\nv 0 1 0\nf 1 2 3\n") ==
              "malformed at box.obj: line 3: '" + word + "' is no number");
    CHECK(faultOf("box.obj", "v 0 0 0\nv 1 1e-60 0\nv 0 1 0\nf 1 2 3\n") == "");
}

TEST_CASE("A broken STL names its line or its byte")
{
    const std::string text = textOf(test::stlText(test::quadFacets()));
    CHECK(faultOf("a.stl", text) == "");
    std::string bytes = textOf(test::stlBinary(test::quadFacets()));
    bytes.resize(150);
    CHECK(faultOf("a.stl", bytes) == "malformed at a.stl: byte 80: 2 facets need 184 bytes, the file has 150");
    bytes.resize(60);
    CHECK(faultOf("a.stl", bytes).starts_with("malformed at a.stl: byte 60: the file ends within its header"));
}

TEST_CASE("A broken PLY names its line, its byte and its element")
{
    const std::string text = textOf(test::plyQuad(test::PlyCoding::Text));
    CHECK(faultOf("a.ply", text) == "");
    CHECK(faultOf("a.ply", replaced(text, "element vertex", "elemnt vertex")) ==
          "malformed at a.ply: " + lineOf(text, "element vertex") + ": 'elemnt' is not part of a header");
    // Assimp would read on for ever.
    CHECK(faultOf("a.ply", "ply\nformat binary_big_enply\nformat ascii 1.0\nelement vedian 1.0\ncomment by hand") ==
          "malformed at a.ply: line 2: 'binary_big_enply' is not a format of PLY");
    for (const std::string format : {"ascii", "binary_big_endian"}) {
        const std::string countless = "ply\nformat " + format + " 1.0\nelement vertex 488888888888888888\n";
        CHECK(faultOf("a.ply", countless + "end_header\n") ==
              "malformed at a.ply: line 4: the elements 'vertex' have no properties");
        CHECK(faultOf("a.ply", countless + "comment none\nelement face 0\nend_header\n") ==
              "malformed at a.ply: line 5: the elements 'vertex' have no properties");
    }
    const std::string bytes = textOf(test::plyQuad(test::PlyCoding::LittleEndian));
    const std::string cut = bytes.substr(0, bytes.find("end_header") + 20);
    CHECK(faultOf("a.ply", cut) ==
          "malformed at a.ply: byte " + std::to_string(cut.size()) + ": the file ends at 0 of 4 elements 'vertex'");
    std::string astray = bytes;
    astray[bytes.size() - 4] = 9;
    CHECK(faultOf("a.ply", astray) ==
          "malformed at a.ply: byte " + std::to_string(bytes.size() - 4) + ": vertex 9, counted from 0 there are 4");
    CHECK(faultOf("a.ply", replaced(text, "4 0 1 2 3", "0")) ==
          "malformed at a.ply: " + lineOf(text, "4 0 1 2 3") + ": a face without corners");
    const std::string hollow = bytes.substr(0, bytes.size() - 17) + std::string(1, '\0');
    CHECK(faultOf("a.ply", hollow) ==
          "malformed at a.ply: byte " + std::to_string(bytes.size() - 17) + ": a face without corners");
    // Of what is cut off within its faces Assimp shows the others.
    CHECK(faultOf("a.ply", replaced(text, "element face 1", "element face 2"))
              .ends_with("the file ends at 1 of 2 elements 'face'"));
    CHECK(faultOf("a.ply", replaced(text.substr(0, text.rfind("4 0 1 2 3")), "element face 1", "element face 0")) ==
          "unsupported at a.ply: the file is valid, but there is nothing to draw: its meshes have no triangles");
}

TEST_CASE("A broken DAE names its line")
{
    const std::string text = textOf(test::daeQuad());
    const std::string broken = replaced(text, "</library_geometries>", "</library_geometry>");
    CHECK(faultOf("a.dae", broken)
              .starts_with("malformed at a.dae: " + lineOf(broken, "</library_geometry>") +
                           ": </library_geometry> closes <library_geometries> of line "));
    CHECK(faultOf("a.dae", text.substr(0, text.size() / 2)).starts_with("malformed at a.dae: line "));
}

TEST_CASE("A DAE that places what it does not have names the line")
{
    const std::string text = textOf(test::daeQuad({.nodes = "\n<node id=\"n3\"/>\n"}));
    const auto faultWith = [&](const std::string &node) {
        const std::string with = replaced(text, "<node id=\"n3\"/>", "<node id=\"n3\">\n" + node + "</node>");
        const std::string fault = faultOf("a.dae", with);
        const std::string where = "malformed at a.dae: " + lineOf(with, node) + ": ";
        return fault.starts_with(where) ? fault.substr(where.size()) : fault;
    };
    CHECK(faultWith(R"(<instance_geometry url="#nothere"/>)") == "no geometry is '#nothere'");
    CHECK(faultWith(R"(<instance_geometry url="quad"/>)") == "no geometry is 'quad'");
    CHECK(faultWith(R"(<instance_controller url = '#skin'></instance_controller>)") == "no controller is '#skin'");
    CHECK(faultWith(R"(<instance_node url="#n5"/>)") == "no node is '#n5'");
    CHECK(faultWith(R"(<instance_geometry url = "#quad"/>)") == "");
    CHECK(faultWith(R"(<instance_node url="#n4"/></node><node name="4 > 3" id="n4">)") == "");
    CHECK(faultWith("<!-- <instance_geometry url=\"#gone\"/>\n-->") == "");
    CHECK(faultWith("<!--\n<node id=\"n5\"/>\n-->\n<instance_node url=\"#n5\"/>") ==
          "malformed at a.dae: line 12: no node is '#n5'");
    // What was cut off is no missing part of the document.
    const std::string first =
        replaced(text, "<library_images>",
                 "<library_nodes><node><instance_geometry url=\"#quad\"/></node></library_nodes>\n<library_images>");
    CHECK(faultOf("a.dae", first) == "");
    CHECK(faultOf("a.dae", first.substr(0, first.find("<geometry ")))
              .contains("the file ends within <library_geometries> of line"));
}

TEST_CASE("A broken FBX names its line or its byte")
{
    const std::string text = textOf(test::fbxText(test::fbxQuad()));
    CHECK(faultOf("a.fbx", text.substr(0, text.size() / 2)).starts_with("malformed at a.fbx: line "));
    const std::string bytes = textOf(test::fbxBinary(test::fbxQuad()));
    CHECK(faultOf("a.fbx", bytes.substr(0, bytes.size() / 2)).starts_with("malformed at a.fbx: byte "));
}

TEST_CASE("An FBX whose node is a part of itself names the line or the byte")
{
    using test::fbxConnection;
    const std::string fault = ": a node is a part of itself, or lies 256 deep";
    for (const std::int64_t whole : {20, 21}) {
        const auto quad = test::fbxQuad({.connections = {fbxConnection(20, whole)}});
        const std::string text = textOf(test::fbxText(quad));
        const std::string last = "C: \"OO\", 20, " + std::to_string(whole) + "\n";
        CHECK(faultOf("a.fbx", text) == "malformed at a.fbx: " + lineOf(text, last) + fault);
        // A record begins with three numbers and the length of its name.
        const std::string bytes = textOf(test::fbxBinary(quad));
        CHECK(faultOf("a.fbx", bytes) ==
              "malformed at a.fbx: byte " + std::to_string(bytes.rfind("CS") - 3 * 4 - 1) + fault);
        const std::string wide = textOf(test::fbxWideBinary(quad));
        CHECK(faultOf("a.fbx", wide) ==
              "malformed at a.fbx: byte " + std::to_string(wide.rfind("CS") - 3 * 8 - 1) + fault);
    }
    // Bones of a skin are connected with its node and stand below it; a texture with its material's property.
    CHECK(faultOf("a.fbx", textOf(test::fbxText(test::fbxQuad({.connections = {fbxConnection(21, 10)}})))) == "");
}

TEST_CASE("An FBX's nodes stand below each other up to 255 deep")
{
    const auto faultOfLine = [](std::int64_t nodes, std::int64_t first, std::int64_t step) {
        test::FbxQuad quad;
        for (std::int64_t i = 0, above = 0; i < nodes; ++i, above = first + (i - 1) * step) {
            quad.objects.push_back(test::fbxEmpty(first + i * step));
            quad.connections.push_back(test::fbxConnection(first + i * step, above));
        }
        const std::string fault = faultOf("a.fbx", textOf(test::fbxText(test::fbxQuad(quad))));
        return fault.substr(fault.empty() ? 0 : fault.rfind(": ") + 2);
    };
    for (const std::int64_t step : {1, -1}) {
        CHECK(faultOfLine(255, 1000, step) == "");
        CHECK(faultOfLine(256, 1000, step) == "a node is a part of itself, or lies 256 deep");
    }
}

TEST_CASE("A broken 3DS names its byte")
{
    const std::string bytes = textOf(test::threeDsQuad());
    CHECK(faultOf("a.3ds", bytes) == "");
    CHECK(faultOf("a.3ds", "no 3ds at all").starts_with("malformed at a.3ds: byte 0: the file does not begin as"));
    CHECK(faultOf("a.3ds", bytes.substr(0, 30)).starts_with("malformed at a.3ds: byte 0: a chunk of "));
}
