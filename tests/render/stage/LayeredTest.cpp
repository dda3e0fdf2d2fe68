// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/ToneMapping.h"
#include "render/studio/StudioBake.h"
#include "tests/render/stage/Boxes.h"
#include "tests/render/stage/Stills.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <numbers>
#include <random>

using namespace vitrine;
using render::MaterialRecord;
using test::BoxPackage;

namespace {

/// A surround painted by hand, as a file; the stage bakes it so that the most that a white, matt face sends back is
/// 235, before its tones are mapped.
class Light
{
public:
    explicit Light(const std::function<float(render::Float3)> &brightness)
        : m_path(std::filesystem::temp_directory_path() / ("light-" + std::to_string(std::random_device{}()) + ".hdr"))
    {
        const auto picture = render::paintEquirect(
            [&](render::Float3 direction) {
                const float value = brightness(direction);
                return render::Float3{value, value, value};
            },
            64);
        REQUIRE(render::replaceFile(m_path, render::encodeHdr(picture)).has_value());
    }
    ~Light()
    {
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }
    Light(const Light &) = delete;
    Light &operator=(const Light &) = delete;

    QString path() const { return QString::fromStdString(m_path.string()); }

private:
    std::filesystem::path m_path;
};

const Light &evenLight()
{
    static const Light light([](render::Float3) { return 1.0F; });
    return light;
}

/// One soft box as wide as 16°, straight ahead of the product, in the dark.
const Light &oneLamp()
{
    static const Light light([](render::Float3 direction) { return direction.z > 0.99F ? 100.0F : 0.0F; });
    return light;
}

QImage drawIn(const Light &light, const BoxPackage &package)
{
    stage::Still still = test::stillOf(package);
    still.studio = light.path();
    still.background = QStringLiteral("#000000");
    still.orbit = {.yaw = 0, .pitch = 0, .distance = 1};
    const auto image = test::draw(still);
    REQUIRE(image.has_value());
    return *image;
}

QVector3D lightAt(const QImage &image, QPoint at)
{
    const QColor shown = image.pixelColor(at);
    return render::beforePbrNeutral({render::decodeSrgb(static_cast<float>(shown.redF())),
                                     render::decodeSrgb(static_cast<float>(shown.greenF())),
                                     render::decodeSrgb(static_cast<float>(shown.blueF()))});
}

/// Of even light, in parts.
QVector3D reflected(const QImage &image, QPoint at) { return lightAt(image, at) / render::decodeSrgb(235 / 255.0F); }

/// The ball's outline is 149 pixels across, its middle below the picture's; a part of its radius to the right.
QPoint onBall(double part) { return {static_cast<int>(std::lround(160 + part * 74)), 130}; }

/// The cosine between the view and the ball's normal there. 29 degrees fill 240 pixels.
double cosineAt(QPoint at)
{
    const double sine = [](double x) { return x / std::hypot(1, x); }(std::abs(at.x() + 0.5 - 160) / 120 * 0.25862);
    const double outline = [](double x) { return x / std::hypot(1, x); }(74.5 / 120 * 0.25862);
    return std::sqrt(1 - std::min(1.0, sine * sine / (outline * outline)));
}

constexpr QPoint kFace(160, 130);

MaterialRecord material(float metallic, float roughness, render::Vector3 colour = {1, 1, 1})
{
    MaterialRecord record;
    record.metallic = metallic;
    record.roughness = roughness;
    record.baseColor = {colour[0], colour[1], colour[2], 1};
    return record;
}

/// What Charlie's distribution with Neubelt's visibility reflects of even light, by summing it up.
double sheenIntegral(double nv, double roughness)
{
    constexpr int kSteps = 200;
    constexpr double kPi = std::numbers::pi;
    const double inverse = 1 / (roughness * roughness);
    double sum = 0;
    for (int i = 0; i < kSteps; ++i) {
        const double nl = (i + 0.5) / kSteps;
        for (int k = 0; k < 2 * kSteps; ++k) {
            const double phi = (k + 0.5) / kSteps * kPi;
            const double across = std::sqrt(1 - nl * nl);
            const double x = across * std::cos(phi) + std::sqrt(1 - nv * nv);
            const double y = across * std::sin(phi);
            const double nh = (nl + nv) / std::sqrt(x * x + y * y + (nl + nv) * (nl + nv));
            const double charlie = (2 + inverse) * std::pow(1 - nh * nh, inverse / 2) / (2 * kPi);
            sum += charlie / (4 * (nl + nv - nl * nv)) * nl;
        }
    }
    return sum * 2 * kPi / (2.0 * kSteps * kSteps);
}

/// Where the ball is brighter than half of its brightest point.
QRect highlightOf(const QImage &image)
{
    float most = 0;
    for (int y = 60; y < 200; ++y)
        for (int x = 90; x < 230; ++x)
            most = std::max(most, lightAt(image, {x, y}).y());
    QRect box;
    for (int y = 60; y < 200; ++y)
        for (int x = 90; x < 230; ++x)
            if (lightAt(image, {x, y}).y() > most / 2)
                box |= QRect(x, y, 1, 1);
    return box;
}

} // namespace

TEST_CASE("AWhiteBallInEvenLightReflectsAllOfIt")
{
    std::vector<std::pair<std::string, MaterialRecord>> whites = {{"rough dielectric", material(0, 1)},
                                                                  {"satin dielectric", material(0, 0.5F)},
                                                                  {"smooth dielectric", material(0, 0.05F)},
                                                                  {"rough metal", material(1, 1)},
                                                                  {"satin metal", material(1, 0.4F)},
                                                                  {"mirror", material(1, 0)},
                                                                  {"cloth", material(0, 0.9F)},
                                                                  {"silk", material(0, 0.6F)},
                                                                  {"brushed metal", material(1, 0.3F)},
                                                                  {"coated metal", material(1, 0.6F)}};
    whites[6].second.sheenColor = {1, 1, 1};
    whites[6].second.sheenRoughness = 0.5F;
    whites[7].second.sheenColor = {0.5F, 0.5F, 0.5F};
    whites[7].second.sheenRoughness = 0.25F;
    whites[8].second.anisotropy = 0.7F;
    whites[9].second.clearcoat = 1;
    whites[9].second.clearcoatRoughness = 0.2F;
    for (const auto &[name, white] : whites) {
        const QImage image = drawIn(evenLight(), BoxPackage::ball(white));
        for (const double part : {0.0, 0.5, 0.8, 0.95}) {
            INFO(name << " at " << part << ": " << image.pixelColor(onBall(part)).name().toStdString());
            CHECK(std::abs(reflected(image, onBall(part)).y() - 1) <= 0.02F);
        }
    }
}

TEST_CASE("WhatHidesTheSurroundDimsItsLight")
{
    const MaterialRecord white = material(0, 1);
    const float open = reflected(drawIn(evenLight(), BoxPackage::ball(white)), kFace).y();
    const float hidden = reflected(drawIn(evenLight(), BoxPackage::ball(white, 0.5F)), kFace).y();
    CHECK(std::abs(hidden / open - 0.5F) < 0.03F);
}

TEST_CASE("SheenBrightensTheEdgeAndLeavesTheMiddle")
{
    MaterialRecord cloth = material(0, 0.9F, {0.02F, 0.02F, 0.05F});
    const QImage bare = drawIn(evenLight(), BoxPackage::ball(cloth));
    cloth.sheenColor = {0.3F, 0.3F, 0.3F};
    cloth.sheenRoughness = 0.3F;
    const QImage sheer = drawIn(evenLight(), BoxPackage::ball(cloth));
    CHECK((reflected(sheer, onBall(0)) - reflected(bare, onBall(0))).length() < 0.01F);
    CHECK(reflected(sheer, onBall(0.97)).y() > reflected(bare, onBall(0.97)).y() + 0.08F);
}

TEST_CASE("SheenReflectsWhatItsDistributionSumsUpTo")
{
    for (const float roughness : {0.3F, 0.5F, 0.8F}) {
        MaterialRecord sheen = material(0, 1, {0, 0, 0});
        sheen.specular = 0;
        sheen.sheenColor = {1, 1, 1};
        sheen.sheenRoughness = roughness;
        const QImage image = drawIn(evenLight(), BoxPackage::ball(sheen));
        for (const double part : {0.0, 0.4, 0.7, 0.9}) {
            const double expected = sheenIntegral(cosineAt(onBall(part)), roughness);
            const float seen = reflected(image, onBall(part)).y();
            INFO(roughness << " at " << part << ": " << seen << ", summed up " << expected);
            CHECK(std::abs(seen - expected) <= 0.04);
        }
    }
}

TEST_CASE("ABrushStretchesTheHighlightAlongItsDirection")
{
    MaterialRecord metal = material(1, 0.25F);
    const QRect round = highlightOf(drawIn(oneLamp(), BoxPackage::ball(metal)));
    CHECK(std::abs(round.width() - round.height()) <= 4);
    metal.anisotropy = 0.8F;
    const QRect east = highlightOf(drawIn(oneLamp(), BoxPackage::ball(metal)));
    CHECK(east.width() > 1.5 * east.height());
    metal.anisotropyRotation = std::numbers::pi_v<float> / 2;
    const QRect north = highlightOf(drawIn(oneLamp(), BoxPackage::ball(metal)));
    CHECK(north.height() > 1.5 * north.width());
}

TEST_CASE("AFilmChangesItsHueWithTheAngle")
{
    MaterialRecord film = material(0, 0.1F, {0, 0, 0});
    film.iridescence = 1;
    film.iridescenceIor = 1.8F;
    film.iridescenceThicknessMax = 420;
    const QImage image = drawIn(evenLight(), BoxPackage::ball(film));
    const QColor ahead = image.pixelColor(onBall(0));
    const QColor aslant = image.pixelColor(onBall(0.94)); // 70 degrees
    INFO(ahead.name().toStdString() << " and " << aslant.name().toStdString());
    const int apart = std::abs(ahead.hsvHue() - aslant.hsvHue());
    CHECK(std::min(apart, 360 - apart) > 40);
    CHECK(ahead.hsvSaturation() > 60);
}

TEST_CASE("AFilmWithoutThicknessIsNotThere")
{
    MaterialRecord glaze = material(0, 0.3F, {0.4F, 0.4F, 0.4F});
    const QColor bare = drawIn(evenLight(), BoxPackage(glaze)).pixelColor(kFace);
    glaze.iridescence = 1;
    glaze.iridescenceThicknessMax = 0;
    const QColor filmed = drawIn(evenLight(), BoxPackage(glaze)).pixelColor(kFace);
    INFO(bare.name().toStdString() << " and " << filmed.name().toStdString());
    CHECK(std::abs(bare.red() - filmed.red()) <= 2);
    CHECK(std::abs(bare.blue() - filmed.blue()) <= 2);
}

TEST_CASE("MetalTakesACoatOverItsBrush")
{
    MaterialRecord metal = material(1, 0.5F, {0.8F, 0.5F, 0.1F});
    metal.anisotropy = 0.5F;
    const QImage bare = drawIn(oneLamp(), BoxPackage::ball(metal));
    metal.clearcoat = 1;
    metal.clearcoatRoughness = 0.1F;
    const QImage coated = drawIn(oneLamp(), BoxPackage::ball(metal));
    // A white glint on what the metal colours, and nothing beside it.
    CHECK(lightAt(coated, onBall(0)).z() > 2 * lightAt(bare, onBall(0)).z());
    CHECK((lightAt(coated, onBall(0.35)) - lightAt(bare, onBall(0.35))).length() <
          0.1F * lightAt(bare, onBall(0.35)).length());
}

TEST_CASE("GlassWithAVolumeKeepsTheColourOfItsCoating")
{
    MaterialRecord lens = material(0, 0.05F);
    lens.transmission = 1;
    lens.thickness = 0.02F;
    lens.attenuationDistance = 1;
    lens.specularColor = {4, 0.2F, 6};
    const BoxPackage ball = BoxPackage::ball(lens);
    stage::Still still = test::stillOf(ball);
    still.studio = evenLight().path();
    still.background = QStringLiteral("#101010");
    const auto image = test::draw(still);
    REQUIRE(image.has_value());
    const QColor middle = image->pixelColor(160, 130);
    INFO(middle.name().toStdString());
    CHECK(middle.red() > middle.green() + 20);
    CHECK(middle.blue() > middle.red());
}

TEST_CASE("CutsOutWhereTheAlphaIsBelowItsThreshold")
{
    MaterialRecord net = material(0, 0.8F);
    net.alphaMode = render::AlphaMode::Mask;
    net.baseColor[3] = 0.4F;
    const auto gone = test::draw(test::stillOf(BoxPackage(net)));
    REQUIRE_FALSE(gone.has_value());
    CHECK(gone.error().detail == "the product is not to be seen in the picture");
    net.alphaCutoff = 0.3F;
    CHECK(test::draw(test::stillOf(BoxPackage(net))).has_value());
}
