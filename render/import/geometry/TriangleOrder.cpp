// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/geometry/TriangleOrder.h"

#include "render/import/geometry/ExposedOrder.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <array>
#include <vector>

namespace vitrine::render {
namespace {

/// From so many indices on a quicker order does: the best one takes seconds where vertices share no triangles.
constexpr std::size_t kQuickIndices = 3'000'000;
/// A small vertex cache of a first-in-first-out kind, as meshoptimizer's documentation measures by.
constexpr unsigned kCache = 16;
/// What a vertex that is transformed once more may save, in pixels of the views that overdraw is measured in.
constexpr std::uint64_t kPixelsOfVertex = 1;
/// Looking at all of them takes a second for as many triangles; one does for more.
constexpr std::size_t kMeasuredIndices = 600'000;
/// Of fewer, looking at one costs as much as of thousands.
constexpr std::size_t kFewestMeasured = 3 * 200;
/// How much worse the vertex cache may get in meshoptimizer's order: the best is taken.
constexpr std::array kThresholds{1.02F, 1.05F, 1.1F, 1.2F, 1.4F, 2.0F, 3.0F};
/// The longest runs of neighbours, in triangles, that are drawn by how much of them is seen: the best is taken.
constexpr std::array<std::size_t, 5> kRuns{8, 16, 32, 64, 192};

float ratio(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? 0 : static_cast<float>(static_cast<double>(part) / static_cast<double>(whole));
}

} // namespace

OrderCost &OrderCost::operator+=(const OrderCost &other)
{
    triangles += other.triangles;
    transformed += other.transformed;
    covered += other.covered;
    shaded += other.shaded;
    return *this;
}

float OrderCost::transforms() const { return ratio(transformed, triangles); }

float OrderCost::overdraw() const { return ratio(shaded, covered); }

OrderCost costOf(std::span<const std::uint32_t> indices, std::span<const Vector3> positions, bool countsSmall)
{
    OrderCost cost;
    if (indices.empty())
        return cost;
    cost.triangles = indices.size() / 3;
    cost.transformed =
        meshopt_analyzeVertexCache(indices.data(), indices.size(), positions.size(), kCache, 0, 0).vertices_transformed;
    if (indices.size() > kMeasuredIndices || (indices.size() < kFewestMeasured && !countsSmall))
        return cost;
    const auto drawn = meshopt_analyzeOverdraw(indices.data(), indices.size(), positions.front().data(),
                                               positions.size(), sizeof(Vector3));
    cost.covered = drawn.pixels_covered;
    cost.shaded = drawn.pixels_shaded;
    return cost;
}

void orderTriangles(std::span<std::uint32_t> indices, std::span<const Vector3> positions, OrderEffort effort)
{
    if (indices.empty())
        return;
    std::vector<std::uint32_t> cached(indices.size());
    if (indices.size() < kQuickIndices)
        meshopt_optimizeVertexCache(cached.data(), indices.data(), indices.size(), positions.size());
    else
        meshopt_optimizeVertexCacheFifo(cached.data(), indices.data(), indices.size(), positions.size(), kCache);
    const auto reorder = [&](std::uint32_t *into, float threshold) {
        meshopt_optimizeOverdraw(into, cached.data(), cached.size(), positions.front().data(), positions.size(),
                                 sizeof(Vector3), threshold);
    };
    reorder(indices.data(), 1.05F);
    if (effort == OrderEffort::Quick || indices.size() < kFewestMeasured || indices.size() > kMeasuredIndices)
        return;
    const auto price = [&](std::span<const std::uint32_t> order) {
        const OrderCost cost = costOf(order, positions, false);
        return cost.shaded + cost.transformed * kPixelsOfVertex;
    };
    std::uint64_t least = price(indices);
    const auto take = [&](std::span<const std::uint32_t> tried) {
        const std::uint64_t found = price(tried);
        if (found < least) {
            least = found;
            std::ranges::copy(tried, indices.begin());
        }
    };
    std::vector<std::uint32_t> tried(indices.size());
    for (const float threshold : kThresholds) {
        reorder(tried.data(), threshold);
        take(tried);
    }
    for (const std::size_t run : kRuns)
        take(exposedOrder(cached, positions, run));
}

} // namespace vitrine::render
