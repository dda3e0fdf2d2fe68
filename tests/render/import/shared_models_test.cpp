// SPDX-License-Identifier: GPL-3.0-or-later
#include "ModelMaker.h"
#include "render/import/ImportReport.h"
#include "render/import/geometry/Shading.h"
#include "render/import/geometry/Transform.h"
#include "render/import/gltf/GltfReader.h"
#include "render/import/image/ImageDecoder.h"

#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <random>

using namespace vitrine;
using namespace vitrine::render;

namespace {

const std::filesystem::path kModels = std::filesystem::path(SHARED_FOLDER) / "models";

void needShared()
{
    if (!std::filesystem::exists(kModels))
        SKIP("there is no ../shared/models beside this checkout");
}

struct Expected {
    const char *path;
    std::uint64_t triangles;
    std::size_t materials;
    std::size_t textures;
    Vector3 size;
};

test::Baked bakeShared(const char *path)
{
    const std::filesystem::path file = kModels / path;
    DirectoryFiles files(file.parent_path());
    return test::bake(files, file.filename().string(), {.maxTextureSide = 512});
}

} // namespace

TEST_CASE("The shared models have their triangles, materials, textures and sizes")
{
    needShared();
    const auto expected =
        GENERATE(Expected{"compressed/BoxDraco.gltf", 12, 1, 0, {1, 1, 1}},
                 Expected{"compressed/BoxMeshopt.glb", 12, 1, 0, {1, 1, 1}},
                 Expected{"gltf-features/AnisotropyDiscTest.glb", 2788, 12, 1, {6.3F, 2.594F, 0.001076F}},
                 Expected{"gltf-features/AttenuationTest.glb", 292, 18, 3, {20, 20, 4}},
                 Expected{"gltf-features/ClearCoatTest.glb", 37116, 19, 6, {10.46F, 13.1F, 1.11F}},
                 Expected{"gltf-features/Fox.glb", 576, 1, 1, {25.19F, 79.03F, 154.7F}},
                 Expected{"gltf-features/NormalTangentTest.glb", 7774, 1, 3, {2.22F, 2.15F, 0.0905F}},
                 Expected{"gltf-features/SpecularTest.glb", 44828, 24, 4, {1.126F, 0.76F, 0.1F}},
                 Expected{"gltf-features/SunglassesKhronos.glb", 13396, 5, 1, {0.1505F, 0.05762F, 0.1615F}},
                 Expected{"gltf-features/TransmissionRoughnessTest.glb", 77792, 9, 5, {2, 0.9F, 0.5F}},
                 Expected{"gltf-features/morph-stress-test.glb", 2412, 2, 3, {4, 0.6F, 1}},
                 // 46,963 as stored; 23 of them have two equal corners.
                 Expected{"mixer/Mixer.glb", 46940, 1, 3, {0.2116F, 0.2995F, 0.3195F}});
    INFO(expected.path);
    const auto baked = bakeShared(expected.path);
    REQUIRE(baked.fault.empty());
    const ImportReport report = reportOf(*baked.package, baked.bytes.size());
    CHECK(report.triangles == expected.triangles);
    CHECK(report.materials == expected.materials);
    CHECK(report.textures == expected.textures);
    const auto &[width, height, depth] = report.sizeMetres;
    const std::array sides = {width, height, depth};
    for (std::size_t i = 0; i < 3; ++i)
        CHECK_THAT(sides[i], Catch::Matchers::WithinRel(static_cast<double>(expected.size[i]), 1e-3));
}

TEST_CASE("The shared KTX2 labels are white on the colour of their format")
{
    needShared();
    struct Label {
        const char *file;
        std::array<int, 3> ground;
        int tolerance;
    };
    const auto label = GENERATE(Label{"2d_rgba8.ktx2", {77, 175, 74}, 0}, Label{"2d_bc7.ktx2", {255, 127, 0}, 1},
                                Label{"2d_uastc.ktx2", {186, 151, 0}, 1}, Label{"2d_etc1s.ktx2", {186, 151, 0}, 8});
    INFO(label.file);
    DirectoryFiles files(kModels / "compressed");
    const auto blob = files.read(label.file);
    REQUIRE(blob);
    const auto image = decodeImage(blob->bytes);
    REQUIRE(image);
    REQUIRE((image->size.width == 40 && image->size.height == 40));
    const auto at = [&](std::size_t x, std::size_t y, std::size_t channel) {
        return int{image->texels.get()[(y * 40 + x) * 4 + channel]};
    };
    for (std::size_t channel = 0; channel < 3; ++channel) {
        // Below the letters, on the left stroke of the first one, and between the two.
        CHECK(std::abs(at(39, 39, channel) - label.ground[channel]) <= label.tolerance);
        CHECK(std::abs(at(8, 0, channel) - label.ground[channel]) <= 2 * label.tolerance);
        CHECK(at(3, 5, channel) >= (label.tolerance > 1 && channel == 2 ? 140 : 250));
    }
    CHECK(at(20, 20, 3) == 255);
}

TEST_CASE("A damaged KTX2 texture ends in a picture or in a named error")
{
    needShared();
    const auto *name = GENERATE("2d_etc1s.ktx2", "2d_uastc.ktx2");
    DirectoryFiles files(kModels / "compressed");
    const auto blob = files.read(name);
    REQUIRE(blob);
    std::mt19937 random(20);
    for (int round = 0; round < 3000; ++round) {
        std::vector<std::byte> damaged(blob->bytes.begin(), blob->bytes.end());
        for (int change = 0; change < 1 + round % 4; ++change)
            damaged[random() % damaged.size()] ^= static_cast<std::byte>(1U << random() % 8);
        damaged.resize(damaged.size() - (round % 3 == 0 ? random() % damaged.size() : 0));
        if (const auto image = decodeImage(damaged); !image)
            REQUIRE_FALSE(image.error().detail.empty());
    }
}

TEST_CASE("The mixer has its three cameras and a note of its dropped triangles")
{
    needShared();
    const auto baked = bakeShared("mixer/Mixer.glb");
    const ImportReport report = reportOf(*baked.package, baked.bytes.size());
    CHECK(report.cameras == std::vector<std::string>{"camera0", "camera1", "camera2"});
    REQUIRE_FALSE(report.messages.empty());
    CHECK(report.messages[0].text == "23 triangles with two equal corners were dropped");
    CHECK(report.messages[0].where == "/meshes/0/primitives/0");
}

TEST_CASE("Tangents made here agree with those that a model brings")
{
    needShared();
    const auto path = GENERATE("gltf-features/ClearCoatTest.glb", "gltf-features/AnisotropyDiscTest.glb");
    const std::filesystem::path file = kModels / path;
    DirectoryFiles files(file.parent_path());
    const auto blob = files.read(file.filename().string());
    REQUIRE(blob);
    auto scene = readGltf(*blob, files);
    REQUIRE(scene);
    std::size_t compared = 0;
    std::size_t agreeing = 0;
    for (SceneMesh &mesh : scene->meshes)
        for (ScenePrimitive &primitive : mesh.primitives) {
            if (primitive.tangents.empty() || primitive.texCoords[0].empty())
                continue;
            std::vector<Vector4> brought;
            for (const std::uint32_t index : primitive.indices)
                brought.push_back(primitive.tangents[index]);
            makeTangents(primitive, 0);
            for (std::size_t i = 0; i < primitive.indices.size(); ++i) {
                const Vector4 &made = primitive.tangents[primitive.indices[i]];
                const float cosine = dot({made[0], made[1], made[2]}, {brought[i][0], brought[i][1], brought[i][2]});
                agreeing += cosine > 0.98F && made[3] == brought[i][3] ? 1 : 0;
                ++compared;
            }
        }
    CHECK(compared > 0);
    INFO(path << ": " << agreeing << " of " << compared);
    CHECK(static_cast<double>(agreeing) > 0.97 * static_cast<double>(compared));
}
