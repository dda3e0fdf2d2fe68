// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/ContactShadow.h"

#include "render/scene/WorldGeometry.h"

#include <QtMath>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

namespace vitrine::render {

namespace {

constexpr int kSize = ContactShadow::kSize;
constexpr auto kTexels = static_cast<std::size_t>(kSize) * kSize;

struct Slice {
    float top;      ///< Upper end, as a part of the product's height.
    float strength; ///< How much of the light a full cover at this height takes.
};
// Under the broad light. Low slices are thin: the eye judges by the line of contact whether a thing stands or floats.
constexpr std::array<Slice, 7> kBroadSlices{{
    {0.012F, 0.74F},
    {0.04F, 0.62F},
    {0.10F, 0.45F},
    {0.22F, 0.36F},
    {0.42F, 0.30F},
    {0.68F, 0.24F},
    {1.01F, 0.20F},
}};
// Under a key: all of it, the edge softer with the height.
constexpr std::array<Slice, 8> kKeySlices{{
    {0.03F, 1},
    {0.08F, 1},
    {0.16F, 1},
    {0.28F, 1},
    {0.42F, 1},
    {0.58F, 1},
    {0.78F, 1},
    {1.01F, 1},
}};
// How fast the broad light's shadow softens and leans away with height, in metres per metre.
constexpr float kBroadSoftening = 0.42F;
constexpr float kBroadLean = 0.272F;
// A lower key would throw its shadow out of the picture.
constexpr float kLowestKeyDegrees = 26;
// Below this the footprint's texels would show as steps.
constexpr float kLeastBlurTexels = 1.5F;
// How far below the foot it lies, as a part of its side: less than a pixel for the eye, more than the depth buffer's
// steps.
constexpr float kBelowFoot = 0.0003F;

/// How one light sees the product.
struct Cast {
    std::span<const Slice> slices;
    float leanX; ///< How far the shadow goes per metre of height.
    float leanZ;
    float softening; ///< Deviation of its blur per metre of height.
};

using Mask = std::vector<float>;

class Footprints
{
public:
    /// Above `leanHeight` the shadow leans no further: a tower's would leave the picture.
    Footprints(const ContactShadow &place, float height, float leanHeight, const Cast &cast)
        : m_place(place)
        , m_height(height)
        , m_leanHeight(leanHeight)
        , m_cast(cast)
        , m_masks(cast.slices.size(), Mask(kTexels, 0.0F))
    {
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
        const float above = point.y() - m_place.groundY;
        const float lean = std::min(above, m_leanHeight);
        return {(point.x() + lean * m_cast.leanX - m_place.centreX) * scale + kSize / 2.0F, above / m_height,
                (point.z() + lean * m_cast.leanZ - m_place.centreZ) * scale + kSize / 2.0F};
    }

    void mark(int x, int z, float y)
    {
        if (x < 0 || z < 0 || x >= kSize || z >= kSize)
            return;
        std::size_t slice = 0;
        while (slice + 1 < m_masks.size() && y > m_cast.slices[slice].top)
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
    float m_leanHeight;
    const Cast &m_cast;
    std::vector<Mask> m_masks;
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

/// Everything that may throw a shadow, in metres.
class Caster
{
public:
    explicit Caster(const Package &package)
    {
        const auto world = worldTransforms(package);
        for (std::size_t node = 0; node < world.size(); ++node) {
            if (package.nodes()[node].mesh == kNone)
                continue;
            const MeshReader mesh(package, package.meshes()[static_cast<std::size_t>(package.nodes()[node].mesh)]);
            std::vector<QVector3D> points(mesh.vertexCount());
            for (std::size_t vertex = 0; vertex < points.size(); ++vertex)
                points[vertex] = world[node].map(mesh.position(vertex));
            for (std::size_t corner = 0; corner + 2 < mesh.indexCount(); corner += 3)
                for (std::size_t i = 0; i < 3; ++i)
                    m_corners.push_back(points[mesh.index(corner + i)]);
        }
        const Bounds &bounds = package.info().bounds;
        const float x = bounds.max[0] - bounds.min[0];
        const float z = bounds.max[2] - bounds.min[2];
        height = bounds.max[1] - bounds.min[1];
        // A sheet that lies or stands has a height or a width all the same, and a grain of dust has the size it has.
        const float least = std::max({x, height, z}) * 1e-3F;
        const QVector3D origin = sceneOrigin(package);
        centreX = bounds.min[0] - origin.x() + x / 2;
        centreZ = bounds.min[2] - origin.z() + z / 2;
        foot = bounds.min[1] - origin.y();
        height = std::max({height, least, std::numeric_limits<float>::min()});
        width = std::max({x, z, least, std::numeric_limits<float>::min()});
    }

    /// How much of one light reaches each texel.
    Mask lightOf(const Cast &cast, const ContactShadow &place) const
    {
        // A tall thing's upper slices are so soft that they need no room of their own beyond its own width again.
        const float leanHeight = std::min(height, 2 * width);
        Footprints footprints(place, height, leanHeight, cast);
        for (std::size_t corner = 0; corner < m_corners.size(); corner += 3)
            footprints.add(m_corners[corner], m_corners[corner + 1], m_corners[corner + 2]);
        Mask light(kTexels, 1.0F);
        const float texelsPerMetre = kSize / place.side;
        float bottom = 0;
        for (std::size_t i = 0; i < cast.slices.size(); ++i) {
            const float middle = leanHeight * (bottom + std::min(cast.slices[i].top, 1.0F)) / 2;
            bottom = cast.slices[i].top;
            const Mask cover =
                blurred(footprints.mask(i), std::max({middle * cast.softening * texelsPerMetre,
                                                      0.006F * width * texelsPerMetre, kLeastBlurTexels}));
            for (std::size_t texel = 0; texel < kTexels; ++texel)
                light[texel] *= 1 - cast.slices[i].strength * cover[texel];
        }
        return light;
    }

    float height = 0;
    float width = 0;
    float centreX = 0;
    float centreZ = 0;
    float foot = 0;

private:
    std::vector<QVector3D> m_corners;
};

} // namespace

ContactShadow castContactShadow(const Package &package, const GroundKey &key)
{
    const Caster caster(package);
    const float leanHeight = std::min(caster.height, 2 * caster.width);
    const float yaw = qDegreesToRadians(key.yawDegrees);
    const float slope = 1 / std::tan(qDegreesToRadians(std::max(key.pitchDegrees, kLowestKeyDegrees)));
    const Cast broad{kBroadSlices, -std::sin(yaw) * kBroadLean, -std::cos(yaw) * kBroadLean, kBroadSoftening};
    const Cast narrow{kKeySlices, -std::sin(yaw) * slope, -std::cos(yaw) * slope,
                      qDegreesToRadians(key.softnessDegrees) * std::hypot(1.0F, slope) * 0.4F};
    const bool hasKey = key.strength > 0;
    const float reach = hasKey ? leanHeight * slope : 0;

    ContactShadow shadow;
    shadow.centreX = caster.centreX - std::sin(yaw) * reach * 0.4F;
    shadow.centreZ = caster.centreZ - std::cos(yaw) * reach * 0.4F;
    shadow.groundY = caster.foot;
    shadow.side = caster.width * 1.9F + leanHeight * 1.1F + reach * 0.7F;

    Mask light = caster.lightOf(broad, shadow);
    if (hasKey) {
        const Mask lit = caster.lightOf(narrow, shadow);
        for (std::size_t texel = 0; texel < kTexels; ++texel)
            light[texel] *= 1 - key.strength * (1 - lit[texel]);
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
