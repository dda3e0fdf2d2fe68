// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/golden/Codings.h"
#include "tests/render/golden/GoldenPicture.h"
#include "tests/render/golden/Sample.h"
#include "tests/render/stage/Shown.h"
#include "tests/render/stage/Stills.h"
#include "tests/support/PictureMeasure.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <algorithm>

using namespace vitrine;
using test::Coding;
using test::Further;
using test::Model;
using test::Picture;
using test::Sample;

namespace {

/// The core of a material: its colour, how metallic and how rough it is; what more it says follows.
std::string paint(const char *color, double metallic, double roughness, const std::string &more = {})
{
    return R"("pbrMetallicRoughness":{"baseColorFactor":)" + std::string(color) + R"(,"metallicFactor":)" +
           std::to_string(metallic) + R"(,"roughnessFactor":)" + std::to_string(roughness) + "}" +
           (more.empty() ? "" : "," + more);
}

std::string extension(const std::string &members) { return R"("extensions":{)" + members + "}"; }

constexpr const char *kRed = "[0.6,0.02,0.02,1]";
constexpr const char *kBlack = "[0,0,0,1]";
constexpr const char *kWhite = "[1,1,1,1]";
constexpr const char *kPainted =
    R"("pbrMetallicRoughness":{"metallicFactor":0,"roughnessFactor":0.5,"baseColorTexture":)";

std::string floats(std::size_t count, const char *type)
{
    return R"("componentType":5126,"count":)" + std::to_string(count) + R"(,"type":")" + type + R"(")";
}

/// A warm lamp on the left, and a blue cone from above on the right.
Further lamps(Model &)
{
    return {.nodes = R"(,{"translation":[-0.26,0.12,0.22],"extensions":{"KHR_lights_punctual":{"light":0}}})"
                     R"(,{"translation":[0.22,0.5,0.12],"rotation":[-0.6862,0.1478,0.1477,0.6967],)"
                     R"("extensions":{"KHR_lights_punctual":{"light":1}}})",
            .roots = ",2,3",
            .root = R"(,"extensions":{"KHR_lights_punctual":{"lights":[)"
                    R"({"type":"point","color":[1,0.5,0.2],"intensity":0.12},)"
                    R"({"type":"spot","color":[0.2,0.4,1],"intensity":1,)"
                    R"("spot":{"innerConeAngle":0.2,"outerConeAngle":0.3}}]}})"};
}

/// Three of the ball, two on the floor and one upon them.
Further instances(Model &model)
{
    const std::size_t first = model.accessorCount();
    model.add(std::vector<float>{-0.1F, 0, 0, 0.1F, 0, 0, 0, 0.17F, 0}, floats(3, "VEC3"));
    model.add(std::vector<float>{0.5F, 0.5F, 0.5F, 0.4F, 0.6F, 0.4F, 0.5F, 0.4F, 0.5F}, floats(3, "VEC3"));
    return {.ball = R"(,"extensions":{"EXT_mesh_gpu_instancing":{"attributes":{"TRANSLATION":)" +
                    std::to_string(first) + R"(,"SCALE":)" + std::to_string(first + 1) + "}}}"};
}

/// A pear: the upper half drawn in.
Further morphed(Model &model)
{
    std::vector<float> moves = test::ballPositions();
    for (std::size_t i = 0; i < moves.size(); i += 3) {
        const float up = std::max(moves[i + 1] - 0.2F, 0.0F) / 0.2F;
        moves[i] *= -0.6F * up;
        moves[i + 1] = 0.1F * up;
        moves[i + 2] *= -0.6F * up;
    }
    const std::size_t target = model.accessorCount();
    model.add(moves, floats(moves.size() / 3, "VEC3"));
    return {.primitive = R"(,"targets":[{"POSITION":)" + std::to_string(target) + "}]", .ball = R"(,"weights":[0.9])"};
}

/// The upper half follows a joint that leans to the right.
Further bent(Model &model)
{
    const std::vector<float> positions = test::ballPositions();
    std::vector<std::uint8_t> joints;
    std::vector<float> weights;
    for (std::size_t i = 0; i < positions.size(); i += 3) {
        const float up = std::clamp(positions[i + 1] / 0.3F, 0.0F, 1.0F);
        joints.insert(joints.end(), {0, 1, 0, 0});
        weights.insert(weights.end(), {1 - up, up, 0, 0});
    }
    const std::size_t first = model.accessorCount();
    const std::size_t corners = positions.size() / 3;
    model.add(joints, R"("componentType":5121,"type":"VEC4","count":)" + std::to_string(corners));
    model.add(weights, floats(corners, "VEC4"));
    model.add(std::vector<float>{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0,     0, 1,
                                 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, -0.1F, 0, 1},
              floats(2, "MAT4"));
    return {.attributes = R"(,"JOINTS_0":)" + std::to_string(first) + R"(,"WEIGHTS_0":)" + std::to_string(first + 1),
            .ball = R"(,"skin":0)",
            .nodes = R"(,{"children":[3]},{"translation":[0,0.1,0],"rotation":[0,0,-0.3,0.954]})",
            .roots = ",2",
            .root = R"(,"skins":[{"joints":[2,3],"inverseBindMatrices":)" + std::to_string(first + 2) + "}]"};
}

/// Its colour goes from red to green in a second.
Further pointed(Model &model)
{
    const std::size_t first = model.accessorCount();
    model.add(std::vector<float>{0, 1}, floats(2, "SCALAR"));
    model.add(std::vector<float>{0.6F, 0.02F, 0.02F, 1, 0.02F, 0.6F, 0.02F, 1}, floats(2, "VEC4"));
    return {.root = R"(,"animations":[{"channels":[{"sampler":0,"target":{"path":"pointer","extensions":)"
                    R"({"KHR_animation_pointer":{"pointer":"/materials/0/pbrMetallicRoughness/baseColorFactor"}}}}],)"
                    R"("samplers":[{"input":)" +
                    std::to_string(first) + R"(,"output":)" + std::to_string(first + 1) + "}]}]"};
}

std::vector<Sample> samples()
{
    const std::string red = paint(kRed, 0, 0.5);
    const auto painted = [](const std::string &texture) { return kPainted + texture + "}"; };
    const auto with = [](const char *color, double metallic, double roughness, const std::string &members) {
        return paint(color, metallic, roughness, extension(members));
    };
    const std::string glass = R"("KHR_materials_transmission":{"transmissionFactor":1})";
    return {
        {"core-dielectric", red},
        {"core-metal", paint("[0.95,0.64,0.4,1]", 1, 0.25)},
        {"core-blend", paint("[0.1,0.3,0.8,0.5]", 0, 0.3, R"("alphaMode":"BLEND")")},
        {"core-emissive", paint(kBlack, 0, 0.5, R"("emissiveFactor":[1,0.4,0.1])")},
        {"core-texture", painted(R"({"index":0})"), Coding::Plain, Picture::Png},
        {"clearcoat",
         with(kRed, 0, 0.7, R"("KHR_materials_clearcoat":{"clearcoatFactor":1,"clearcoatRoughnessFactor":0.05})")},
        {"sheen", with("[0.05,0.02,0.1,1]", 0, 0.9,
                       R"("KHR_materials_sheen":{"sheenColorFactor":[0.9,0.8,1],"sheenRoughnessFactor":0.4})")},
        {"transmission", with(kWhite, 0, 0.05, glass)},
        {"transmission-rough", with("[0.8,0.9,1,1]", 0, 0.35, glass)},
        {"volume",
         with(
             kWhite, 0, 0.05,
             glass +
                 R"(,"KHR_materials_volume":{"thicknessFactor":0.4,"attenuationDistance":0.15,"attenuationColor":[0.2,0.8,0.4]})")},
        {"ior", with("[0.01,0.01,0.01,1]", 0, 0.15, R"("KHR_materials_ior":{"ior":2.4})")},
        {"specular",
         with(kBlack, 0, 0.3, R"("KHR_materials_specular":{"specularFactor":1,"specularColorFactor":[9,4,0.5]})")},
        {"anisotropy", with("[0.8,0.8,0.82,1]", 1, 0.35,
                            R"("KHR_materials_anisotropy":{"anisotropyStrength":0.9,"anisotropyRotation":0.6})")},
        {"iridescence",
         with(
             "[0.02,0.02,0.02,1]", 0, 0.1,
             R"("KHR_materials_iridescence":{"iridescenceFactor":1,"iridescenceIor":1.6,"iridescenceThicknessMaximum":420})")},
        {"dispersion",
         with(
             kWhite, 0, 0.02,
             glass +
                 R"(,"KHR_materials_volume":{"thicknessFactor":0.4},"KHR_materials_ior":{"ior":1.7},"KHR_materials_dispersion":{"dispersion":6})")},
        {"emissive-strength", paint(kBlack, 0, 0.5,
                                    R"("emissiveFactor":[1,0.4,0.1],)" +
                                        extension(R"("KHR_materials_emissive_strength":{"emissiveStrength":4})"))},
        {"unlit", with("[0.1,0.5,0.7,1]", 0, 1, R"("KHR_materials_unlit":{})")},
        {"specular-glossiness",
         extension(
             R"("KHR_materials_pbrSpecularGlossiness":{"diffuseFactor":[0.05,0.3,0.1,1],"specularFactor":[0.2,0.2,0.2],"glossinessFactor":0.8})")},
        {"texture-transform",
         painted(
             R"({"index":0,"extensions":{"KHR_texture_transform":{"offset":[0.1,0.3],"rotation":0.6,"scale":[1.5,3]}}})"),
         Coding::Plain, Picture::Png},
        {"texture-webp", painted(R"({"index":0})"), Coding::Plain, Picture::WebP},
        {"texture-basisu", painted(R"({"index":0})"), Coding::Plain, Picture::Basis},
        {"variants", red, Coding::Plain, Picture::None, "celadon"},
        {"mesh-quantization", red, Coding::Quantized},
        {"meshopt-compression", red, Coding::Meshopt},
        {"draco-mesh-compression", red, Coding::Draco},
        {.name = "lights-punctual", .material = paint("[0.6,0.6,0.6,1]", 0, 0.5), .further = lamps},
        {.name = "mesh-gpu-instancing", .material = red, .further = instances},
        {.name = "core-morph", .material = red, .further = morphed},
        {.name = "core-skin", .material = red, .further = bent},
        {.name = "animation-pointer", .material = red, .further = pointed, .seconds = 0.7},
    };
}

} // namespace

TEST_CASE("WhatIsMirroredIsSeenFromOutsideAndLitFromThere")
{
    const bool isDoubleSided = GENERATE(false, true);
    const std::string red = paint(kRed, 0, 0.5, isDoubleSided ? R"("doubleSided":true)" : "");
    const auto mirrored = [](Model &) { return Further{.ball = R"(,"scale":[-1,1,1])"}; };
    const auto leaning = [](Model &model) { // Its joints are, and not the node that shows it.
        Further further = bent(model);
        further.nodes.insert(2, R"("scale":[-1,1,1],)");
        return further;
    };
    const auto leaningAsIs = [](Model &model) {
        Further further = bent(model);
        further.nodes.replace(further.nodes.find("-0.3"), 4, "0.3");
        return further;
    };
    const auto drawn = [&](Further (*further)(Model &)) {
        const test::BakedSample package({.name = "mirrored", .material = red, .further = further});
        stage::Still still;
        still.package = QString::fromStdString(package.path());
        still.size = {320, 320};
        still.background = QStringLiteral("#e8e4dc");
        return test::draw(still).value_or(QImage());
    };
    CAPTURE(isDoubleSided);
    CHECK(test::colorDistanceDb(drawn(mirrored), drawn([](Model &) { return Further(); })) < -34);
    CHECK(test::colorDistanceDb(drawn(leaning), drawn(leaningAsIs)) < -34);
}

TEST_CASE("AShadowDoesNotStayWhereItsProductWas")
{
    const test::BakedSample package(
        {.name = "leaving", .material = paint(kRed, 0, 0.5), .further = [](Model &model) {
             const std::size_t first = model.accessorCount();
             model.add(std::vector<float>{0, 1}, floats(2, "SCALAR"));
             model.add(std::vector<float>{0, 0, 0, 2, 0, 0}, floats(2, "VEC3"));
             return Further{.root =
                                R"(,"animations":[{"channels":[{"sampler":0,"target":{"node":0,"path":"translation"}},)"
                                R"({"sampler":0,"target":{"node":1,"path":"translation"}}],"samplers":[{"input":)" +
                                std::to_string(first) + R"(,"output":)" + std::to_string(first + 1) + "}]}]"};
         }});
    test::Shown shown(QString::fromStdString(package.path()));
    REQUIRE(shown.reveals());
    stage::StageMotion &motion = shown.motion();
    CHECK(motion.astray() == 0);
    motion.seek(0, 1);
    CHECK(motion.astray() == 1);
    motion.seek(0, 0.01); // It shifts its feet.
    CHECK(motion.astray() == 0);
}

TEST_CASE("EachExtensionLooksAsItDid")
{
    const Sample sample = GENERATE(from_range(samples()));
    DYNAMIC_SECTION(sample.name)
    {
        const test::BakedSample package(sample);
        stage::Still still;
        still.package = QString::fromStdString(package.path());
        still.variant = QString::fromStdString(sample.variant);
        still.animation = sample.seconds > 0 ? 0 : -1;
        still.seconds = sample.seconds;
        still.size = {320, 320};
        still.orbit.distance = 0.5; // The ball fills the picture: what is beside it never changes.
        still.background = QStringLiteral("#e8e4dc");
        const auto image = test::draw(still);
        INFO((image ? "" : core::describe(image.error())));
        REQUIRE(image.has_value());
        test::checkGolden(QString::fromStdString(sample.name), *image);
    }
}
