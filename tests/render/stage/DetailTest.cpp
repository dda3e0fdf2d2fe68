// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/geometry/LodBuilder.h"
#include "render/import/geometry/Shading.h"
#include "render/import/geometry/Transform.h"
#include "render/scene/LevelOfDetail.h"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstring>
#include <functional>
#include <numbers>

using namespace vitrine::render;

namespace {

constexpr float kPi = std::numbers::pi_v<float>;

/// A closed surface over a grid of two angles, smooth but where its function is not.
ScenePrimitive surface(std::uint32_t columns, std::uint32_t rows, const std::function<Vector3(float, float)> &at)
{
    ScenePrimitive primitive;
    for (std::uint32_t row = 0; row <= rows; ++row)
        for (std::uint32_t column = 0; column <= columns; ++column) {
            const float u = static_cast<float>(column % columns) / static_cast<float>(columns);
            const float v = static_cast<float>(row) / static_cast<float>(rows);
            primitive.positions.push_back(at(u, v));
            primitive.texCoords[0].push_back({static_cast<float>(column) / static_cast<float>(columns), v});
        }
    for (std::uint32_t row = 0; row < rows; ++row)
        for (std::uint32_t column = 0; column < columns; ++column) {
            const std::uint32_t corner = row * (columns + 1) + column;
            for (const std::uint32_t index :
                 {corner, corner + 1, corner + columns + 2, corner, corner + columns + 2, corner + columns + 1})
                primitive.indices.push_back(index);
        }
    makeSmoothNormals(primitive, 60);
    return primitive;
}

Vector3 turned(float radius, float height, float u)
{
    return {radius * std::cos(2 * kPi * u), height, radius * std::sin(2 * kPi * u)};
}

Vector3 vase(float u, float v) { return turned(0.06F + 0.03F * std::sin(2 * kPi * v) * (1 - 0.4F * v), 0.3F * v, u); }
/// A ring of cords.
Vector3 rope(float u, float v)
{
    const float small = 0.02F * (1 + 0.25F * std::cos(8 * 2 * kPi * (u + v)));
    return turned(0.12F + small * std::cos(2 * kPi * v), small * std::sin(2 * kPi * v), u);
}
/// Teeth with edges.
Vector3 gear(float u, float v)
{
    const float tooth = std::sin(24 * 2 * kPi * u) > 0 ? 0.1F : 0.085F;
    const float radius = v < 0.2F ? tooth * v / 0.2F : v > 0.8F ? tooth * (1 - v) / 0.2F : tooth;
    return turned(radius, v < 0.2F ? 0 : v > 0.8F ? 0.02F : 0.02F * (v - 0.2F) / 0.6F, u);
}
Vector3 stone(float u, float v)
{
    const float bump = 1 + 0.12F * std::sin(5 * 2 * kPi * u) * std::sin(3 * kPi * v) + 0.02F * std::cos(40 * kPi * v);
    return turned(0.1F * bump * std::sin(kPi * v), 0.1F * bump * std::cos(kPi * v), u);
}

std::vector<Vector3> positionsOf(const BuiltMesh &mesh)
{
    std::vector<Vector3> positions(mesh.record.vertexCount);
    for (std::size_t i = 0; i < positions.size(); ++i)
        std::memcpy(&positions[i], mesh.vertices.data() + i * mesh.record.vertexStride, sizeof(Vector3));
    return positions;
}

/// Which pixels a shape covers, seen from afar along one direction.
class Mask
{
public:
    Mask(std::span<const Vector3> positions, std::span<const std::uint32_t> indices, float pixelsPerUnit, float yaw,
         float pitch)
        : m_pixels(static_cast<std::size_t>(kSide) * kSide)
    {
        std::vector<std::array<float, 2>> points;
        for (const Vector3 &p : positions) {
            const float x = p[0] * std::cos(yaw) + p[2] * std::sin(yaw);
            const float z = p[2] * std::cos(yaw) - p[0] * std::sin(yaw);
            const float y = p[1] * std::cos(pitch) - z * std::sin(pitch);
            points.push_back({x * pixelsPerUnit + kSide / 2.0F, y * pixelsPerUnit + kSide / 2.0F});
        }
        for (std::size_t i = 0; i < indices.size(); i += 3)
            fill(points[indices[i]], points[indices[i + 1]], points[indices[i + 2]]);
    }

    bool at(int x, int y) const
    {
        return x >= 0 && y >= 0 && x < kSide && y < kSide &&
               m_pixels[static_cast<std::size_t>(y) * kSide + static_cast<std::size_t>(x)];
    }
    /// How many of its pixels have none of the other's in their place or right beside it.
    int beyond(const Mask &other) const
    {
        int count = 0;
        for (int y = 0; y < kSide; ++y)
            for (int x = 0; x < kSide; ++x) {
                bool isNear = false;
                for (int near = 0; near < 9 && !isNear; ++near)
                    isNear = other.at(x + near % 3 - 1, y + near / 3 - 1);
                count += at(x, y) && !isNear ? 1 : 0;
            }
        return count;
    }
    int size() const { return static_cast<int>(std::ranges::count(m_pixels, true)); }

private:
    static constexpr int kSide = 1024;
    using Point = std::array<float, 2>;

    void fill(const Point &a, const Point &b, const Point &c)
    {
        const auto side = [](const Point &p, const Point &q, float x, float y) {
            return (q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0]);
        };
        const auto low = [&](std::size_t i) { return std::max(0, static_cast<int>(std::min({a[i], b[i], c[i]}))); };
        const auto high = [&](std::size_t i) {
            return std::min(kSide - 1, static_cast<int>(std::max({a[i], b[i], c[i]})));
        };
        for (int y = low(1); y <= high(1); ++y)
            for (int x = low(0); x <= high(0); ++x) {
                const float px = static_cast<float>(x) + 0.5F;
                const float py = static_cast<float>(y) + 0.5F;
                const std::array sides{side(a, b, px, py), side(b, c, px, py), side(c, a, px, py)};
                if (std::ranges::all_of(sides, [](float s) { return s >= 0; }) ||
                    std::ranges::all_of(sides, [](float s) { return s <= 0; }))
                    m_pixels[static_cast<std::size_t>(y) * kSide + static_cast<std::size_t>(x)] = true;
            }
    }

    std::vector<bool> m_pixels;
};

std::vector<LodRecord> levels()
{
    std::vector<LodRecord> lods(3);
    lods[0].error = 0.001F;
    lods[1].error = 0.002F;
    lods[2].error = 0.004F;
    return lods;
}

} // namespace

TEST_CASE("AtTheSwitchNoOutlineMovesByMoreThanAPixel")
{
    for (const auto &shape : {vase, rope, gear, stone}) {
        std::vector<ScenePrimitive> primitives;
        primitives.push_back(surface(240, 120, shape));
        const BuiltMesh mesh = buildMesh(std::move(primitives));
        const auto lods = buildLods(mesh);
        REQUIRE(lods);
        REQUIRE(lods->size() >= 3);
        const auto positions = positionsOf(mesh);
        int compared = 0;
        for (const BuiltLod &lod : *lods) {
            CHECK(lod.error > 0);
            const float pixelsPerMetre = 1 / lod.error;
            if (pixelsPerMetre > 20000) // Little of it is in the picture there.
                continue;
            for (const auto &[yaw, pitch] : {std::pair{0.3F, 0.2F}, {1.9F, 1.0F}, {4.0F, -0.5F}}) {
                const Mask fine(positions, mesh.indices, pixelsPerMetre, yaw, pitch);
                const Mask coarse(positions, lod.indices, pixelsPerMetre, yaw, pitch);
                REQUIRE(fine.size() > 30);
                CHECK(fine.beyond(coarse) == 0);
                CHECK(coarse.beyond(fine) == 0);
                ++compared;
            }
        }
        INFO(mesh.indices.size() << " indices, " << lods->size() << " levels, last off by " << lods->back().error);
        CHECK(compared >= 6);
    }
}

TEST_CASE("EachLevelHasAThirdFewerTrianglesAtLeast")
{
    std::vector<ScenePrimitive> primitives;
    primitives.push_back(surface(240, 120, vase));
    const BuiltMesh mesh = buildMesh(std::move(primitives));
    const auto lods = buildLods(mesh);
    REQUIRE(lods);
    std::size_t before = mesh.indices.size();
    float error = 0;
    for (const BuiltLod &lod : *lods) {
        CHECK(lod.indices.size() * 3 <= before * 2);
        CHECK(lod.error >= error);
        CHECK(lod.ranges == std::vector{static_cast<std::uint32_t>(lod.indices.size())});
        before = lod.indices.size();
        error = lod.error;
    }
    CHECK(before < mesh.indices.size() / 16);
}

TEST_CASE("WhereMaterialsMeetNoGapOpens")
{
    std::vector<ScenePrimitive> halves;
    for (const bool isUpper : {false, true})
        halves.push_back(surface(200, 60, [&](float u, float v) { return vase(u, isUpper ? 0.5F + v / 2 : v / 2); }));
    const BuiltMesh mesh = buildMesh(std::move(halves));
    const auto positions = positionsOf(mesh);
    const auto seam = [&](std::span<const std::uint32_t> indices) {
        std::vector<Vector3> points;
        for (const std::uint32_t index : indices)
            if (std::abs(positions[index][1] - 0.15F) < 1e-6F)
                points.push_back(positions[index]);
        std::ranges::sort(points);
        points.erase(std::ranges::unique(points).begin(), points.end());
        return points;
    };
    const auto lods = buildLods(mesh);
    REQUIRE(lods);
    REQUIRE(lods->size() >= 2);
    const auto whole = seam(mesh.indices);
    REQUIRE(whole.size() == 200);
    for (const BuiltLod &lod : *lods) {
        REQUIRE(lod.ranges.size() == 2);
        CHECK(seam(std::span(lod.indices).first(lod.ranges[0])) == whole);
        CHECK(seam(std::span(lod.indices).subspan(lod.ranges[0])) == whole);
    }
}

TEST_CASE("FewTrianglesAreLeftAsTheyAre")
{
    std::vector<ScenePrimitive> primitives;
    primitives.push_back(surface(12, 8, stone));
    const auto lods = buildLods(buildMesh(std::move(primitives)));
    REQUIRE(lods);
    CHECK(lods->empty());
}

TEST_CASE("TheCoarsestLevelIsTakenThatIsOffByNoMoreThanTheTolerance")
{
    const auto lods = levels();
    CHECK(chooseLevel(lods, 2000, 1, 0) == 0);
    CHECK(chooseLevel(lods, 700, 1, 0) == 1);
    CHECK(chooseLevel(lods, 300, 1, 0) == 2);
    CHECK(chooseLevel(lods, 10, 1, 0) == 3);
    CHECK(chooseLevel(lods, 700, 0.25F, 3) == 0);
}

TEST_CASE("WithNoToleranceTheMeshIsShownAsItIs") { CHECK(chooseLevel(levels(), 0.001F, 0, 3) == 0); }

TEST_CASE("ALevelStaysUntilItIsTooCoarseOrACoarserOneIsGoodEnoughByAMargin")
{
    const auto lods = levels();
    CHECK(chooseLevel(lods, 900, 1, 0) == 0); // 0.9 pixels: good enough to stay, not to come
    CHECK(chooseLevel(lods, 900, 1, 1) == 1);
    CHECK(chooseLevel(lods, 1100, 1, 1) == 0);
    CHECK(chooseLevel(lods, 700, 1, 0) == 1);
}

TEST_CASE("PixelsAreCountedWhereTheMeshIsNearest")
{
    const Bounds box{{-1, -1, -1}, {1, 1, 1}};
    const Viewpoint view{{0, 0, 500}, {0, 0, -1}, 1000, 1};
    QMatrix4x4 world;
    world.scale(100); // a cube of 200
    CHECK(std::abs(pixelsPerUnit(view, box, world) - 1000.0F * 100 / 400) < 0.01F);
    world.translate(0, 0, -2);
    CHECK(std::abs(pixelsPerUnit(view, box, world) - 1000.0F * 100 / 600) < 0.01F);
    world.translate(0, 0, 7); // the eye is within
    CHECK(std::isinf(pixelsPerUnit(view, box, world)));
    CHECK(chooseLevel(levels(), pixelsPerUnit(view, box, world), 1, 2) == 0);
}
