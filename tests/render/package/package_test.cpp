// SPDX-License-Identifier: GPL-3.0-or-later
#include "../FuzzEntries.h"
#include "SamplePackage.h"
#include "render/mesh/MeshCoding.h"
#include "render/package/DrawCount.h"
#include "render/package/MappedFile.h"
#include "tests/support/TemporaryFolder.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>
#include <random>

using namespace vitrine;
using namespace vitrine::render;
using test::write;

namespace {

/// "nodes[1].parent: the parent does not come before the node", or "" for a sound package.
std::string faultOf(std::span<const std::byte> bytes)
{
    const auto package = Package::open(bytes);
    return package ? "" : package.error().where + ": " + package.error().detail;
}

std::string faultAfter(void (*spoil)(PackageContents &)) { return faultOf(write(spoil)); }

std::uint64_t hashOf(std::string_view text) { return Xxh64::of(std::as_bytes(std::span(text))); }

} // namespace

TEST_CASE("XXH64 agrees with its published test vectors")
{
    CHECK(hashOf("") == 0xEF46DB3751D8E999ULL);
    CHECK(hashOf("a") == 0xD24EC4F1A98C6E5BULL);
    CHECK(hashOf("abc") == 0x44BC2CF5AD770999ULL);
    CHECK(hashOf("Nobody inspects the spammish repetition") == 0xFBCEA83C8A378BF1ULL);
}

TEST_CASE("XXH64 is the same however the bytes are cut")
{
    std::string text;
    for (int i = 0; i < 300; ++i)
        text += static_cast<char>(i * 7);
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
        Xxh64 hash;
        hash.update(std::as_bytes(std::span(text).first(cut)));
        hash.update(std::as_bytes(std::span(text).subspan(cut)));
        REQUIRE(hash.digest() == hashOf(text));
    }
}

TEST_CASE("A package carries the text of its films, of a size that is read in a moment")
{
    const std::vector<std::byte> plain = test::samplePackage();
    CHECK(Package::open(plain)->shots().empty());
    const auto bytes = write([](PackageContents &contents) { contents.shots = "film a\nshot 1\n"; });
    const auto package = Package::open(bytes);
    REQUIRE(package);
    CHECK(package->shots() == "film a\nshot 1\n");
    CHECK(faultAfter([](PackageContents &contents) { contents.shots.assign(kMaxShotsBytes + 1, 'x'); }) ==
          "shots: 65537 bytes of text");
}

TEST_CASE("A package is read back as it was written")
{
    const std::vector<std::byte> bytes = test::samplePackage();
    const auto package = Package::open(bytes);
    REQUIRE(package);
    CHECK(package->verifyPayload());
    CHECK(package->info().triangleCount == 1);
    CHECK(package->text(package->info().sourceName) == "sample.glb");
    REQUIRE(package->nodes().size() == 2);
    CHECK(package->text(package->nodes()[1].name) == "child");
    CHECK(package->nodes()[1].parent == 0);
    const MeshRecord &mesh = package->meshes()[0];
    CHECK(package->codedVerticesOf(mesh).size() == mesh.vertexBytes);
    CHECK(package->codedIndicesOf(mesh).size() == mesh.indexBytes);
    CHECK(package->attributesOf(mesh)[1].semantic == VertexSemantic::Normal);
    CHECK(package->submeshesOf(mesh).size() == 1);
    CHECK(package->materialOf(0) == 0);
    CHECK(package->materialOf(0, 1) == 1);
    CHECK(package->materials()[0].slot(Slot::BaseColor).texture == 0);
    const auto mips = package->mipsOf(package->textures()[0]);
    REQUIRE(mips.size() == 2);
    CHECK(package->pixelsOf(mips[0])[0] == std::byte{255});
    CHECK(package->text(package->variants()[1].name) == "green one");
    CHECK(package->variants()[1].price.minorUnits == -500);
    CHECK(package->text(package->parts()[0].name.bn) == "ঢাকনা");
    CHECK(package->parts()[0].order == 2);
    CHECK(package->text(package->hotspots()[0].text.en) == "Stays cool");
    const AnimationRecord &opens = package->animations()[0];
    CHECK(package->text(opens.title.en) == "Open");
    REQUIRE(package->channelsOf(opens).size() == 1);
    const ChannelRecord &channel = package->channelsOf(opens)[0];
    CHECK(package->timesOf(channel)[1] == 1);
    CHECK(package->keysOf(channel).size() == 8);
    CHECK(package->keysOf(channel)[5] == 1);
    REQUIRE(package->valuesOf(opens).size() == 1);
    CHECK(package->keysOf(package->valuesOf(opens)[0]).size() == 2);
    REQUIRE(package->skinOf(1) != nullptr);
    CHECK(package->skinOf(0) == nullptr);
    CHECK(package->jointsOf(*package->skinOf(1))[0].inverseBind[0] == 1);
    REQUIRE(package->morphTargetsOf(0).size() == 1);
    CHECK(package->text(package->morphTargetsOf(0)[0].name) == "taller");
    CHECK(package->morphTargetsOf(1).empty());
    CHECK(package->lights()[0].kind == LightKind::Spot);
    CHECK(package->text(package->cameras()[0].name) == "front");
    CHECK(package->text(package->messages()[0].where) == "/nodes/1");
    CHECK(package->poster().size() == 3);
}

TEST_CASE("Payload stands on multiples of 64 bytes")
{
    const std::vector<std::byte> bytes = test::samplePackage();
    const auto package = Package::open(bytes);
    REQUIRE(package);
    for (const SectionRecord &section : package->directory())
        CHECK(section.offset % 64 == 0);
    const auto from = [&](std::span<const std::byte> part) { return (part.data() - bytes.data()) % 64; };
    CHECK(from(package->codedVerticesOf(package->meshes()[0])) == 0);
    CHECK(from(package->pixelsOf(package->mipsOf(package->textures()[0])[1])) == 0);
}

TEST_CASE("A poster is added, replaced and removed, and the rest stays")
{
    const std::vector<std::byte> bytes = test::samplePackage();
    const auto package = Package::open(bytes);
    REQUIRE(package);
    std::vector<std::byte> poster(1000, std::byte{9});
    std::vector<std::byte> rewritten;
    REQUIRE(writeWithPoster(*package, poster, memorySink(rewritten)));
    const auto again = Package::open(rewritten);
    REQUIRE(again);
    CHECK(again->verifyPayload());
    CHECK(again->poster().size() == 1000);
    CHECK(again->text(again->nodes()[1].name) == "child");
    CHECK(
        std::ranges::equal(again->codedVerticesOf(again->meshes()[0]), package->codedVerticesOf(package->meshes()[0])));
    std::vector<std::byte> bare;
    REQUIRE(writeWithPoster(*again, {}, memorySink(bare)));
    CHECK(Package::open(bare)->poster().empty());
}

TEST_CASE("Sections of unknown kinds are skipped")
{
    std::vector<std::byte> bytes;
    PackageWriter writer(memorySink(bytes));
    REQUIRE(writer.beginSection(static_cast<SectionKind>(999), 12));
    REQUIRE(writer.append(std::vector<std::byte>(24)));
    PackageContents contents;
    REQUIRE(writer.finish(contents));
    CHECK(faultOf(bytes).empty());
}

TEST_CASE("A broken header is named")
{
    std::vector<std::byte> bytes = test::samplePackage();
    SECTION("too short")
    {
        bytes.resize(10);
        CHECK(faultOf(bytes) == "header: shorter than a header: 10 bytes");
    }
    SECTION("another file")
    {
        bytes[0] = std::byte{'P'};
        CHECK(faultOf(bytes) == "header.magic: not a Vitrine package");
    }
    SECTION("another version")
    {
        bytes[8] = std::byte{7};
        CHECK(faultOf(bytes) == "header.version: package version 7, this build reads 4");
    }
    SECTION("cut off")
    {
        const std::size_t whole = bytes.size();
        bytes.resize(whole - 1);
        CHECK(faultOf(bytes) == "header.totalBytes: " + std::to_string(whole - 1) + " bytes where " +
                                    std::to_string(whole) + " are declared");
    }
    SECTION("a changed directory")
    {
        bytes[70] ^= std::byte{1};
        CHECK(faultOf(bytes) == "header.directoryHash: the directory does not match its hash");
    }
    SECTION("bytes that are not aligned")
    {
        CHECK(faultOf(std::span(bytes).subspan(1)) == "bytes: the package's bytes must be aligned to 8");
    }
}

TEST_CASE("Damaged payload is found by verifyPayload alone")
{
    std::vector<std::byte> bytes = test::samplePackage();
    const auto offset = static_cast<std::size_t>(
        Package::open(bytes)->codedVerticesOf(Package::open(bytes)->meshes()[0]).data() - bytes.data());
    bytes[offset + 1] ^= std::byte{1};
    const auto package = Package::open(bytes);
    REQUIRE(package);
    CHECK(core::describe(package->verifyPayload().error()) ==
          "corrupt at sections[0]: the section's bytes do not match their hash");
}

TEST_CASE("Every reference is checked, and the record at fault named")
{
    CHECK(faultAfter([](PackageContents &c) { c.nodes[0].parent = 1; }) ==
          "nodes[0].parent: the parent does not come before the node");
    CHECK(faultAfter([](PackageContents &c) { c.nodes[1].parent = 1; }) ==
          "nodes[1].parent: the parent does not come before the node");
    CHECK(faultAfter([](PackageContents &c) { c.nodes[1].mesh = 1; }) == "nodes[1].mesh: no such mesh");
    CHECK(faultAfter([](PackageContents &c) { c.nodes[1].scale[0] = std::nanf(""); }) ==
          "nodes[1].transform: not a finite number");
    CHECK(faultAfter([](PackageContents &c) { c.nodes[1].name.bytes = 1U << 30U; }) ==
          "nodes[1].name: text reaches past the text section");
    CHECK(faultAfter([](PackageContents &c) { c.meshes[0].vertexBytes += 64; }) ==
          "meshes[0].vertexOffset: vertices outside of their section");
    CHECK(faultAfter([](PackageContents &c) {
              c.meshes[0].vertexBytes = 40;
              c.meshes[0].vertexCount = 4'000'000'000;
          }) == "meshes[0].vertexCount: 4000000000 vertices in 40 bytes");
    CHECK(faultAfter([](PackageContents &c) { c.meshes[0].vertexOffset = ~63ULL; }) ==
          "meshes[0].vertexOffset: vertices outside of their section");
    CHECK(faultAfter([](PackageContents &c) { c.meshes[0].indexBytes += 64; }) ==
          "meshes[0].indexOffset: indices outside of their section");
    CHECK(faultAfter([](PackageContents &c) {
              c.meshes[0].indexBytes = 18;
              c.meshes[0].indexCount = 3'000'000'000;
          }) == "meshes[0].indexCount: 3000000000 indices in 18 bytes");
    CHECK(faultAfter([](PackageContents &c) { c.meshes[0].attributes[1].offset = 16; }) ==
          "meshes[0].attributes[1].offset: outside of the vertex");
    CHECK(faultAfter([](PackageContents &c) {
              VertexAttribute &attribute = c.meshes[0].attributes[1];
              attribute.semantic = VertexSemantic::Occlusion;
              attribute.components = 1;
              attribute.offset = 8;
          }) == "meshes[0].attributes[1].offset: too near to the vertex's beginning");
    CHECK(faultAfter([](PackageContents &c) { c.meshes[0].attributes[1].storedOffset = 12; }) ==
          "meshes[0].attributes[1].storedOffset: outside of the stored vertex");
    CHECK(faultAfter([](PackageContents &c) { c.meshes[0].attributes[0].coding = VertexCoding::Octahedral16; }) ==
          "meshes[0].attributes[0].coding: not a way to store this");
    CHECK(faultAfter([](PackageContents &c) { c.meshes[0].attributes[0].step[1] = std::nanf(""); }) ==
          "meshes[0].attributes[0].step: not a finite number");
    CHECK(faultAfter([](PackageContents &c) { c.meshes[0].storedStride = 1'000; }) ==
          "meshes[0].storedStride: a stride of 1000");
    CHECK(faultAfter([](PackageContents &c) { c.meshes[0].attributeCount = 11; }) ==
          "meshes[0].attributeCount: 11 attributes");
    CHECK(faultAfter([](PackageContents &c) { c.meshes[0].submeshCount = 2; }) ==
          "meshes[0].firstSubmesh: no such submeshes");
    CHECK(faultAfter([](PackageContents &c) { c.submeshes[0].material = 2; }) ==
          "submeshes[0].material: no such material");
    CHECK(faultAfter([](PackageContents &c) { c.submeshes[0].firstIndex = 3; }) ==
          "submeshes[0].firstIndex: outside of the mesh's indices");
    CHECK(faultAfter([](PackageContents &c) { c.lods[0].mesh = 1; }) == "lods[0].mesh: no such mesh");
    CHECK(faultAfter([](PackageContents &c) { c.lods.resize(9, LodRecord(c.lods[0])); }) ==
          "lods[8].mesh: more than 8 of one mesh");
    CHECK(faultAfter([](PackageContents &c) { c.lods[0].error = std::nanf(""); }) == "lods[0].error: not a length");
    CHECK(faultAfter([](PackageContents &c) {
              c.lods.push_back(LodRecord(c.lods[0]));
              c.lods[1].error = 0.125F;
          }) == "lods[1].error: out of order");
    CHECK(faultAfter([](PackageContents &c) { c.lods[0].indexBytes += 64; }) ==
          "lods[0].indexOffset: indices outside of their section");
    CHECK(faultAfter([](PackageContents &c) {
              c.lods[0].indexCount = 3'000'000'000;
          }).starts_with("lods[0].indexCount: 3000000000 indices in "));
    CHECK(faultAfter([](PackageContents &c) { c.lods[0].vertexCount = 4; }) == "lods[0].vertexCount: 4 of 3 vertices");
    CHECK(faultAfter([](PackageContents &c) { c.lods[0].vertexCount = 0; }) == "lods[0].vertexCount: 0 of 3 vertices");
    CHECK(faultAfter([](PackageContents &c) { c.lods[0].firstRange = 1; }) == "lods[0].firstRange: no such ranges");
    CHECK(faultAfter([](PackageContents &c) { c.lodRanges[0] = 6; }) == "lods[0].ranges: not all of its indices");
    CHECK(faultAfter([](PackageContents &c) { c.materials[0].textureSlots[3].texture = 1; }) ==
          "materials[0].textureSlots[3].texture: no such texture");
    CHECK(faultAfter([](PackageContents &c) { c.materials[1].textureSlots[0].uvSet = 2; }) ==
          "materials[1].textureSlots[0]: unknown sampling");
    CHECK(faultAfter([](PackageContents &c) { c.textures[0].width = 1U << 20U; }) ==
          "textures[0].width: 1048576×2 texels");
    CHECK(faultAfter([](PackageContents &c) { c.textures[0].mipCount = 3; }) ==
          "textures[0].firstMip: no such mip levels");
    CHECK(faultAfter([](PackageContents &c) { c.mips[1].bytes = 16; }) ==
          "textures[0].mips[1].bytes: wrong number of bytes");
    CHECK(faultAfter([](PackageContents &c) { c.mips[1].offset = 1ULL << 40U; }) ==
          "textures[0].mips[1].offset: outside of the pixels");
    CHECK(faultAfter([](PackageContents &c) { c.variantTable.pop_back(); }) ==
          "variantTable: not one material for each submesh and variant");
    CHECK(faultAfter([](PackageContents &c) { c.variantTable[1] = -1; }) == "variantTable[1]: no such material");
    CHECK(faultAfter([](PackageContents &c) { c.variants[0].title.bn.offset = 1U << 30U; }) ==
          "variants[0].title.bn: text reaches past the text section");
    CHECK(faultAfter([](PackageContents &c) { c.variants[1].price.currency = {'t', 'k', 0, 0}; }) ==
          "variants[1].price: not a currency's code");
    CHECK(faultAfter([](PackageContents &c) { c.parts[0].node = kNone; }) == "parts[0].node: no such node");
    CHECK(faultAfter([](PackageContents &c) { c.parts.push_back(PartRecord(c.parts[0])); }) ==
          "parts[1].node: out of order");
    CHECK(faultAfter([](PackageContents &c) { c.parts[0].offset[2] = std::nanf(""); }) ==
          "parts[0].offset: not a finite number");
    CHECK(faultAfter([](PackageContents &c) { c.hotspots[0].node = 2; }) == "hotspots[0].node: no such node");
    CHECK(faultAfter([](PackageContents &c) { c.hotspots[0].normal[1] = std::nanf(""); }) ==
          "hotspots[0]: not a finite number");
    CHECK(faultAfter([](PackageContents &c) { c.animations[0].channelCount = 2; }) ==
          "animations[0].firstChannel: no such channels");
    CHECK(faultAfter([](PackageContents &c) { c.animations[0].seconds = -1; }) ==
          "animations[0].seconds: not a length of time");
    CHECK(faultAfter([](PackageContents &c) { c.channels[0].node = 7; }) == "channels[0].node: no such node");
    CHECK(faultAfter([](PackageContents &c) { c.channels[0].path = static_cast<ChannelPath>(4); }) ==
          "channels[0]: unknown kind of channel");
    CHECK(faultAfter([](PackageContents &c) { c.channels[0].keyCount = 0; }) == "channels[0].keyCount: no keys");
    CHECK(faultAfter([](PackageContents &c) { c.channels[0].keyCount = 4'000'000'000; }) ==
          "channels[0].offset: keys outside of their section");
    CHECK(faultAfter([](PackageContents &c) { c.channels[0].interpolation = Interpolation::Cubic; }) ==
          "channels[0].offset: keys outside of their section");
    CHECK(faultAfter([](PackageContents &c) { c.cameras[0].node = 2; }) == "cameras[0].node: no such node");
    CHECK(faultAfter([](PackageContents &c) { c.cameras[0].world[0] = std::numeric_limits<float>::infinity(); }) ==
          "cameras[0]: not a finite number");
    CHECK(faultAfter([](PackageContents &c) { c.messages[0].severity = static_cast<Severity>(5); }) ==
          "messages[0].severity: unknown severity");
}

TEST_CASE("Skins, morph targets, lights and values are checked like the rest")
{
    CHECK(faultAfter([](PackageContents &c) { c.skins[0].node = 2; }) == "skins[0].node: no such node");
    CHECK(faultAfter([](PackageContents &c) { c.skins[0].node = 0; }) == "skins[0].node: the node has no mesh");
    CHECK(faultAfter([](PackageContents &c) { c.skins.push_back(SkinRecord(c.skins[0])); }) ==
          "skins[1].node: out of order");
    CHECK(faultAfter([](PackageContents &c) { c.skins[0].jointCount = 2; }) == "skins[0].firstJoint: no such joints");
    CHECK(faultAfter([](PackageContents &c) { c.skins[0].jointCount = 0; }) == "skins[0].firstJoint: no such joints");
    CHECK(faultAfter([](PackageContents &c) { c.skinJoints[0].node = kNone; }) == "skinJoints[0].node: no such node");
    CHECK(faultAfter([](PackageContents &c) { c.skinJoints[0].inverseBind[5] = std::nanf(""); }) ==
          "skinJoints[0].inverseBind: not a finite number");
    CHECK(faultAfter([](PackageContents &c) { c.morphTargets[0].mesh = 1; }) == "morphTargets[0].mesh: no such mesh");
    CHECK(faultAfter([](PackageContents &c) { c.morphTargets[0].bytes = 1'000; }) ==
          "morphTargets[0].offset: outside of their section");
    CHECK(faultAfter([](PackageContents &c) { c.morphTargets[0].offset = 8; }) ==
          "morphTargets[0].offset: outside of their section");
    CHECK(faultAfter([](PackageContents &c) { c.morphTargets[0].count = 4; }) ==
          "morphTargets[0].count: 4 vertices are moved, of fewer");
    CHECK(faultAfter([](PackageContents &c) { c.morphTargets[0].weight = std::nanf(""); }) ==
          "morphTargets[0]: not a finite number");
    CHECK(faultAfter([](PackageContents &c) { c.lights[0].node = 5; }) == "lights[0].node: no such node");
    CHECK(faultAfter([](PackageContents &c) { c.lights[0].kind = static_cast<LightKind>(3); }) ==
          "lights[0].kind: unknown kind");
    CHECK(faultAfter([](PackageContents &c) { c.lights[0].range = std::nanf(""); }) ==
          "lights[0]: not a finite number");
    CHECK(faultAfter([](PackageContents &c) { c.animations[0].valueCount = 2; }) ==
          "animations[0].firstValue: no such values");
    CHECK(faultAfter([](PackageContents &c) { c.values[0].index = 1; }) == "values[0].index: nothing of that number");
    CHECK(faultAfter([](PackageContents &c) { c.values[0].owner = static_cast<ValueOwner>(3); }) ==
          "values[0].owner: unknown kind of channel");
    // The node's number would lead out of the package.
    CHECK(faultAfter([](PackageContents &c) { c.values[0].member = offsetof(LightRecord, node); }) ==
          "values[0].member: not a value that can change");
    CHECK(faultAfter([](PackageContents &c) { c.values[0].components = 2; }) ==
          "values[0].member: not a value that can change");
    CHECK(faultAfter([](PackageContents &c) { c.values[0].offset = 1U << 20U; }) ==
          "values[0].offset: keys outside of their section");
    CHECK(faultAfter([](PackageContents &c) {
              c.channels[0] = {1, ChannelPath::Weights, Interpolation::Linear, 2, 0, 4};
          }) == "channels[0].weights: 4 weights for 1 morph targets");
    CHECK(faultAfter([](PackageContents &c) {
              c.channels[0] = {0, ChannelPath::Weights, Interpolation::Linear, 2, 0, 0};
          }) == "channels[0].weights: 0 weights for 0 morph targets");
}

TEST_CASE("A level's triangles are checked where they are decoded")
{
    const std::vector<std::byte> bytes = write([](PackageContents &c) { c.lods[0].vertexCount = 2; });
    const auto package = Package::open(bytes);
    REQUIRE(package);
    REQUIRE(package->lodsOf(0).size() == 1);
    CHECK(decodeLod(*package, 0) == std::vector<std::uint32_t>{0, 1, 2});
    const std::vector<std::byte> other = write([](PackageContents &c) { c.lods[0].indexBytes -= 1; });
    const auto cut = Package::open(other);
    REQUIRE(cut);
    CHECK(core::describe(decodeLod(*cut, 0).error()) == "malformed at lods[0].indices: the triangles' code is broken");
}

TEST_CASE("A package that would draw too much is refused")
{
    // The first node shows nothing.
    CHECK(faultAfter([](PackageContents &c) { c.nodes.resize(4'097, NodeRecord(c.nodes[1])); }).empty());
    CHECK(faultAfter([](PackageContents &c) { c.nodes.resize(4'098, NodeRecord(c.nodes[1])); }) ==
          "nodes[4097]: more than 4096 draws, counting each place where a mesh stands");
}

TEST_CASE("Draws and triangles are counted for each place where a mesh stands")
{
    std::vector<NodeRecord> nodes(3);
    nodes[0].mesh = 1;
    nodes[1].mesh = kNone;
    nodes[2].mesh = 1;
    const std::array<DrawCount, 2> costs = {{{9, 9}, {2, 4'000'000}}};
    const auto drawn = countDraws(nodes, costs);
    REQUIRE(drawn);
    CHECK(drawn->draws == 4);
    CHECK(drawn->triangles == 8'000'000);
    nodes.resize(4, NodeRecord(nodes[0]));
    nodes.resize(5, NodeRecord(nodes[1]));
    nodes.resize(6, NodeRecord(nodes[0]));
    CHECK(countDraws(nodes, costs)->triangles == 16'000'000);
    nodes.resize(7, NodeRecord(nodes[0]));
    CHECK(core::describe(countDraws(nodes, costs).error()) ==
          "tooLarge at nodes[6]: more than 16000000 triangles to draw, counting each place where a mesh stands");
}

TEST_CASE("No flipped or missing byte makes the reader fall")
{
    const std::vector<std::byte> whole = test::samplePackage();
    std::mt19937 random(20260101);
    for (int round = 0; round < 20'000; ++round) {
        std::vector<std::byte> bytes = whole;
        const unsigned flips = 1 + random() % 4;
        for (unsigned i = 0; i < flips; ++i)
            bytes[random() % bytes.size()] = static_cast<std::byte>(random());
        if (round % 3 == 0)
            bytes.resize(random() % bytes.size());
        // Half of them with a directory that claims to be right: otherwise its hash hides all the rest.
        if (round % 2 == 0)
            test::readAnySignedPackage(bytes);
        else
            test::readAnyPackage(bytes);
    }
    SUCCEED();
}

TEST_CASE("A file is mapped, and what is no file is refused")
{
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "some.vpk";
    std::ofstream(path) << "hello";
    auto file = MappedFile::open(path);
    REQUIRE(file);
    MappedFile moved = std::move(*file);
    CHECK(moved.bytes().size() == 5);
    CHECK(moved.bytes()[0] == std::byte{'h'});
    CHECK(MappedFile::open(folder.path() / "other").error().code == core::ErrorCode::NotFound);
    CHECK(MappedFile::open(folder.path()).error().detail == "not a plain file");
    std::ofstream(folder.path() / "empty").flush();
    CHECK(MappedFile::open(folder.path() / "empty").error().detail == "the file is empty");
}
