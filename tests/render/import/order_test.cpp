// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/geometry/ExposedOrder.h"
#include "render/import/geometry/TriangleOrder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <set>
#include <vector>

using namespace vitrine::render;

namespace {

struct Shape {
    std::vector<Vector3> positions;
    std::vector<std::uint32_t> indices;

    /// Of `steps` bands of twice as many squares that face outwards.
    void addBall(float radius, std::uint32_t steps, Vector3 middle = {})
    {
        const auto first = static_cast<std::uint32_t>(positions.size());
        const std::uint32_t around = 2 * steps;
        for (std::uint32_t band = 0; band <= steps; ++band)
            for (std::uint32_t side = 0; side < around; ++side) {
                const float up = std::numbers::pi_v<float> * static_cast<float>(band) / static_cast<float>(steps);
                const float turn = std::numbers::pi_v<float> * static_cast<float>(side) / static_cast<float>(steps);
                positions.push_back({middle[0] + radius * std::sin(up) * std::cos(turn),
                                     middle[1] + radius * std::cos(up),
                                     middle[2] + radius * std::sin(up) * std::sin(turn)});
            }
        for (std::uint32_t band = 0; band < steps; ++band)
            for (std::uint32_t side = 0; side < around; ++side) {
                const std::uint32_t at = first + band * around + side;
                const std::uint32_t next = first + band * around + (side + 1) % around;
                for (const std::uint32_t index : {at, next, next + around, at, next + around, at + around})
                    indices.push_back(index);
            }
    }
    std::multiset<std::array<std::uint32_t, 3>> triangles(std::span<const std::uint32_t> of) const
    {
        std::multiset<std::array<std::uint32_t, 3>> all;
        for (std::size_t i = 0; i < of.size(); i += 3)
            all.insert({of[i], of[i + 1], of[i + 2]});
        return all;
    }
    float overdraw(std::span<const std::uint32_t> of) const { return costOf(of, positions, true).overdraw(); }
};

/// Eight in a row: from either end all but one lie behind another.
Shape row()
{
    Shape shape;
    for (int i = 0; i < 8; ++i)
        shape.addBall(0.4F, 8, {static_cast<float>(i), 0, 0});
    return shape;
}

} // namespace

TEST_CASE("What is seen from outside is drawn before what it hides")
{
    Shape shape;
    shape.addBall(1, 8);
    const auto inner = static_cast<std::uint32_t>(shape.positions.size());
    shape.addBall(2, 8);
    const std::vector<std::uint32_t> order = exposedOrder(shape.indices, shape.positions, 8);
    CHECK(shape.triangles(order) == shape.triangles(shape.indices));
    const auto isInner = [inner](std::uint32_t index) { return index < inner; };
    CHECK(std::ranges::is_partitioned(order, [&](std::uint32_t index) { return !isInner(index); }));
    CHECK(std::ranges::is_partitioned(shape.indices, isInner)); // it was the other way round
    CHECK(shape.overdraw(shape.indices) > 1.1F);
    CHECK(shape.overdraw(order) < 1.05F);
}

TEST_CASE("Things in a row are drawn from its ends inwards")
{
    const Shape shape = row();
    const std::vector<std::uint32_t> order = exposedOrder(shape.indices, shape.positions, 512);
    CHECK(shape.triangles(order) == shape.triangles(shape.indices));
    CHECK(shape.overdraw(order) < shape.overdraw(shape.indices) * 0.9F);
}

TEST_CASE("The best of several orders keeps every triangle and shades no more than a quick one")
{
    const Shape shape = row();
    std::vector<std::uint32_t> quick = shape.indices;
    orderTriangles(quick, shape.positions, OrderEffort::Quick);
    std::vector<std::uint32_t> best = shape.indices;
    orderTriangles(best, shape.positions, OrderEffort::Best);
    const auto sorted = [](std::vector<std::uint32_t> indices) {
        std::ranges::sort(indices);
        return indices;
    };
    CHECK(sorted(best) == sorted(shape.indices));
    CHECK(shape.overdraw(best) < shape.overdraw(quick));
}

TEST_CASE("Triangles without an area or an extent have an order, too")
{
    Shape shape;
    shape.positions = {{1, 2, 3}, {1, 2, 3}, {1, 2, 3}};
    shape.indices = {0, 0, 0, 0, 1, 2};
    CHECK(exposedOrder(shape.indices, shape.positions, 1).size() == 6);
    CHECK(exposedOrder({}, shape.positions, 1).empty());
}
