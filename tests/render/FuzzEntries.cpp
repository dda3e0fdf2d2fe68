// SPDX-License-Identifier: GPL-3.0-or-later
#include "FuzzEntries.h"

#include "core/values/Contract.h"
#include "render/import/Import.h"
#include "render/import/image/Mipmaps.h"
#include "render/mesh/MeshCoding.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <vector>

namespace vitrine::test {
namespace {

using namespace render;

std::uint64_t sum(std::span<const std::byte> bytes)
{
    std::uint64_t total = 0;
    for (const std::byte byte : bytes)
        total += std::to_integer<std::uint64_t>(byte);
    return total;
}

std::uint64_t sum(std::string_view text) { return sum(std::as_bytes(std::span(text))); }

/// Touches whatever a client would touch.
std::uint64_t readAll(const Package &package)
{
    std::uint64_t total = sum(package.poster());
    for (const NodeRecord &node : package.nodes())
        total += sum(package.text(node.name));
    for (const PartRecord &part : package.parts())
        total += sum(package.text(part.name.en)) + sum(package.text(part.material.bn));
    for (const HotspotRecord &spot : package.hotspots())
        total += sum(package.text(spot.title.en)) + sum(package.text(spot.text.bn));
    for (const AnimationRecord &animation : package.animations())
        for (const ChannelRecord &channel : package.channelsOf(animation))
            total += sum(std::as_bytes(package.timesOf(channel))) + sum(std::as_bytes(package.keysOf(channel)));
    for (const MeshRecord &mesh : package.meshes()) {
        const auto decoded = decodeMesh(package, static_cast<std::size_t>(&mesh - package.meshes().data()));
        if (decoded)
            total += sum(decoded->vertices) + sum(std::as_bytes(std::span(decoded->indices)));
        total += package.attributesOf(mesh).size();
        for (const SubmeshRecord &submesh : package.submeshesOf(mesh)) {
            const auto index = static_cast<std::size_t>(&submesh - package.submeshes().data());
            for (std::size_t v = 0; v < package.variants().size(); ++v) {
                const std::int32_t material = package.materialOf(index, static_cast<std::int32_t>(v));
                total += sum(package.text(package.materials()[static_cast<std::size_t>(material)].name));
            }
        }
    }
    for (std::size_t lod = 0; lod < package.lods().size(); ++lod)
        if (const auto indices = decodeLod(package, lod))
            total += sum(std::as_bytes(std::span(*indices))) + package.rangesOf(package.lods()[lod]).size();
    for (const TextureRecord &texture : package.textures())
        for (const MipRecord &mip : package.mipsOf(texture))
            total += sum(package.pixelsOf(mip));
    for (const MessageRecord &message : package.messages())
        total += sum(package.text(message.text)) + sum(package.text(message.where));
    for (const CameraRecord &camera : package.cameras())
        total += sum(package.text(camera.name));
    return total;
}

void import(std::span<const std::byte> bytes, const std::string &name)
{
    MemoryFiles files(name, bytes);
    std::vector<std::byte> baked;
    const auto size = importModel(files, name, {.maxTextureSide = 256}, memorySink(baked));
    // What the importer calls a package must be one.
    if (size)
        VITRINE_EXPECT(Package::open(baked).has_value());
}

} // namespace

void readAnyPackage(std::span<const std::byte> bytes)
{
    // A mapping is aligned; a fuzzer's buffer need not be.
    std::vector<std::uint64_t> aligned((bytes.size() + 7) / 8);
    if (!bytes.empty())
        std::memcpy(aligned.data(), bytes.data(), bytes.size());
    const auto package = Package::open(std::as_bytes(std::span(aligned)).first(bytes.size()));
    if (package) {
        (void)package->verifyPayload();
        volatile std::uint64_t total = readAll(*package);
        (void)total;
    }
}

void importAnyGltf(std::span<const std::byte> bytes) { import(bytes, "model.gltf"); }

void importAnyObj(std::span<const std::byte> bytes) { import(bytes, "model.obj"); }

void importAnyModel(std::span<const std::byte> bytes, const std::string &suffix) { import(bytes, "model." + suffix); }

void decodeAnyImage(std::span<const std::byte> bytes)
{
    if (imageKind(bytes) == ImageKind::Unknown)
        return;
    if (auto image = decodeImage(bytes))
        (void)mipChain(std::move(*image), ColorSpace::Srgb, 256);
}

} // namespace vitrine::test
