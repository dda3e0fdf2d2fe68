// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/LayeredMaterial.h"

#include <QVector2D>
#include <QVector4D>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <numbers>

using namespace vitrine::render;
using Catch::Matchers::WithinAbs;

namespace {

MaterialRecord dielectric()
{
    MaterialRecord material;
    material.metallic = 0;
    material.roughness = 0.25F;
    return material;
}

} // namespace

TEST_CASE("ReflectsByItsIndexAndSpecularColour")
{
    MaterialRecord material = dielectric();
    const auto reflectance = [&] { return layeredUniforms(material)["reflectance"].value<QVector4D>(); };
    CHECK_THAT(reflectance().y(), WithinAbs(0.04, 1e-4));
    material.specularColor = {1, 0.5F, 100};
    material.specular = 0.5F;
    CHECK_THAT(reflectance().y(), WithinAbs(0.02, 1e-4));
    CHECK_THAT(reflectance().z(), WithinAbs(4, 1e-3)); // limited where the map has been read
    CHECK(reflectance().w() == 0.5F);
    material.ior = 1;
    CHECK(reflectance().z() == 0);
    material.ior = 0; // infinite
    CHECK(reflectance().x() == 1);
}

TEST_CASE("BindsOnlyTheMapsThatItsLayersRead")
{
    MaterialRecord material = dielectric();
    material.specularColor = {1, 1, 0};
    material.slot(Slot::BaseColor).texture = 3;
    material.slot(Slot::SheenColor).texture = 4; // without sheen
    material.slot(Slot::Clearcoat).texture = 5;  // without a coat
    REQUIRE(layeredMaps(material).size() == 1);
    CHECK(layeredMaps(material)[0].property == "baseColorMap");
    CHECK(layeredShader(material).contains("#define BASE_COLOR_TEXEL texture(baseColorMap, UV0)\n"));
    CHECK_FALSE(layeredShader(material).contains("#define SHEEN"));
    material.clearcoat = 1;
    CHECK(layeredMaps(material).size() == 2);
    CHECK(layeredQml(material).contains("property TextureInput clearcoatMap"));
}

TEST_CASE("ReadsAMapThatServesTwoSlotsOnce")
{
    MaterialRecord material = dielectric();
    material.anisotropy = 1;
    material.slot(Slot::MetallicRoughness).texture = 2;
    material.slot(Slot::Occlusion).texture = 2;
    REQUIRE(layeredMaps(material).size() == 1);
    CHECK(layeredShader(material).contains("#define OCCLUSION_TEXEL texture(metallicRoughnessMap, UV0)\n"));
    material.slot(Slot::Occlusion).uvSet = 1;
    CHECK(layeredMaps(material).size() == 2);
    CHECK(layeredShader(material).contains("#define OCCLUSION_TEXEL texture(occlusionMap, UV1)\n"));
}

TEST_CASE("MovesTexturesAsTheFileSays")
{
    MaterialRecord material = dielectric();
    material.anisotropy = 1;
    TextureSlot &slot = material.slot(Slot::Normal);
    slot.texture = 0;
    slot.scale = {2, 3};
    slot.offset = {0.25F, 0.5F};
    slot.rotation = std::numbers::pi_v<float> / 2;
    CHECK(layeredShader(material).contains("texture(normalMap, mat2(normalTurn) * UV0 + normalOffset)"));
    // u' = sin · 3 v, v' = −sin · 2 u
    const auto turn = layeredUniforms(material)["normalTurn"].value<QVector4D>();
    CHECK((turn - QVector4D(0, -2, 3, 0)).length() < 1e-5F);
    CHECK(layeredUniforms(material)["normalOffset"].value<QVector2D>() == QVector2D(0.25F, 0.5F));
}

TEST_CASE("MaterialsOfEqualLayersShareAShader")
{
    MaterialRecord red = dielectric();
    red.sheenColor = {1, 0, 0};
    MaterialRecord blue = dielectric();
    blue.sheenColor = {0, 0, 1};
    blue.roughness = 0.9F;
    CHECK(layeredShader(red) == layeredShader(blue));
    CHECK(layeredQml(red) == layeredQml(blue));
    blue.clearcoat = 1;
    CHECK(layeredShader(red) != layeredShader(blue));
}

TEST_CASE("QtTakesForGlassWhatIsGlassAlone")
{
    MaterialRecord material = dielectric();
    material.iridescence = 1;
    CHECK_FALSE(layeredShader(material).contains("SCREEN_MIP_TEXTURE"));
    CHECK(layeredShader(material).contains("void POST_PROCESS()"));
    material.transmission = 1;
    CHECK(layeredShader(material).contains("SCREEN_MIP_TEXTURE"));
}

TEST_CASE("KeepsTheIndexWhereItCanBeReckonedWith")
{
    MaterialRecord material = dielectric();
    material.transmission = 1;
    for (const auto &[ior, shown] : {std::pair{1.0F, 1.001F}, std::pair{1.33F, 1.33F}, std::pair{0.0F, 3.0F}}) {
        material.ior = ior;
        CHECK(layeredUniforms(material)["glass"].value<QVector4D>().w() == shown);
    }
}
