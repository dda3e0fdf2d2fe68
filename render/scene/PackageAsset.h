// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/mesh/MeshPose.h"
#include "render/package/MappedFile.h"
#include "render/package/Package.h"
#include "render/scene/SetView.h"

#include <QVector3D>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace vitrine::render {

/// What a load makes of textures that are kept in blocks (BC7).
enum class TextureForm { Texels, Blocks };

/// A level of a texture as Quick 3D takes it: RGBA8, rows downwards. Without texels where a GPU is given blocks.
struct TextureLevel {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::span<const std::byte> texels;
    std::span<const MipRecord> blocks; ///< That level and those below.
};

/// Hears how much of a load is done, 0 to 1 and rising, every few hundredths of a second, on the loading thread; false
/// gives it up.
using LoadWatch = std::function<bool(double part)>;

/// A product ready to be shown: the mapped package and what is computed from it once. Immutable, shared by the
/// objects that Qt reads through; the mapping lives as long as the last of them.
class PackageAsset
{
public:
    /// Maps and checks the file, decodes its meshes and what of the textures is shown (those levels no side of which is
    /// longer than `maxTextureSide`, ≥ 1) and computes the silhouette. A few milliseconds for each megapixel. Any
    /// thread. Fails as MappedFile::open(), Package::open() and decodeMesh() do, and with InvalidArgument where nothing
    /// can be drawn; Unavailable where `watch` gave it up.
    [[nodiscard]] static core::Result<std::shared_ptr<const PackageAsset>> load(const std::filesystem::path &path,
                                                                                std::uint32_t maxTextureSide,
                                                                                const LoadWatch &watch = {},
                                                                                TextureForm form = TextureForm::Texels);

    const Package &package() const { return m_package; }
    /// Lives as long as the asset.
    const DecodedMesh &mesh(std::size_t index) const { return m_meshes[index]; }
    /// How the mesh of a node bends; null where it does not.
    const MeshPose *poseOf(std::size_t node) const { return m_poses[node].get(); }
    /// The triangles of one of the package's LodRecords, into the vertices of its mesh. Lives as long as the asset.
    std::span<const std::uint32_t> lod(const LodRecord &lod) const
    {
        return m_lods[static_cast<std::size_t>(&lod - m_package.lods().data())];
    }
    /// The largest level that load() was asked for, or the smallest there is. Lives as long as the asset.
    const TextureLevel &texture(std::size_t index) const { return m_textures[index]; }
    /// That level and all below it, of BC7; empty where it has texels. Lives as long as the asset.
    std::span<const MipRecord> blocks(std::size_t index) const { return m_textures[index].blocks; }
    /// Points of the surface that reach furthest in many directions: they bound the silhouette from any side.
    /// Metres, scene space.
    const std::vector<QVector3D> &hull() const { return m_hull; }
    /// The same of the product taken apart, by the corners of its meshes' boxes: a little too far out.
    const std::vector<QVector3D> &apartHull() const { return m_apartHull; }
    /// Where its reflections are taken from, if it is a set; else null.
    const SetView *set() const { return m_set.get(); }
    QVector3D boundsMin() const { return m_min; }
    QVector3D boundsMax() const { return m_max; }

private:
    class Loading;

    PackageAsset(MappedFile file, const Package &package);
    void measure();

    MappedFile m_file;
    Package m_package;
    std::vector<DecodedMesh> m_meshes;
    std::vector<std::shared_ptr<const MeshPose>> m_poses; ///< By node; those of no skin share their mesh's.
    std::vector<std::vector<std::uint32_t>> m_lods;
    std::vector<std::vector<std::byte>> m_decoded;
    std::vector<TextureLevel> m_textures;
    std::vector<QVector3D> m_hull;
    std::vector<QVector3D> m_apartHull;
    std::unique_ptr<const SetView> m_set;
    QVector3D m_min;
    QVector3D m_max;
};

} // namespace vitrine::render
