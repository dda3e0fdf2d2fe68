// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/AnimationHull.h"

#include "render/scene/ScenePose.h"
#include "render/scene/SupportPoints.h"
#include "render/scene/WorldGeometry.h"

namespace vitrine::render {

namespace {

/// Times at which it is looked at, its ends among them.
constexpr int kLooks = 9;

/// Meshes together may have so many vertices that are looked at once; larger ones go by their boxes.
constexpr std::size_t kExactVertices = 100'000;

void addBox(SupportPoints &points, const Bounds &box, const QMatrix4x4 &world)
{
    for (const QVector3D &corner : cornersOf(box))
        points.add(world.map(corner));
}

} // namespace

std::vector<QVector3D> animationHull(const PackageAsset &asset, std::size_t animation)
{
    const Package &package = asset.package();
    const bool isExact = package.info().vertexCount <= kExactVertices;
    ScenePose pose(package);
    SupportPoints points;
    for (int look = 0; look < kLooks; ++look) {
        pose.show(animation, package.animations()[animation].seconds * static_cast<float>(look) / (kLooks - 1));
        const auto world = worldTransforms(package, pose);
        for (std::size_t node = 0; node < world.size(); ++node) {
            if (package.nodes()[node].mesh == kNone)
                continue;
            const auto mesh = static_cast<std::size_t>(package.nodes()[node].mesh);
            const MeshRecord &record = package.meshes()[mesh];
            const MeshPose *bent = asset.poseOf(node);
            if (bent == nullptr && isExact) {
                points.add(asset.mesh(mesh).vertices, record.vertexStride, world[node]);
            } else if (bent == nullptr) {
                addBox(points, record.bounds, world[node]);
            } else {
                const SkinRecord *skin = package.skinOf(node);
                std::vector<std::byte> vertices = asset.mesh(mesh).vertices;
                const Bounds box = bent->apply(
                    pose.weights(node), skin ? jointMatrices(package, *skin, world) : std::vector<Matrix4>(), vertices);
                if (isExact)
                    points.add(vertices, record.vertexStride, world[node]);
                else
                    addBox(points, box, world[node]);
            }
        }
    }
    return points.points();
}

} // namespace vitrine::render
