// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ModelMaker.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// Small models in the formats that Assimp reads, written by hand. Where a format can say so, each is a quad of 2 by 1
/// in the plane of X and the axis that points upwards.
namespace vitrine::test {

using Corner = std::array<float, 3>;
using Facet = std::array<Corner, 3>;

[[nodiscard]] Bytes stlText(const std::vector<Facet> &facets, const std::string &name = "bracket");
[[nodiscard]] Bytes stlBinary(const std::vector<Facet> &facets);
/// Two facets of a quad in the plane of X and Z.
[[nodiscard]] std::vector<Facet> quadFacets();

enum class PlyCoding { Text, LittleEndian, BigEndian };
/// A quad of one face of four corners, in the plane of X and Y: red, green, blue and grey of 128 if it is `isPainted`,
/// with the texture coordinates of the unit square.
[[nodiscard]] Bytes plyQuad(PlyCoding coding, bool isPainted = true);

struct DaeQuad {
    std::string asset = R"(<unit name="centimeter" meter="0.01"/><up_axis>Z_UP</up_axis>)";
    std::string image = "skin.png";
    std::string placement = "<translate>0 0 100</translate>"; ///< Of the node "Table"; its child "Top" has the quad.
    std::string opacity = "0.5";
    std::string nodes{}; ///< Further nodes of the scene.
    std::string libraries{};
    std::string effect = "paint-fx"; ///< What the material names.
};
/// 200 by 100, in the plane of X and Z, with two sets of texture coordinates: its texture reads the second.
[[nodiscard]] Bytes daeQuad(const DaeQuad &quad = {});

/// One record of an FBX file.
struct FbxNode {
    /// "Model::Top" in text, with its parts the other way round in bytes.
    struct Name {
        std::string kind;
        std::string name;
    };
    using Value = std::variant<std::int32_t, std::int64_t, double, std::string, Name, std::vector<std::int32_t>,
                               std::vector<std::int64_t>, std::vector<double>, Bytes>;

    std::string name;
    std::vector<Value> values{};
    std::vector<FbxNode> children{};
};

struct FbxQuad {
    double unitScaleFactor = 1;
    bool isZUp = false;
    std::string texture = "C:\\work\\skin.png";
    Bytes embedded{};
    bool isAnimated = false;
    double shapeAside = 0; ///< Not 0: "Table" has the quad too, so far along X, which is none of its child's matter.
    bool isHidden = false; ///< "Table".
    std::vector<FbxNode> objects{};     ///< Further ones.
    std::vector<FbxNode> connections{}; ///< Likewise.
};
/// Places what is of the first number below the second: 0 is the top, 20 "Table" and 21 "Top".
[[nodiscard]] FbxNode fbxConnection(std::int64_t from, std::int64_t to);
/// A node without a shape.
[[nodiscard]] FbxNode fbxEmpty(std::int64_t id);
/// 2 by 1: the node "Table" stands 1 along the upward axis, its child "Top" has the quad with two sets of texture
/// coordinates and painted corners.
[[nodiscard]] std::vector<FbxNode> fbxQuad(const FbxQuad &quad = {});
[[nodiscard]] Bytes fbxText(const std::vector<FbxNode> &file);
/// Its lists of numbers in zlib.
[[nodiscard]] Bytes fbxBinary(const std::vector<FbxNode> &file);
/// The same in version 7.5, whose places have 64 bits.
[[nodiscard]] Bytes fbxWideBinary(const std::vector<FbxNode> &file);

/// The quad "Top" of 20 by 10 in the plane of X and Z, below a node "Table", red, with the texture WOOD.PNG.
[[nodiscard]] Bytes threeDsQuad();

/// An object "Fold 0", "Fold 1", … for each of `groups`, without a keyframer: two triangles at a right angle, of which
/// one is red, in this smoothing group. 0 is none, and nothing says nothing about it.
[[nodiscard]] Bytes threeDsFolds(const std::vector<std::optional<std::uint32_t>> &groups);

} // namespace vitrine::test
