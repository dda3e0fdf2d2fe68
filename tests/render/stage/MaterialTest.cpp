// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/MaterialMapping.h"
#include "render/scene/Reflectance.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>

using namespace vitrine::render;
using Catch::Matchers::WithinAbs;
using Features = std::vector<std::string_view>;

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
    CHECK_THAT(dielectricReflectance(material)[1], WithinAbs(0.04, 1e-4));
    material.specularColor = {1, 0.5F, 100};
    material.specular = 0.5F;
    CHECK_THAT(dielectricReflectance(material)[0], WithinAbs(0.02, 1e-4));
    CHECK_THAT(dielectricReflectance(material)[1], WithinAbs(0.01, 1e-4));
    CHECK_THAT(dielectricReflectance(material)[2], WithinAbs(0.5, 1e-4));
    material.ior = 1;
    CHECK(dielectricReflectance(material)[2] == 0);
    material.ior = 0; // infinite
    CHECK_THAT(dielectricReflectance(material)[0], WithinAbs(0.5, 1e-4));
}

TEST_CASE("AFilmWithoutThicknessIsNotThere")
{
    for (const float base : {0.0F, 0.04F, 0.5F})
        for (const float channel : thinFilmReflectance(base, 1.8F, 0))
            CHECK_THAT(channel, WithinAbs(base, 1e-3));
}

TEST_CASE("AFilmInAirReflectsTheColourWhoseWavesMeetInStep")
{
    // 300 nm of index 2: waves of 480 nm meet in step, those of 600 nm cancel out.
    const Vector3 colour = thinFilmReflectance(0, 2, 300);
    CHECK(colour[2] > colour[0] + 0.1F);
    // Never more than the two faces of index 2 in step: (2 · (1/3) / (1 + 1/9))².
    for (const float channel : colour)
        CHECK(channel <= 0.36F);
}

TEST_CASE("ColouredReflectionsAreShownByTheGlossyMaterial")
{
    MaterialRecord material = dielectric();
    CHECK(materialKind(material) == MaterialKind::Principled);
    material.specularColor = {1, 1, 0};
    CHECK(materialKind(material) == MaterialKind::SpecularGlossy);
    CHECK(materialProperties(material)["glossiness"].toFloat() == 0.75F);
    CHECK(materialProperties(material)["specularColor"].value<QColor>().blue() == 0);
    CHECK(unsupportedFeatures(material).empty());
    CHECK(QByteArrayView(textureProperty(Slot::SpecularColor, MaterialKind::SpecularGlossy)) == "specularMap");

    material.metallic = 1;
    CHECK(materialKind(material) == MaterialKind::Principled);
    CHECK(unsupportedFeatures(material) == Features{"specular colour"});
}

TEST_CASE("NamesWhatItShowsOnlyInPart")
{
    MaterialRecord material = dielectric();
    material.iridescence = 1;
    CHECK(unsupportedFeatures(material) == Features{"iridescence away from right angles"});
    material.slot(Slot::IridescenceThickness).texture = 0;
    CHECK(std::ranges::contains(unsupportedFeatures(material), "iridescence by texture"));
    material.sheenColor = {0.1F, 0, 0};
    material.anisotropy = 0.5F;
    CHECK(std::ranges::contains(unsupportedFeatures(material), "sheen"));
    CHECK(std::ranges::contains(unsupportedFeatures(material), "anisotropy"));
}

TEST_CASE("KeepsTheIndexWhereQtCanReckonWithIt")
{
    MaterialRecord material = dielectric();
    for (const auto &[ior, shown] : {std::pair{1.0F, 1.001F}, std::pair{1.33F, 1.33F}, std::pair{0.0F, 3.0F}}) {
        material.ior = ior;
        CHECK(materialProperties(material)["indexOfRefraction"].toFloat() == shown);
    }
}
