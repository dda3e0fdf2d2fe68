// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/geometry/TriangleOrder.h"

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
/// Vertices transformed for each triangle, at most; what is worse without looking at overdraw stays so.
constexpr float kMostTransforms = 0.8F;
/// Looking at all of them takes a second for as many triangles; one does for more.
constexpr std::size_t kMeasuredIndices = 600'000;
/// Of fewer, looking at one costs as much as of thousands.
constexpr std::size_t kFewestMeasured = 3 * 200;
/// How much worse the vertex cache may get for less overdraw: the best is taken.
constexpr std::array kThresholds{1.02F, 1.05F, 1.1F, 1.2F, 1.4F, 2.0F, 3.0F};

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
    const auto overdraw = [&](const std::uint32_t *order) {
        return meshopt_analyzeOverdraw(order, indices.size(), positions.front().data(), positions.size(),
                                       sizeof(Vector3))
            .overdraw;
    };
    const auto transforms = [&](const std::uint32_t *order) {
        return meshopt_analyzeVertexCache(order, indices.size(), positions.size(), kCache, 0, 0).acmr;
    };
    std::vector<std::uint32_t> tried(indices.size());
    float least = overdraw(indices.data());
    for (const float threshold : kThresholds) {
        reorder(tried.data(), threshold);
        if (transforms(tried.data()) > kMostTransforms)
            continue;
        const float found = overdraw(tried.data());
        if (found < least) {
            least = found;
            std::ranges::copy(tried, indices.begin());
        }
    }
}

} // namespace vitrine::render
