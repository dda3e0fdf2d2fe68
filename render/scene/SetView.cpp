// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/SetView.h"

#include "render/package/MaterialSupport.h"
#include "render/scene/WorldGeometry.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <utility>

namespace vitrine::render {

namespace {

/// What has more is shown without, or opening it would take longer than a moment.
constexpr std::uint64_t kMostTriangles = 600'000;
/// How far within a camera has to stand, in parts of the set's size.
constexpr float kRim = 0.05F;
/// Of the surface, by which the open place is found.
constexpr std::size_t kSurfacePoints = 6'000;

struct Axes {
    Float3 across;
    Float3 down;
    Float3 ahead;
};

/// As cubeDirection() has them.
constexpr std::array<Axes, 6> kFaces = {{{{0, 0, -1}, {0, -1, 0}, {1, 0, 0}},
                                         {{0, 0, 1}, {0, -1, 0}, {-1, 0, 0}},
                                         {{1, 0, 0}, {0, 0, 1}, {0, 1, 0}},
                                         {{1, 0, 0}, {0, 0, -1}, {0, -1, 0}},
                                         {{1, 0, 0}, {0, -1, 0}, {0, 0, 1}},
                                         {{-1, 0, 0}, {0, -1, 0}, {0, 0, -1}}}};

Float3 toFloat3(const Vector3 &v) { return {v[0], v[1], v[2]}; }
Float3 toFloat3(const QVector3D &v) { return {v.x(), v.y(), v.z()}; }
float &component(Float3 &v, int axis) { return axis == 0 ? v.x : axis == 1 ? v.y : v.z; }

/// What is looked through hides nothing.
bool isDrawn(const MaterialRecord &material) { return !isSeenThrough(material); }

using Polygon = std::vector<Float3>;

/// What of a triangle lies ahead of the eye.
void clipNear(const std::array<Float3, 3> &corners, float nearest, Polygon &out)
{
    out.clear();
    for (std::size_t i = 0; i < 3; ++i) {
        const Float3 a = corners[i];
        const Float3 b = corners[(i + 1) % 3];
        if (a.z >= nearest)
            out.push_back(a);
        if ((a.z >= nearest) != (b.z >= nearest))
            out.push_back(mix(a, b, (nearest - a.z) / (b.z - a.z)));
    }
}

/// A face of the cube with what is nearest in it so far.
struct Canvas {
    std::vector<std::uint32_t> &seen;
    std::vector<float> &nearness; ///< 1 ÷ distance along the axis.

    /// Corners as texel, texel, nearness: all three are even over the picture.
    void fill(Float3 a, Float3 b, Float3 c, std::uint32_t triangle) const
    {
        constexpr auto kSide = static_cast<float>(SetView::kSide);
        const float area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        if (!(std::abs(area) >= 1e-9F)) // NaN is none either
            return;
        const auto bound = [=](float value) { return static_cast<int>(std::clamp(value, 0.0F, kSide)); };
        const int left = bound(std::ceil(std::min({a.x, b.x, c.x}) - 0.5F));
        const int right = bound(std::ceil(std::max({a.x, b.x, c.x}) - 0.5F));
        const int top = bound(std::ceil(std::min({a.y, b.y, c.y}) - 0.5F));
        const int bottom = bound(std::ceil(std::max({a.y, b.y, c.y}) - 0.5F));
        for (int row = top; row < bottom; ++row) {
            const float y = static_cast<float>(row) + 0.5F;
            for (int column = left; column < right; ++column) {
                const float x = static_cast<float>(column) + 0.5F;
                const float v = ((x - a.x) * (c.y - a.y) - (y - a.y) * (c.x - a.x)) / area;
                const float w = ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / area;
                if (v < 0 || w < 0 || v + w > 1)
                    continue;
                const float near = a.z + (b.z - a.z) * v + (c.z - a.z) * w;
                const std::size_t at =
                    static_cast<std::size_t>(row) * SetView::kSide + static_cast<std::size_t>(column);
                if (near > nearness[at]) {
                    nearness[at] = near;
                    seen[at] = triangle;
                }
            }
        }
    }
};

} // namespace

bool SetView::isSet(const Package &package)
{
    std::uint64_t indices = 0;
    for (const NodeRecord &node : package.nodes())
        if (node.mesh != kNone)
            indices += package.meshes()[static_cast<std::size_t>(node.mesh)].indexCount;
    if (indices / 3 > kMostTriangles)
        return false;
    const Bounds &bounds = package.info().bounds;
    return std::ranges::any_of(package.cameras(), [&](const CameraRecord &camera) {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            // A product's close-up stands at its rim.
            const float margin = kRim * (bounds.max[axis] - bounds.min[axis]);
            const float at = camera.world[12 + axis];
            if (at <= bounds.min[axis] + margin || at >= bounds.max[axis] - margin)
                return false;
        }
        return camera.kind == CameraKind::Perspective;
    });
}

SetView::SetView(const Package &package, std::span<const DecodedMesh> meshes)
{
    collect(package, meshes);
    choosePlace(package);
    std::array<std::vector<float>, 6> nearness;
    for (int face = 0; face < 6; ++face)
        draw(face, nearness[static_cast<std::size_t>(face)]);
    measureBox(nearness);
    forgetUnseen();
}

void SetView::collect(const Package &package, std::span<const DecodedMesh> meshes)
{
    const std::vector<QMatrix4x4> world = worldTransforms(package);
    for (std::size_t node = 0; node < world.size(); ++node) {
        if (package.nodes()[node].mesh == kNone)
            continue;
        const auto mesh = static_cast<std::size_t>(package.nodes()[node].mesh);
        const MeshRecord &record = package.meshes()[mesh];
        std::vector<Float3> places(record.vertexCount);
        for (std::size_t vertex = 0; vertex < places.size(); ++vertex) {
            Vector3 position; // The first attribute of all.
            std::memcpy(position.data(), meshes[mesh].vertices.data() + vertex * record.vertexStride, sizeof position);
            places[vertex] = toFloat3(world[node].map(QVector3D(position[0], position[1], position[2])));
        }
        for (std::uint32_t part = 0; part < record.submeshCount; ++part) {
            const std::uint32_t submesh = record.firstSubmesh + part;
            const SubmeshRecord &range = package.submeshes()[submesh];
            if (!isDrawn(package.materials()[static_cast<std::size_t>(range.material)]))
                continue;
            for (std::uint32_t i = 0; i + 2 < range.indexCount; i += 3) {
                PlacedTriangle triangle{
                    .corners = {}, .mesh = static_cast<std::uint32_t>(mesh), .submesh = submesh, .vertices = {}};
                for (std::size_t corner = 0; corner < 3; ++corner) {
                    triangle.vertices[corner] = meshes[mesh].indices[range.firstIndex + i + corner];
                    triangle.corners[corner] = places[triangle.vertices[corner]];
                }
                // Mirrored ones turn the other way round.
                if (world[node].determinant() < 0) {
                    std::swap(triangle.corners[1], triangle.corners[2]);
                    std::swap(triangle.vertices[1], triangle.vertices[2]);
                }
                m_triangles.push_back(triangle);
            }
        }
    }
}

void SetView::choosePlace(const Package &package)
{
    const QVector3D origin = sceneOrigin(package);
    m_low = toFloat3(package.info().bounds.min) - toFloat3(origin);
    m_high = toFloat3(package.info().bounds.max) - toFloat3(origin);
    // Points that lie as close wherever there is surface.
    const auto areaOf = [](const PlacedTriangle &triangle) {
        const Float3 normal =
            cross(triangle.corners[1] - triangle.corners[0], triangle.corners[2] - triangle.corners[0]);
        return std::sqrt(dot(normal, normal));
    };
    float whole = 0;
    for (const PlacedTriangle &triangle : m_triangles)
        whole += areaOf(triangle);
    std::vector<Float3> points;
    const float step = whole / static_cast<float>(kSurfacePoints);
    float owed = 0;
    for (const PlacedTriangle &triangle : m_triangles) {
        owed += areaOf(triangle);
        for (; step > 0 && owed >= step; owed -= step) {
            // The golden ratio and the plastic number spread them.
            const auto n = static_cast<float>(points.size());
            float u = std::fmod(n * 0.75487767F, 1.0F);
            float v = std::fmod(n * 0.56984029F, 1.0F);
            if (u + v > 1) {
                u = 1 - u;
                v = 1 - v;
            }
            points.push_back(triangle.corners[0] + (triangle.corners[1] - triangle.corners[0]) * u +
                             (triangle.corners[2] - triangle.corners[0]) * v);
        }
    }
    // The places in the inner half that are furthest from all of it, the middle before others that are no better. Of
    // those that are as good, the one that is least aside: which is best by a hair is a matter of where the points lie.
    constexpr int kAlong = 5;
    constexpr float kAsGood = 0.97F;
    const Float3 size = m_high - m_low;
    std::array<Float3, std::size_t{kAlong} * kAlong * kAlong> places{};
    std::array<float, places.size()> asides{};
    std::array<float, places.size()> scores{};
    for (std::size_t place = 0; place < places.size(); ++place) {
        const std::size_t column = place % kAlong;
        const std::size_t row = place / kAlong % kAlong;
        const std::size_t layer = place / kAlong / kAlong;
        const Float3 part{static_cast<float>(column), static_cast<float>(row), static_cast<float>(layer)};
        const Float3 at = m_low + size * (Float3{0.25F, 0.25F, 0.25F} + part * 0.125F);
        float clear = dot(size, size);
        for (const Float3 point : points)
            clear = std::min(clear, dot(point - at, point - at));
        const Float3 aside = part - Float3{2, 2, 2};
        asides[place] = aside.x * aside.x + aside.z * aside.z;
        places[place] = at;
        scores[place] = std::sqrt(clear) * (1 - 0.05F * std::sqrt(dot(aside, aside)));
    }
    const float good = kAsGood * std::ranges::max(scores);
    std::size_t chosen = 0;
    float least = std::numeric_limits<float>::max();
    for (std::size_t place = 0; place < places.size(); ++place)
        if (scores[place] >= good && asides[place] < least) {
            least = asides[place];
            chosen = place;
        }
    m_eye = places[chosen];
}

void SetView::draw(int face, std::vector<float> &nearness)
{
    constexpr auto kTexels = static_cast<std::size_t>(kSide) * kSide;
    nearness.assign(kTexels, 0);
    auto &seen = m_seen[static_cast<std::size_t>(face)];
    seen.assign(kTexels, kNothing);
    const Axes &axes = kFaces[static_cast<std::size_t>(face)];
    const Canvas canvas{seen, nearness};
    const Float3 size = m_high - m_low;
    const float nearest = 1e-4F * std::sqrt(dot(size, size));
    Polygon polygon;
    for (std::uint32_t index = 0; index < m_triangles.size(); ++index) {
        std::array<Float3, 3> corners;
        unsigned outside = 31;
        for (std::size_t i = 0; i < 3; ++i) {
            const Float3 from = m_triangles[index].corners[i] - m_eye;
            const Float3 c{dot(axes.across, from), dot(axes.down, from), dot(axes.ahead, from)};
            corners[i] = c;
            outside &= (c.z < nearest ? 1U : 0U) | (c.x > c.z ? 2U : 0U) | (c.x < -c.z ? 4U : 0U) |
                       (c.y > c.z ? 8U : 0U) | (c.y < -c.z ? 16U : 0U);
        }
        if (outside != 0)
            continue;
        clipNear(corners, nearest, polygon);
        for (Float3 &corner : polygon) {
            const float near = 1 / corner.z;
            corner = {(corner.x * near + 1) * 0.5F * kSide, (corner.y * near + 1) * 0.5F * kSide, near};
        }
        for (std::size_t i = 2; i < polygon.size(); ++i)
            canvas.fill(polygon[0], polygon[i - 1], polygon[i], index);
    }
}

void SetView::measureBox(const std::array<std::vector<float>, 6> &nearness)
{
    for (int face = 0; face < 6; ++face) {
        // How far the wall is that most of the middle of the face shows.
        std::vector<float> found;
        constexpr int kMargin = kSide / 4;
        for (int row = kMargin; row < kSide - kMargin; ++row)
            for (int column = kMargin; column < kSide - kMargin; ++column)
                if (const float near = nearness[static_cast<std::size_t>(face)][texelOf(row, column)]; near > 0)
                    found.push_back(near);
        const int axis = face / 2;
        const bool isUpper = face % 2 == 0;
        const std::size_t texels = std::size_t{kSide - 2 * kMargin} * (kSide - 2 * kMargin);
        if (found.size() < texels / 2)
            continue; // Open: to the end of the set.
        const auto middle = found.begin() + static_cast<std::ptrdiff_t>(found.size() / 2);
        std::ranges::nth_element(found, middle);
        component(isUpper ? m_high : m_low, axis) = component(m_eye, axis) + (isUpper ? 1.0F : -1.0F) / *middle;
    }
}

void SetView::forgetUnseen()
{
    std::vector<std::uint32_t> place(m_triangles.size(), kNothing);
    std::vector<PlacedTriangle> kept;
    for (auto &face : m_seen)
        for (std::uint32_t &index : face) {
            if (index == kNothing)
                continue;
            if (place[index] == kNothing) {
                place[index] = static_cast<std::uint32_t>(kept.size());
                kept.push_back(m_triangles[index]);
            }
            index = place[index];
        }
    m_triangles = std::move(kept);
}

} // namespace vitrine::render
