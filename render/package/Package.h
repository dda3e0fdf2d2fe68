// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/package/PackageFormat.h"

#include <span>
#include <string_view>

namespace vitrine::render {

/// A view of a baked package in memory, normally of a mapped file (MappedFile.h). It owns nothing, copies nothing
/// and is cheap to copy: what it returns points into the bytes given to open() and lives as long as they do.
/// Any thread may use it.
class Package
{
public:
    /// Checks the header, the directory and every reference between the sections (offsets, counts, parents before
    /// children, sizes of mip levels, finite transforms), so that nothing below can reach outside of the bytes or loop.
    /// It reads all of the package but vertices, indices and texels. `bytes` must be aligned to 8; a mapping is. Fails
    /// with Malformed or Unsupported (another version), naming the record at fault in `where` ("nodes[3].parent").
    [[nodiscard]] static core::Result<Package> open(std::span<const std::byte> bytes);

    /// Compares every section with the hash in the directory. Reads the whole file: after a download, not at
    /// every start. Fails with Corrupt.
    [[nodiscard]] core::Status verifyPayload() const;

    const InfoRecord &info() const { return *m_info; }
    /// UTF-8, not zero-terminated. `ref` must come from this package.
    std::string_view text(TextRef ref) const { return m_text.substr(ref.offset, ref.bytes); }

    std::span<const NodeRecord> nodes() const { return m_nodes; }
    std::span<const MeshRecord> meshes() const { return m_meshes; }
    /// Of all meshes; a submesh's index here is what materialOf() takes.
    std::span<const SubmeshRecord> submeshes() const { return m_submeshes; }
    std::span<const SubmeshRecord> submeshesOf(const MeshRecord &mesh) const
    {
        return m_submeshes.subspan(mesh.firstSubmesh, mesh.submeshCount);
    }
    std::span<const VertexAttribute> attributesOf(const MeshRecord &mesh) const
    {
        return std::span(mesh.attributes).first(mesh.attributeCount);
    }
    /// As they are stored: render/mesh decodes them.
    std::span<const std::byte> codedVerticesOf(const MeshRecord &mesh) const
    {
        return m_vertices.subspan(mesh.vertexOffset, mesh.vertexBytes);
    }
    std::span<const std::byte> codedIndicesOf(const MeshRecord &mesh) const
    {
        return m_indices.subspan(mesh.indexOffset, mesh.indexBytes);
    }

    /// The same mesh in fewer triangles, from fine to coarse.
    std::span<const LodRecord> lodsOf(std::size_t mesh) const;
    std::span<const LodRecord> lods() const { return m_lods; }
    /// What the order of the triangles costs; none where nobody has measured it.
    const OrderRecord *order() const { return m_orders.empty() ? nullptr : m_orders.data(); }
    /// The number of indices of each submesh.
    std::span<const std::uint32_t> rangesOf(const LodRecord &lod) const
    {
        return m_lodRanges.subspan(lod.firstRange, m_meshes[static_cast<std::size_t>(lod.mesh)].submeshCount);
    }
    std::span<const std::byte> codedIndicesOf(const LodRecord &lod) const
    {
        return m_indices.subspan(lod.indexOffset, lod.indexBytes);
    }

    std::span<const MaterialRecord> materials() const { return m_materials; }
    std::span<const VariantRecord> variants() const { return m_variants; }
    /// The material of a submesh under a variant; `variant` −1 is the file's default. Both must be in range.
    std::int32_t materialOf(std::size_t submesh, std::int32_t variant = kNone) const;

    std::span<const TextureRecord> textures() const { return m_textures; }
    /// Largest level first.
    std::span<const MipRecord> mipsOf(const TextureRecord &texture) const
    {
        return m_mips.subspan(texture.firstMip, texture.mipCount);
    }
    std::span<const std::byte> pixelsOf(const MipRecord &mip) const { return m_pixels.subspan(mip.offset, mip.bytes); }

    std::span<const PartRecord> parts() const { return m_parts; }
    std::span<const HotspotRecord> hotspots() const { return m_hotspots; }
    std::span<const AnimationRecord> animations() const { return m_animations; }
    std::span<const ChannelRecord> channelsOf(const AnimationRecord &animation) const
    {
        return m_channels.subspan(animation.firstChannel, animation.channelCount);
    }
    std::span<const ValueChannelRecord> valuesOf(const AnimationRecord &animation) const
    {
        return m_values.subspan(animation.firstValue, animation.valueCount);
    }
    /// keyCount times; of a ChannelRecord or a ValueChannelRecord.
    std::span<const float> timesOf(const auto &channel) const
    {
        return m_keys.subspan(channel.offset / sizeof(float), channel.keyCount);
    }
    /// render::valuesOf(channel) floats.
    std::span<const float> keysOf(const auto &channel) const
    {
        return m_keys.subspan(channel.offset / sizeof(float) + channel.keyCount, render::valuesOf(channel));
    }

    std::span<const SkinRecord> skins() const { return m_skins; }
    std::span<const SkinJointRecord> jointsOf(const SkinRecord &skin) const
    {
        return m_skinJoints.subspan(skin.firstJoint, skin.jointCount);
    }
    /// Null where the node's mesh bends with no joints.
    const SkinRecord *skinOf(std::size_t node) const;
    /// Of a mesh, in their order; often none.
    std::span<const MorphTargetRecord> morphTargetsOf(std::size_t mesh) const;
    /// As they are stored: render/mesh decodes them.
    std::span<const std::byte> codedDeltasOf(const MorphTargetRecord &target) const
    {
        return m_morphDeltas.subspan(target.offset, target.bytes);
    }
    std::span<const LightRecord> lights() const { return m_lights; }

    std::span<const CameraRecord> cameras() const { return m_cameras; }
    std::span<const MessageRecord> messages() const { return m_messages; }
    /// How the product darkens the ground, by light; empty if that was not traced.
    std::span<const GroundRecord> grounds() const { return m_grounds; }
    /// kGroundTexels² bytes.
    std::span<const std::byte> darknessOf(const GroundRecord &ground) const
    {
        return m_groundTexels.subspan(ground.offset, std::size_t{kGroundTexels} * kGroundTexels);
    }
    /// A small PNG to show while the model loads; empty if none was made yet.
    std::span<const std::byte> poster() const { return m_poster; }

    /// Films of the product as text, as readFilms() (render/cinema) takes it; empty if it has none of its own.
    std::string_view shots() const { return m_shots; }

    /// Every section as stored, those of unknown kinds too: for copying a package.
    std::span<const SectionRecord> directory() const { return m_directory; }
    std::span<const std::byte> bytesOf(const SectionRecord &section) const
    {
        return m_bytes.subspan(section.offset, section.bytes);
    }

private:
    friend class PackageCheck;
    Package() = default;

    std::span<const std::byte> m_bytes;
    std::span<const SectionRecord> m_directory;
    const InfoRecord *m_info = nullptr;
    std::string_view m_text;
    std::span<const NodeRecord> m_nodes;
    std::span<const MeshRecord> m_meshes;
    std::span<const SubmeshRecord> m_submeshes;
    std::span<const LodRecord> m_lods;
    std::span<const std::uint32_t> m_lodRanges;
    std::span<const OrderRecord> m_orders;
    std::span<const MaterialRecord> m_materials;
    std::span<const TextureRecord> m_textures;
    std::span<const MipRecord> m_mips;
    std::span<const VariantRecord> m_variants;
    std::span<const std::int32_t> m_variantTable;
    std::span<const PartRecord> m_parts;
    std::span<const HotspotRecord> m_hotspots;
    std::span<const AnimationRecord> m_animations;
    std::span<const ChannelRecord> m_channels;
    std::span<const float> m_keys;
    std::span<const ValueChannelRecord> m_values;
    std::span<const SkinRecord> m_skins;
    std::span<const SkinJointRecord> m_skinJoints;
    std::span<const MorphTargetRecord> m_morphTargets;
    std::span<const std::byte> m_morphDeltas;
    std::span<const LightRecord> m_lights;
    std::span<const CameraRecord> m_cameras;
    std::span<const MessageRecord> m_messages;
    std::span<const GroundRecord> m_grounds;
    std::span<const std::byte> m_groundTexels;
    std::span<const std::byte> m_poster;
    std::string_view m_shots;
    std::span<const std::byte> m_vertices;
    std::span<const std::byte> m_indices;
    std::span<const std::byte> m_pixels;
};

[[nodiscard]] bool hasAttribute(const MeshRecord &mesh, VertexSemantic semantic);

} // namespace vitrine::render
