// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/Occlusion.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace vitrine::render;
using Catch::Approx;

namespace {

constexpr Matrix4 kHere = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};

Matrix4 movedBy(float x, float y, float z)
{
    Matrix4 matrix = kHere;
    matrix[12] = x;
    matrix[13] = y;
    matrix[14] = z;
    return matrix;
}

/// A sheet of `steps`² squares from `corner` along two edges, which its normal is upright to.
OcclusionMesh sheet(Vector3 corner, Vector3 u, Vector3 v, int steps = 40)
{
    OcclusionMesh mesh;
    Vector3 normal{u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
    const float length = std::hypot(normal[0], normal[1], normal[2]);
    for (float &part : normal)
        part /= length;
    for (int row = 0; row <= steps; ++row)
        for (int column = 0; column <= steps; ++column) {
            const float a = static_cast<float>(column) / static_cast<float>(steps);
            const float b = static_cast<float>(row) / static_cast<float>(steps);
            mesh.positions.push_back(
                {corner[0] + u[0] * a + v[0] * b, corner[1] + u[1] * a + v[1] * b, corner[2] + u[2] * a + v[2] * b});
            mesh.normals.push_back(normal);
        }
    const auto at = [&](int column, int row) { return static_cast<std::uint32_t>(row * (steps + 1) + column); };
    for (int row = 0; row < steps; ++row)
        for (int column = 0; column < steps; ++column)
            for (const std::uint32_t index : {at(column, row), at(column + 1, row), at(column + 1, row + 1),
                                              at(column, row), at(column + 1, row + 1), at(column, row + 1)})
                mesh.indices.push_back(index);
    mesh.ranges.push_back({0, static_cast<std::uint32_t>(mesh.indices.size()), false, false});
    mesh.places.push_back({kHere, 0});
    return mesh;
}

/// Looks upwards, 2 m wide.
OcclusionMesh ground(int steps = 40) { return sheet({-1, 0, 1}, {2, 0, 0}, {0, 0, -2}, steps); }
/// Stands at its left edge and looks to the right.
OcclusionMesh wall(float height = 1) { return sheet({-1, 0, 1}, {0, 0, -2}, {0, height, 0}); }
OcclusionMesh back(float height = 1) { return sheet({-1, 0, -1}, {2, 0, 0}, {0, height, 0}); }

std::vector<std::vector<float>> trace(std::vector<OcclusionMesh> meshes, const OcclusionEffort &effort = {})
{
    auto light = traceOcclusion(meshes, {{-1, 0, -1}, {1, 1, 1}}, effort);
    REQUIRE(light.has_value());
    return std::move(*light);
}

/// Of the vertex that is nearest.
float at(const OcclusionMesh &mesh, const std::vector<float> &light, Vector3 place)
{
    std::size_t nearest = 0;
    float least = 1e9F;
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const Vector3 &p = mesh.positions[i];
        const float away = std::hypot(p[0] - place[0], p[1] - place[1], p[2] - place[2]);
        if (away < least) {
            least = away;
            nearest = i;
        }
    }
    return light[nearest];
}

} // namespace

TEST_CASE("LeavesAConvexShapeInFullLight")
{
    for (const auto &light : trace({ground()}))
        for (const float value : light)
            CHECK(value > 0.99F);
}

TEST_CASE("TakesAsMuchAsAWallHides")
{
    // Where its upper edge stands 45° high it takes (1 − sin 45°) ÷ 2 of an even light, by the cosine.
    const auto light = trace({ground(), wall(0.4F)});
    const float expected = litWithBounces(1 - static_cast<float>(1 - std::sqrt(0.5)) / 2);
    CHECK(at(ground(), light[0], {-0.6F, 0, 0}) == Approx(expected).margin(0.02));
    CHECK(at(ground(), light[0], {0.9F, 0, 0}) > 0.98F);
    // At its foot, half.
    const auto foot = trace({ground(), wall()});
    CHECK(at(ground(), foot[0], {-0.95F, 0, 0}) == Approx(litWithBounces(0.5F)).margin(0.06));
}

TEST_CASE("LeavesAQuarterInACubesCorner")
{
    const auto light = trace({ground(), wall(), back()});
    CHECK(at(ground(), light[0], {-0.98F, 0, -0.98F}) == Approx(litWithBounces(0.25F)).margin(0.07));
}

TEST_CASE("SpreadsNoBlotchOverALargeTriangle")
{
    // A post on the corner of a floor of two triangles darkens next to nothing of them.
    OcclusionMesh post = sheet({-1, 0, 0.98F}, {0.02F, 0, 0}, {0, 0.5F, 0}, 4);
    const auto light = trace({ground(1), post});
    for (const float value : light[0])
        CHECK(value > 0.9F);
}

TEST_CASE("IsAsLightAsWhatIsSeenOfALargeTriangle")
{
    // Two thirds of a floor of two triangles lie under a board: what is left is in the open.
    const auto light = trace({ground(1), sheet({-0.82F, 0.003F, 0.82F}, {1.64F, 0, 0}, {0, 0, -1.64F}, 4)});
    for (const float value : light[0])
        CHECK(value > 0.6F);
}

TEST_CASE("HandsOnMoreLightThatIsLight")
{
    std::vector<OcclusionMesh> dark{ground(), wall()};
    std::vector<OcclusionMesh> bright = dark;
    for (OcclusionMesh &mesh : dark)
        mesh.ranges[0].reflectance = 0.05F;
    for (OcclusionMesh &mesh : bright)
        mesh.ranges[0].reflectance = 0.8F;
    CHECK(at(ground(), trace(bright)[0], {-0.95F, 0, 0}) > at(ground(), trace(dark)[0], {-0.95F, 0, 0}) + 0.1F);
}

TEST_CASE("LetsLightThroughGlass")
{
    OcclusionMesh glass = wall();
    glass.ranges[0].isGlass = true;
    const auto light = trace({ground(), glass});
    CHECK(at(ground(), light[0], {-0.95F, 0, 0}) > 0.99F);
    for (const float value : light[1])
        CHECK(value == 1);
}

TEST_CASE("LeavesNoStainWhereAnotherPartCoversAll")
{
    // A lid of its own, flat on the ground's middle: below it, what counts is the ground alone.
    OcclusionMesh lid = sheet({-0.5F, 0.01F, 0.5F}, {1, 0, 0}, {0, 0, -1});
    const auto fixed = trace({ground(), lid});
    CHECK(at(ground(), fixed[0], {0, 0, 0}) < 0.2F);
    lid.places[0].body = 7;
    const auto loose = trace({ground(), lid});
    CHECK(at(ground(), loose[0], {0, 0, 0}) > 0.9F);
}

TEST_CASE("TakesTheLightestOfAMeshesPlaces")
{
    OcclusionMesh tile = sheet({-0.1F, 0, 0.1F}, {0.2F, 0, 0}, {0, 0, -0.2F}, 4);
    tile.places = {{movedBy(-0.89F, 0.001F, 0), 0}, {movedBy(0.5F, 0.001F, 0), 0}};
    const auto light = trace({tile, wall()});
    for (const float value : light[0])
        CHECK(value > 0.9F);
}

TEST_CASE("TakesMoreWhereTheStudiosLightComesFrom")
{
    const auto shadedBy = [](float side) {
        GroundLight light;
        light.towards = {{side * 0.8F, 0.6F, 0}, {side * 0.75F, 0.62F, 0.23F}, {side * 0.75F, 0.62F, -0.23F}};
        const std::vector<OcclusionMesh> meshes{ground(), wall(0.6F)};
        const auto traced = traceOcclusion(meshes, {{-1, 0, -1}, {1, 1, 1}}, {}, std::array{light});
        REQUIRE(traced.has_value());
        CHECK(at(ground(), (*traced)[0], {0.9F, 0, 0}) > 0.95F);
        return at(ground(), (*traced)[0], {-0.7F, 0, 0});
    };
    const float even = at(ground(), trace({ground(), wall(0.6F)})[0], {-0.7F, 0, 0});
    CHECK(shadedBy(-1) < even - 0.2F); // the wall stands on the left
    CHECK(shadedBy(1) > even + 0.02F);
}

TEST_CASE("GivesTheSameLightTwice") { CHECK(trace({ground(), wall(), back()}) == trace({ground(), wall(), back()})); }

TEST_CASE("FindsTheSameInAHurry")
{
    const auto thorough = trace({ground(), wall(), back()});
    const auto quick = trace({ground(), wall(), back()}, kQuickOcclusion);
    double off = 0;
    for (std::size_t i = 0; i < quick[0].size(); ++i)
        off += std::abs(quick[0][i] - thorough[0][i]) / static_cast<double>(quick[0].size());
    CHECK(off < 0.03);
}
