// SPDX-License-Identifier: GPL-3.0-or-later
#include "ModelMaker.h"
#include "render/texture/Bc7Picture.h"

#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <meshoptimizer.h>

#include <algorithm>
#include <cmath>
#include <set>

using namespace vitrine;
using namespace vitrine::render;
using test::bake;
using test::corners;
using test::Model;

namespace {

constexpr const char *kFloat3 = R"("componentType":5126,"count":3,"type":"VEC3")";
constexpr const char *kFloat2 = R"("componentType":5126,"count":3,"type":"VEC2")";

/// The set of positions that triangles use, to a ten-thousandth: a package rounds them.
std::set<std::vector<float>> positions(const test::Baked &baked)
{
    std::set<std::vector<float>> all;
    for (auto position : corners(*baked.package, baked.package->meshes()[0], VertexSemantic::Position)) {
        for (float &value : position)
            value = std::round(value * 1e4F) / 1e4F + 0.0F;
        all.insert(position);
    }
    return all;
}

bool has(const test::Baked &baked, VertexSemantic semantic)
{
    const auto attributes = baked.package->attributesOf(baked.package->meshes()[0]);
    return std::ranges::contains(attributes, semantic, &VertexAttribute::semantic);
}

/// Appends a PNG as image 0, texture 0.
void addTexture(Model &model, const test::Bytes &png)
{
    model.addView(model.buffer.add(png), png.size());
    model.rest += R"(,"images":[{"bufferView":)" + std::to_string(model.viewCount() - 1) +
                  R"(,"mimeType":"image/png"}],"textures":[{"source":0}])";
}

} // namespace

TEST_CASE("A triangle becomes a package with its size and a flat normal")
{
    const auto baked = bake(Model().glb());
    REQUIRE(baked.fault.empty());
    const Package &package = *baked.package;
    CHECK(package.info().triangleCount == 1);
    CHECK(package.info().bounds.max == Vector3{1, 2, 0});
    for (const auto &normal : corners(package, package.meshes()[0], VertexSemantic::Normal))
        CHECK(normal == std::vector<float>{0, 0, 1});
    REQUIRE(package.materials().size() == 1);
    CHECK(package.materials()[0].roughness == 1);
}

TEST_CASE("Every component type of an index gives the same triangle")
{
    const int type = GENERATE(5121, 5123, 5125);
    Model model;
    model.primitive = R"("indices":2)";
    const std::string members = R"("componentType":)" + std::to_string(type) + R"(,"count":3,"type":"SCALAR")";
    if (type == 5121)
        model.add(std::vector<std::uint8_t>{0, 1, 2}, members);
    else if (type == 5123)
        model.add(std::vector<std::uint16_t>{0, 1, 2}, members);
    else
        model.add(std::vector<std::uint32_t>{0, 1, 2}, members);
    CHECK(bake(model.glb()).package->info().triangleCount == 1);
}

TEST_CASE("Quantised positions and texture coordinates are scaled as their type says")
{
    Model model;
    model.rest = R"(,"extensionsUsed":["KHR_mesh_quantization"],"extensionsRequired":["KHR_mesh_quantization"])";
    model.attributes = R"("POSITION":2)";
    SECTION("signed bytes, normalised, in a stride of four")
    {
        model.add(std::vector<std::int8_t>{-127, 0, 0, 0, 127, 0, 0, 0, 0, 127, 0, 0},
                  R"("componentType":5120,"normalized":true,"count":3,"type":"VEC3")", R"("byteStride":4)");
        CHECK(positions(bake(model.glb())) == std::set<std::vector<float>>{{-1, 0, 0}, {1, 0, 0}, {0, 1, 0}});
    }
    SECTION("unsigned shorts, as they are")
    {
        model.add(std::vector<std::uint16_t>{0, 0, 0, 0, 1000, 0, 0, 0, 0, 65535, 0, 0},
                  R"("componentType":5123,"count":3,"type":"VEC3")", R"("byteStride":8)");
        CHECK(positions(bake(model.glb())) == std::set<std::vector<float>>{{0, 0, 0}, {1000, 0, 0}, {0, 65535, 0}});
    }
}

TEST_CASE("Interleaved attributes are told apart by offset and stride")
{
    Model model;
    model.addView(model.buffer.add(std::vector<float>{0, 0, 0, 0, 1, 0, 3, 0, 0, 0, 1, 0, 0, 3, 0, 0, 1, 0}), 72,
                  R"("byteStride":24)");
    model.addAccessor(R"("bufferView":2,"componentType":5126,"count":3,"type":"VEC3")");
    model.addAccessor(R"("bufferView":2,"byteOffset":12,"componentType":5126,"count":3,"type":"VEC3")");
    model.attributes = R"("POSITION":2,"NORMAL":3)";
    const auto baked = bake(model.glb());
    CHECK(positions(baked) == std::set<std::vector<float>>{{0, 0, 0}, {3, 0, 0}, {0, 3, 0}});
    for (const auto &normal : corners(*baked.package, baked.package->meshes()[0], VertexSemantic::Normal))
        CHECK(normal == std::vector<float>{0, 1, 0});
}

TEST_CASE("Sparse values replace elements, also of an accessor without bytes")
{
    Model model;
    model.addView(model.buffer.add(std::vector<std::uint16_t>{1, 2}), 4);
    model.addView(model.buffer.add(std::vector<float>{5, 0, 0, 0, 7, 0}), 24);
    model.addAccessor(R"("componentType":5126,"count":3,"type":"VEC3","sparse":{"count":2,"indices":{"bufferView":2,)"
                      R"("componentType":5123},"values":{"bufferView":3}})");
    model.attributes = R"("POSITION":2)";
    CHECK(positions(bake(model.glb())) == std::set<std::vector<float>>{{0, 0, 0}, {5, 0, 0}, {0, 7, 0}});
}

TEST_CASE("Strips and fans become triangles that face the same way; points and lines are left out")
{
    Model model;
    model.add(std::vector<float>{0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0},
              R"("componentType":5126,"count":4,"type":"VEC3")");
    model.attributes = R"("POSITION":2)";
    SECTION("strip") { model.primitive = R"("mode":5)"; }
    SECTION("fan")
    {
        model.add(std::vector<std::uint16_t>{0, 1, 3, 2}, R"("componentType":5123,"count":4,"type":"SCALAR")");
        model.primitive = R"("mode":6,"indices":3)";
    }
    const auto baked = bake(model.glb());
    CHECK(baked.package->info().triangleCount == 2);
    for (const auto &normal : corners(*baked.package, baked.package->meshes()[0], VertexSemantic::Normal))
        CHECK(normal == std::vector<float>{0, 0, 1});
    model.primitive = R"("mode":1)";
    CHECK(bake(model.glb()).fault ==
          "unsupported: the file is valid, but there is nothing to draw: its meshes have no triangles");
}

TEST_CASE("A buffer may stand in a data URI")
{
    const std::string json =
        R"({"asset":{"version":"2.0"},"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],"meshes":[{"primitives":[{)"
        R"("attributes":{"POSITION":0}}]}],"accessors":[{"bufferView":0,"componentType":5126,"count":3,)"
        R"("type":"VEC3"}],"bufferViews":[{"buffer":0,"byteLength":36}],"buffers":[{"byteLength":36,"uri":)"
        R"("data:application/octet-stream;base64,AAAAAAAAAAAAAAAAAACAPwAAAAAAAAAAAAAAAAAAgD8AAAAA"}]})";
    CHECK(bake(test::bytesOf(json), "model.gltf").package->info().bounds.max == Vector3{1, 1, 0});
}

TEST_CASE("Transforms of nodes are kept, as matrices too, and give the size in the world")
{
    Model model;
    model.nodes = R"({"children":[1],"scale":[2,2,2]},{"mesh":0,"matrix":[0,1,0,0,-1,0,0,0,0,0,1,0,10,0,0,1]})";
    const auto baked = bake(model.glb());
    const auto nodes = baked.package->nodes();
    REQUIRE(nodes.size() == 2);
    CHECK(nodes[1].parent == 0);
    CHECK(nodes[1].translation == Vector3{10, 0, 0});
    CHECK_THAT(nodes[1].rotation[2], Catch::Matchers::WithinAbs(std::sqrt(0.5), 1e-6));
    const Bounds &bounds = baked.package->info().bounds;
    CHECK_THAT(bounds.min[0], Catch::Matchers::WithinAbs(16, 1e-4));
    CHECK_THAT(bounds.max[1], Catch::Matchers::WithinAbs(2, 1e-4));
}

TEST_CASE("Morph targets count by the node's weights, or else by the mesh's")
{
    Model model;
    model.add(std::vector<float>{0, 0, 0, 0, 0, 0, 0, 4, 0}, kFloat3);
    model.meshes = R"({"weights":[0.25],"primitives":[{"attributes":{"POSITION":0},"targets":[{"POSITION":2}]}]})";
    CHECK(positions(bake(model.glb())).contains({0, 3, 0}));
    model.nodes = R"({"mesh":0,"weights":[0.5]})";
    CHECK(positions(bake(model.glb())).contains({0, 4, 0}));
}

TEST_CASE("A skinned mesh stands where its joints are, whatever its own node says")
{
    Model model;
    model.add(std::vector<std::uint8_t>{0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0},
              R"("componentType":5121,"count":3,"type":"VEC4")");
    model.add(std::vector<float>{1, 0, 0, 0, 1, 0, 0, 0, 0.5, 0, 0, 0},
              R"("componentType":5126,"count":3,"type":"VEC4")");
    model.attributes = R"("POSITION":0,"JOINTS_0":2,"WEIGHTS_0":3)";
    model.nodes = R"({"mesh":0,"skin":0,"translation":[100,0,0]},{"translation":[0,0,5]},{"translation":[0,1,0]})";
    model.scenes = R"({"nodes":[0,1,2]})";
    model.rest = R"(,"skins":[{"joints":[1,2]}])";
    const auto baked = bake(model.glb());
    CHECK(positions(baked) == std::set<std::vector<float>>{{0, 0, 5}, {1, 1, 0}, {0, 3, 0}});
    CHECK(baked.package->info().bounds.max == Vector3{1, 3, 5});
}

TEST_CASE("Vertices that are equal are one, and vertices that no triangle uses are gone")
{
    Model model;
    model.add(std::vector<float>{0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 99, 99, 99},
              R"("componentType":5126,"count":7,"type":"VEC3")");
    model.add(std::vector<float>{0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1},
              R"("componentType":5126,"count":7,"type":"VEC3")");
    model.add(std::vector<std::uint16_t>{0, 1, 2, 3, 4, 5}, R"("componentType":5123,"count":6,"type":"SCALAR")");
    model.attributes = R"("POSITION":2,"NORMAL":3)";
    model.primitive = R"("indices":4)";
    const auto baked = bake(model.glb());
    CHECK(baked.package->meshes()[0].vertexCount == 4);
    CHECK(baked.package->info().bounds.max == Vector3{1, 1, 0});
}

TEST_CASE("Materials keep their factors and extensions")
{
    Model model;
    model.primitive = R"("material":0)";
    model.rest = R"(,"materials":[{"name":"lacquer","doubleSided":true,"alphaMode":"MASK","alphaCutoff":0.25,)"
                 R"("emissiveFactor":[0,0.5,1],"pbrMetallicRoughness":{"baseColorFactor":[0.1,0.2,0.3,0.4],)"
                 R"("metallicFactor":0.6,"roughnessFactor":0.7},"extensions":{)"
                 R"("KHR_materials_clearcoat":{"clearcoatFactor":0.8,"clearcoatRoughnessFactor":0.1},)"
                 R"("KHR_materials_sheen":{"sheenColorFactor":[1,0,0],"sheenRoughnessFactor":0.9},)"
                 R"("KHR_materials_transmission":{"transmissionFactor":0.3},)"
                 R"("KHR_materials_volume":{"thicknessFactor":2,"attenuationDistance":4,"attenuationColor":[1,1,0]},)"
                 R"("KHR_materials_ior":{"ior":1.33},"KHR_materials_specular":{"specularFactor":0.2,)"
                 R"("specularColorFactor":[0,2,0]},"KHR_materials_anisotropy":{"anisotropyStrength":0.5,)"
                 R"("anisotropyRotation":1.5},"KHR_materials_iridescence":{"iridescenceFactor":1,)"
                 R"("iridescenceIor":1.8,"iridescenceThicknessMinimum":50,"iridescenceThicknessMaximum":500},)"
                 R"("KHR_materials_emissive_strength":{"emissiveStrength":7},)"
                 R"("KHR_materials_dispersion":{"dispersion":0.1},"KHR_materials_unlit":{}}}])";
    const auto baked = bake(model.glb());
    REQUIRE(baked.fault.empty());
    const MaterialRecord &m = baked.package->materials()[0];
    CHECK(baked.package->text(m.name) == "lacquer");
    CHECK(m.baseColor == Vector4{0.1F, 0.2F, 0.3F, 0.4F});
    CHECK((m.metallic == 0.6F && m.roughness == 0.7F && m.doubleSided == 1 && m.unlit == 1));
    CHECK((m.alphaMode == AlphaMode::Mask && m.alphaCutoff == 0.25F));
    CHECK((m.emissive == Vector3{0, 0.5F, 1} && m.emissiveStrength == 7));
    CHECK((m.clearcoat == 0.8F && m.clearcoatRoughness == 0.1F));
    CHECK((m.sheenColor == Vector3{1, 0, 0} && m.sheenRoughness == 0.9F));
    CHECK((m.transmission == 0.3F && m.thickness == 2 && m.attenuationDistance == 4));
    CHECK((m.attenuationColor == Vector3{1, 1, 0} && m.ior == 1.33F && m.specular == 0.2F));
    CHECK((m.specularColor == Vector3{0, 2, 0} && m.anisotropy == 0.5F && m.anisotropyRotation == 1.5F));
    CHECK((m.iridescence == 1 && m.iridescenceIor == 1.8F && m.dispersion == 0.1F));
    CHECK((m.iridescenceThicknessMin == 50 && m.iridescenceThicknessMax == 500));
}

TEST_CASE("A texture keeps its transform, sampler and colour space, and gets its mip levels")
{
    Model model;
    model.add(std::vector<float>{0, 0, 1, 0, 0, 1}, kFloat2);
    model.attributes = R"("POSITION":0,"TEXCOORD_1":2)";
    model.primitive = R"("material":0)";
    const test::Bytes image = test::png(8, 4, {200, 100, 50, 128});
    model.addView(model.buffer.add(image), image.size());
    model.rest = R"(,"images":[{"bufferView":3}],"samplers":[{"wrapS":33071,"wrapT":33648,"magFilter":9728,)"
                 R"("minFilter":9985}],"textures":[{"source":0,"sampler":0}],"materials":[{"pbrMetallicRoughness":{)"
                 R"("baseColorTexture":{"index":0,"extensions":{"KHR_texture_transform":{"offset":[0.5,0.25],)"
                 R"("scale":[2,3],"rotation":0.75,"texCoord":1}}}}}])";
    const auto baked = bake(model.glb(), "model.glb", {.arePixelsPlain = true});
    REQUIRE(baked.fault.empty());
    const TextureSlot &slot = baked.package->materials()[0].slot(Slot::BaseColor);
    CHECK((slot.texture == 0 && slot.uvSet == 1 && slot.rotation == 0.75F));
    CHECK((slot.offset == Vector2{0.5F, 0.25F} && slot.scale == Vector2{2, 3}));
    CHECK((slot.wrapU == Wrap::ClampToEdge && slot.wrapV == Wrap::MirroredRepeat));
    CHECK((slot.magFilter == Filter::Nearest && slot.minFilter == Filter::Linear));
    CHECK(slot.mipFilter == MipFilter::Nearest);
    const TextureRecord &texture = baked.package->textures()[0];
    CHECK((texture.width == 8 && texture.height == 4 && texture.hasAlpha == 1));
    CHECK(texture.colorSpace == ColorSpace::Srgb);
    const auto mips = baked.package->mipsOf(texture);
    REQUIRE(mips.size() == 4);
    const auto last = baked.package->pixelsOf(mips[3]);
    CHECK(std::ranges::equal(last, std::array{std::byte{200}, std::byte{100}, std::byte{50}, std::byte{128}}));
    CHECK(has(baked, VertexSemantic::TexCoord1));
    CHECK_FALSE(has(baked, VertexSemantic::TexCoord0));
}

TEST_CASE("Textures take a quarter of their texels' bytes, at every level")
{
    Model model;
    model.add(std::vector<float>{0, 0, 1, 0, 0, 1}, kFloat2);
    model.attributes = R"("POSITION":0,"TEXCOORD_0":2)";
    model.primitive = R"("material":0)";
    addTexture(model, test::png(10, 6, {200, 100, 50, 255}));
    model.rest += R"(,"materials":[{"pbrMetallicRoughness":{"baseColorTexture":{"index":0}}}])";
    const auto baked = bake(model.glb());
    REQUIRE(baked.fault.empty());
    const TextureRecord &texture = baked.package->textures()[0];
    CHECK(texture.format == PixelFormat::Bc7);
    std::vector<std::uint64_t> bytes;
    for (const MipRecord &mip : baked.package->mipsOf(texture)) {
        bytes.push_back(mip.bytes);
        for (const std::byte value : decodeBc7(baked.package->pixelsOf(mip), mip.width, mip.height))
            CHECK(std::to_integer<int>(value) >= 49); // 50, 100, 200 and 255
    }
    CHECK(bytes == std::vector<std::uint64_t>{16 * 3 * 2, 16 * 2, 16, 16});
}

TEST_CASE("Textures are halved until they fit, and the report says so")
{
    Model model;
    model.add(std::vector<float>{0, 0, 1, 0, 0, 1}, kFloat2);
    model.attributes = R"("POSITION":0,"TEXCOORD_0":2)";
    model.primitive = R"("material":0)";
    addTexture(model, test::png(64, 16));
    model.rest += R"(,"materials":[{"pbrMetallicRoughness":{"baseColorTexture":{"index":0}}}])";
    const auto baked = bake(model.glb(), "model.glb", {.maxTextureSide = 16});
    CHECK(baked.package->textures()[0].width == 16);
    CHECK(baked.package->textures()[0].height == 4);
    REQUIRE(baked.package->messages().size() == 1);
    CHECK(baked.package->text(baked.package->messages()[0].text) == "the texture was reduced to 16×4");
}

TEST_CASE("Normal maps get tangents with a binormal up the image; other materials carry none")
{
    Model model;
    model.add(std::vector<float>{0, 0, 1, 0, 0, 1, 0, 0, 1}, kFloat3);
    // u grows with x; v runs down the image, so up the image is down in v, and here it is +y.
    model.add(std::vector<float>{0, 1, 1, 1, 0, 0}, kFloat2);
    model.attributes = R"("POSITION":0,"NORMAL":2,"TEXCOORD_0":3)";
    model.primitive = R"("material":0)";
    addTexture(model, test::png(1, 1, {128, 128, 255, 255}));
    model.rest += R"(,"materials":[{"normalTexture":{"index":0,"scale":0.5}},{}])";
    const auto baked = bake(model.glb());
    const MeshRecord &mesh = baked.package->meshes()[0];
    for (const auto &tangent : corners(*baked.package, mesh, VertexSemantic::Tangent))
        CHECK(tangent == std::vector<float>{1, 0, 0, 1});
    for (const auto &binormal : corners(*baked.package, mesh, VertexSemantic::Binormal))
        CHECK(binormal == std::vector<float>{0, 1, 0});
    CHECK(baked.package->materials()[0].normalScale == 0.5F);
    model.primitive = R"("material":1)";
    CHECK_FALSE(has(bake(model.glb()), VertexSemantic::Tangent));
}

TEST_CASE("Variants give each part its material, and what they do not name keeps its own")
{
    Model model;
    model.meshes = R"({"primitives":[{"attributes":{"POSITION":0},"material":0,"extensions":{)"
                   R"("KHR_materials_variants":{"mappings":[{"material":2,"variants":[0]},{"material":1,)"
                   R"("variants":[1]}]}}},{"attributes":{"POSITION":0},"material":1}]})";
    model.rest = R"(,"materials":[{"name":"a"},{"name":"b"},{"name":"c"}],"extensions":{"KHR_materials_variants":{)"
                 R"("variants":[{"name":"দিন"},{"name":"night"},{"name":"third"}]}})";
    const auto baked = bake(model.glb());
    const Package &package = *baked.package;
    const auto name = [&](std::size_t submesh, int variant) {
        return package.text(package.materials()[static_cast<std::size_t>(package.materialOf(submesh, variant))].name);
    };
    REQUIRE(package.variants().size() == 3);
    CHECK(package.text(package.variants()[0].name) == "দিন");
    CHECK((name(0, -1) == "a" && name(0, 0) == "c" && name(0, 1) == "b" && name(0, 2) == "a"));
    CHECK((name(1, -1) == "b" && name(1, 0) == "b"));
}

TEST_CASE("Cameras come with their place in the world")
{
    Model model;
    model.nodes = R"({"mesh":0},{"camera":0,"translation":[0,0,4]},{"camera":1})";
    model.scenes = R"({"nodes":[0,1,2]})";
    model.rest = R"(,"cameras":[{"name":"front","type":"perspective","perspective":{"yfov":0.5,"znear":0.1}},)"
                 R"({"type":"orthographic","orthographic":{"xmag":2,"ymag":3,"znear":0,"zfar":9}}])";
    const auto baked = bake(model.glb());
    const auto cameras = baked.package->cameras();
    REQUIRE(cameras.size() == 2);
    CHECK(baked.package->text(cameras[0].name) == "front");
    CHECK((cameras[0].world[14] == 4 && cameras[0].yFovRadians == 0.5F && cameras[0].zFar == 0));
    CHECK((cameras[1].kind == CameraKind::Orthographic && cameras[1].yMagnitude == 3));
}

TEST_CASE("Views under EXT_meshopt_compression are decoded")
{
    Model model;
    const std::vector<float> points = {0, 0, 0, 3, 0, 0, 0, 3, 0};
    std::vector<unsigned char> coded(meshopt_encodeVertexBufferBound(3, 12));
    coded.resize(meshopt_encodeVertexBuffer(coded.data(), coded.size(), points.data(), 3, 12));
    const std::size_t offset = model.buffer.add(coded);
    model.addView(0, 36,
                  R"("extensions":{"EXT_meshopt_compression":{"buffer":0,"byteOffset":)" + std::to_string(offset) +
                      R"(,"byteLength":)" + std::to_string(coded.size()) +
                      R"(,"byteStride":12,"count":3,"mode":"ATTRIBUTES"}})");
    model.addAccessor(R"("bufferView":2,)" + std::string(kFloat3));
    model.attributes = R"("POSITION":2)";
    CHECK(positions(bake(model.glb())) == std::set<std::vector<float>>{{0, 0, 0}, {3, 0, 0}, {0, 3, 0}});
}

TEST_CASE("What is unknown and optional is a warning")
{
    Model model;
    model.rest = R"(,"extensionsUsed":["XYZ_glitter"])";
    const auto baked = bake(model.glb());
    REQUIRE(baked.package->messages().size() == 1);
    CHECK(baked.package->text(baked.package->messages()[0].text) ==
          "the extension XYZ_glitter is not known and was left out");
    CHECK(baked.package->text(baked.package->messages()[0].where) == "/extensionsUsed/0");
}

TEST_CASE("Every mesh says how much light reaches it, coloured ones in place of alpha")
{
    const auto lightOn = [](const Model &model) {
        const auto baked = bake(model.glb());
        REQUIRE(baked.package);
        return test::corners(*baked.package, baked.package->meshes()[0], VertexSemantic::Occlusion);
    };
    const std::vector<std::vector<float>> full(3, {1});
    CHECK(lightOn(Model()) == full);
    Model colored;
    colored.add(std::vector<float>{1, 0, 0, 0.5, 0, 1, 0, 0.5, 0, 0, 1, 0.5},
                R"("componentType":5126,"count":3,"type":"VEC4")");
    colored.attributes = R"("POSITION":0,"COLOR_0":2)";
    CHECK(lightOn(colored) == full);
    // Where the material blends by it, alpha stays what it is.
    colored.primitive = R"("indices":1,"material":0)";
    colored.rest = R"(,"materials":[{"alphaMode":"BLEND"}])";
    CHECK(lightOn(colored).empty());
    const auto baked = bake(colored.glb());
    CHECK(test::corners(*baked.package, baked.package->meshes()[0], VertexSemantic::Color)[0][3] > 0.49F);
}

TEST_CASE("A map that lies over a surface once says alone how much light reaches it, one that is repeated does not")
{
    // A floor and a wall on it: all of it loses light.
    const auto leastLight = [](float repeats, const std::string &map) {
        Model model;
        model.add(std::vector<float>{0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1},
                  R"("componentType":5126,"count":6,"type":"VEC3")");
        std::vector<float> places{0, 0, 0, 0.5F, 0.5F, 0, 1, 1, 0.5F, 1, 1, 0.5F};
        for (float &place : places)
            place *= repeats;
        model.add(places, R"("componentType":5126,"count":6,"type":"VEC2")");
        model.add(std::vector<std::uint16_t>{0, 1, 2, 3, 4, 5}, R"("componentType":5123,"count":6,"type":"SCALAR")");
        const test::Bytes image = test::png(4, 4, {200, 200, 200, 255});
        model.addView(model.buffer.add(image), image.size());
        model.attributes = R"("POSITION":2,"TEXCOORD_0":3)";
        model.primitive = R"("indices":4,"material":0)";
        model.rest = R"(,"images":[{"mimeType":"image/png","bufferView":)" + std::to_string(model.viewCount() - 1) +
                     R"(}],"textures":[{"source":0}],"materials":[{)" + map + "}]";
        const auto baked = bake(model.glb());
        INFO(baked.fault);
        REQUIRE(baked.package);
        float least = 1;
        for (const auto &light : test::corners(*baked.package, baked.package->meshes()[0], VertexSemantic::Occlusion))
            least = std::min(least, light[0]);
        return least;
    };
    CHECK(leastLight(1, "") < 0.97F);
    CHECK(leastLight(1, R"("occlusionTexture":{"index":0})") == 1);
    CHECK(leastLight(1, R"("occlusionTexture":{"index":0,"strength":0})") < 0.97F);
    CHECK(leastLight(3, R"("occlusionTexture":{"index":0})") < 0.97F);
    CHECK(leastLight(1, R"("occlusionTexture":{"index":0,"extensions":{"KHR_texture_transform":{"scale":[4,4]}}})") <
          0.97F);
}

TEST_CASE("Whether numbers of Draco are fractions is said by the accessor, and not by the data")
{
    // One triangle, sequentially coded and not compressed: all of its numbers are below 128, so that each is one byte.
    const auto dracoOf = [](std::uint8_t isFraction) {
        std::vector<std::uint8_t> data = {'D', 'R', 'A', 'C', 'O', 2, 2, 1, 0, 0, 0};
        data.insert(data.end(), {1, 3, 1, 0, 1, 2});                            // one triangle, three points
        data.insert(data.end(), {1, 2, 0, 9, 3, 0, 0, 2, 2, 4, isFraction, 1}); // positions: floats; colours: bytes
        data.insert(data.end(), {0, 0});                                        // both as they are
        const std::vector<float> positions = {0, 0, 0, 1, 0, 0, 0, 2, 0};
        const auto *bytes = reinterpret_cast<const std::uint8_t *>(positions.data());
        data.insert(data.end(), bytes, bytes + positions.size() * sizeof(float));
        data.insert(data.end(), {51, 0, 255, 255, 51, 0, 255, 255, 51, 0, 255, 255});
        return data;
    };
    for (const std::uint8_t isFraction : {0, 1}) {
        Model model;
        const auto data = dracoOf(isFraction);
        model.addView(model.buffer.add(data), data.size());
        model.addAccessor(R"("componentType":5121,"normalized":true,"count":3,"type":"VEC4")");
        model.attributes += R"(,"COLOR_0":2)";
        model.primitive += R"(,"extensions":{"KHR_draco_mesh_compression":{"bufferView":2,"attributes":)"
                           R"({"POSITION":0,"COLOR_0":1}}})";
        const auto baked = bake(model.glb());
        REQUIRE(baked.fault == "");
        const auto colors = corners(*baked.package, baked.package->meshes()[0], render::VertexSemantic::Color);
        REQUIRE(colors.size() == 3);
        CHECK_THAT(colors[0][0], Catch::Matchers::WithinAbs(0.2, 1e-3));
        CHECK(colors[0][2] == 1);
    }
}
