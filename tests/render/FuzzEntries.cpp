// SPDX-License-Identifier: GPL-3.0-or-later
#include "FuzzEntries.h"

#include "core/values/Contract.h"
#include "render/cinema/FilmText.h"
#include "render/cinema/FilmTime.h"
#include "render/import/Import.h"
#include "render/import/assimp/AssimpReader.h"
#include "render/import/gltf/GltfReader.h"
#include "render/import/image/Mipmaps.h"
#include "render/mesh/MeshCoding.h"
#include "render/mesh/MeshPose.h"
#include "render/package/Xxh64.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <exception>
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

bool isInPart = false;

/// As importModel() does, as far as the scene.
void readOnly(MemoryFiles &files, std::span<const std::byte> bytes, const std::string &name)
{
    const Blob file = Blob::of({bytes.begin(), bytes.end()});
    try {
        if (const ModelFormat *format = modelFormat(name))
            (void)readWithAssimp(file, name, *format, {}, files);
        else
            (void)readGltf(file, files);
    } catch (const std::exception &) {
        return; // A library's, or memory that ran out: importModel() makes an error of it.
    }
}

void import(std::span<const std::byte> bytes, const std::string &name)
{
    MemoryFiles files(name, bytes);
    if (isInPart && Xxh64::of(bytes) % 8 != 0)
        return readOnly(files, bytes, name);
    std::vector<std::byte> baked;
    const auto size = importModel(files, name, {.maxTextureSide = 64}, memorySink(baked));
    // What the importer calls a package must be one.
    if (size)
        VITRINE_EXPECT(Package::open(baked).has_value());
}

/// A mapping is aligned; a fuzzer's buffer need not be.
std::vector<std::uint64_t> aligned(std::span<const std::byte> bytes)
{
    std::vector<std::uint64_t> copy((bytes.size() + 7) / 8);
    if (!bytes.empty())
        std::memcpy(copy.data(), bytes.data(), bytes.size());
    return copy;
}

void readPackage(std::span<const std::byte> bytes)
{
    const auto package = Package::open(bytes);
    if (!package)
        return;
    (void)package->verifyPayload();
    volatile std::uint64_t total = readAll(*package);
    (void)total;
}

/// Cuts so many bytes off the front, or what there is.
std::span<const std::byte> take(std::span<const std::byte> &bytes, std::size_t size)
{
    const auto taken = bytes.first(std::min(size, bytes.size()));
    bytes = bytes.subspan(taken.size());
    return taken;
}

constexpr std::array<FuzzEntry, 15> kEntries = {{
    {"readAnyPackage", readAnyPackage},
    {"readAnySignedPackage", readAnySignedPackage},
    {"decodeAnyMesh", decodeAnyMesh},
    {"importAnyGltf", importAnyGltf},
    {"importAnyJson", importAnyJson},
    {"importAnyExtras", importAnyExtras},
    {"importAnyObj", importAnyObj},
    {"importAnyFbx", importAnyFbx},
    {"importAnyStl", importAnyStl},
    {"importAnyPly", importAnyPly},
    {"importAnyDae", importAnyDae},
    {"importAnyThreeDs", importAnyThreeDs},
    {"readAnyShots", readAnyShots},
    {"decodeAnyImage", decodeAnyImage},
    {"decodeAnyKtx2", decodeAnyKtx2},
}};

} // namespace

void importInPart() { isInPart = true; }

std::span<const FuzzEntry> fuzzEntries() { return kEntries; }

void sign(std::span<std::byte> package)
{
    PackageHeader header;
    if (package.size() < sizeof header)
        return;
    std::memcpy(&header, package.data(), sizeof header);
    header.magic = kPackageMagic;
    header.version = kPackageVersion;
    header.totalBytes = package.size();
    header.reserved = {};
    const std::size_t directory =
        std::min<std::size_t>(std::size_t{header.sectionCount} * sizeof(SectionRecord), package.size() - sizeof header);
    header.directoryHash = Xxh64::of(package.subspan(sizeof header, directory));
    std::memcpy(package.data(), &header, sizeof header);
}

void readAnyPackage(std::span<const std::byte> bytes)
{
    const std::vector<std::uint64_t> copy = aligned(bytes);
    readPackage(std::as_bytes(std::span(copy)).first(bytes.size()));
}

void readAnySignedPackage(std::span<const std::byte> bytes)
{
    std::vector<std::uint64_t> copy = aligned(bytes);
    const auto package = std::as_writable_bytes(std::span(copy)).first(bytes.size());
    sign(package);
    readPackage(package);
}

void decodeAnyMesh(std::span<const std::byte> bytes)
{
    MeshRecord mesh{};
    std::uint32_t vertexBytes = 0;
    std::ranges::copy(take(bytes, sizeof mesh), std::as_writable_bytes(std::span(&mesh, 1)).begin());
    std::ranges::copy(take(bytes, sizeof vertexBytes), std::as_writable_bytes(std::span(&vertexBytes, 1)).begin());
    const auto vertices = take(bytes, vertexBytes);
    mesh.name = {};
    mesh.firstSubmesh = 0;
    mesh.submeshCount = 1;
    mesh.vertexOffset = 0;
    mesh.vertexBytes = vertices.size();
    mesh.indexOffset = 0;
    mesh.indexBytes = bytes.size();

    std::vector<std::byte> package;
    PackageWriter writer(memorySink(package));
    bool isWritten = writer.beginBlob(SectionKind::Vertices) && writer.append(vertices) &&
                     writer.beginBlob(SectionKind::Indices) && writer.append(bytes);
    PackageContents contents;
    contents.meshes.push_back(mesh);
    contents.submeshes.push_back({0, 0, mesh.indexCount, mesh.bounds});
    contents.materials.resize(1);
    isWritten = isWritten && writer.finish(contents);
    VITRINE_EXPECT(isWritten);
    readPackage(package);
}

void importAnyGltf(std::span<const std::byte> bytes) { import(bytes, "model.gltf"); }

std::vector<std::byte> binaryPart()
{
    // A triangle as floats and its indices in 16 bits, then numbers between 0 and 1 for whatever else is read.
    const std::array<float, 9> corners = {0, 0, 0, 1, 0, 0, 0, 2, 0};
    const std::array<std::uint16_t, 4> indices = {0, 1, 2, 0};
    std::vector<std::byte> binary(1024);
    std::memcpy(binary.data(), corners.data(), sizeof corners);
    std::memcpy(binary.data() + sizeof corners, indices.data(), sizeof indices);
    for (std::size_t at = sizeof corners + sizeof indices, i = 0; at + sizeof(float) <= binary.size();
         at += sizeof(float), ++i) {
        const float value = static_cast<float>(i % 17) / 16;
        std::memcpy(binary.data() + at, &value, sizeof value);
    }
    return binary;
}

void importAnyJson(std::span<const std::byte> bytes)
{
    std::string json(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    json.resize((json.size() + 3) / 4 * 4, ' ');
    const std::vector<std::byte> binary = binaryPart();
    std::vector<std::byte> file;
    const auto put = [&](std::uint32_t word) {
        const auto raw = std::as_bytes(std::span(&word, 1));
        file.insert(file.end(), raw.begin(), raw.end());
    };
    for (const std::size_t word : {std::size_t{0x46546C67}, std::size_t{2}, 28 + json.size() + binary.size(),
                                   json.size(), std::size_t{0x4E4F534A}})
        put(static_cast<std::uint32_t>(word));
    const auto text = std::as_bytes(std::span(json));
    file.insert(file.end(), text.begin(), text.end());
    put(static_cast<std::uint32_t>(binary.size()));
    put(0x004E4942);
    file.insert(file.end(), binary.begin(), binary.end());
    import(file, "model.glb");
}

std::string withExtras(std::string_view extras)
{
    const std::string its = R"("extras":)" + std::string(extras);
    return R"({"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],)" + its +
           R"(,"extensionsUsed":["KHR_materials_variants"],)"
           R"("nodes":[{"name":"body","mesh":0,)" +
           its +
           R"(}],"meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1,"material":0,"extensions":)"
           R"({"KHR_materials_variants":{"mappings":[{"material":0,"variants":[0]}]}}}]}],"materials":[{}],)"
           R"("extensions":{"KHR_materials_variants":{"variants":[{"name":"one",)" +
           its +
           R"(}]}},"animations":[{"channels":[{"sampler":0,"target":{"node":0,"path":"translation"}}],)"
           R"("samplers":[{"input":2,"output":3}],)" +
           its +
           R"(}],"accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3"},)"
           R"({"bufferView":0,"byteOffset":36,"componentType":5123,"count":3,"type":"SCALAR"},)"
           R"({"bufferView":0,"byteOffset":44,"componentType":5126,"count":3,"type":"SCALAR","min":[0],"max":[0.125]},)"
           R"({"bufferView":0,"byteOffset":56,"componentType":5126,"count":3,"type":"VEC3"}],)"
           R"("bufferViews":[{"buffer":0,"byteLength":1024}],"buffers":[{"byteLength":1024}]})";
}

void importAnyExtras(std::span<const std::byte> bytes)
{
    const std::string json = withExtras(std::string_view(reinterpret_cast<const char *>(bytes.data()), bytes.size()));
    importAnyJson(std::as_bytes(std::span(json)));
}

void importAnyObj(std::span<const std::byte> bytes) { import(bytes, "model.obj"); }
void importAnyFbx(std::span<const std::byte> bytes) { import(bytes, "model.fbx"); }
void importAnyStl(std::span<const std::byte> bytes) { import(bytes, "model.stl"); }
void importAnyPly(std::span<const std::byte> bytes) { import(bytes, "model.ply"); }
void importAnyDae(std::span<const std::byte> bytes) { import(bytes, "model.dae"); }
void importAnyThreeDs(std::span<const std::byte> bytes) { import(bytes, "model.3ds"); }

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

void decodeAnyKtx2(std::span<const std::byte> bytes)
{
    constexpr std::array<unsigned char, 12> kIdentifier = {0xab, 'K', 'T', 'X', ' ', '2', '0', 0xbb, 13, 10, 26, 10};
    if (bytes.size() < kIdentifier.size())
        return;
    std::vector<std::byte> file(bytes.begin(), bytes.end());
    std::memcpy(file.data(), kIdentifier.data(), kIdentifier.size());
    decodeAnyImage(file);
}

} // namespace vitrine::test
