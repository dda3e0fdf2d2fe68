// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/ToneMapping.h"
#include "tests/render/import/ShapeMaker.h"
#include "tests/render/stage/Stills.h"
#include "tests/support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <fstream>

using namespace vitrine;
using Catch::Matchers::WithinAbs;
using test::Model;

namespace {

/// A model as the shop shows it: imported, baked, drawn.
class Shown
{
public:
    explicit Shown(const Model &model)
    {
        const auto baked = test::bake(model.glb());
        INFO(baked.fault);
        REQUIRE(baked.fault.empty());
        const auto path = m_folder.path() / "model.vpk";
        std::ofstream(path, std::ios::binary)
            .write(reinterpret_cast<const char *>(baked.bytes.data()),
                   static_cast<std::streamsize>(baked.bytes.size()));
        m_still.package = QString::fromStdString(path.string());
        m_still.size = {320, 240};
        m_still.background = QStringLiteral("transparent");
        m_still.orbit = {.yaw = 0, .pitch = 0, .distance = 1};
    }
    stage::Still &still() { return m_still; }
    QImage at(double seconds, int animation = 0)
    {
        m_still.animation = animation;
        m_still.seconds = seconds;
        return picture();
    }
    QImage picture() const
    {
        const auto image = test::draw(m_still);
        INFO((image ? std::string() : core::describe(image.error())));
        REQUIRE(image.has_value());
        return *image;
    }

private:
    test::TemporaryFolder m_folder;
    stage::Still m_still;
};

/// Light in the middle of the picture, in linear parts of one.
double lightAt(const QImage &image, QPoint at)
{
    return render::decodeSrgb(static_cast<float>(image.pixelColor(at).greenF()));
}

/// A white, matt wall of 2 m, facing +Z, and a light 1 m in front of its middle. `rest` may follow.
Model wall(const std::string &light, const std::string &place = R"("translation":[0,0,1])")
{
    Model model;
    model.add(std::vector<float>{-1, -1, 0, 1, -1, 0, -1, 1, 0, 1, 1, 0}, test::kFloats + R"(4,"type":"VEC3")");
    model.add(std::vector<std::uint16_t>{0, 1, 2, 2, 1, 3}, R"("componentType":5123,"count":6,"type":"SCALAR")");
    model.attributes = R"("POSITION":2)";
    model.primitive = R"("indices":3,"material":0)";
    model.nodes = R"({"mesh":0})";
    model.rest = R"(,"materials":[{"pbrMetallicRoughness":{"metallicFactor":0,"baseColorFactor":[0.2,0.2,0.2,1]}}])";
    if (!light.empty()) {
        model.nodes += "," + std::string("{") + place + R"(,"extensions":{"KHR_lights_punctual":{"light":0}}})";
        model.scenes = R"({"nodes":[0,1]})";
        model.rest += R"(,"extensions":{"KHR_lights_punctual":{"lights":[)" + light + "]}}";
    }
    return model;
}

QImage lit(const std::string &light, const std::string &place = R"("translation":[0,0,1])")
{
    Shown shown(wall(light, place));
    shown.still().background = QStringLiteral("#000000");
    return shown.picture();
}

constexpr QPoint kMiddle(160, 130);

} // namespace

TEST_CASE("ASkinBendsWithItsJointsAndTheCameraMakesRoom")
{
    Shown flag(test::flag());
    const QRect still = test::silhouette(flag.picture());
    CHECK_THAT(static_cast<double>(still.width()) / still.height(), WithinAbs(0.5, 0.02));
    // At the end the upper corners are 3 m further: a parallelogram 4 m wide and 2 m high.
    const QImage end = flag.at(2);
    const QRect bent = test::silhouette(end);
    CHECK_THAT(static_cast<double>(bent.width()) / bent.height(), WithinAbs(2, 0.05));
    CHECK(bent.left() > 4);
    CHECK(bent.right() < 316);
    CHECK(qAlpha(end.pixel(bent.left() + bent.width() / 5, bent.bottom() - 3)) > 230); // its foot is where it was
    CHECK(qAlpha(end.pixel(bent.left() + bent.width() / 5, bent.top() + 3)) < 60);
    CHECK(test::silhouette(flag.at(0)).width() < bent.width());
    flag.still().animation = -1;
    CHECK(test::silhouette(flag.picture()) == still);
}

TEST_CASE("AnAnimationIsFoundByItsName")
{
    Shown flag(test::flag());
    const QImage byNumber = flag.at(1);
    flag.still().animation = -1;
    flag.still().animationName = QStringLiteral("wave");
    CHECK(flag.picture() == byNumber);
    flag.still().animationName = QStringLiteral("sink");
    CHECK(core::describe(test::draw(flag.still()).error()) ==
          "notFound at sink: the model has no such animation; it has wave");
}

TEST_CASE("MorphTargetsGrowHoweverManyThereAre")
{
    for (const int targets : {1, 20}) {
        Shown grower(test::grower(targets));
        const QRect half = test::silhouette(grower.at(0.5));
        const QRect whole = test::silhouette(grower.at(1));
        CHECK_THAT(static_cast<double>(half.width()) / half.height(), WithinAbs(1.25, 0.03));
        CHECK_THAT(static_cast<double>(whole.width()) / whole.height(), WithinAbs(1.5, 0.03));
    }
}

TEST_CASE("InstancesStandWhereTheyAreSaidTo")
{
    Model model;
    model.add(std::vector<float>{0, 0, 0, 3, 0, 0, 6, 0, 0}, test::kFloats + R"(3,"type":"VEC3")");
    model.nodes = R"({"mesh":0,"extensions":{"EXT_mesh_gpu_instancing":{"attributes":{"TRANSLATION":2}}}})";
    Shown row(model);
    const QImage image = row.picture();
    const QRect seen = test::silhouette(image);
    // Triangles of 1 m with 2 m between them.
    const auto isCovered = [&](int x) { return x >= 0 && qAlpha(image.pixel(x, seen.bottom() - 2)) > 128; };
    int begun = 0;
    for (int x = 0; x < image.width(); ++x)
        begun += isCovered(x) && !isCovered(x - 1) ? 1 : 0;
    CHECK(begun == 3);
}

TEST_CASE("AModelsLightsShineBesideTheStudios")
{
    const double studio = lightAt(lit(""), kMiddle);
    // A candela at 1 m is a lux; 0.2 of it comes back, through pi. The studio's exposure is for all.
    const double weak = lightAt(lit(R"({"type":"point","intensity":0.5})"), kMiddle) - studio;
    const double strong = lightAt(lit(R"({"type":"point","intensity":1})"), kMiddle) - studio;
    CHECK(weak > 0.01);
    CHECK_THAT(strong / weak, WithinAbs(2, 0.15));
    const double far = lightAt(lit(R"({"type":"point","intensity":4})", R"("translation":[0,0,2])"), kMiddle) - studio;
    CHECK_THAT(far / strong, WithinAbs(1, 0.1));
    const double sun = lightAt(lit(R"({"type":"directional","intensity":1})"), kMiddle) - studio;
    CHECK_THAT(sun / strong, WithinAbs(1, 0.1));
    // One of a factory's watts does not burn the picture out.
    CHECK(lightAt(lit(R"({"type":"point","intensity":54351})"), kMiddle) < 0.75);
}

TEST_CASE("WhatHasColoursThrowsItsShadowOnWhatHasThem")
{
    const auto scene = [](const std::string &nodes) {
        Model model;
        const std::string colors = test::kFloats + R"(4,"type":"VEC4")";
        model.add(std::vector<float>{-1, 0, -1, 1, 0, -1, -1, 0, 1, 1, 0, 1}, test::kFloats + R"(4,"type":"VEC3")");
        model.add(std::vector<float>(16, 0.5F), colors);
        model.add(std::vector<std::uint16_t>{0, 2, 1, 1, 2, 3}, R"("componentType":5123,"count":6,"type":"SCALAR")");
        model.attributes = R"("POSITION":2,"COLOR_0":3)";
        model.primitive = R"("indices":4,"material":0)";
        model.nodes = R"({"mesh":0})" + nodes;
        model.scenes = nodes.empty() ? R"({"nodes":[0]})" : R"({"nodes":[0,1]})";
        model.rest = R"(,"materials":[{"doubleSided":true,"pbrMetallicRoughness":{"metallicFactor":0}}])";
        Shown shown(model);
        shown.still().fine = true;
        shown.still().background = QStringLiteral("#000000");
        shown.still().orbit = {.yaw = 0, .pitch = 50, .distance = 1};
        return shown.picture();
    };
    const QImage bare = scene("");
    const QImage covered = scene(R"(,{"mesh":0,"scale":[0.3,1,0.3],"translation":[0,0.3,0]})");
    int shaded = 0;
    for (int y = 60; y < 200; ++y)
        for (int x = 80; x < 240; ++x)
            shaded += lightAt(covered, {x, y}) < 0.9 * lightAt(bare, {x, y}) ? 1 : 0;
    CHECK(shaded > 500);
}

TEST_CASE("ASpotShinesWithinItsCone")
{
    const QImage dark = lit("");
    const QImage spot = lit(R"({"type":"spot","intensity":3,"spot":{"innerConeAngle":0.25,"outerConeAngle":0.3}})");
    // The wall is 2 m, 149 pixels high; the cone's foot has a radius of tan 0.3 = 0.31 m.
    const auto gain = [&](double metres) {
        const QPoint at(160 + static_cast<int>(metres * 74), 130);
        return lightAt(spot, at) - lightAt(dark, at);
    };
    CHECK(gain(0) > 0.05);
    CHECK(gain(0.22) > 0.04);
    CHECK(gain(0.36) < 0.005);
}

TEST_CASE("APointerChangesColoursLightsAndTheLens")
{
    Model painted = test::grower();
    painted.rest = painted.rest.substr(0, painted.rest.find(R"(,"animations")"));
    painted.add(std::vector<float>{1, 0, 0, 1, 0, 0, 1, 1}, test::kFloats + R"(2,"type":"VEC4")");
    painted.rest += R"(,"animations":[{"channels":[{"sampler":0,"target":{"path":"pointer","extensions":)"
                    R"({"KHR_animation_pointer":{"pointer":"/materials/0/pbrMetallicRoughness/baseColorFactor"}}}}],)"
                    R"("samplers":[{"input":5,"output":7}]}])";
    Shown paint(painted);
    const QColor before = paint.at(0).pixelColor(kMiddle);
    const QColor after = paint.at(1).pixelColor(kMiddle);
    CHECK(before.red() > 2 * before.blue());
    CHECK(after.blue() > 2 * after.red());
    paint.still().animation = -1;
    CHECK(paint.picture().pixelColor(kMiddle) == before);

    Model lamp = wall(R"({"type":"point","intensity":1})");
    lamp.add(std::vector<float>{0, 1}, test::kFloats + R"(2,"type":"SCALAR")");
    lamp.add(std::vector<float>{0, 3}, test::kFloats + R"(2,"type":"SCALAR")");
    lamp.rest += R"(,"animations":[{"channels":[{"sampler":0,"target":{"path":"pointer","extensions":)"
                 R"({"KHR_animation_pointer":{"pointer":"/extensions/KHR_lights_punctual/lights/0/intensity"}}}}],)"
                 R"("samplers":[{"input":4,"output":5}]}])";
    Shown shining(lamp);
    shining.still().background = QStringLiteral("#000000");
    CHECK(lightAt(shining.at(1), kMiddle) > lightAt(shining.at(0), kMiddle) + 0.1);
}

TEST_CASE("ACameraOfTheFileMovesWithItsNodeAndItsLens")
{
    Model model = test::grower();
    model.rest = model.rest.substr(0, model.rest.find(R"(,"animations")"));
    model.nodes = R"({"mesh":0},{"name":"dolly","camera":0,"translation":[0,0,4]},{"camera":1,"translation":[0,0,4]})";
    model.scenes = R"({"nodes":[0,1,2]})";
    model.add(std::vector<float>{0, 0, 4, 0, 0, 8}, test::kFloats + R"(2,"type":"VEC3")");
    model.rest += R"(,"cameras":[{"name":"close","type":"perspective","perspective":{"yfov":0.5,"znear":0.1}},)"
                  R"({"name":"plan","type":"orthographic","orthographic":{"xmag":2,"ymag":2,"znear":0.1,"zfar":10}}],)"
                  R"("animations":[{"name":"away","channels":[{"sampler":0,"target":{"node":1,"path":"translation"}}],)"
                  R"("samplers":[{"input":5,"output":7}]}])";
    Shown shown(model);
    shown.still().fileCameraName = QStringLiteral("close");
    const int near = test::silhouette(shown.at(0)).height();
    const int far = test::silhouette(shown.at(1)).height();
    CHECK_THAT(near, WithinAbs(240 / (2 * 4 * 0.25534), 2));
    CHECK_THAT(far, WithinAbs(near / 2.0, 2));
    shown.still().animation = -1;
    shown.still().fileCameraName = QStringLiteral("plan");
    CHECK_THAT(test::silhouette(shown.picture()).height(), WithinAbs(60, 2)); // 1 m of 4
    shown.still().fileCameraName = QStringLiteral("none");
    CHECK(core::describe(test::draw(shown.still()).error()) ==
          "notFound at none: the model has no such camera; it has close, plan");
}

namespace {

/// A square of 1 m that faces +Z and shows what `material` says, unlit, with a texture of red and green halves. By
/// TEXCOORD_0 all of it is red, by TEXCOORD_1 green. `colour` is that of its corners.
Model card(const std::string &material, std::array<float, 4> colour = {1, 1, 1, 1})
{
    Model model;
    const auto four = [](std::vector<float> one) {
        std::vector<float> all;
        for (int i = 0; i < 4; ++i)
            all.insert(all.end(), one.begin(), one.end());
        return all;
    };
    model.add(std::vector<float>{-0.5F, -0.5F, 0, 0.5F, -0.5F, 0, -0.5F, 0.5F, 0, 0.5F, 0.5F, 0},
              test::kFloats + R"(4,"type":"VEC3")");
    model.add(std::vector<std::uint16_t>{0, 1, 2, 2, 1, 3}, R"("componentType":5123,"count":6,"type":"SCALAR")");
    model.add(four({0.2F, 0.5F}), test::kFloats + R"(4,"type":"VEC2")");
    model.add(four({0.8F, 0.5F}), test::kFloats + R"(4,"type":"VEC2")");
    model.add(four({colour[0], colour[1], colour[2], colour[3]}), test::kFloats + R"(4,"type":"VEC4")");
    const auto picture = test::pngRow({{255, 0, 0, 255}, {255, 0, 0, 255}, {0, 255, 0, 255}, {0, 255, 0, 255}});
    model.addView(model.buffer.add(picture), picture.size());
    model.attributes = R"("POSITION":2,"TEXCOORD_0":4,"TEXCOORD_1":5,"COLOR_0":6)";
    model.primitive = R"("indices":3,"material":0)";
    model.rest = R"(,"images":[{"bufferView":7,"mimeType":"image/png"}],"textures":[{"source":0}],)"
                 R"("materials":[{"extensions":{"KHR_materials_unlit":{}},)" +
                 material + "}]";
    return model;
}

QColor shownBy(const std::string &material, std::array<float, 4> colour = {1, 1, 1, 1})
{
    Shown shown(card(material, colour));
    shown.still().background = QStringLiteral("#000000");
    return shown.picture().pixelColor(kMiddle);
}

} // namespace

TEST_CASE("CornersTintTheSurface")
{
    const QColor plain = shownBy(R"("pbrMetallicRoughness":{})");
    CHECK(plain.red() > 200);
    const QColor green = shownBy(R"("pbrMetallicRoughness":{})", {0, 1, 0, 1});
    CHECK(green.green() > 200);
    CHECK(green.red() < green.green() / 3); // what it reflects is white
}

TEST_CASE("ATextureIsReadByItsSetAndItsPlace")
{
    const auto textured = [](const std::string &more) {
        return shownBy(R"("pbrMetallicRoughness":{"baseColorTexture":{"index":0)" + more + "}}");
    };
    CHECK(textured("").red() > 4 * textured("").green());
    const QColor second = textured(R"(,"texCoord":1)");
    CHECK(second.green() > 4 * second.red());
    const QColor moved = textured(R"(,"extensions":{"KHR_texture_transform":{"offset":[0.5,0]}})");
    CHECK(moved.green() > 4 * moved.red());
    const QColor again = textured(R"(,"extensions":{"KHR_texture_transform":{"offset":[0.5,0],"texCoord":1}})");
    CHECK(again.red() > 4 * again.green());
}

TEST_CASE("AlphaIsBlendedCutOrLeftAlone")
{
    const auto alpha = [](const std::string &mode) {
        return shownBy(R"("alphaMode":")" + mode + R"(","pbrMetallicRoughness":{"baseColorFactor":[1,1,1,0.4]})").red();
    };
    const int opaque = alpha("OPAQUE");
    CHECK(opaque > 200);
    CHECK(alpha("BLEND") < opaque * 0.8);
    CHECK(alpha("BLEND") > opaque * 0.2);
    Shown cut(card(R"("alphaMode":"MASK","pbrMetallicRoughness":{"baseColorFactor":[1,1,1,0.4]})"));
    CHECK(core::describe(test::draw(cut.still()).error()).contains("the product is not to be seen"));
}

TEST_CASE("OneSideOrBothAreShown")
{
    const auto fromBehind = [](const std::string &material) {
        Shown shown(card(material));
        shown.still().orbit.yaw = 180;
        return test::draw(shown.still()).has_value();
    };
    CHECK_FALSE(fromBehind(R"("doubleSided":false)"));
    CHECK(fromBehind(R"("doubleSided":true)"));
}

TEST_CASE("DispersionSpreadsTheColoursOfWhatIsBehind")
{
    // A white bar behind a thick pane that bends towards the right.
    const auto fringe = [](const std::string &dispersion) {
        Model model;
        model.add(std::vector<float>{-1, -1, 0, 1, -1, 0, -1, 1, 0, 1, 1, 0}, test::kFloats + R"(4,"type":"VEC3")");
        model.add(std::vector<std::uint16_t>{0, 1, 2, 2, 1, 3}, R"("componentType":5123,"count":6,"type":"SCALAR")");
        model.add(std::vector<float>{0.6F, 0, 0.8F, 0.6F, 0, 0.8F, 0.6F, 0, 0.8F, 0.6F, 0, 0.8F},
                  test::kFloats + R"(4,"type":"VEC3")");
        model.add(std::vector<float>{-0.2F, -1, 0, 0.2F, -1, 0, -0.2F, 1, 0, 0.2F, 1, 0},
                  test::kFloats + R"(4,"type":"VEC3")");
        model.meshes = R"({"primitives":[{"attributes":{"POSITION":2,"NORMAL":4},"indices":3,"material":0}]},)"
                       R"({"primitives":[{"attributes":{"POSITION":5},"indices":3,"material":1}]})";
        model.nodes = R"({"mesh":0,"translation":[0,0,0.5]},{"mesh":1})";
        model.scenes = R"({"nodes":[0,1]})";
        model.rest = R"(,"materials":[{"pbrMetallicRoughness":{"metallicFactor":0,"roughnessFactor":0},"extensions":)"
                     R"({"KHR_materials_transmission":{"transmissionFactor":1},"KHR_materials_volume":)"
                     R"({"thicknessFactor":0.7},"KHR_materials_ior":{"ior":1.5})" +
                     dispersion +
                     R"(}},{"emissiveFactor":[1,1,1],"pbrMetallicRoughness":{"baseColorFactor":[0,0,0,1]}}])";
        Shown shown(model);
        shown.still().background = QStringLiteral("#000000");
        const QImage image = shown.picture();
        int most = 0;
        for (int x = 40; x < 280; ++x) {
            const QColor colour = image.pixelColor(x, 120);
            most = std::max(most, std::abs(colour.red() - colour.blue()));
        }
        return most;
    };
    CHECK(fringe("") < 12);
    CHECK(fringe(R"(,"KHR_materials_dispersion":{"dispersion":5})") > 60);
}
