// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/package/PackageCheck.h"

#include "render/package/CheckWords.h"
#include "render/package/DrawCount.h"
#include "render/package/Xxh64.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::fail;
using core::Status;

constexpr std::uint32_t kMaxTextureSide = 1U << 14U;
constexpr std::uint32_t kMaxStride = 1'024;
constexpr std::uint32_t kMaxStoredStride = 256;

bool isSound(const Bounds &bounds) { return areFinite(bounds.min) && areFinite(bounds.max); }

std::uint32_t componentsOf(VertexSemantic semantic)
{
    switch (semantic) {
    case VertexSemantic::Position:
    case VertexSemantic::Normal:
    case VertexSemantic::Binormal:
        return 3;
    case VertexSemantic::Tangent:
    case VertexSemantic::Color:
    case VertexSemantic::Joints:
    case VertexSemantic::Weights:
        return 4;
    case VertexSemantic::TexCoord0:
    case VertexSemantic::TexCoord1:
        return 2;
    case VertexSemantic::Occlusion:
        return 1;
    }
    return 0;
}

} // namespace

core::Result<Package> PackageCheck::open(std::span<const std::byte> bytes)
{
    PackageCheck check(bytes);
    VITRINE_CHECK(check.readDirectory());
    VITRINE_CHECK(check.bindAll());
    VITRINE_CHECK(check.checkInfo());
    VITRINE_CHECK(check.checkNodes());
    VITRINE_CHECK(check.checkMeshes());
    VITRINE_CHECK(check.checkLods());
    VITRINE_CHECK(check.checkDraws());
    VITRINE_CHECK(check.checkMaterials());
    VITRINE_CHECK(check.checkTextures());
    VITRINE_CHECK(check.checkVariants());
    VITRINE_CHECK(check.checkParts());
    VITRINE_CHECK(check.checkHotspots());
    VITRINE_CHECK(check.checkSkins());
    VITRINE_CHECK(check.checkMorphTargets());
    VITRINE_CHECK(check.checkLights());
    VITRINE_CHECK(check.checkAnimations());
    VITRINE_CHECK(check.checkCameras());
    VITRINE_CHECK(check.checkMessages());
    VITRINE_CHECK(check.checkGrounds());
    return check.m_package;
}

Status PackageCheck::readDirectory()
{
    const std::span<const std::byte> bytes = m_package.m_bytes;
    if (reinterpret_cast<std::uintptr_t>(bytes.data()) % 8 != 0)
        return fail(ErrorCode::InvalidArgument, "the package's bytes must be aligned to 8", "bytes");
    if (bytes.size() < sizeof(PackageHeader))
        return malformed("shorter than a header: " + std::to_string(bytes.size()) + " bytes", "header");
    const auto &header = *reinterpret_cast<const PackageHeader *>(bytes.data());
    if (header.magic != kPackageMagic)
        return malformed("not a Vitrine package", "header.magic");
    if (header.version != kPackageVersion)
        return fail(ErrorCode::Unsupported,
                    "package version " + std::to_string(header.version) + ", this build reads " +
                        std::to_string(kPackageVersion),
                    "header.version");
    if (header.totalBytes != bytes.size())
        return malformed(std::to_string(bytes.size()) + " bytes where " + std::to_string(header.totalBytes) +
                             " are declared",
                         "header.totalBytes");
    if (header.sectionCount > kMaxSections)
        return malformed(std::to_string(header.sectionCount) + " sections", "header.sectionCount");
    const std::size_t directoryBytes = header.sectionCount * sizeof(SectionRecord);
    if (!fits(sizeof(PackageHeader), directoryBytes, bytes.size()))
        return malformed("the directory reaches past the end", "header.sectionCount");
    const auto directory = bytes.subspan(sizeof(PackageHeader), directoryBytes);
    if (Xxh64::of(directory) != header.directoryHash)
        return malformed("the directory does not match its hash", "header.directoryHash");
    m_package.m_directory = std::span(reinterpret_cast<const SectionRecord *>(directory.data()), header.sectionCount);
    for (std::size_t i = 0; i < header.sectionCount; ++i) {
        const SectionRecord &section = m_package.m_directory[i];
        if (section.offset % kSectionAlignment != 0)
            return malformed("not aligned to 64", place("sections", i, ".offset"));
        if (!fits(section.offset, section.bytes, bytes.size()))
            return malformed("reaches past the end", place("sections", i, ".bytes"));
    }
    return {};
}

template <typename T>
Status PackageCheck::bind(SectionKind kind, std::span<const T> &into)
{
    bool found = false;
    for (std::size_t i = 0; i < m_package.m_directory.size(); ++i) {
        const SectionRecord &section = m_package.m_directory[i];
        if (section.kind != static_cast<std::uint32_t>(kind))
            continue;
        if (found)
            return malformed("a second section of this kind", place("sections", i, ".kind"));
        if (section.elementBytes != sizeof(T) || section.bytes % sizeof(T) != 0)
            return malformed("elements of another size", place("sections", i, ".elementBytes"));
        found = true;
        into = std::span(reinterpret_cast<const T *>(m_package.m_bytes.data() + section.offset),
                         section.bytes / sizeof(T));
    }
    return {};
}

Status PackageCheck::bindAll()
{
    std::span<const InfoRecord> info;
    std::span<const char> text;
    std::span<const char> shots;
    VITRINE_CHECK(bind(SectionKind::Info, info));
    VITRINE_CHECK(bind(SectionKind::Text, text));
    VITRINE_CHECK(bind(SectionKind::Nodes, m_package.m_nodes));
    VITRINE_CHECK(bind(SectionKind::Meshes, m_package.m_meshes));
    VITRINE_CHECK(bind(SectionKind::Submeshes, m_package.m_submeshes));
    VITRINE_CHECK(bind(SectionKind::Lods, m_package.m_lods));
    VITRINE_CHECK(bind(SectionKind::LodRanges, m_package.m_lodRanges));
    VITRINE_CHECK(bind(SectionKind::Order, m_package.m_orders));
    VITRINE_CHECK(bind(SectionKind::Materials, m_package.m_materials));
    VITRINE_CHECK(bind(SectionKind::Textures, m_package.m_textures));
    VITRINE_CHECK(bind(SectionKind::MipLevels, m_package.m_mips));
    VITRINE_CHECK(bind(SectionKind::Variants, m_package.m_variants));
    VITRINE_CHECK(bind(SectionKind::VariantTable, m_package.m_variantTable));
    VITRINE_CHECK(bind(SectionKind::Parts, m_package.m_parts));
    VITRINE_CHECK(bind(SectionKind::Hotspots, m_package.m_hotspots));
    VITRINE_CHECK(bind(SectionKind::Animations, m_package.m_animations));
    VITRINE_CHECK(bind(SectionKind::Channels, m_package.m_channels));
    VITRINE_CHECK(bind(SectionKind::Keys, m_package.m_keys));
    VITRINE_CHECK(bind(SectionKind::Values, m_package.m_values));
    VITRINE_CHECK(bind(SectionKind::Skins, m_package.m_skins));
    VITRINE_CHECK(bind(SectionKind::SkinJoints, m_package.m_skinJoints));
    VITRINE_CHECK(bind(SectionKind::MorphTargets, m_package.m_morphTargets));
    VITRINE_CHECK(bind(SectionKind::MorphDeltas, m_package.m_morphDeltas));
    VITRINE_CHECK(bind(SectionKind::Lights, m_package.m_lights));
    VITRINE_CHECK(bind(SectionKind::Cameras, m_package.m_cameras));
    VITRINE_CHECK(bind(SectionKind::Messages, m_package.m_messages));
    VITRINE_CHECK(bind(SectionKind::Grounds, m_package.m_grounds));
    VITRINE_CHECK(bind(SectionKind::GroundTexels, m_package.m_groundTexels));
    VITRINE_CHECK(bind(SectionKind::Poster, m_package.m_poster));
    VITRINE_CHECK(bind(SectionKind::Shots, shots));
    VITRINE_CHECK(bind(SectionKind::Vertices, m_package.m_vertices));
    VITRINE_CHECK(bind(SectionKind::Indices, m_package.m_indices));
    VITRINE_CHECK(bind(SectionKind::Pixels, m_package.m_pixels));
    if (info.size() != 1)
        return malformed(std::to_string(info.size()) + " info records where one is needed", "info");
    m_package.m_info = info.data();
    m_package.m_text = std::string_view(text.data(), text.size());
    if (shots.size() > kMaxShotsBytes)
        return malformed(std::to_string(shots.size()) + " bytes of text", "shots");
    m_package.m_shots = std::string_view(shots.data(), shots.size());
    return {};
}

Status PackageCheck::checkText(TextRef ref, const std::string &where) const
{
    if (!fits(ref.offset, ref.bytes, m_package.m_text.size()))
        return malformed("text reaches past the text section", where);
    return {};
}

Status PackageCheck::checkText(const LocalText &text, const std::string &where) const
{
    VITRINE_CHECK(checkText(text.en, where + ".en"));
    return checkText(text.bn, where + ".bn");
}

Status PackageCheck::checkInfo() const
{
    const InfoRecord &info = *m_package.m_info;
    if (!isSound(info.bounds))
        return malformed("not a finite number", "info.bounds");
    VITRINE_CHECK(checkText(info.sourceName, "info.sourceName"));
    VITRINE_CHECK(checkText(info.generator, "info.generator"));
    VITRINE_CHECK(checkText(info.copyright, "info.copyright"));
    return checkText(info.sceneName, "info.sceneName");
}

Status PackageCheck::checkNodes() const
{
    for (std::size_t i = 0; i < m_package.m_nodes.size(); ++i) {
        const NodeRecord &node = m_package.m_nodes[i];
        // Parents first: with that the list is a forest, whatever it says.
        if (!inRangeOrNone(node.parent, i))
            return malformed("the parent does not come before the node", place("nodes", i, ".parent"));
        if (!inRangeOrNone(node.mesh, m_package.m_meshes.size()))
            return malformed("no such mesh", place("nodes", i, ".mesh"));
        if (!areFinite(node.translation) || !areFinite(node.rotation) || !areFinite(node.scale))
            return malformed("not a finite number", place("nodes", i, ".transform"));
        VITRINE_CHECK(checkText(node.name, place("nodes", i, ".name")));
    }
    return {};
}

Status PackageCheck::checkMeshes() const
{
    for (std::size_t i = 0; i < m_package.m_meshes.size(); ++i) {
        const MeshRecord &mesh = m_package.m_meshes[i];
        const std::string where = place("meshes", i);
        VITRINE_CHECK(checkText(mesh.name, where + ".name"));
        if (!isSound(mesh.bounds))
            return malformed("not a finite number", where + ".bounds");
        VITRINE_CHECK(checkLayout(mesh, where));
        VITRINE_CHECK(checkRanges(mesh, where));
        VITRINE_CHECK(checkSubmeshes(mesh, where));
    }
    return {};
}

Status PackageCheck::checkDraws() const
{
    const auto costs = costsOf(m_package.m_meshes, m_package.m_submeshes);
    VITRINE_TRY([[maybe_unused]] const DrawCount drawn, countDraws(m_package.m_nodes, costs));
    return {};
}

Status PackageCheck::checkLayout(const MeshRecord &mesh, const std::string &where) const
{
    if (mesh.attributeCount == 0 || mesh.attributeCount > kMaxVertexAttributes)
        return malformed(std::to_string(mesh.attributeCount) + " attributes", where + ".attributeCount");
    if (mesh.vertexStride == 0 || mesh.vertexStride % sizeof(float) != 0 || mesh.vertexStride > kMaxStride)
        return malformed("a stride of " + std::to_string(mesh.vertexStride), where + ".vertexStride");
    // meshoptimizer's codec takes no other.
    if (mesh.storedStride == 0 || mesh.storedStride % 4 != 0 || mesh.storedStride > kMaxStoredStride)
        return malformed("a stride of " + std::to_string(mesh.storedStride), where + ".storedStride");
    for (std::size_t i = 0; i < mesh.attributeCount; ++i) {
        const VertexAttribute &attribute = mesh.attributes[i];
        const std::string at = where + place(".attributes", i);
        if (i == 0 ? attribute.semantic != VertexSemantic::Position
                   : attribute.semantic <= mesh.attributes[i - 1].semantic)
            return malformed("out of order", at + ".semantic");
        if (attribute.components == 0 || attribute.components != componentsOf(attribute.semantic))
            return malformed("wrong number of components", at + ".components");
        if (attribute.offset % sizeof(float) != 0 ||
            !fits(attribute.offset, attribute.components * sizeof(float), mesh.vertexStride))
            return malformed("outside of the vertex", at + ".offset");
        // It is handed to the renderer as the last of four floats.
        if (attribute.semantic == VertexSemantic::Occlusion && attribute.offset < 3 * sizeof(float))
            return malformed("too near to the vertex's beginning", at + ".offset");
        VITRINE_CHECK(checkCoding(attribute, mesh, at));
    }
    return {};
}

Status PackageCheck::checkCoding(const VertexAttribute &attribute, const MeshRecord &mesh, const std::string &at)
{
    const bool isDirection =
        attribute.semantic == VertexSemantic::Normal || attribute.semantic == VertexSemantic::Tangent;
    if (attribute.coding > VertexCoding::Derived || (attribute.coding == VertexCoding::Octahedral16 && !isDirection) ||
        (attribute.coding == VertexCoding::Derived) != (attribute.semantic == VertexSemantic::Binormal))
        return malformed("not a way to store this", at + ".coding");
    if (!fits(attribute.storedOffset, storedBytes(attribute), mesh.storedStride))
        return malformed("outside of the stored vertex", at + ".storedOffset");
    if (!areFinite(attribute.low) || !areFinite(attribute.step))
        return malformed("not a finite number", at + ".step");
    return {};
}

Status PackageCheck::checkRanges(const MeshRecord &mesh, const std::string &where) const
{
    if (mesh.vertexOffset % kSectionAlignment != 0 ||
        !fits(mesh.vertexOffset, mesh.vertexBytes, m_package.m_vertices.size()))
        return malformed("vertices outside of their section", where + ".vertexOffset");
    if (mesh.indexOffset % kSectionAlignment != 0 ||
        !fits(mesh.indexOffset, mesh.indexBytes, m_package.m_indices.size()))
        return malformed("indices outside of their section", where + ".indexOffset");
    // What a code claims to hold is bounded by its own size, before memory is taken for it: meshoptimizer spends 4
    // bytes at least on each byte of 256 vertices, and one on a triangle.
    if (std::uint64_t{mesh.vertexCount} * mesh.storedStride > 64 * mesh.vertexBytes + 256 * kMaxStoredStride)
        return malformed(std::to_string(mesh.vertexCount) + " vertices in " + std::to_string(mesh.vertexBytes) +
                             " bytes",
                         where + ".vertexCount");
    if (mesh.indexCount % 3 != 0 || mesh.indexCount / 3 > mesh.indexBytes)
        return malformed(std::to_string(mesh.indexCount) + " indices in " + std::to_string(mesh.indexBytes) + " bytes",
                         where + ".indexCount");
    return {};
}

Status PackageCheck::checkSubmeshes(const MeshRecord &mesh, const std::string &where) const
{
    if (!fits(mesh.firstSubmesh, mesh.submeshCount, m_package.m_submeshes.size()))
        return malformed("no such submeshes", where + ".firstSubmesh");
    for (std::size_t i = 0; i < mesh.submeshCount; ++i) {
        const SubmeshRecord &submesh = m_package.m_submeshes[mesh.firstSubmesh + i];
        const std::string at = place("submeshes", mesh.firstSubmesh + i);
        if (submesh.material < 0 || static_cast<std::size_t>(submesh.material) >= m_package.m_materials.size())
            return malformed("no such material", at + ".material");
        if (submesh.indexCount % 3 != 0 || !fits(submesh.firstIndex, submesh.indexCount, mesh.indexCount))
            return malformed("outside of the mesh's indices", at + ".firstIndex");
        if (!isSound(submesh.bounds))
            return malformed("not a finite number", at + ".bounds");
    }
    return {};
}

Status PackageCheck::checkMaterials() const
{
    for (std::size_t i = 0; i < m_package.m_materials.size(); ++i) {
        const MaterialRecord &material = m_package.m_materials[i];
        VITRINE_CHECK(checkText(material.name, place("materials", i, ".name")));
        if (material.alphaMode > AlphaMode::Blend)
            return malformed("unknown alpha mode", place("materials", i, ".alphaMode"));
        for (std::size_t s = 0; s < kSlotCount; ++s) {
            const TextureSlot &slot = material.textureSlots[s];
            const std::string where = place("materials", i) + place(".textureSlots", s);
            if (!inRangeOrNone(slot.texture, m_package.m_textures.size()))
                return malformed("no such texture", where + ".texture");
            if (slot.uvSet > 1 || slot.wrapU > Wrap::ClampToEdge || slot.wrapV > Wrap::ClampToEdge ||
                slot.magFilter > Filter::Linear || slot.minFilter > Filter::Linear ||
                slot.mipFilter > MipFilter::Linear)
                return malformed("unknown sampling", where);
        }
    }
    return {};
}

Status PackageCheck::checkTextures() const
{
    for (std::size_t i = 0; i < m_package.m_textures.size(); ++i) {
        const TextureRecord &texture = m_package.m_textures[i];
        const std::string where = place("textures", i);
        VITRINE_CHECK(checkText(texture.name, where + ".name"));
        if ((texture.format != PixelFormat::Rgba8 && texture.format != PixelFormat::Bc7) ||
            texture.colorSpace > ColorSpace::Srgb)
            return malformed("unknown pixel format", where + ".format");
        if (texture.width == 0 || texture.height == 0 || texture.width > kMaxTextureSide ||
            texture.height > kMaxTextureSide)
            return malformed(std::to_string(texture.width) + "×" + std::to_string(texture.height) + " texels",
                             where + ".width");
        if (texture.mipCount == 0 || !fits(texture.firstMip, texture.mipCount, m_package.m_mips.size()))
            return malformed("no such mip levels", where + ".firstMip");
        VITRINE_CHECK(checkMips(texture, where));
    }
    return {};
}

Status PackageCheck::checkMips(const TextureRecord &texture, const std::string &where) const
{
    const auto mips = m_package.mipsOf(texture);
    for (std::size_t level = 0; level < mips.size(); ++level) {
        const MipRecord &mip = mips[level];
        const std::string at = where + place(".mips", level);
        // 14 halvings reduce the largest side to one: what lies beyond is a chain that repeats itself.
        if (level > 14 || mip.width != std::max(1U, texture.width >> level) ||
            mip.height != std::max(1U, texture.height >> level))
            return malformed("not half of the level above", at);
        if (mip.bytes != pixelBytes(texture.format, mip.width, mip.height))
            return malformed("wrong number of bytes", at + ".bytes");
        if (mip.offset % kSectionAlignment != 0 || !fits(mip.offset, mip.bytes, m_package.m_pixels.size()))
            return malformed("outside of the pixels", at + ".offset");
    }
    return {};
}

Status PackageCheck::checkVariants() const
{
    for (std::size_t i = 0; i < m_package.m_variants.size(); ++i) {
        const VariantRecord &variant = m_package.m_variants[i];
        VITRINE_CHECK(checkText(variant.name, place("variants", i, ".name")));
        VITRINE_CHECK(checkText(variant.title, place("variants", i, ".title")));
        VITRINE_CHECK(checkPrice(variant.price, place("variants", i, ".price")));
    }
    if (m_package.m_variantTable.size() != m_package.m_variants.size() * m_package.m_submeshes.size())
        return malformed("not one material for each submesh and variant", "variantTable");
    for (std::size_t i = 0; i < m_package.m_variantTable.size(); ++i) {
        const std::int32_t material = m_package.m_variantTable[i];
        if (material < 0 || static_cast<std::size_t>(material) >= m_package.m_materials.size())
            return malformed("no such material", place("variantTable", i));
    }
    return {};
}

Status PackageCheck::checkCameras() const
{
    for (std::size_t i = 0; i < m_package.m_cameras.size(); ++i) {
        const CameraRecord &camera = m_package.m_cameras[i];
        const std::string where = place("cameras", i);
        VITRINE_CHECK(checkText(camera.name, where + ".name"));
        if (!inRangeOrNone(camera.node, m_package.m_nodes.size()))
            return malformed("no such node", where + ".node");
        if (camera.kind > CameraKind::Orthographic)
            return malformed("unknown kind", where + ".kind");
        const std::array lens = {camera.yFovRadians, camera.aspect, camera.xMagnitude,
                                 camera.yMagnitude,  camera.zNear,  camera.zFar};
        if (!areFinite(camera.world) || !areFinite(lens))
            return malformed("not a finite number", where);
    }
    return {};
}

Status PackageCheck::checkGrounds() const
{
    constexpr std::uint64_t kBytes = std::uint64_t{kGroundTexels} * kGroundTexels;
    for (std::size_t i = 0; i < m_package.m_grounds.size(); ++i) {
        const GroundRecord &ground = m_package.m_grounds[i];
        if (!areFinite(std::array{ground.centreX, ground.centreZ, ground.groundY, ground.side}))
            return malformed("not a finite number", place("grounds", i));
        if (ground.side <= 0)
            return malformed("no size", place("grounds", i, ".side"));
        if (ground.offset % kSectionAlignment != 0 || !fits(ground.offset, kBytes, m_package.m_groundTexels.size()))
            return malformed("texels reach past their section", place("grounds", i, ".offset"));
    }
    return {};
}

Status PackageCheck::checkMessages() const
{
    for (std::size_t i = 0; i < m_package.m_messages.size(); ++i) {
        const MessageRecord &message = m_package.m_messages[i];
        if (message.severity > Severity::Warning)
            return malformed("unknown severity", place("messages", i, ".severity"));
        VITRINE_CHECK(checkText(message.text, place("messages", i, ".text")));
        VITRINE_CHECK(checkText(message.where, place("messages", i, ".where")));
    }
    return {};
}

} // namespace vitrine::render
