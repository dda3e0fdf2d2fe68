// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/golden/GoldenPicture.h"
#include "tests/render/golden/Sample.h"
#include "tests/render/stage/Stills.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

using namespace vitrine;
using test::Coding;
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
        {"variants", red, Coding::Plain, Picture::None, "Blue"},
        {"mesh-quantization", red, Coding::Quantized},
        {"meshopt-compression", red, Coding::Meshopt},
        {"draco-mesh-compression", red, Coding::Draco},
    };
}

} // namespace

TEST_CASE("EachExtensionLooksAsItDid")
{
    const Sample sample = GENERATE(from_range(samples()));
    DYNAMIC_SECTION(sample.name)
    {
        const test::BakedSample package(sample);
        stage::Still still;
        still.package = QString::fromStdString(package.path());
        still.variant = QString::fromStdString(sample.variant);
        still.size = {320, 320};
        still.orbit.distance = 0.5; // The ball fills the picture: what is beside it never changes.
        still.background = QStringLiteral("#e8e4dc");
        const auto image = test::draw(still);
        INFO((image ? "" : core::describe(image.error())));
        REQUIRE(image.has_value());
        test::checkGolden(QString::fromStdString(sample.name), *image);
    }
}
