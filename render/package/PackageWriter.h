// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/package/Package.h"
#include "render/package/Xxh64.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vitrine::render {

/// Puts bytes at an offset of the package being written. Called in order of the payload, and last for the header.
using PackageSink = std::function<core::Status(std::uint64_t offset, std::span<const std::byte> bytes)>;

/// Writes into memory; `into` must outlive the sink.
[[nodiscard]] PackageSink memorySink(std::vector<std::byte> &into);

/// Everything of a package but its blobs.
struct PackageContents {
    InfoRecord info{};
    std::vector<NodeRecord> nodes;
    std::vector<MeshRecord> meshes;
    std::vector<SubmeshRecord> submeshes;
    std::vector<LodRecord> lods;
    std::vector<std::uint32_t> lodRanges;
    std::optional<OrderRecord> order;
    std::vector<MaterialRecord> materials;
    std::vector<TextureRecord> textures;
    std::vector<MipRecord> mips;
    std::vector<VariantRecord> variants;
    std::vector<std::int32_t> variantTable;
    std::vector<PartRecord> parts;
    std::vector<HotspotRecord> hotspots;
    std::vector<AnimationRecord> animations;
    std::vector<ChannelRecord> channels;
    std::vector<ValueChannelRecord> values;
    std::vector<SkinRecord> skins;
    std::vector<SkinJointRecord> skinJoints;
    std::vector<MorphTargetRecord> morphTargets;
    std::vector<LightRecord> lights;
    std::vector<CameraRecord> cameras;
    std::vector<MessageRecord> messages;
    std::vector<GroundRecord> grounds;
    std::vector<std::byte> poster;
    std::string shots;
};

/// Streams a package: payload sections first, one after the other, each never held in memory; then finish().
/// Nothing is readable before finish() has succeeded: the header is written last. After a failure of the sink the
/// writer must be dropped. One thread.
class PackageWriter
{
public:
    explicit PackageWriter(PackageSink sink);

    /// Stores a text once, however often it is asked for.
    [[nodiscard]] TextRef text(std::string_view text);

    /// Starts Vertices, Indices, Pixels or another blob; ends the section before it.
    [[nodiscard]] core::Status beginBlob(SectionKind kind);
    /// Starts any section, of records too. kDirectoryRoom sections fit into one package.
    [[nodiscard]] core::Status beginSection(SectionKind kind, std::uint32_t elementBytes);
    /// Appends to the blob at the next multiple of 64 and returns that offset within it.
    [[nodiscard]] core::Result<std::uint64_t> append(std::span<const std::byte> bytes);

    /// Writes the records of `contents`, then the texts, the directory and the header. Returns the size of the whole in
    /// bytes.
    [[nodiscard]] core::Result<std::uint64_t> finish(const PackageContents &contents);
    /// Writes only the directory and the header: for a package copied section by section.
    [[nodiscard]] core::Result<std::uint64_t> finish();

    static constexpr std::size_t kDirectoryRoom = 48;
    /// One place is kept for the poster.
    bool isFull() const { return m_directory.size() + 1 >= kDirectoryRoom; }

private:
    [[nodiscard]] core::Status write(std::span<const std::byte> bytes);
    [[nodiscard]] core::Status pad();
    [[nodiscard]] core::Status endSection();
    template <typename T>
    [[nodiscard]] core::Status writeRecords(SectionKind kind, std::span<const T> records);

    PackageSink m_sink;
    std::vector<SectionRecord> m_directory;
    bool m_isOpen = false;
    Xxh64 m_hash;
    std::uint64_t m_position;
    std::string m_text;
    std::unordered_map<std::string, TextRef> m_textRefs;
};

/// Writes `package` again with another poster (a PNG; empty removes it).
[[nodiscard]] core::Result<std::uint64_t> writeWithPoster(const Package &package, std::span<const std::byte> poster,
                                                          const PackageSink &sink);

} // namespace vitrine::render
