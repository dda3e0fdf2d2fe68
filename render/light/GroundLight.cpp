// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/GroundLight.h"

#include "render/Curves.h"
#include "render/light/RayScene.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <thread>

namespace vitrine::render {
namespace {

using core::Result;

constexpr int kSize = kGroundTexels;
constexpr auto kTexels = static_cast<std::size_t>(kSize) * kSize;
constexpr int kSkyRays = 160;
constexpr float kThroughGlass = 0.45F;
// Lower light would throw its shadow out of the picture.
constexpr float kLowestDegrees = 26;
// How far below the foot the ground lies, as a part of its side: less than a pixel for the eye, more than the depth
// buffer's steps, so that a product with a floor of its own does not share the plane.
constexpr float kBelowFoot = 0.0003F;

constexpr std::array<Vector3, 1> kUpwards{{{0, 1, 0}}};

/// The middle of the product and its size: what rays are cast at is one unit wide.
struct Frame {
    Vector3 foot{};
    float width = 0;
    float height = 0;
    float tallness = 0; ///< Its height in widths, as far as that matters.

    explicit Frame(const Bounds &bounds)
    {
        const float x = bounds.max[0] - bounds.min[0];
        const float z = bounds.max[2] - bounds.min[2];
        foot = {bounds.min[0] + x / 2, bounds.min[1], bounds.min[2] + z / 2};
        height = bounds.max[1] - bounds.min[1];
        // A sheet that lies or stands has a height or a width all the same, and a grain of dust has the size it has.
        const float least = std::max({x, height, z}) * 1e-3F;
        height = std::max({height, least, std::numeric_limits<float>::min()});
        width = std::max({x, z, least, std::numeric_limits<float>::min()});
        // A tall thing's top is so far from the ground that its shadow needs no room beyond its own width again.
        tallness = std::min(height / width, 2.0F);
    }
};

/// The square of ground that a picture shows, relative to the frame's foot, in its widths.
struct Square {
    float centreX = 0;
    float centreZ = 0;
    float side = 0;

    /// The middle of a column or row, −0.5 to 0.5.
    static float part(int texel) { return (static_cast<float>(texel) + 0.5F) / kSize - 0.5F; }
    float xOf(int column) const { return centreX + part(column) * side; }
    float zOf(int row) const { return centreZ + part(row) * side; }
};

std::size_t texelAt(int x, int z) { return static_cast<std::size_t>(z) * kSize + static_cast<std::size_t>(x); }

/// Whatever the plan is, the picture's rim stays clear.
float rim(int x, int z)
{
    constexpr float kRim = 0.05F;
    return smoothstep((0.5F - std::abs(Square::part(x))) / kRim) *
           smoothstep((0.5F - std::abs(Square::part(z))) / kRim);
}

std::vector<Vector3> skyDirections()
{
    std::vector<Vector3> directions;
    for (int i = 0; i < kSkyRays; ++i) {
        const float r = std::sqrt((static_cast<float>(i) + 0.5F) / kSkyRays);
        const float angle = static_cast<float>(i) * kGoldenAngle;
        directions.push_back({r * std::cos(angle), std::sqrt(1 - r * r), r * std::sin(angle)});
    }
    return directions;
}

/// How far from the product the broad light's shadow has faded to nothing: within what a picture of the product shows,
/// for there it may not end with an edge. In widths.
float skyReach(const Frame &frame) { return 0.2F * std::max(1.0F, 0.6F * frame.tallness); }

/// Fades to nothing before the picture ends; u and v are −1 to 1.
float window(float u, float v) { return smoothstep((1 - std::hypot(u, v)) / 0.4F); }

/// Where most of a light comes from: its middle, and that of each narrow bundle with a good part of it (a lamp's).
std::vector<Vector3> guidesOf(std::span<const Vector3> directions)
{
    constexpr float kNarrow = 0.99F; // the cosine of eight degrees
    constexpr std::size_t kFewest = 24;
    struct Bundle {
        Vector3 first{};
        Vector3 sum{};
        std::size_t count = 0;
    };
    const auto along = [](const Vector3 &a, const Vector3 &b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; };
    std::vector<Bundle> bundles;
    Vector3 middle{};
    for (const Vector3 &direction : directions) {
        auto bundle =
            std::ranges::find_if(bundles, [&](const Bundle &known) { return along(known.first, direction) > kNarrow; });
        if (bundle == bundles.end())
            bundle = bundles.insert(bundle, {.first = direction});
        ++bundle->count;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            bundle->sum[axis] += direction[axis];
            middle[axis] += direction[axis];
        }
    }
    std::vector<Vector3> guides{middle};
    for (const Bundle &bundle : bundles)
        if (bundle.count * kFewest >= directions.size())
            guides.push_back(bundle.sum);
    return guides;
}

/// Where a light is even, a texel is the mean of its neighbours: first every fourth is asked for, then those between.
/// What is small enough to stand between them unseen lies where a ray along one of the light's guides meets something.
class Refinement
{
public:
    static constexpr int kCoarse = 4;

    /// `guided`: which part of the light's guides reaches each texel.
    explicit Refinement(std::span<const float> guided)
    {
        for (int z = 0; z < kSize; ++z)
            for (int x = 0; x < kSize; ++x)
                if (guided[texelAt(x, z)] < kWhole)
                    mark(x / kCoarse, z / kCoarse);
    }

    /// Of the texels that are `step` apart, and not twice that, those that must be asked for; gives the others their
    /// neighbours' mean.
    std::vector<std::size_t> next(std::vector<float> &light, int step) const
    {
        std::vector<std::size_t> asked;
        for (int z = 0; z < kSize; z += step)
            for (int x = 0; x < kSize; x += step) {
                if (step < kCoarse && x % (2 * step) == 0 && z % (2 * step) == 0)
                    continue;
                if (const auto mean = step < kCoarse ? meanAround(light, x, z, 2 * step) : std::nullopt)
                    light[texelAt(x, z)] = *mean;
                else
                    asked.push_back(texelAt(x, z));
            }
        return asked;
    }

private:
    static constexpr int kCells = kSize / kCoarse;
    static constexpr float kWhole = 0.999F; // a sum of shares

    void mark(int cellX, int cellZ)
    {
        for (int z = std::max(cellZ - 1, 0); z <= std::min(cellZ + 1, kCells - 1); ++z)
            for (int x = std::max(cellX - 1, 0); x <= std::min(cellX + 1, kCells - 1); ++x)
                m_isBelow[static_cast<std::size_t>(z) * kCells + static_cast<std::size_t>(x)] = true;
    }

    std::optional<float> meanAround(std::span<const float> light, int x, int z, int wide) const
    {
        constexpr float kEven = 0.02F;
        constexpr float kDark = 0.02F;
        const int left = x / wide * wide;
        const int back = z / wide * wide;
        if (left + wide >= kSize || back + wide >= kSize)
            return std::nullopt;
        const std::array<float, 4> corners{light[texelAt(left, back)], light[texelAt(left + wide, back)],
                                           light[texelAt(left, back + wide)], light[texelAt(left + wide, back + wide)]};
        const auto [least, most] = std::ranges::minmax(corners);
        const bool isBelow =
            m_isBelow[static_cast<std::size_t>(z / kCoarse) * kCells + static_cast<std::size_t>(x / kCoarse)];
        if (most - least > kEven || (isBelow && most > kDark))
            return std::nullopt;
        const float right = static_cast<float>(x - left) / static_cast<float>(wide);
        const float front = static_cast<float>(z - back) / static_cast<float>(wide);
        return std::lerp(std::lerp(corners[0], corners[1], right), std::lerp(corners[2], corners[3], right), front);
    }

    std::array<bool, std::size_t{kCells} * kCells> m_isBelow{};
};

static_assert(kSize % Refinement::kCoarse == 0);

class Ground
{
public:
    Ground(std::optional<RayScene> solid, std::optional<RayScene> glass)
        : m_solid(std::move(solid))
        , m_glass(std::move(glass))
    {
    }

    /// Which part of a light, given by the directions to it, reaches each texel.
    std::vector<float> lightOn(const Square &square, std::span<const Vector3> directions) const
    {
        const Refinement refinement(everywhere(square, guidesOf(directions)));
        std::vector<float> light(kTexels, 0.0F);
        for (int step = Refinement::kCoarse; step > 0; step /= 2)
            trace(square, directions, refinement.next(light, step), light);
        return light;
    }

    /// The same without sparing any ray.
    std::vector<float> everywhere(const Square &square, std::span<const Vector3> directions) const
    {
        std::vector<float> light(kTexels, 0.0F);
        std::vector<std::size_t> all(kTexels);
        std::iota(all.begin(), all.end(), std::size_t{0});
        trace(square, directions, all, light);
        return light;
    }

private:
    void trace(const Square &square, std::span<const Vector3> directions, std::span<const std::size_t> texels,
               std::vector<float> &light) const
    {
        const auto work = [&](std::size_t first) {
            for (std::size_t at = first * RayScene::kPacket; at < texels.size(); at += 2 * RayScene::kPacket)
                tracePacket(square, directions, texels.subspan(at, std::min(RayScene::kPacket, texels.size() - at)),
                            light);
        };
        std::thread other(work, 1);
        work(0);
        other.join();
    }

    void tracePacket(const Square &square, std::span<const Vector3> directions, std::span<const std::size_t> texels,
                     std::vector<float> &light) const
    {
        std::array<Vector3, RayScene::kPacket> origins{};
        RayScene::Flags asked{};
        for (std::size_t i = 0; i < texels.size(); ++i) {
            origins[i] = {square.xOf(static_cast<int>(texels[i] % kSize)), -kBelowFoot * square.side,
                          square.zOf(static_cast<int>(texels[i] / kSize))};
            asked[i] = true;
        }
        const float share = 1.0F / static_cast<float>(directions.size());
        std::array<float, RayScene::kPacket> sum{};
        for (const Vector3 &direction : directions) {
            const RayScene::Flags solid = m_solid ? m_solid->occluded(origins, direction, asked) : RayScene::Flags{};
            const RayScene::Flags glass = m_glass ? m_glass->occluded(origins, direction, asked) : RayScene::Flags{};
            for (std::size_t i = 0; i < texels.size(); ++i)
                sum[i] += solid[i] ? 0 : glass[i] ? share * kThroughGlass : share;
        }
        for (std::size_t i = 0; i < texels.size(); ++i)
            light[texels[i]] = sum[i];
    }

    std::optional<RayScene> m_solid;
    std::optional<RayScene> m_glass;
};

/// How far each texel is from the product's plan, in texels: there and back again, each step to one of eight
/// neighbours. The plan is what is covered from above, and what half of the sky is gone from: a sheet that stands
/// covers no texel.
std::vector<float> distancesFromPlan(std::vector<float> fromAbove, std::span<const float> sky)
{
    std::vector<float> &away = fromAbove;
    for (std::size_t texel = 0; texel < kTexels; ++texel)
        away[texel] = away[texel] < 1 || sky[texel] < 0.56F ? 0.0F : static_cast<float>(2 * kSize);
    const auto visit = [&](int x, int z, int step) {
        float &here = away[texelAt(x, z)];
        for (const auto &[dx, dz] : {std::pair(-1, 0), std::pair(-1, -1), std::pair(0, -1), std::pair(1, -1)}) {
            const int nearX = x + step * dx;
            const int nearZ = z + step * dz;
            if (nearX < 0 || nearZ < 0 || nearX >= kSize || nearZ >= kSize)
                continue;
            here = std::min(here,
                            away[texelAt(nearX, nearZ)] + std::hypot(static_cast<float>(dx), static_cast<float>(dz)));
        }
    };
    for (int z = 0; z < kSize; ++z)
        for (int x = 0; x < kSize; ++x)
            visit(x, z, 1);
    for (int z = kSize - 1; z >= 0; --z)
        for (int x = kSize - 1; x >= 0; --x)
            visit(x, z, -1);
    return fromAbove;
}

Square broadSquare(const Frame &frame) { return {0, 0, 1.1F + 2 * skyReach(frame)}; }

/// Moved and widened towards where most of a light's shadow falls.
Square squareOf(const Frame &frame, const GroundLight &light)
{
    Vector3 mean{};
    for (const Vector3 &towards : light.towards)
        for (std::size_t axis = 0; axis < 3; ++axis)
            mean[axis] += towards[axis] / static_cast<float>(light.towards.size());
    const float aside = std::hypot(mean[0], mean[2]);
    const float reach = frame.tallness * std::min(aside / mean[1], 1 / std::tan(radians(kLowestDegrees)));
    const float moved = aside > 0 ? reach * 0.4F / aside : 0;
    return {-mean[0] * moved, -mean[2] * moved, 1.9F + frame.tallness * 1.1F + reach * 0.7F};
}

GroundPicture picture(const Frame &frame, const GroundKey &key, const Square &square, std::span<const float> light)
{
    GroundPicture made;
    made.record.key = key;
    made.record.centreX = frame.foot[0] + square.centreX * frame.width;
    made.record.centreZ = frame.foot[2] + square.centreZ * frame.width;
    made.record.side = square.side * frame.width;
    made.record.groundY = frame.foot[1] - made.record.side * kBelowFoot;
    for (const float part : light)
        made.darkness.push_back(static_cast<std::uint8_t>(std::lround(std::clamp(1 - part, 0.0F, 1.0F) * 255)));
    return made;
}

/// Puts `change(x, z, light)` in place of each texel's light.
template <typename Change>
void forEachTexel(std::vector<float> &light, const Change &change)
{
    for (int z = 0; z < kSize; ++z)
        for (int x = 0; x < kSize; ++x) {
            float &texel = light[texelAt(x, z)];
            texel = change(x, z, texel);
        }
}

/// Each texel the mean of those that are no more than kSpread away, along rows; what lies beyond the picture is as its
/// rim. `stride` is the step from one texel to the next, `across` that from row to row.
void spreadAlong(std::span<float> light, std::size_t stride, std::size_t across)
{
    constexpr int kSpread = 1;
    std::array<float, kSize> line{};
    for (std::size_t row = 0; row < kSize; ++row) {
        const auto texel = [&](int at) -> float & {
            return light[row * across + static_cast<std::size_t>(std::clamp(at, 0, kSize - 1)) * stride];
        };
        for (int at = 0; at < kSize; ++at) {
            float sum = 0;
            for (int off = -kSpread; off <= kSpread; ++off)
                sum += texel(at + off);
            line[static_cast<std::size_t>(at)] = sum / (2 * kSpread + 1);
        }
        for (int at = 0; at < kSize; ++at)
            texel(at) = line[static_cast<std::size_t>(at)];
    }
}

/// A light of many directions is so many sharp shadows, one on the other: their edges show as a weave where the light
/// is half gone. There it is spread, three times for a bell's shape; what is lit or dark stays as it is.
void smoothPenumbra(std::vector<float> &light)
{
    std::vector<float> spread = light;
    for (int round = 0; round < 3; ++round) {
        spreadAlong(spread, 1, kSize);
        spreadAlong(spread, kSize, 1);
    }
    for (std::size_t texel = 0; texel < kTexels; ++texel) {
        const float share = smoothstep(20 * spread[texel] * (1 - spread[texel]));
        light[texel] += share * (spread[texel] - light[texel]);
    }
}

/// Nothing where there are no triangles.
Result<std::optional<RayScene>> sceneOf(const std::vector<Vector3> &positions, std::vector<std::uint32_t> indices)
{
    if (indices.empty())
        return std::nullopt;
    VITRINE_TRY(RayScene scene, RayScene::build(positions, std::move(indices)));
    return scene;
}

} // namespace

Result<std::vector<GroundPicture>> traceGround(Occluders occluders, const Bounds &bounds,
                                               std::span<const GroundLight> lights)
{
    const Frame frame(bounds);
    for (Vector3 &position : occluders.positions)
        for (std::size_t axis = 0; axis < 3; ++axis)
            position[axis] = (position[axis] - frame.foot[axis]) / frame.width;
    VITRINE_TRY(auto solid, sceneOf(occluders.positions, std::move(occluders.solid)));
    VITRINE_TRY(auto glass, sceneOf(occluders.positions, std::move(occluders.glass)));
    const Ground ground(std::move(solid), std::move(glass));

    std::vector<GroundPicture> pictures;
    const Square broad = broadSquare(frame);
    std::vector<float> sky = ground.lightOn(broad, skyDirections());
    const float reach = skyReach(frame) / broad.side * kSize;
    const std::vector<float> away = distancesFromPlan(ground.everywhere(broad, kUpwards), sky);
    smoothPenumbra(sky);
    forEachTexel(sky, [&](int x, int z, float light) {
        const float there = away[texelAt(x, z)];
        return 1 - (1 - light) * smoothstep(1 - there / reach) * rim(x, z);
    });
    pictures.push_back(picture(frame, {}, broad, sky));
    for (const GroundLight &from : lights) {
        if (from.towards.empty())
            continue;
        const Square square = squareOf(frame, from);
        std::vector<float> light = ground.lightOn(square, from.towards);
        smoothPenumbra(light);
        forEachTexel(light, [](int x, int z, float there) {
            return 1 - (1 - there) * window(2 * Square::part(x), 2 * Square::part(z));
        });
        pictures.push_back(picture(frame, from.key, square, light));
    }
    return pictures;
}

} // namespace vitrine::render
