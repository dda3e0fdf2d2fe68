// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/AnimationHull.h"

#include "render/scene/ScenePose.h"
#include "render/scene/WorldGeometry.h"

namespace vitrine::render {

namespace {

/// Times at which it is looked at, its ends among them.
constexpr int kLooks = 9;

/// The box of a node's mesh as it is bent.
Bounds boundsOf(const PackageAsset &asset, const ScenePose &pose, const std::vector<QMatrix4x4> &world,
                std::size_t node)
{
    const Package &package = asset.package();
    const auto mesh = static_cast<std::size_t>(package.nodes()[node].mesh);
    const MeshPose *bent = asset.poseOf(node);
    if (bent == nullptr)
        return package.meshes()[mesh].bounds;
    const SkinRecord *skin = package.skinOf(node);
    std::vector<std::byte> vertices = asset.mesh(mesh).vertices;
    return bent->apply(pose.weights(node), skin ? jointMatrices(package, *skin, world) : std::vector<Matrix4>(),
                       vertices);
}

} // namespace

std::vector<QVector3D> animationHull(const PackageAsset &asset, std::size_t animation)
{
    const Package &package = asset.package();
    ScenePose pose(package);
    std::vector<QVector3D> corners;
    for (int look = 0; look < kLooks; ++look) {
        pose.show(animation, package.animations()[animation].seconds * static_cast<float>(look) / (kLooks - 1));
        const auto world = worldTransforms(package, pose);
        for (std::size_t node = 0; node < world.size(); ++node) {
            if (package.nodes()[node].mesh == kNone)
                continue;
            const auto [low, high] = boundsOf(asset, pose, world, node);
            for (unsigned corner = 0; corner < 8; ++corner)
                corners.push_back(world[node].map(QVector3D((corner & 1U) != 0 ? high[0] : low[0],
                                                            (corner & 2U) != 0 ? high[1] : low[1],
                                                            (corner & 4U) != 0 ? high[2] : low[2])));
        }
    }
    return corners;
}

} // namespace vitrine::render
