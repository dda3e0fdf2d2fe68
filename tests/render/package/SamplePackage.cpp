// SPDX-License-Identifier: GPL-3.0-or-later
#include "SamplePackage.h"

#include "render/mesh/MeshCoding.h"
#include "render/mesh/MorphCoding.h"

#include <array>
#include <cstddef>

namespace vitrine::test {
namespace {

using namespace render;

constexpr std::array<float, 18> kVertices = {0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1};
/// Two times, two quaternions.
constexpr std::array<float, 10> kKeys = {0, 1, 0, 0, 0, 1, 0, 1, 0, 0};
constexpr std::array<std::uint32_t, 3> kIndices = {0, 1, 2};
constexpr std::array<std::uint8_t, 16> kTexels = {255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255};

CodedMesh triangle()
{
    MeshRecord mesh{};
    mesh.submeshCount = 1;
    mesh.vertexCount = 3;
    mesh.vertexStride = 24;
    mesh.indexCount = 3;
    mesh.bounds = {{0, 0, 0}, {1, 1, 0}};
    mesh.attributeCount = 2;
    mesh.attributes[0].semantic = VertexSemantic::Position;
    mesh.attributes[0].components = 3;
    mesh.attributes[1].semantic = VertexSemantic::Normal;
    mesh.attributes[1].components = 3;
    mesh.attributes[1].offset = 12;
    return encodeMesh(mesh, std::as_bytes(std::span(kVertices)), kIndices);
}

CodedMorphTarget target() { return encodeMorphTarget(std::array{MorphMove{2, {0, 0.5F, 0}, {0, 0, 0}}}); }

void addMesh(PackageContents &out, PackageWriter &writer)
{
    out.meshes.push_back(triangle().record);
    out.meshes.back().name = writer.text("triangle");
    out.submeshes.push_back({0, 0, 3, out.meshes.back().bounds});
    out.lods.push_back({0, 0.25F, out.meshes.back().indexOffset, out.meshes.back().indexBytes, 3, 3, 0, 0});
    out.lodRanges = {3};
}

void addTexture(PackageContents &out, PackageWriter &writer)
{
    TextureRecord texture{};
    texture.name = writer.text("colours");
    texture.width = 2;
    texture.height = 2;
    texture.format = PixelFormat::Rgba8;
    texture.colorSpace = ColorSpace::Srgb;
    texture.mipCount = 2;
    out.textures.push_back(texture);
    out.mips.push_back({0, 16, 2, 2});
    out.mips.push_back({64, 4, 1, 1});
}

} // namespace

PackageContents sampleContents(PackageWriter &writer)
{
    PackageContents out;
    out.info.bounds = {{0, 0, 0}, {1, 1, 0}};
    out.info.triangleCount = 1;
    out.info.vertexCount = 3;
    out.info.sourceName = writer.text("sample.glb");
    out.nodes.push_back({kNone, kNone, writer.text("root"), {0, 0, 0}, {0, 0, 0, 1}, {1, 1, 1}});
    out.nodes.push_back({0, 0, writer.text("child"), {1, 2, 3}, {0, 0, 0, 1}, {1, 1, 1}});
    addMesh(out, writer);
    addTexture(out, writer);
    out.materials.resize(2);
    out.materials[0].name = writer.text("red");
    out.materials[0].slot(Slot::BaseColor).texture = 0;
    out.materials[1].name = writer.text("green");
    out.variants = {{{}, writer.text("red one"), {}}, {{-500, {'B', 'D', 'T'}, 0}, writer.text("green one"), {}}};
    out.variantTable = {0, 1};
    CameraRecord camera{};
    camera.name = writer.text("front");
    camera.node = 1;
    camera.yFovRadians = 0.6F;
    out.cameras.push_back(camera);
    out.parts.push_back({{12'000, {'B', 'D', 'T'}, 0},
                         1,
                         2,
                         {writer.text("Lid"), writer.text("ঢাকনা")},
                         {writer.text("Brass"), writer.text("পিতল")},
                         {0, 0.5F, 0},
                         0});
    out.hotspots.push_back({1, {1, 2, 3}, {0, 1, 0}, {writer.text("Knob"), {}}, {writer.text("Stays cool"), {}}});
    out.animations.push_back({writer.text("open"), {writer.text("Open"), writer.text("খুলুন")}, 0, 1, 0, 1});
    out.channels.push_back({1, ChannelPath::Rotation, Interpolation::Linear, 2, 0});
    out.animations[0].valueCount = 1;
    out.values.push_back({ValueOwner::Light, 0, offsetof(LightRecord, intensity), 1, Interpolation::Linear, 2, 0});
    out.skins.push_back({1, 0, 1, 0});
    out.skinJoints.push_back({0, 0, {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1}});
    out.morphTargets.push_back(target().record);
    out.morphTargets[0].name = writer.text("taller");
    out.lights.push_back({writer.text("lamp"), 0, LightKind::Spot, {1, 1, 1}, 50, 0, 0.1F, 0.5F});
    out.messages.push_back({Severity::Warning, writer.text("something was left out"), writer.text("/nodes/1")});
    out.poster = {std::byte{1}, std::byte{2}, std::byte{3}};
    return out;
}

std::vector<std::byte> write(void (*spoil)(PackageContents &))
{
    std::vector<std::byte> bytes;
    PackageWriter writer(memorySink(bytes));
    const auto put = [&](SectionKind kind, std::span<const std::byte> payload) {
        (void)writer.beginBlob(kind);
        (void)writer.append(payload);
    };
    const CodedMesh mesh = triangle();
    put(SectionKind::Vertices, mesh.vertices);
    put(SectionKind::Indices, mesh.indices);
    put(SectionKind::Pixels, std::as_bytes(std::span(kTexels)));
    (void)writer.append(std::as_bytes(std::span(kTexels).first(4)));
    put(SectionKind::MorphDeltas, target().deltas);
    (void)writer.beginSection(SectionKind::Keys, sizeof(float));
    (void)writer.append(std::as_bytes(std::span(kKeys)));
    PackageContents contents = sampleContents(writer);
    if (spoil != nullptr)
        spoil(contents);
    (void)writer.finish(contents);
    return bytes;
}

std::vector<std::byte> samplePackage() { return write(); }

} // namespace vitrine::test
