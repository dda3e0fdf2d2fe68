// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/ContactShadow.h"

#include "render/scene/WorldGeometry.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vitrine::render {

namespace {

constexpr int kSize = ContactShadow::kSize;
constexpr auto kTexels = static_cast<std::size_t>(kSize) * kSize;

struct Slice {
    float top;      ///< Upper end, as a part of the product's height.
    float strength; ///< How much of the light a full cover at this height takes.
};
// Low slices are thin: the eye judges by the line of contact whether a thing stands or floats.
constexpr std::array<Slice, 7> kSlices{{
    {0.012F, 0.74F},
    {0.04F, 0.62F},
    {0.10F, 0.45F},
    {0.22F, 0.36F},
    {0.42F, 0.30F},
    {0.68F, 0.24F},
    {1.01F, 0.20F},
}};
// How fast the shadow softens and wanders off with height, in metres per metre; the key stands at the upper left.
constexpr float kSoftening = 0.42F;
constexpr float kDriftX = 0.26F;
constexpr float kDriftZ = -0.08F;
// Below this the footprint's texels would show as steps.
constexpr float kLeastBlurTexels = 1.5F;
// How far below the foot it lies, as a part of its side: less than a pixel for the eye, more than the depth buffer's
// steps.
constexpr float kBelowFoot = 0.0003F;

using Mask = std::vector<float>;

class Footprints
{
public:
    Footprints(const ContactShadow &place, float height)
        : m_place(place)
        , m_height(height)
    {
        for (Mask &mask : m_masks)
            mask.assign(kTexels, 0.0F);
    }

    void add(QVector3D a, QVector3D b, QVector3D c)
    {
        const QVector3D p = toTexels(a);
        const QVector3D q = toTexels(b);
        const QVector3D r = toTexels(c);
        // Edges first: an upright triangle covers no texel centre but still stands somewhere.
        line(p, q);
        line(q, r);
        line(r, p);
        fill(p, q, r);
    }

    const Mask &mask(std::size_t slice) const { return m_masks[slice]; }

private:
    /// x and z in texels, y as a part of the product's height.
    QVector3D toTexels(QVector3D point) const
    {
        const float scale = kSize / m_place.side;
        return {(point.x() - m_place.centreX) * scale + kSize / 2.0F, (point.y() - m_place.groundY) / m_height,
                (point.z() - m_place.centreZ) * scale + kSize / 2.0F};
    }

    void mark(int x, int z, float y)
    {
        if (x < 0 || z < 0 || x >= kSize || z >= kSize)
            return;
        std::size_t slice = 0;
        while (slice + 1 < kSlices.size() && y > kSlices[slice].top)
            ++slice;
        m_masks[slice][static_cast<std::size_t>(z) * kSize + static_cast<std::size_t>(x)] = 1.0F;
    }

    void line(QVector3D from, QVector3D to)
    {
        const float length = std::max(std::abs(to.x() - from.x()), std::abs(to.z() - from.z()));
        // An upright edge is followed in height, so that every slice it passes through is marked.
        const int steps = std::clamp(static_cast<int>(std::max(length, std::abs(to.y() - from.y()) * 24)) + 1, 1, 512);
        for (int i = 0; i <= steps; ++i) {
            const QVector3D point = from + (to - from) * (static_cast<float>(i) / static_cast<float>(steps));
            mark(static_cast<int>(std::floor(point.x())), static_cast<int>(std::floor(point.z())), point.y());
        }
    }

    void fill(QVector3D p, QVector3D q, QVector3D r)
    {
        const float area = (q.x() - p.x()) * (r.z() - p.z()) - (r.x() - p.x()) * (q.z() - p.z());
        if (std::abs(area) < 0.5F)
            return;
        const auto low = [](float a, float b, float c) { return static_cast<int>(std::floor(std::min({a, b, c}))); };
        const auto high = [](float a, float b, float c) { return static_cast<int>(std::ceil(std::max({a, b, c}))); };
        const int lastZ = std::min(high(p.z(), q.z(), r.z()), kSize - 1);
        const int lastX = std::min(high(p.x(), q.x(), r.x()), kSize - 1);
        for (int z = std::max(low(p.z(), q.z(), r.z()), 0); z <= lastZ; ++z) {
            for (int x = std::max(low(p.x(), q.x(), r.x()), 0); x <= lastX; ++x) {
                const float cx = static_cast<float>(x) + 0.5F;
                const float cz = static_cast<float>(z) + 0.5F;
                const float wq = ((cx - p.x()) * (r.z() - p.z()) - (r.x() - p.x()) * (cz - p.z())) / area;
                const float wr = ((q.x() - p.x()) * (cz - p.z()) - (cx - p.x()) * (q.z() - p.z())) / area;
                if (wq >= 0 && wr >= 0 && wq + wr <= 1)
                    mark(x, z, p.y() + wq * (q.y() - p.y()) + wr * (r.y() - p.y()));
            }
        }
    }

    const ContactShadow &m_place;
    float m_height;
    std::array<Mask, kSlices.size()> m_masks;
};

/// One direction of a box blur; `stride` apart are neighbours, `lineStride` apart the lines.
void boxBlur(const Mask &from, Mask &to, int radius, std::size_t stride, std::size_t lineStride)
{
    const float share = 1.0F / static_cast<float>(2 * radius + 1);
    for (std::size_t lineIndex = 0; lineIndex < kSize; ++lineIndex) {
        const float *source = &from[lineIndex * lineStride];
        float *target = &to[lineIndex * lineStride];
        const auto at = [&](int i) {
            return i < 0 || i >= kSize ? 0.0F : source[static_cast<std::size_t>(i) * stride];
        };
        float sum = 0;
        for (int i = -radius; i < radius; ++i)
            sum += at(i);
        for (int i = 0; i < kSize; ++i) {
            sum += at(i + radius);
            target[static_cast<std::size_t>(i) * stride] = sum * share;
            sum -= at(i - radius);
        }
    }
}

/// Three box blurs come near to a Gaussian of this deviation.
Mask blurred(const Mask &mask, float deviationTexels)
{
    const int radius = static_cast<int>(std::lround((std::sqrt(4 * deviationTexels * deviationTexels + 1) - 1) / 2));
    if (radius < 1)
        return mask;
    Mask first = mask;
    Mask second(kTexels);
    for (int pass = 0; pass < 3; ++pass) {
        boxBlur(first, second, radius, 1, kSize);
        boxBlur(second, first, radius, kSize, 1);
    }
    return first;
}

/// Fades to nothing before the picture ends.
float window(int x, int z)
{
    const float u = (static_cast<float>(x) + 0.5F) / kSize * 2 - 1;
    const float v = (static_cast<float>(z) + 0.5F) / kSize * 2 - 1;
    const float t = std::clamp((1 - std::hypot(u, v)) / 0.4F, 0.0F, 1.0F);
    return t * t * (3 - 2 * t);
}

} // namespace

ContactShadow castContactShadow(const Package &package)
{
    const Bounds &bounds = package.info().bounds;
    const float height = std::max(bounds.max[1] - bounds.min[1], 1e-4F);
    const float width = std::max({bounds.max[0] - bounds.min[0], bounds.max[2] - bounds.min[2], 1e-4F});

    ContactShadow shadow;
    shadow.centreX = (bounds.min[0] + bounds.max[0]) / 2;
    shadow.centreZ = (bounds.min[2] + bounds.max[2]) / 2;
    shadow.groundY = bounds.min[1];
    // A tall thing's upper slices are so soft that they need no room of their own beyond its own width again.
    shadow.side = width * 1.9F + std::min(height, 2 * width) * 1.1F;

    Footprints footprints(shadow, height);
    const auto world = worldTransforms(package);
    for (std::size_t node = 0; node < world.size(); ++node) {
        if (package.nodes()[node].mesh == kNone)
            continue;
        const MeshReader mesh(package, package.meshes()[static_cast<std::size_t>(package.nodes()[node].mesh)]);
        std::vector<QVector3D> points(mesh.vertexCount());
        for (std::size_t vertex = 0; vertex < points.size(); ++vertex)
            points[vertex] = world[node].map(mesh.position(vertex));
        for (std::size_t corner = 0; corner + 2 < mesh.indexCount(); corner += 3)
            footprints.add(points[mesh.index(corner)], points[mesh.index(corner + 1)], points[mesh.index(corner + 2)]);
    }

    Mask light(kTexels, 1.0F);
    const float texelsPerMetre = kSize / shadow.side;
    float bottom = 0;
    for (std::size_t i = 0; i < kSlices.size(); ++i) {
        const float middle = std::min(height, 2 * width) * (bottom + std::min(kSlices[i].top, 1.0F)) / 2;
        bottom = kSlices[i].top;
        const Mask cover = blurred(footprints.mask(i), std::max({middle * kSoftening * texelsPerMetre,
                                                                 0.006F * width * texelsPerMetre, kLeastBlurTexels}));
        const int dx = static_cast<int>(std::lround(middle * kDriftX * texelsPerMetre));
        const int dz = static_cast<int>(std::lround(middle * kDriftZ * texelsPerMetre));
        for (int z = 0; z < kSize; ++z) {
            for (int x = 0; x < kSize; ++x) {
                const int fromX = x - dx;
                const int fromZ = z - dz;
                if (fromX < 0 || fromZ < 0 || fromX >= kSize || fromZ >= kSize)
                    continue;
                light[static_cast<std::size_t>(z) * kSize + static_cast<std::size_t>(x)] *=
                    1 - kSlices[i].strength *
                            cover[static_cast<std::size_t>(fromZ) * kSize + static_cast<std::size_t>(fromX)];
            }
        }
    }

    // A product with a floor of its own would otherwise share the plane, and show the shadow in patches.
    shadow.groundY -= shadow.side * kBelowFoot;
    shadow.darkness.resize(kTexels);
    for (int z = 0; z < kSize; ++z) {
        for (int x = 0; x < kSize; ++x) {
            const std::size_t texel = static_cast<std::size_t>(z) * kSize + static_cast<std::size_t>(x);
            const float value = std::clamp((1 - light[texel]) * window(x, z), 0.0F, 1.0F);
            shadow.darkness[texel] = static_cast<std::uint8_t>(std::lround(value * 255));
        }
    }
    return shadow;
}

} // namespace vitrine::render
