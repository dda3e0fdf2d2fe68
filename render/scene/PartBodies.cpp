// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/PartBodies.h"

#include "core/values/Contract.h"
#include "render/Curves.h"
#include "render/scene/WorldGeometry.h"

#include <QMatrix3x3>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>

namespace vitrine::render {

namespace {

/// As many as a convex shape can bear and a table's edge still needs.
constexpr int kDirections = 96;
/// Sheets have no inside to weigh.
constexpr float kSheetMetres = 0.0012F;

std::vector<QVector3D> directions()
{
    std::vector<QVector3D> spread;
    // Where things lie: their flat sides.
    for (int axis = 0; axis < 3; ++axis)
        for (const float sign : {-1.0F, 1.0F}) {
            QVector3D direction;
            direction[axis] = sign;
            spread.push_back(direction);
        }
    // The corners of boxes.
    for (int i = 0; i < 8; ++i)
        spread.emplace_back(QVector3D(i & 1 ? 1 : -1, i & 2 ? 1 : -1, i & 4 ? 1 : -1).normalized());
    const float golden = static_cast<float>(M_PI) * (3 - std::sqrt(5.0F));
    for (int i = 0; i < kDirections; ++i) {
        const float y = 1 - 2 * (static_cast<float>(i) + 0.5F) / kDirections;
        const float reach = std::sqrt(1 - y * y);
        spread.emplace_back(std::cos(golden * static_cast<float>(i)) * reach, y,
                            std::sin(golden * static_cast<float>(i)) * reach);
    }
    return spread;
}

/// What is known of a body while its triangles are gone through.
struct Measured {
    std::vector<float> furthest;
    std::vector<QVector3D> points;
    QVector3D low{1e30F, 1e30F, 1e30F};
    QVector3D high{-1e30F, -1e30F, -1e30F};
    float volume = 0;
    float area = 0;
    float metalArea = 0;
};

void take(Measured &body, const PackageAsset &asset, std::size_t mesh, const QMatrix4x4 &world,
          std::span<const QVector3D> spread)
{
    const MeshRecord &record = asset.package().meshes()[mesh];
    const DecodedMesh &decoded = asset.mesh(mesh);
    std::vector<QVector3D> points(record.vertexCount);
    for (std::size_t vertex = 0; vertex < points.size(); ++vertex) {
        Vector3 position; // comes first
        std::memcpy(position.data(), decoded.vertices.data() + vertex * record.vertexStride, sizeof position);
        points[vertex] = world.map(QVector3D(position[0], position[1], position[2]));
        for (int axis = 0; axis < 3; ++axis) {
            body.low[axis] = std::min(body.low[axis], points[vertex][axis]);
            body.high[axis] = std::max(body.high[axis], points[vertex][axis]);
        }
        for (std::size_t i = 0; i < spread.size(); ++i) {
            const float reach = QVector3D::dotProduct(points[vertex], spread[i]);
            if (reach > body.furthest[i]) {
                body.furthest[i] = reach;
                body.points[i] = points[vertex];
            }
        }
    }
    for (const SubmeshRecord &submesh : asset.package().submeshesOf(record)) {
        const MaterialRecord &material = asset.package().materials()[static_cast<std::size_t>(submesh.material)];
        for (std::size_t i = submesh.firstIndex; i + 2 < submesh.firstIndex + std::size_t{submesh.indexCount}; i += 3) {
            const QVector3D &a = points[decoded.indices[i]];
            const QVector3D &b = points[decoded.indices[i + 1]];
            const QVector3D &c = points[decoded.indices[i + 2]];
            // Around the box's corner, or single precision would lose the difference.
            const QVector3D normal = QVector3D::crossProduct(b - a, c - a);
            body.volume += QVector3D::dotProduct(a - body.low, normal) / 6;
            const float area = normal.length() / 2;
            body.area += area;
            body.metalArea += material.metallic > 0.5F && material.textureSlots[1].texture == kNone ? area : 0;
        }
    }
}

struct Density {
    std::string_view word;
    float kilogramsPerCubicMetre;
};

/// The first that the name has in it counts: "walnut veneer on steel" is wood.
constexpr std::array kDensities{
    Density{"foam", 60},        Density{"wool", 300},           Density{"cotton", 400},
    Density{"jute", 400},       Density{"silk", 400},           Density{"linen", 400},
    Density{"canvas", 450},     Density{"fabric", 350},         Density{"felt", 300},
    Density{"leather", 900},    Density{"cork", 240},           Density{"bamboo", 650},
    Density{"cane", 500},       Density{"walnut", 640},         Density{"oak", 720},
    Density{"beech", 720},      Density{"teak", 660},           Density{"wood", 650},
    Density{"paper", 750},      Density{"card", 700},           Density{"rubber", 1150},
    Density{"silicone", 1150},  Density{"acrylic", 1180},       Density{"plastic", 1080},
    Density{"nylon", 1130},     Density{"polycarbonate", 1200}, Density{"abs", 1050},
    Density{"glass", 2500},     Density{"porcelain", 2400},     Density{"ceramic", 2300},
    Density{"stoneware", 2300}, Density{"terracotta", 1900},    Density{"clay", 1900},
    Density{"marble", 2700},    Density{"stone", 2600},         Density{"alumin", 2700},
    Density{"titanium", 4500},  Density{"brass", 8500},         Density{"bronze", 8800},
    Density{"copper", 8900},    Density{"steel", 7850},         Density{"iron", 7400},
    Density{"silver", 10500},   Density{"gold", 15500},         Density{"water", 1000},
    Density{"oil", 920},        Density{"honey", 1420},         Density{"rice", 780},
};

} // namespace

float densityOf(std::string_view material, bool isMetal)
{
    std::string name(material);
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto found = std::ranges::find_if(
        kDensities, [&](const Density &density) { return name.find(density.word) != std::string::npos; });
    return found != kDensities.end() ? found->kilogramsPerCubicMetre : isMetal ? 5000.0F : 1000.0F;
}

PartBodies::PartBodies(const PackageAsset &asset, const ScenePose &pose)
    : m_package(asset.package())
    , m_world(worldTransforms(asset.package(), pose))
{
    const bool comesApart =
        std::ranges::any_of(m_package.parts(), [](const PartRecord &part) { return part.offset != Vector3{}; });
    assign(!comesApart);
    measure(asset);
}

void PartBodies::assign(bool inOnePiece)
{
    const auto nodes = m_package.nodes();
    std::vector<std::int32_t> partOf(nodes.size(), kNone);
    for (std::size_t part = 0; part < m_package.parts().size() && !inOnePiece; ++part)
        partOf[static_cast<std::size_t>(m_package.parts()[part].node)] = static_cast<std::int32_t>(part);
    // Parents come first: what is no part of its own goes with the one above it.
    for (std::size_t node = 0; node < nodes.size(); ++node)
        if (partOf[node] == kNone && nodes[node].parent != kNone)
            partOf[node] = partOf[static_cast<std::size_t>(nodes[node].parent)];
    m_bodyOf.resize(nodes.size());
    for (std::size_t node = 0; node < nodes.size(); ++node) {
        const auto known = std::ranges::find(m_bodies, partOf[node], &PartBody::part);
        m_bodyOf[node] = static_cast<std::size_t>(known - m_bodies.begin());
        if (known == m_bodies.end())
            m_bodies.push_back({.part = partOf[node]});
    }
}

void PartBodies::measure(const PackageAsset &asset)
{
    const std::vector<QVector3D> spread = directions();
    std::vector<Measured> measured(m_bodies.size());
    for (Measured &body : measured) {
        body.furthest.assign(spread.size(), std::numeric_limits<float>::lowest());
        body.points.resize(spread.size());
    }
    const std::vector<QMatrix4x4> rest = worldTransforms(m_package);
    std::vector<QVector3D> way(m_bodies.size());
    for (std::size_t node = 0; node < m_bodyOf.size(); ++node) {
        if (m_package.nodes()[node].mesh == kNone)
            continue;
        take(measured[m_bodyOf[node]], asset, static_cast<std::size_t>(m_package.nodes()[node].mesh), m_world[node],
             spread);
        way[m_bodyOf[node]] = rest[node].column(3).toVector3D() - m_world[node].column(3).toVector3D();
    }
    for (std::size_t i = 0; i < m_bodies.size(); ++i) {
        PartBody &body = m_bodies[i];
        const Measured &of = measured[i];
        if (of.area <= 0)
            continue; // holds others together, and has no surface of its own
        body.centre = (of.low + of.high) / 2;
        body.home = body.centre + way[i];
        for (const QVector3D &point : of.points)
            if (std::ranges::none_of(body.hull, [&](const QVector3D &known) {
                    return (known + body.centre - point).lengthSquared() < 1e-12F;
                }))
                body.hull.push_back(point - body.centre);
        const QVector3D size = of.high - of.low;
        const float volume =
            std::max(std::min(std::abs(of.volume), size.x() * size.y() * size.z()), of.area / 2 * kSheetMetres);
        const std::string_view material =
            body.part == kNone ? std::string_view()
                               : m_package.text(m_package.parts()[static_cast<std::size_t>(body.part)].material.en);
        body.mass = std::max(volume * densityOf(material, of.metalArea * 2 > of.area), 1e-4F);
    }
}

void PartBodies::apply(std::span<const BodyPlace> places, ScenePose &pose) const
{
    VITRINE_EXPECT(places.size() == m_bodies.size());
    std::vector<QMatrix4x4> moved(places.size());
    for (std::size_t body = 0; body < places.size(); ++body) {
        moved[body].translate(places[body].centre);
        moved[body].rotate(places[body].rotation);
        moved[body].translate(-m_bodies[body].centre);
    }
    const QVector3D origin = sceneOrigin(m_package);
    for (std::size_t node = 0; node < m_bodyOf.size(); ++node) {
        const std::int32_t parent = m_package.nodes()[node].parent;
        const std::size_t body = m_bodyOf[node];
        if (parent != kNone && m_bodyOf[static_cast<std::size_t>(parent)] == body)
            continue; // goes with it
        QMatrix4x4 local = moved[body] * m_world[node];
        if (parent == kNone) {
            QMatrix4x4 shift;
            shift.translate(origin);
            local = shift * local;
        } else {
            const auto above = static_cast<std::size_t>(parent);
            local = (moved[m_bodyOf[above]] * m_world[above]).inverted() * local;
        }
        NodePlace place = pose.place(node); // its scale is as it was
        const QVector3D at = local.column(3).toVector3D();
        QMatrix3x3 axes;
        for (int column = 0; column < 3; ++column) {
            const QVector3D axis = local.column(column).toVector3D().normalized();
            for (int row = 0; row < 3; ++row)
                axes(row, column) = axis[row];
        }
        const QQuaternion turned = QQuaternion::fromRotationMatrix(axes);
        place.translation = {at.x(), at.y(), at.z()};
        place.rotation = {turned.x(), turned.y(), turned.z(), turned.scalar()};
        pose.setFree(node, place);
    }
}

std::vector<BodyPlace> wayHome(const Package &package, std::span<const PartBody> bodies,
                               std::span<const BodyPlace> lying, float way, float lift)
{
    const std::vector<float> apart = staggered(package, 1 - way);
    std::vector<BodyPlace> places;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        const PartBody &body = bodies[i];
        const bool goesOff =
            body.part != kNone && package.parts()[static_cast<std::size_t>(body.part)].offset != Vector3{};
        // What all others come back to stands there before them.
        const float left =
            goesOff ? apart[static_cast<std::size_t>(body.part)] : 1 - minimumJerk(std::min(way * 1.6F, 1.0F));
        const QVector3D arc(0, 4 * left * (1 - left) * lift, 0);
        places.push_back(
            {body.home + (lying[i].centre - body.home) * left + arc, QQuaternion::slerp({}, lying[i].rotation, left)});
    }
    return places;
}

} // namespace vitrine::render
