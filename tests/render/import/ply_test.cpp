// SPDX-License-Identifier: GPL-3.0-or-later
#include "ModelMaker.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine;

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
