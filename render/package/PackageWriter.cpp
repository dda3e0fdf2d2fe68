// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/package/PackageWriter.h"

#include "core/values/Contract.h"

#include <algorithm>
#include <limits>

namespace vitrine::render {
namespace {

using core::Status;

/// Room for the directory is left before the payload, since the payload is streamed before its size is known.
constexpr std::uint64_t kPayloadStart = sizeof(PackageHeader) + PackageWriter::kDirectoryRoom * sizeof(SectionRecord);
static_assert(kPayloadStart % kSectionAlignment == 0);

constexpr std::array<std::byte, kSectionAlignment> kZeros{};

template <typename T>
std::span<const T> one(const T &value)
{
    return std::span<const T>(&value, 1);
}

} // namespace

PackageSink memorySink(std::vector<std::byte> &into)
{
    return [&into](std::uint64_t offset, std::span<const std::byte> bytes) -> Status {
        if (into.size() < offset + bytes.size())
            into.resize(offset + bytes.size());
        std::ranges::copy(bytes, into.begin() + static_cast<std::ptrdiff_t>(offset));
        return {};
    };
}

PackageWriter::PackageWriter(PackageSink sink)
    : m_sink(std::move(sink))
    , m_position(kPayloadStart)
{
}

TextRef PackageWriter::text(std::string_view text)
{
    if (text.empty())
        return {};
    VITRINE_EXPECT(m_text.size() + text.size() < std::numeric_limits<std::uint32_t>::max());
    const auto [entry, isNew] = m_textRefs.try_emplace(
        std::string(text), TextRef{static_cast<std::uint32_t>(m_text.size()), static_cast<std::uint32_t>(text.size())});
    if (isNew)
        m_text += text;
    return entry->second;
}

Status PackageWriter::write(std::span<const std::byte> bytes)
{
    if (bytes.empty())
        return {};
    VITRINE_CHECK(m_sink(m_position, bytes));
    m_hash.update(bytes);
    m_position += bytes.size();
    return {};
}

Status PackageWriter::pad()
{
    const std::uint64_t past = m_position % kSectionAlignment;
    return past == 0 ? Status{} : write(std::span(kZeros).first(kSectionAlignment - past));
}

Status PackageWriter::endSection()
{
    if (m_isOpen) {
        SectionRecord &section = m_directory.back();
        section.bytes = m_position - section.offset;
        section.hash = m_hash.digest();
        m_isOpen = false;
    }
    return pad();
}

Status PackageWriter::beginBlob(SectionKind kind) { return beginSection(kind, 1); }

Status PackageWriter::beginSection(SectionKind kind, std::uint32_t elementBytes)
{
    VITRINE_CHECK(endSection());
    VITRINE_EXPECT(m_directory.size() < kDirectoryRoom);
    m_directory.push_back({static_cast<std::uint32_t>(kind), elementBytes, m_position, 0, 0});
    m_hash = {};
    m_isOpen = true;
    return {};
}

core::Result<std::uint64_t> PackageWriter::append(std::span<const std::byte> bytes)
{
    VITRINE_EXPECT(m_isOpen);
    VITRINE_CHECK(pad());
    const std::uint64_t offset = m_position - m_directory.back().offset;
    VITRINE_CHECK(write(bytes));
    return offset;
}

template <typename T>
Status PackageWriter::writeRecords(SectionKind kind, std::span<const T> records)
{
    if (records.empty())
        return {};
    VITRINE_CHECK(beginSection(kind, sizeof(T)));
    return write(std::as_bytes(records));
}

core::Result<std::uint64_t> PackageWriter::finish(const PackageContents &contents)
{
    VITRINE_CHECK(writeRecords(SectionKind::Info, one(contents.info)));
    VITRINE_CHECK(writeRecords(SectionKind::Nodes, std::span(contents.nodes)));
    VITRINE_CHECK(writeRecords(SectionKind::Meshes, std::span(contents.meshes)));
    VITRINE_CHECK(writeRecords(SectionKind::Submeshes, std::span(contents.submeshes)));
    VITRINE_CHECK(writeRecords(SectionKind::Lods, std::span(contents.lods)));
    VITRINE_CHECK(writeRecords(SectionKind::LodRanges, std::span(contents.lodRanges)));
    if (contents.order)
        VITRINE_CHECK(writeRecords(SectionKind::Order, one(*contents.order)));
    VITRINE_CHECK(writeRecords(SectionKind::Materials, std::span(contents.materials)));
    VITRINE_CHECK(writeRecords(SectionKind::Textures, std::span(contents.textures)));
    VITRINE_CHECK(writeRecords(SectionKind::MipLevels, std::span(contents.mips)));
    VITRINE_CHECK(writeRecords(SectionKind::Variants, std::span(contents.variants)));
    VITRINE_CHECK(writeRecords(SectionKind::VariantTable, std::span(contents.variantTable)));
    VITRINE_CHECK(writeRecords(SectionKind::Parts, std::span(contents.parts)));
    VITRINE_CHECK(writeRecords(SectionKind::Hotspots, std::span(contents.hotspots)));
    VITRINE_CHECK(writeRecords(SectionKind::Animations, std::span(contents.animations)));
    VITRINE_CHECK(writeRecords(SectionKind::Channels, std::span(contents.channels)));
    VITRINE_CHECK(writeRecords(SectionKind::Values, std::span(contents.values)));
    VITRINE_CHECK(writeRecords(SectionKind::Skins, std::span(contents.skins)));
    VITRINE_CHECK(writeRecords(SectionKind::SkinJoints, std::span(contents.skinJoints)));
    VITRINE_CHECK(writeRecords(SectionKind::MorphTargets, std::span(contents.morphTargets)));
    VITRINE_CHECK(writeRecords(SectionKind::Lights, std::span(contents.lights)));
    VITRINE_CHECK(writeRecords(SectionKind::Cameras, std::span(contents.cameras)));
    VITRINE_CHECK(writeRecords(SectionKind::Messages, std::span(contents.messages)));
    VITRINE_CHECK(writeRecords(SectionKind::Grounds, std::span(contents.grounds)));
    VITRINE_CHECK(writeRecords(SectionKind::Poster, std::span(contents.poster)));
    VITRINE_CHECK(writeRecords(SectionKind::Shots, std::span<const char>(contents.shots)));
    VITRINE_CHECK(writeRecords(SectionKind::Text, std::span<const char>(m_text)));
    return finish();
}

core::Result<std::uint64_t> PackageWriter::finish()
{
    VITRINE_CHECK(endSection());
    const auto directory = std::as_bytes(std::span(m_directory));
    VITRINE_CHECK(m_sink(sizeof(PackageHeader), directory));
    const PackageHeader header{kPackageMagic, kPackageVersion,      static_cast<std::uint32_t>(m_directory.size()),
                               m_position,    Xxh64::of(directory), {}};
    VITRINE_CHECK(m_sink(0, std::as_bytes(one(header))));
    return m_position;
}

core::Result<std::uint64_t> writeWithPoster(const Package &package, std::span<const std::byte> poster,
                                            const PackageSink &sink)
{
    PackageWriter writer(sink);
    for (const SectionRecord &section : package.directory()) {
        if (section.kind == static_cast<std::uint32_t>(SectionKind::Poster))
            continue;
        if (writer.isFull())
            return core::fail(core::ErrorCode::TooLarge, "more sections than a copy has room for",
                              "header.sectionCount");
        VITRINE_CHECK(writer.beginSection(static_cast<SectionKind>(section.kind), section.elementBytes));
        VITRINE_TRY([[maybe_unused]] const auto offset, writer.append(package.bytesOf(section)));
    }
    if (!poster.empty()) {
        VITRINE_CHECK(writer.beginBlob(SectionKind::Poster));
        VITRINE_TRY([[maybe_unused]] const auto offset, writer.append(poster));
    }
    return writer.finish();
}

} // namespace vitrine::render
