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
        for (const QVector3D &corner : cornersOf(box))
            corners.push_back(world[node].map(corner));
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

/// The largest that is wanted and those below it, one at least.
std::span<const MipRecord> levelsFor(std::span<const MipRecord> levels, std::uint32_t maxSide)
{
    const auto found =
        std::ranges::find_if(levels, [&](const MipRecord &mip) { return std::max(mip.width, mip.height) <= maxSide; });
    return {found == levels.end() ? levels.end() - 1 : found, levels.end()};
}

const MipRecord &levelFor(std::span<const MipRecord> levels, std::uint32_t maxSide)
{
    return levelsFor(levels, maxSide).front();
}

/// A GPU takes it as it is.
bool isInBlocks(const TextureRecord &texture, [[maybe_unused]] const MipRecord &level)
{
#ifdef Q_OS_WIN // Direct3D wants whole blocks.
    if (level.width % 4 != 0 || level.height % 4 != 0)
        return false;
#endif
    return texture.format == PixelFormat::Bc7;
}

} // namespace

/// What a load has done of what it has to do, by bytes.
class PackageAsset::Loading
{
public:
    Loading(const Package &package, std::uint32_t maxTextureSide, const LoadWatch &watch)
        : m_watch(watch)
    {
        for (const MeshRecord &mesh : package.meshes())
            m_whole += weightOf(mesh);
        for (const LodRecord &lod : package.lods())
            m_whole += lod.indexBytes;
        for (const TextureRecord &texture : package.textures())
            m_whole += package.pixelsOf(levelFor(package.mipsOf(texture), maxTextureSide)).size();
    }

    static std::size_t weightOf(const MeshRecord &mesh) { return mesh.vertexBytes + mesh.indexBytes; }

    [[nodiscard]] core::Status advance(std::size_t bytes)
    {
        m_done += bytes;
        if (m_watch && !m_watch(m_whole == 0 ? 1 : static_cast<double>(m_done) / static_cast<double>(m_whole)))
            return core::fail(core::ErrorCode::Unavailable, "given up");
        return {};
    }

    /// In strips, so that a load can be given up within a large one.
    [[nodiscard]] core::Result<std::vector<std::byte>> decode(std::span<const std::byte> blocks, const MipRecord &level)
    {
        constexpr std::uint32_t kStrip = 512; // texels
        std::vector<std::byte> texels(std::size_t{4} * level.width * level.height);
        std::span<std::byte> rest = texels;
        for (std::uint32_t y = 0; y < level.height; y += kStrip) {
            const std::uint32_t height = std::min(kStrip, level.height - y);
            const auto strip = blocks.first(pixelBytes(PixelFormat::Bc7, level.width, height));
            const auto into = rest.first(std::size_t{4} * level.width * height);
            decodeBc7(strip, level.width, height, into);
            rest = rest.subspan(into.size());
            blocks = blocks.subspan(strip.size());
            VITRINE_CHECK(advance(strip.size()));
        }
        return texels;
    }

private:
    const LoadWatch &m_watch;
    std::size_t m_whole = 0;
    std::size_t m_done = 0;
};

PackageAsset::PackageAsset(MappedFile file, const Package &package)
    : m_file(std::move(file))
    , m_package(package)
{
    const Bounds &bounds = package.info().bounds;
    const QVector3D origin = sceneOrigin(package);
    m_min = QVector3D(bounds.min[0], bounds.min[1], bounds.min[2]) - origin;
    m_max = QVector3D(bounds.max[0], bounds.max[1], bounds.max[2]) - origin;
}

void PackageAsset::measure()
{
    m_hull = supportPoints(m_package, m_meshes);
    m_apartHull = cornersApart(m_package);
    if (SetView::isSet(m_package))
        m_set = std::make_unique<const SetView>(m_package, m_meshes);
}

core::Result<std::shared_ptr<const PackageAsset>> PackageAsset::load(const std::filesystem::path &path,
                                                                     std::uint32_t maxTextureSide,
                                                                     const LoadWatch &watch, TextureForm form)
{
    VITRINE_TRY(MappedFile file, MappedFile::open(path));
    const auto placed = [&path](auto result) {
        if (!result)
            result.error().where = path.filename().string() + ": " + result.error().where;
        return result;
    };
    VITRINE_TRY(const Package package, placed(Package::open(file.bytes())));
    if (package.info().triangleCount == 0)
        return core::fail(core::ErrorCode::InvalidArgument, "the package holds nothing to draw", path.string());
    const std::shared_ptr<PackageAsset> asset(new PackageAsset(std::move(file), package));
    Loading loading(package, maxTextureSide, watch);
    for (std::size_t mesh = 0; mesh < package.meshes().size(); ++mesh) {
        VITRINE_TRY(DecodedMesh decoded, placed(decodeMesh(package, mesh)));
        asset->m_meshes.push_back(std::move(decoded));
        VITRINE_CHECK(loading.advance(Loading::weightOf(package.meshes()[mesh])));
    }
    for (std::size_t lod = 0; lod < package.lods().size(); ++lod) {
        VITRINE_TRY(std::vector<std::uint32_t> decoded, placed(decodeLod(package, lod)));
        asset->m_lods.push_back(std::move(decoded));
        VITRINE_CHECK(loading.advance(package.lods()[lod].indexBytes));
    }
    for (const TextureRecord &texture : package.textures()) {
        const MipRecord &level = levelFor(package.mipsOf(texture), maxTextureSide);
        std::span<const std::byte> texels = package.pixelsOf(level);
        if (form == TextureForm::Blocks && isInBlocks(texture, level)) {
            asset->m_textures.push_back(
                {level.width, level.height, {}, levelsFor(package.mipsOf(texture), maxTextureSide)});
            VITRINE_CHECK(loading.advance(texels.size()));
            continue;
        }
        if (texture.format == PixelFormat::Bc7) {
            VITRINE_TRY(std::vector<std::byte> decoded, loading.decode(texels, level));
            texels = asset->m_decoded.emplace_back(std::move(decoded));
        }
        asset->m_textures.push_back({level.width, level.height, texels, {}});
    }
    VITRINE_TRY(asset->m_poses, placed(posesOf(package, asset->m_meshes)));
    asset->measure();
    asset->m_file.forgetPages();
    return asset;
}

} // namespace vitrine::render
