// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/PlainSight.h"

#include <QVector2D>

#include <array>
#include <cmath>
#include <cstring>
#include <optional>

namespace vitrine::render {

namespace {

/// Of a triangle, in pixels: what is smaller may fall between their middles.
constexpr float kLeastArea = 2;

/// Space of the picture: pixels from its middle, y upwards.
class Screen
{
public:
    Screen(const SceneEye &eye, QSize size)
        : m_focal(static_cast<float>(size.height() / 2.0 / std::tan(qDegreesToRadians(eye.verticalFov) / 2)))
        , m_halfWidth(static_cast<float>(size.width()) / 2)
        , m_halfHeight(static_cast<float>(size.height()) / 2)
        , m_near(static_cast<float>(eye.clipNear))
    {
        m_view.rotate(eye.rotation.conjugated());
        m_view.translate(-eye.position);
    }

    QMatrix4x4 viewOf(const QMatrix4x4 &world) const { return m_view * world; }

    std::optional<QVector2D> at(const QVector3D &viewed) const
    {
        const float ahead = -viewed.z();
        if (!(ahead > m_near))
            return std::nullopt;
        const QVector2D point(viewed.x() * m_focal / ahead, viewed.y() * m_focal / ahead);
        if (std::abs(point.x()) > m_halfWidth || std::abs(point.y()) > m_halfHeight)
            return std::nullopt;
        return point;
    }

private:
    QMatrix4x4 m_view;
    float m_focal;
    float m_halfWidth;
    float m_halfHeight;
    float m_near;
};

bool isPlain(const MaterialRecord &material)
{
    return material.alphaMode == AlphaMode::Opaque && material.transmission == 0;
}

QVector3D positionOf(const DecodedMesh &mesh, std::size_t stride, std::uint32_t vertex)
{
    std::array<float, 3> position{};
    std::memcpy(position.data(), mesh.vertices.data() + vertex * stride, sizeof position);
    return {position[0], position[1], position[2]};
}

/// Twice the area, positive where it runs around its front.
std::optional<float> areaOf(const Screen &screen, const std::array<QVector3D, 3> &viewed)
{
    std::array<QVector2D, 3> corners;
    for (std::size_t corner = 0; corner < 3; ++corner) {
        const auto point = screen.at(viewed[corner]);
        if (!point)
            return std::nullopt;
        corners[corner] = *point;
    }
    const QVector2D along = corners[1] - corners[0];
    const QVector2D across = corners[2] - corners[0];
    return along.x() * across.y() - along.y() * across.x();
}

/// Where a mesh stands, and how it is seen.
struct SeenMesh {
    const DecodedMesh &mesh;
    std::size_t stride;
    QMatrix4x4 toView;
    const Screen &screen;
};

bool isTriangleSeen(const SeenMesh &seen, std::size_t firstIndex, bool hasBack)
{
    std::array<QVector3D, 3> viewed;
    for (std::size_t corner = 0; corner < viewed.size(); ++corner)
        viewed[corner] = seen.toView.map(positionOf(seen.mesh, seen.stride, seen.mesh.indices[firstIndex + corner]));
    const auto area = areaOf(seen.screen, viewed);
    return area && (hasBack ? *area : std::abs(*area)) >= 2 * kLeastArea;
}

bool isSubmeshSeen(const SeenMesh &seen, const SubmeshRecord &submesh, const MaterialRecord &material)
{
    if (!isPlain(material))
        return false;
    for (std::uint32_t first = 0; first + 2 < submesh.indexCount; first += 3)
        if (isTriangleSeen(seen, std::size_t{submesh.firstIndex} + first, material.doubleSided == 0))
            return true;
    return false;
}

} // namespace

bool isInPlainSight(const PackageAsset &asset, std::span<const QMatrix4x4> world, std::int32_t variant,
                    const SceneEye &eye, QSize size)
{
    const Package &package = asset.package();
    const Screen screen(eye, size);
    for (std::size_t node = 0; node < world.size(); ++node) {
        const std::int32_t shown = package.nodes()[node].mesh;
        if (shown == kNone || asset.poseOf(node) != nullptr || world[node].determinant() <= 0)
            continue;
        const auto mesh = static_cast<std::size_t>(shown);
        const MeshRecord &record = package.meshes()[mesh];
        const SeenMesh seen{asset.mesh(mesh), record.vertexStride, screen.viewOf(world[node]), screen};
        for (std::uint32_t part = 0; part < record.submeshCount; ++part) {
            const std::size_t index = std::size_t{record.firstSubmesh} + part;
            const std::int32_t material = package.materialOf(index, variant);
            if (material != kNone && isSubmeshSeen(seen, package.submeshes()[index],
                                                   package.materials()[static_cast<std::size_t>(material)]))
                return true;
        }
    }
    return false;
}

} // namespace vitrine::render
