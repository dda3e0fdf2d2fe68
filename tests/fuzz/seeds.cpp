// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/FuzzEntries.h"
#include "tests/render/import/FormatMaker.h"
#include "tests/render/import/Ktx2Maker.h"
#include "tests/render/package/SamplePackage.h"

#include <webp/encode.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

// Writes what the fuzzers start from: vitrine-fuzz-seeds FOLDER.

namespace vitrine::test {
namespace {

std::filesystem::path folder;

void seed(std::string_view entry, const std::string &name, std::span<const std::byte> bytes)
{
    const auto into = folder / entry;
    std::filesystem::create_directories(into);
    std::ofstream(into / name, std::ios::binary)
        .write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

/// A model with one of everything: materials of all extensions, a texture, variants, a camera, a skin, a morph target.
Model richModel()
{
    Model model;
    const auto picture = png(4, 4, {200, 100, 50, 255});
    model.addView(model.buffer.add(picture), picture.size());
    const std::string image = std::to_string(model.viewCount() - 1);
    model.add(std::vector<float>{0, 0, 1, 0, 1, 1}, R"("componentType":5126,"count":3,"type":"VEC2")");
    model.add(std::vector<float>{0, 0, 0, 0, 0, 0.5F, 0, 0, 0}, R"("componentType":5126,"count":3,"type":"VEC3")");
    model.add(std::vector<std::uint8_t>(12), R"("componentType":5121,"count":3,"type":"VEC4")");
    model.add(std::vector<float>{1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0},
              R"("componentType":5126,"count":3,"type":"VEC4")");
    model.attributes += R"(,"TEXCOORD_0":2,"JOINTS_0":4,"WEIGHTS_0":5)";
    model.primitive +=
        R"(,"material":0,"targets":[{"POSITION":3}],"extensions":{"KHR_materials_variants":{"mappings":[)"
        R"({"material":1,"variants":[0,1]}]}})";
    model.nodes = R"({"mesh":0,"skin":0,"weights":[0.5]},{"camera":0,"translation":[0,0,3]})";
    model.scenes = R"({"nodes":[0,1]})";
    const std::string texture = R"({"index":0,"extensions":{"KHR_texture_transform":{"offset":[0.1,0.2],"rotation":1,)"
                                R"("scale":[2,2]}}})";
    model.rest =
        R"(,"images":[{"bufferView":)" + image +
        R"(,"mimeType":"image/png"}],"textures":[{"source":0}],"cameras":[)"
        R"({"type":"perspective","perspective":{"yfov":0.7,"znear":0.01}}],"skins":[{"joints":[0]}],"materials":[{)"
        R"("pbrMetallicRoughness":{"baseColorTexture":)" +
        texture +
        R"(},"normalTexture":{"index":0},"extensions":{)"
        R"("KHR_materials_clearcoat":{"clearcoatFactor":1,"clearcoatTexture":{"index":0}},)"
        R"("KHR_materials_sheen":{"sheenColorFactor":[1,0,0]},"KHR_materials_specular":{"specularFactor":0.5},)"
        R"("KHR_materials_anisotropy":{"anisotropyStrength":0.5},"KHR_materials_emissive_strength":{"emissiveStrength":2}}},)"
        R"({"alphaMode":"BLEND","doubleSided":true,"extensions":{"KHR_materials_transmission":{"transmissionFactor":1},)"
        R"("KHR_materials_volume":{"thicknessFactor":0.1},"KHR_materials_ior":{"ior":1.3},)"
        R"("KHR_materials_iridescence":{"iridescenceFactor":1},"KHR_materials_dispersion":{"dispersion":1}}}],)"
        R"("extensionsUsed":["KHR_materials_variants"],)"
        R"("extensions":{"KHR_materials_variants":{"variants":[{"name":"one"},{"name":"two"}]}})";
    return model;
}

constexpr const char *kExtras =
    R"({"part":{"en":"Lid","bn":"ঢাকনা"},"material":{"en":"Brass","bn":"পিতল"},"title":{"en":"Open","bn":"খুলুন"},)"
    R"("loop":true,"name":{"en":"Red","bn":"লাল"},"price":{"minorUnits":1200,"currency":"BDT"},)"
    R"("explode":{"direction":[0,1,0],"distance":0.5,"order":2},"hotspots":[{"position":[0,1,0],"normal":[0,0,1],)"
    R"("title":{"en":"Knob","bn":"হাতল"},"text":{"en":"Stays cool","bn":"ঠান্ডা থাকে"},"node":"body"}]})";

void seedGltf()
{
    const Model plain;
    const Model rich = richModel();
    seed("importAnyGltf", "plain.glb", plain.glb());
    seed("importAnyGltf", "rich.glb", rich.glb());
    seed("importAnyJson", "rich.json", bytesOf(rich.json()));
    seed("importAnyJson", "extras.json", bytesOf(withExtras(kExtras)));
    seed("importAnyExtras", "all.json", bytesOf(kExtras));
    seed("importAnyExtras", "none.json", bytesOf("{}"));
    for (const auto &[name, model] : {std::pair("plain", &plain), std::pair("rich", &rich)}) {
        const Baked baked = bake(model->glb(), "model.glb", {.maxTextureSide = 4});
        if (!baked.fault.empty())
            std::fprintf(stderr, "vitrine-fuzz-seeds: %s: %s\n", name, baked.fault.c_str());
        seed("readAnyPackage", name, baked.bytes);
        seed("readAnySignedPackage", name, baked.bytes);
    }
}

void seedFormats()
{
    const auto facets = quadFacets();
    const auto fbx = fbxQuad({.embedded = png(2, 2), .isAnimated = true});
    seed("importAnyStl", "text", stlText(facets));
    seed("importAnyStl", "bytes", stlBinary(facets));
    for (const auto &[name, coding] : {std::pair("text", PlyCoding::Text), std::pair("little", PlyCoding::LittleEndian),
                                       std::pair("big", PlyCoding::BigEndian)})
        seed("importAnyPly", name, plyQuad(coding));
    seed("importAnyFbx", "text", fbxText(fbx));
    seed("importAnyFbx", "bytes", fbxBinary(fbx));
    seed("importAnyFbx", "wide", fbxWideBinary(fbx));
    seed("importAnyDae", "quad", daeQuad());
    seed("importAnyThreeDs", "quad", threeDsQuad());
    seed("importAnyObj", "quad",
         bytesOf("o quad\nmtllib a.mtl\nv 0 0 0 1 0 0\nv 1 0 .5\nv 1 1 0\nv 0 1 0\nvt 0 0\nvt 1 0\nvt 1 1\nvn 0 0 1\n"
                 "g one\nusemtl red\ns 1\nf 1/1/1 2/2/1 3/3/1 4/1/1\nf -4//1 -3//1 -2//1\nl 1 2\np 1\n"));
}

void seedPictures()
{
    seed("decodeAnyImage", "small.png", png(4, 4));
    const std::vector<std::uint8_t> texels(64, 128);
    std::uint8_t *encoded = nullptr;
    std::size_t size = WebPEncodeLosslessRGBA(texels.data(), 4, 4, 16, &encoded);
    seed("decodeAnyImage", "lossless.webp", std::as_bytes(std::span(encoded, size)));
    WebPFree(encoded);
    size = WebPEncodeRGBA(texels.data(), 4, 4, 16, 50, &encoded);
    seed("decodeAnyImage", "lossy.webp", std::as_bytes(std::span(encoded, size)));
    WebPFree(encoded);
    const std::vector<std::byte> blocks(16, std::byte{0x40});
    seed("decodeAnyKtx2", "plain", Ktx2{.vulkanFormat = 37, .width = 2, .height = 2, .level = blocks}.bytes());
    seed("decodeAnyKtx2", "bc7", Ktx2{.vulkanFormat = 145, .width = 4, .height = 4, .level = blocks}.bytes());
    seed("decodeAnyKtx2", "uastc", Ktx2{.width = 4, .height = 4, .colorModel = 166, .level = blocks}.bytes());
    seed("decodeAnyKtx2", "etc1s",
         Ktx2{.width = 4, .height = 4, .packing = 1, .colorModel = 163, .level = blocks}.bytes());
    for (const std::uint32_t packing : {2U, 3U})
        seed("decodeAnyKtx2", "packed" + std::to_string(packing),
             Ktx2{.vulkanFormat = 37, .width = 2, .height = 2, .packing = packing, .level = blocks, .unpackedBytes = 16}
                 .bytes());
}

void seedMeshes()
{
    const auto package = samplePackage();
    const auto opened = render::Package::open(package);
    const render::MeshRecord &mesh = opened->meshes()[0];
    const auto vertices = opened->codedVerticesOf(mesh);
    const auto indices = opened->codedIndicesOf(mesh);
    const auto vertexBytes = static_cast<std::uint32_t>(vertices.size());
    Bytes bytes;
    for (const std::span<const std::byte> part :
         {std::as_bytes(std::span(&mesh, 1)), std::as_bytes(std::span(&vertexBytes, 1)), vertices, indices})
        bytes.insert(bytes.end(), part.begin(), part.end());
    seed("decodeAnyMesh", "triangle", bytes);
    seed("readAnyPackage", "sample", package);
    seed("readAnySignedPackage", "sample", package);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("Usage: vitrine-fuzz-seeds FOLDER\n", stderr);
        return 2;
    }
    folder = argv[1];
    seedGltf();
    seedFormats();
    seedPictures();
    seedMeshes();
    return 0;
}

} // namespace
} // namespace vitrine::test

int main(int argc, char **argv) { return vitrine::test::main(argc, argv); }
