// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/PackageAsset.h"

#include "render/scene/WorldGeometry.h"
#include "render/texture/Bc7Picture.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

namespace vitrine::render {

namespace {

/// 42 directions: the corners of an icosahedron and the middles of its edges.
std::vector<QVector3D> spreadDirections()
{
    constexpr float kGolden = 1.618034F;
    std::vector<QVector3D> corners;
    for (const float a : {-1.0F, 1.0F}) {
        for (const float b : {-kGolden, kGolden}) {
            corners.emplace_back(0.0F, a, b);
            corners.emplace_back(a, b, 0.0F);
            corners.emplace_back(b, 0.0F, a);
        }
    }
    std::vector<QVector3D> directions = corners;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        for (std::size_t j = i + 1; j < corners.size(); ++j) {
            if ((corners[i] - corners[j]).length() < 2.1F)
                directions.push_back(corners[i] + corners[j]);
        }
    }
    for (QVector3D &direction : directions)
        direction.normalize();
    return directions;
}

std::vector<QVector3D> supportPoints(const Package &package, const std::vector<DecodedMesh> &meshes)
{
    const auto directions = spreadDirections();
    const auto world = worldTransforms(package);
    std::vector<float> furthest(directions.size(), std::numeric_limits<float>::lowest());
    std::vector<QVector3D> points(directions.size());
    for (std::size_t node = 0; node < world.size(); ++node) {
        if (package.nodes()[node].mesh == kNone)
            continue;
        const auto index = static_cast<std::size_t>(package.nodes()[node].mesh);
        const MeshRecord &mesh = package.meshes()[index];
        for (std::size_t vertex = 0; vertex < mesh.vertexCount; ++vertex) {
            Vector3 position; // comes first
            std::memcpy(position.data(), meshes[index].vertices.data() + vertex * mesh.vertexStride, sizeof position);
            const QVector3D point = world[node].map(QVector3D(position[0], position[1], position[2]));
            for (std::size_t i = 0; i < directions.size(); ++i) {
                const float reach = QVector3D::dotProduct(point, directions[i]);
                if (reach > furthest[i]) {
                    furthest[i] = reach;
                    points[i] = point;
                }
            }
        }
    }
    return points;
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

const MipRecord &levelFor(std::span<const MipRecord> levels, std::uint32_t maxSide)
{
    const auto found =
        std::ranges::find_if(levels, [&](const MipRecord &mip) { return std::max(mip.width, mip.height) <= maxSide; });
    return found == levels.end() ? levels.back() : *found;
}

} // namespace

PackageAsset::PackageAsset(MappedFile file, const Package &package, std::vector<DecodedMesh> meshes, Lods lods,
                           std::uint32_t maxTextureSide)
    : m_file(std::move(file))
    , m_package(package)
    , m_meshes(std::move(meshes))
    , m_lods(std::move(lods))
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
    const auto atFile = [&](auto &decoded) {
        decoded.error().where = path.filename().string() + ": " + decoded.error().where;
        return core::passOn(decoded);
    };
    std::vector<DecodedMesh> meshes;
    for (std::size_t mesh = 0; mesh < package->meshes().size(); ++mesh) {
        auto decoded = decodeMesh(*package, mesh);
        if (!decoded)
            return atFile(decoded);
        meshes.push_back(std::move(*decoded));
    }
    Lods lods;
    for (std::size_t lod = 0; lod < package->lods().size(); ++lod) {
        auto decoded = decodeLod(*package, lod);
        if (!decoded)
            return atFile(decoded);
        lods.push_back(std::move(*decoded));
    }
    return std::shared_ptr<const PackageAsset>(
        new PackageAsset(std::move(file), *package, std::move(meshes), std::move(lods), maxTextureSide));
}

} // namespace vitrine::render
