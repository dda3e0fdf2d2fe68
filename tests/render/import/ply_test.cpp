// SPDX-License-Identifier: GPL-3.0-or-later
#include "BakedChecks.h"
#include "FormatMaker.h"

#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <bit>

using namespace vitrine;
using namespace vitrine::render;
using Catch::Matchers::WithinAbs;
using test::bake;
using test::Baked;
using test::checkBox;
using test::cornersOf;
using test::isSeenFrom;
using test::nodeNames;
using test::onlyMaterial;
using test::saidOf;

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

TEST_CASE("That the colours of a PLY's faces are left out is said, and not of other properties or of no faces")
{
    using Warnings = std::vector<std::string>;
    const auto warningsWith = [](const std::string &ofVertices, const std::string &ofFaces, int faces = 1) {
        std::string file = "ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\nproperty float y\n"
                           "property float z\nproperty uchar " +
                           ofVertices + "\nelement face " + std::to_string(faces) +
                           "\nproperty list uchar int vertex_indices\nproperty uchar " + ofFaces +
                           "\nelement tristrips 1\nproperty list int int vertex_indices\nend_header\n"
                           "0 0 0 7\n1 0 0 7\n0 1 0 7\n";
        file += faces > 0 ? "3 0 1 2 9\n0\n" : "3 0 1 2\n";
        return test::warningsOf(test::bake(test::bytesOf(file), "scan.ply"));
    };
    const std::string strips = "scan.ply: strips of triangles beside faces are left out";
    const std::string colors = "scan.ply: the colours of faces are left out";
    CHECK(warningsWith("red", "flags") == Warnings{strips});
    for (const char *color : {"red", "g", "diffuse_blue"})
        CHECK(warningsWith("flags", color) == Warnings{strips, colors});
    CHECK(warningsWith("flags", "red", 0) == Warnings{});
}
