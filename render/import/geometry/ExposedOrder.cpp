// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/geometry/ExposedOrder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace vitrine::render {
namespace {

/// Of a picture, in pixels.
constexpr int kSide = 128;
constexpr std::size_t kCache = 16;
constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();

/// The first triangle of each run, and one past the last: a run ends where nothing of it is in the cache any more.
std::vector<std::size_t> runsOf(std::span<const std::uint32_t> indices, std::size_t vertices, std::size_t longestRun)
{
    std::vector<std::size_t> starts{0};
    std::vector<std::size_t> entered(vertices, 0); // when a vertex came into the cache
    std::size_t now = kCache + 1;
    for (std::size_t triangle = 0; triangle < indices.size() / 3; ++triangle) {
        int missed = 0;
        for (const std::uint32_t vertex : indices.subspan(triangle * 3, 3))
            if (now - entered[vertex] > kCache) {
                entered[vertex] = now++;
                ++missed;
            }
        if (triangle > 0 && (missed == 3 || triangle - starts.back() >= longestRun))
            starts.push_back(triangle);
    }
    starts.push_back(indices.size() / 3);
    return starts;
}

/// A triangle as it is drawn: x and y in pixels, z away from the eye.
using Corners = std::array<std::array<float, 3>, 3>;

float areaOf(const Corners &at)
{
    return (at[1][0] - at[0][0]) * (at[2][1] - at[0][1]) - (at[2][0] - at[0][0]) * (at[1][1] - at[0][1]);
}

/// What is nearest to an eye far away, by run.
class Picture
{
public:
    /// Counts what it covers in `drawn`, seen or not.
    void draw(const Corners &at, std::uint32_t run, std::uint64_t &drawn)
    {
        const float area = areaOf(at);
        const auto range = [&at](std::size_t axis) {
            const auto [low, high] = std::minmax({at[0][axis], at[1][axis], at[2][axis]});
            return std::pair(std::max(0, static_cast<int>(std::ceil(low - 0.5F))),
                             std::min(kSide - 1, static_cast<int>(std::floor(high - 0.5F))));
        };
        const auto [left, right] = range(0);
        const auto [top, bottom] = range(1);
        for (int y = top; y <= bottom; ++y)
            for (int x = left; x <= right; ++x) {
                std::array<float, 3> part{};
                for (std::size_t i = 0; i < 3; ++i) {
                    Corners rest = at;
                    rest[i] = {static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F, 0};
                    part[i] = areaOf(rest) / area;
                }
                if (std::ranges::min(part) < 0)
                    continue;
                ++drawn;
                const float depth = part[0] * at[0][2] + part[1] * at[1][2] + part[2] * at[2][2];
                Pixel &pixel = m_pixels[static_cast<std::size_t>(y) * kSide + static_cast<std::size_t>(x)];
                if (depth < pixel.depth)
                    pixel = {depth, run};
            }
    }
    void countSeen(std::vector<std::uint64_t> &seen) const
    {
        for (const Pixel &pixel : m_pixels)
            if (pixel.run != kNobody)
                ++seen[pixel.run];
    }

private:
    struct Pixel {
        float depth = std::numeric_limits<float>::max();
        std::uint32_t run = kNobody;
    };
    std::vector<Pixel> m_pixels = std::vector<Pixel>(std::size_t{kSide} * kSide);
};

/// For each run, how much is seen of what there is of it, from the six sides; 0 to 1.
std::vector<float> exposureOf(std::span<const std::uint32_t> indices, std::span<const Vector3> positions,
                              std::span<const std::size_t> starts)
{
    Vector3 low{};
    low.fill(std::numeric_limits<float>::max());
    float across = 0;
    for (const std::uint32_t vertex : indices)
        for (std::size_t axis = 0; axis < 3; ++axis)
            low[axis] = std::min(low[axis], positions[vertex][axis]);
    for (const std::uint32_t vertex : indices)
        for (std::size_t axis = 0; axis < 3; ++axis)
            across = std::max(across, positions[vertex][axis] - low[axis]);
    const float scale = across > 0 ? kSide / across : 0;

    std::vector<std::uint64_t> drawn(starts.size() - 1, 0);
    std::vector<std::uint64_t> seen(starts.size() - 1, 0);
    for (std::size_t along = 0; along < 3; ++along) {
        Picture fromAbove; // the end of the axis
        Picture fromBelow;
        for (std::size_t run = 0; run + 1 < starts.size(); ++run)
            for (std::size_t triangle = starts[run]; triangle < starts[run + 1]; ++triangle) {
                Corners at{};
                for (std::size_t corner = 0; corner < 3; ++corner)
                    for (std::size_t i = 0; i < 3; ++i) {
                        const std::size_t axis = (along + 1 + i) % 3;
                        at[corner][i] = (positions[indices[triangle * 3 + corner]][axis] - low[axis]) * scale;
                    }
                const float area = areaOf(at);
                if (area > 0)
                    for (auto &corner : at)
                        corner[2] = -corner[2];
                if (area != 0)
                    (area > 0 ? fromAbove : fromBelow).draw(at, static_cast<std::uint32_t>(run), drawn[run]);
            }
        fromAbove.countSeen(seen);
        fromBelow.countSeen(seen);
    }
    std::vector<float> exposure(drawn.size());
    for (std::size_t run = 0; run < drawn.size(); ++run)
        exposure[run] = static_cast<float>(static_cast<double>(seen[run]) /
                                           static_cast<double>(std::max<std::uint64_t>(drawn[run], 1)));
    return exposure;
}

} // namespace

std::vector<std::uint32_t> exposedOrder(std::span<const std::uint32_t> indices, std::span<const Vector3> positions,
                                        std::size_t longestRun)
{
    const std::vector<std::size_t> starts = runsOf(indices, positions.size(), longestRun);
    const std::vector<float> exposure = exposureOf(indices, positions, starts);
    std::vector<std::size_t> order(exposure.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t run) { return exposure[run]; });
    std::vector<std::uint32_t> sorted;
    sorted.reserve(indices.size());
    for (const std::size_t run : order) {
        const auto part = indices.subspan(starts[run] * 3, (starts[run + 1] - starts[run]) * 3);
        sorted.insert(sorted.end(), part.begin(), part.end());
    }
    return sorted;
}

} // namespace vitrine::render
