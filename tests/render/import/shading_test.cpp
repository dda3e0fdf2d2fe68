// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/geometry/Shading.h"

#include <algorithm>
#include <cmath>
#include <random>

using namespace vitrine;
using render::ScenePrimitive;
using render::Vector3;

namespace {

/// A strip of quads over the x axis that bends by `degrees` at each of its seams; every quad has corners of its own.
ScenePrimitive bentStrip(int quads, float degrees)
{
    ScenePrimitive strip;
    float x = 0;
    float y = 0;
    for (int i = 0; i < quads; ++i) {
        const float turn = static_cast<float>(i) * degrees * 3.14159265F / 180;
        const float nextX = x + std::cos(turn);
        const float nextY = y - std::sin(turn);
        const auto first = static_cast<std::uint32_t>(strip.positions.size());
        strip.positions.insert(strip.positions.end(), {{x, y, 1}, {nextX, nextY, 1}, {nextX, nextY, 0}, {x, y, 0}});
        strip.indices.insert(strip.indices.end(), {first, first + 1, first + 2, first, first + 2, first + 3});
        x = nextX;
        y = nextY;
    }
    return strip;
}

bool isNear(const Vector3 &a, const Vector3 &b)
{
    return std::ranges::all_of(std::array{0, 1, 2}, [&](int i) {
        return std::abs(a[static_cast<std::size_t>(i)] - b[static_cast<std::size_t>(i)]) < 1e-4F;
    });
}

std::vector<std::array<Vector3, 3>> trianglesOf(const ScenePrimitive &shape)
{
    std::vector<std::array<Vector3, 3>> triangles;
    for (std::size_t i = 0; i < shape.indices.size(); i += 3)
        triangles.push_back({shape.positions[shape.indices[i]], shape.positions[shape.indices[i + 1]],
                             shape.positions[shape.indices[i + 2]]});
    std::ranges::sort(triangles);
    return triangles;
}

} // namespace

TEST_CASE("A soft bend is shaded smoothly, a hard one keeps its edge")
{
    ScenePrimitive soft = bentStrip(2, 30);
    render::makeSmoothNormals(soft, 60);
    const float half = 15 * 3.14159265F / 180;
    CHECK(isNear(soft.normals[0], {0, 1, 0}));
    CHECK(isNear(soft.normals[1], {std::sin(half), std::cos(half), 0})); // Where the two meet, on either side.
    CHECK(isNear(soft.normals[4], soft.normals[1]));

    ScenePrimitive hard = bentStrip(2, 90);
    render::makeSmoothNormals(hard, 60);
    CHECK(isNear(hard.normals[1], {0, 1, 0}));
    CHECK(isNear(hard.normals[4], {1, 0, 0}));
}

TEST_CASE("A corner's normal does not depend on how its faces are cut into triangles")
{
    // The quad brings one triangle to one of its corners and two to the next.
    ScenePrimitive strip = bentStrip(2, 30);
    strip.indices = {0, 1, 3, 1, 2, 3, 4, 5, 6, 4, 6, 7};
    render::makeSmoothNormals(strip, 60);
    const float half = 15 * 3.14159265F / 180;
    CHECK(isNear(strip.normals[1], {std::sin(half), std::cos(half), 0}));
    CHECK(isNear(strip.normals[2], {std::sin(half), std::cos(half), 0}));
}

TEST_CASE("Zero and minus zero are one place")
{
    ScenePrimitive strip = bentStrip(2, 30);
    for (std::size_t i = 4; i < 8; ++i)
        strip.positions[i][2] = strip.positions[i][2] == 0 ? -0.0F : strip.positions[i][2];
    render::makeSmoothNormals(strip, 60);
    CHECK(isNear(strip.normals[2], strip.normals[7]));
}

TEST_CASE("Everything in one place is done in a moment")
{
    // Each corner compared with each would be ten thousand million comparisons.
    ScenePrimitive heap;
    for (std::uint32_t i = 0; i < 100'000; ++i) {
        const float turn = static_cast<float>(i);
        heap.positions.insert(
            heap.positions.end(),
            {{0, 0, 0}, {std::cos(turn), 0, std::sin(turn)}, {std::cos(turn + 1), 0, std::sin(turn + 1)}});
        heap.indices.insert(heap.indices.end(), {i * 3, i * 3 + 2, i * 3 + 1});
    }
    render::makeSmoothNormals(heap, 60);
    CHECK(isNear(heap.normals[0], {0, 1, 0}));
}

TEST_CASE("A shape sorted in space has the same triangles, one beside the other")
{
    ScenePrimitive shape = bentStrip(2'000, 0.1F);
    shape.colors.assign(shape.positions.size(), {});
    for (std::size_t i = 0; i < shape.positions.size(); ++i)
        shape.colors[i] = {shape.positions[i][0], 0, 0, 1};
    const auto before = trianglesOf(shape);
    std::vector<std::array<std::uint32_t, 3>> triangles;
    for (std::size_t i = 0; i < shape.indices.size(); i += 3)
        triangles.push_back({shape.indices[i], shape.indices[i + 1], shape.indices[i + 2]});
    std::mt19937 random(7);
    std::ranges::shuffle(triangles, random);
    for (std::size_t i = 0; i < triangles.size(); ++i)
        std::ranges::copy(triangles[i], shape.indices.begin() + static_cast<std::ptrdiff_t>(i * 3));

    render::sortSpatially(shape);
    CHECK(trianglesOf(shape) == before);
    float steps = 0;
    for (std::size_t i = 3; i < shape.indices.size(); i += 3)
        steps += std::abs(shape.positions[shape.indices[i]][0] - shape.positions[shape.indices[i - 3]][0]);
    CHECK(steps / static_cast<float>(triangles.size()) < 2); // Hundreds, in the order of chance.
    for (std::size_t i = 0; i < shape.positions.size(); ++i)
        CHECK(shape.colors[i][0] == shape.positions[i][0]);
}
