// SPDX-License-Identifier: GPL-3.0-or-later
#include "FuzzEntries.h"

#include "core/values/Contract.h"
#include "render/cinema/FilmText.h"
#include "render/cinema/FilmTime.h"
#include "render/import/Import.h"
#include "render/import/image/Mipmaps.h"
#include "render/mesh/MeshPose.h"

#include <algorithm>
#include <cmath>
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

std::uint64_t bend(const Package &package, std::size_t node)
{
    if (package.nodes()[node].mesh == kNone)
        return 0;
    const auto mesh = static_cast<std::size_t>(package.nodes()[node].mesh);
    const SkinRecord *skin = package.skinOf(node);
    auto decoded = decodeMesh(package, mesh);
    if (!decoded)
        return 0;
    std::vector<Matrix4> joints;
    for (std::size_t i = 0; skin != nullptr && i < skin->jointCount; ++i)
        joints.push_back(package.jointsOf(*skin)[i].inverseBind);
    const auto pose = MeshPose::make(package, mesh, *decoded, joints);
    if (!pose)
        return 0;
    (void)pose->apply(std::vector<float>(package.morphTargetsOf(mesh).size(), 0.5F), joints, decoded->vertices);
    return sum(decoded->vertices);
}

/// Touches whatever a client would touch.
std::uint64_t readAll(const Package &package)
{
    std::uint64_t total = sum(package.poster()) + sum(package.shots());
    for (const NodeRecord &node : package.nodes())
        total += sum(package.text(node.name));
    for (const PartRecord &part : package.parts())
        total += sum(package.text(part.name.en)) + sum(package.text(part.material.bn));
    for (const HotspotRecord &spot : package.hotspots())
        total += sum(package.text(spot.title.en)) + sum(package.text(spot.text.bn));
    for (const AnimationRecord &animation : package.animations())
        for (const ChannelRecord &channel : package.channelsOf(animation))
            total += sum(std::as_bytes(package.timesOf(channel))) + sum(std::as_bytes(package.keysOf(channel)));
    for (const AnimationRecord &animation : package.animations())
        for (const ValueChannelRecord &channel : package.valuesOf(animation))
            total += sum(std::as_bytes(package.timesOf(channel))) + sum(std::as_bytes(package.keysOf(channel)));
    for (std::size_t node = 0; node < package.nodes().size(); ++node)
        total += bend(package, node);
    for (const LightRecord &light : package.lights())
        total += sum(package.text(light.name));
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

void readAnyShots(std::span<const std::byte> bytes)
{
    const auto films = readFilms({reinterpret_cast<const char *>(bytes.data()), bytes.size()});
    if (!films)
        return;
    VITRINE_EXPECT(readFilms(writeFilms(*films)) == *films);
    for (const Film &film : *films)
        for (double at = -1; at < lengthOf(film) + 1; at += lengthOf(film) / 16)
            VITRINE_EXPECT(std::isfinite(frameAt(film, at).distance));
}

void decodeAnyImage(std::span<const std::byte> bytes)
{
    if (imageKind(bytes) == ImageKind::Unknown)
        return;
    if (auto image = decodeImage(bytes))
        (void)mipChain(std::move(*image), ColorSpace::Srgb, 256);
}

} // namespace vitrine::test
