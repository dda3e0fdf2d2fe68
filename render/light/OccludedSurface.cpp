// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/OccludedSurface.h"

#include "render/Curves.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <thread>

namespace vitrine::render {
namespace {

/// Distances are in parts of the product's longest side.
constexpr float kReach = 0.6F;
constexpr float kLift = 2e-4F;
/// What a large triangle shows is the mean of many places on it, not what its corners touch.
constexpr std::size_t kMostOfTriangle = 256;
/// What another body takes away is counted in part: it may go, and would leave its stain.
constexpr float kOfOthers = 0.9F;
/// Of an even light, where this is left or less another body hides all.
constexpr float kHidden = 0.02F;
constexpr int kFitRounds = 3;

Float3 toFloat3(const Vector3 &v) { return {v[0], v[1], v[2]}; }
Vector3 toVector3(Float3 v) { return {v.x, v.y, v.z}; }

/// Rays from eight places at once.
struct Packet {
    std::array<Vector3, RayScene::kPacket> origins{};
    std::array<Float3, RayScene::kPacket> normals{};
    std::size_t count = 0;
};

struct Visible {
    std::array<float, RayScene::kPacket> share{};
};

/// Cosine-weighted.
Visible look(const Packet &packet, std::span<const OcclusionRay> rays, const RayScene &all, const RayScene *own,
             float side)
{
    std::array<float, RayScene::kPacket> sum{};
    std::array<float, RayScene::kPacket> free{};
    std::array<float, RayScene::kPacket> ofOthers{};
    std::array<Vector3, RayScene::kPacket> origins = packet.origins;
    for (std::size_t i = 0; i < packet.count; ++i)
        origins[i] = toVector3(toFloat3(origins[i]) + packet.normals[i] * (side * kLift));
    for (const auto &[direction, strength] : rays) {
        RayScene::Flags asked{};
        std::array<float, RayScene::kPacket> cosine{};
        bool isAny = false;
        for (std::size_t i = 0; i < packet.count; ++i) {
            cosine[i] = side * dot(packet.normals[i], toFloat3(direction));
            asked[i] = cosine[i] > 0.02F;
            cosine[i] *= strength;
            isAny = isAny || asked[i];
        }
        if (!isAny)
            continue;
        RayScene::Flags isHidden{};
        if (own != nullptr)
            isHidden = own->occluded(origins, direction, asked, kReach);
        RayScene::Flags others = asked;
        for (std::size_t i = 0; i < packet.count; ++i)
            others[i] = asked[i] && !isHidden[i];
        const RayScene::Flags met = all.occluded(origins, direction, others, kReach);
        for (std::size_t i = 0; i < packet.count; ++i) {
            if (!asked[i])
                continue;
            sum[i] += cosine[i];
            if (isHidden[i] || (own == nullptr && met[i]))
                continue;
            (met[i] ? ofOthers : free)[i] += cosine[i];
        }
    }
    Visible visible;
    for (std::size_t i = 0; i < packet.count; ++i) {
        const float whole = free[i] / std::max(sum[i], 1e-6F);
        const float other = ofOthers[i] / std::max(sum[i], 1e-6F);
        // What another body hides altogether is seen only when that is gone.
        const float counted = kOfOthers * smoothstep((whole - kHidden) / 0.06F);
        visible.share[i] = whole + (1 - counted) * other;
    }
    return visible;
}

} // namespace

OccludedSurface::OccludedSurface(const OcclusionMesh &mesh, std::span<const std::uint32_t> welded, const Matrix4 &world,
                                 const OcclusionFrame &frame)
    : m_mesh(&mesh)
    , m_welded(welded)
{
    m_positions.reserve(mesh.positions.size());
    for (const Vector3 &position : mesh.positions)
        m_positions.push_back(frame.place(world, position));
    const Float3 x{world[0], world[1], world[2]};
    const Float3 y{world[4], world[5], world[6]};
    const Float3 z{world[8], world[9], world[10]};
    m_outward = dot(cross(x, y), z) < 0 ? -1.0F : 1.0F;
}

float OccludedSurface::area() const
{
    float sum = 0;
    for (const OcclusionRange &range : m_mesh->ranges)
        for (std::uint32_t i = 0; !range.isGlass && !range.isTold && i + 2 < range.indexCount; i += 3) {
            const auto [a, b, c] = cornersOf(range.firstIndex + i);
            const Float3 across = cross(b - a, c - a);
            sum += std::sqrt(dot(across, across)) / 2;
        }
    return sum;
}

void OccludedSurface::sample(float density, std::size_t least)
{
    for (const OcclusionRange &range : m_mesh->ranges)
        for (std::uint32_t i = 0; !range.isGlass && !range.isTold && i + 2 < range.indexCount; i += 3)
            sampleTriangle(range.firstIndex + i, density, least, range);
}

void OccludedSurface::trace(const RayScene &all, const RayScene *own, std::span<const OcclusionRay> rays)
{
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        constexpr std::size_t kRun = 32 * RayScene::kPacket;
        for (std::size_t first = next.fetch_add(kRun); first < m_samples.size(); first = next.fetch_add(kRun))
            for (std::size_t at = first; at < std::min(first + kRun, m_samples.size()); at += RayScene::kPacket)
                tracePacket(at, all, own, rays);
    };
    std::thread other(work);
    work();
    other.join();
}

std::vector<float> OccludedSurface::fit(std::size_t weldedCount) const
{
    std::vector<float> value(weldedCount, 1.0F);
    std::vector<float> weight(weldedCount);
    std::vector<float> sum(weldedCount);
    for (int round = 0; round < kFitRounds; ++round) {
        std::ranges::fill(weight, 0.0F);
        std::ranges::fill(sum, 0.0F);
        for (const Sample &sample : m_samples) {
            const float off = sample.light - (round > 0 ? between(value, sample) : 0.0F);
            for (std::size_t i = 0; i < 3; ++i) {
                const float share = sample.weights[i] * sample.area * seen(sample);
                weight[sample.corners[i]] += share;
                sum[sample.corners[i]] += share * off;
            }
        }
        for (std::size_t i = 0; i < weldedCount; ++i)
            if (weight[i] > 0)
                value[i] = std::clamp((round > 0 ? value[i] : 0.0F) + sum[i] / weight[i], 0.0F, 1.0F);
    }
    spread(value);
    soften(value);
    return value;
}

float OccludedSurface::between(const std::vector<float> &value, const Sample &sample)
{
    float sum = 0;
    for (std::size_t i = 0; i < 3; ++i)
        sum += sample.weights[i] * value[sample.corners[i]];
    return sum;
}

/// Where no light gets to, no eye does: a large triangle is as light as the part of it that is seen.
float OccludedSurface::seen(const Sample &sample) { return std::max(sample.light, 0.01F); }

std::vector<float> OccludedSurface::meanAround(const std::vector<float> &value, const std::vector<bool> &isKnown) const
{
    std::vector<float> sum(value.size());
    std::vector<float> count(value.size());
    for (std::size_t i = 0; i + 2 < m_mesh->indices.size(); i += 3)
        for (std::size_t a = 0; a < 3; ++a)
            for (std::size_t b = 0; b < 3; ++b) {
                const std::uint32_t from = m_welded[m_mesh->indices[i + a]];
                const std::uint32_t to = m_welded[m_mesh->indices[i + b]];
                if (from != to && isKnown[from]) {
                    sum[to] += value[from];
                    count[to] += 1;
                }
            }
    for (std::size_t i = 0; i < value.size(); ++i)
        sum[i] = count[i] > 0 ? sum[i] / count[i] : -1;
    return sum;
}

void OccludedSurface::spread(std::vector<float> &value) const
{
    constexpr int kRounds = 4;
    constexpr float kUnseen = 0.05F;
    std::vector<float> area(value.size());
    std::vector<float> light(value.size());
    for (const Sample &sample : m_samples)
        for (std::size_t i = 0; i < 3; ++i) {
            area[sample.corners[i]] += sample.weights[i] * sample.area;
            light[sample.corners[i]] += sample.weights[i] * sample.area * sample.light;
        }
    std::vector<bool> isKnown(value.size());
    for (std::size_t i = 0; i < value.size(); ++i)
        isKnown[i] = light[i] > kUnseen * area[i];
    for (int round = 0; round < kRounds && std::ranges::contains(isKnown, false); ++round) {
        const std::vector<float> mean = meanAround(value, isKnown);
        for (std::size_t i = 0; i < value.size(); ++i)
            if (!isKnown[i] && mean[i] >= 0) {
                value[i] = mean[i];
                isKnown[i] = true;
            }
    }
}

void OccludedSurface::soften(std::vector<float> &value) const
{
    constexpr int kRounds = 6;
    constexpr float kUsual = 0.008F; // of a sample's square, off by what the triangles can well show
    std::vector<float> weight(value.size());
    std::vector<float> squares(value.size());
    for (const Sample &sample : m_samples) {
        const float off = sample.light - between(value, sample);
        for (std::size_t i = 0; i < 3; ++i) {
            const float share = sample.weights[i] * sample.area * seen(sample);
            weight[sample.corners[i]] += share;
            squares[sample.corners[i]] += share * off * off;
        }
    }
    const std::vector<bool> all(value.size(), true);
    for (int round = 0; round < kRounds; ++round) {
        const std::vector<float> mean = meanAround(value, all);
        for (std::size_t i = 0; i < value.size(); ++i) {
            const float off = weight[i] > 0 ? squares[i] / weight[i] : 0;
            if (mean[i] >= 0)
                value[i] += off / (off + kUsual) * (mean[i] - value[i]);
        }
    }
}

std::array<Float3, 3> OccludedSurface::cornersOf(std::size_t firstIndex) const
{
    std::array<Float3, 3> corners{};
    for (std::size_t i = 0; i < 3; ++i)
        corners[i] = toFloat3(m_positions[m_mesh->indices[firstIndex + i]]);
    return corners;
}

void OccludedSurface::sampleTriangle(std::size_t firstIndex, float density, std::size_t least,
                                     const OcclusionRange &range)
{
    const auto [a, b, c] = cornersOf(firstIndex);
    const Float3 across = cross(b - a, c - a);
    const float area = std::sqrt(dot(across, across)) / 2;
    if (!(area > 0) || !std::isfinite(area))
        return;
    // What a triangle is too small for is left to the next ones.
    m_due += std::min(area * density, static_cast<float>(kMostOfTriangle));
    const auto wanted = static_cast<std::size_t>(m_due);
    m_due -= static_cast<float>(wanted);
    const std::size_t count = std::max(wanted, least);
    if (count == 0)
        return;
    Sample sample;
    for (std::size_t i = 0; i < 3; ++i)
        sample.corners[i] = m_welded[m_mesh->indices[firstIndex + i]];
    sample.area = area / static_cast<float>(count);
    sample.reflectance = range.reflectance;
    const Float3 normal = across * (m_outward * 0.5F / area);
    for (std::size_t i = 0; i < count; ++i) {
        float u = 1.0F / 3;
        float v = 1.0F / 3;
        if (count > 1) {
            // Roberts' R2 sequence, folded into the triangle.
            const auto n = static_cast<float>(i);
            u = 0.5F + n * 0.754877669F - std::floor(0.5F + n * 0.754877669F);
            v = 0.5F + n * 0.569840296F - std::floor(0.5F + n * 0.569840296F);
            if (u + v > 1) {
                u = 1 - u;
                v = 1 - v;
            }
        }
        // Not on an edge, where another surface may stand in the very same plane.
        constexpr float kWithin = 0.92F;
        u = kWithin * u + (1 - kWithin) / 3;
        v = kWithin * v + (1 - kWithin) / 3;
        sample.weights = {1 - u - v, u, v};
        m_samples.push_back(sample);
        m_points.push_back(toVector3(a * (1 - u - v) + b * u + c * v));
        m_normals.push_back(normal);
        m_isTwoSided.push_back(range.isTwoSided);
    }
}

void OccludedSurface::tracePacket(std::size_t first, const RayScene &all, const RayScene *own,
                                  std::span<const OcclusionRay> rays)
{
    Packet packet;
    packet.count = std::min(RayScene::kPacket, m_samples.size() - first);
    bool isTwoSided = false;
    for (std::size_t i = 0; i < packet.count; ++i) {
        packet.origins[i] = m_points[first + i];
        packet.normals[i] = m_normals[first + i];
        isTwoSided = isTwoSided || m_isTwoSided[first + i];
    }
    const Visible front = look(packet, rays, all, own, 1);
    const Visible back = isTwoSided ? look(packet, rays, all, own, -1) : Visible{};
    for (std::size_t i = 0; i < packet.count; ++i) {
        Sample &sample = m_samples[first + i];
        const float open = m_isTwoSided[first + i] ? std::max(front.share[i], back.share[i]) : front.share[i];
        sample.light = litWithBounces(open, sample.reflectance);
    }
}

} // namespace vitrine::render
