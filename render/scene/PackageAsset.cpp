// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/PackageAsset.h"

#include "render/scene/SupportPoints.h"
#include "render/scene/WorldGeometry.h"
#include "render/texture/Bc7Picture.h"

#include <algorithm>

namespace vitrine::render {

namespace {

std::vector<QVector3D> supportPoints(const Package &package, const std::vector<DecodedMesh> &meshes)
{
    const auto world = worldTransforms(package);
    SupportPoints points;
    for (std::size_t node = 0; node < world.size(); ++node) {
        if (package.nodes()[node].mesh == kNone)
            continue;
        const auto mesh = static_cast<std::size_t>(package.nodes()[node].mesh);
        points.add(meshes[mesh].vertices, package.meshes()[mesh].vertexStride, world[node]);
    }
    return points.points();
}

std::vector<QVector3D> cornersApart(const Package &package)
{
    ScenePose pose(package);
    pose.setApart(staggered(package, 1));
    const auto world = worldTransforms(package, pose);
    std::vector<QVector3D> corners;
    for (std::size_t node = 0; node < world.size(); ++node) {
        if (package.nodes()[node].mesh == kNone)
            continue;
        const Bounds &box = package.meshes()[static_cast<std::size_t>(package.nodes()[node].mesh)].bounds;
        for (unsigned corner = 0; corner < 8; ++corner)
            corners.push_back(world[node].map(QVector3D((corner & 1U) != 0 ? box.max[0] : box.min[0],
                                                        (corner & 2U) != 0 ? box.max[1] : box.min[1],
                                                        (corner & 4U) != 0 ? box.max[2] : box.min[2])));
    }
    return corners;
}

core::Result<std::vector<std::shared_ptr<const MeshPose>>> posesOf(const Package &package,
                                                                   const std::vector<DecodedMesh> &meshes)
{
    std::vector<std::shared_ptr<const MeshPose>> poses(package.nodes().size());
    std::vector<std::shared_ptr<const MeshPose>> byMesh(meshes.size());
    const auto world = package.skins().empty() ? std::vector<QMatrix4x4>() : worldTransforms(package);
    for (std::size_t node = 0; node < poses.size(); ++node) {
        if (package.nodes()[node].mesh == kNone)
            continue;
        const auto mesh = static_cast<std::size_t>(package.nodes()[node].mesh);
        const SkinRecord *skin = package.skinOf(node);
        if (skin == nullptr && package.morphTargetsOf(mesh).empty())
            continue;
        if (skin == nullptr && byMesh[mesh]) {
            poses[node] = byMesh[mesh];
            continue;
        }
        const auto joints = skin == nullptr ? std::vector<Matrix4>() : jointMatrices(package, *skin, world);
        VITRINE_TRY(MeshPose pose, MeshPose::make(package, mesh, meshes[mesh], joints));
        poses[node] = std::make_shared<const MeshPose>(std::move(pose));
        if (skin == nullptr)
            byMesh[mesh] = poses[node];
    }
    return poses;
}

const MipRecord &levelFor(std::span<const MipRecord> levels, std::uint32_t maxSide)
{
    const auto found =
        std::ranges::find_if(levels, [&](const MipRecord &mip) { return std::max(mip.width, mip.height) <= maxSide; });
    return found == levels.end() ? levels.back() : *found;
}

} // namespace

PackageAsset::PackageAsset(MappedFile file, const Package &package, std::vector<DecodedMesh> meshes,
                           std::vector<std::shared_ptr<const MeshPose>> poses, std::uint32_t maxTextureSide)
    : m_file(std::move(file))
    , m_package(package)
    , m_meshes(std::move(meshes))
    , m_poses(std::move(poses))
    , m_hull(supportPoints(package, m_meshes))
    , m_apartHull(cornersApart(package))
{
    const Bounds &bounds = package.info().bounds;
    const QVector3D origin = sceneOrigin(package);
    m_min = QVector3D(bounds.min[0], bounds.min[1], bounds.min[2]) - origin;
    m_max = QVector3D(bounds.max[0], bounds.max[1], bounds.max[2]) - origin;
    for (const TextureRecord &texture : package.textures()) {
        const MipRecord &level = levelFor(package.mipsOf(texture), maxTextureSide);
        std::span<const std::byte> texels = package.pixelsOf(level);
        if (texture.format == PixelFormat::Bc7)
            texels = m_decoded.emplace_back(decodeBc7(texels, level.width, level.height));
        m_textures.push_back({level.width, level.height, texels});
    }
}

core::Result<std::shared_ptr<const PackageAsset>> PackageAsset::load(const std::filesystem::path &path,
                                                                     std::uint32_t maxTextureSide)
{
    VITRINE_TRY(MappedFile file, MappedFile::open(path));
    auto package = Package::open(file.bytes());
    if (!package) {
        package.error().where = path.filename().string() + ": " + package.error().where;
        return core::passOn(package);
    }
    if (package->info().triangleCount == 0)
        return core::fail(core::ErrorCode::InvalidArgument, "the package holds nothing to draw", path.string());
    std::vector<DecodedMesh> meshes;
    for (std::size_t mesh = 0; mesh < package->meshes().size(); ++mesh) {
        auto decoded = decodeMesh(*package, mesh);
        if (!decoded) {
            decoded.error().where = path.filename().string() + ": " + decoded.error().where;
            return core::passOn(decoded);
        }
        meshes.push_back(std::move(*decoded));
    }
    auto poses = posesOf(*package, meshes);
    if (!poses) {
        poses.error().where = path.filename().string() + ": " + poses.error().where;
        return core::passOn(poses);
    }
    return std::shared_ptr<const PackageAsset>(
        new PackageAsset(std::move(file), *package, std::move(meshes), std::move(*poses), maxTextureSide));
}

} // namespace vitrine::render
