// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/stage/Boxes.h"
#include "tests/render/stage/Stills.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>

using namespace vitrine;
using test::draw;
using test::silhouette;
using test::stillOf;

TEST_CASE("FramesTheProductByTheHouseRule")
{
    const test::BoxPackage box;
    stage::Still still = stillOf(box);
    still.background = QStringLiteral("transparent");
    const auto image = draw(still);
    REQUIRE(image.has_value());
    const QRect seen = silhouette(*image);
    CHECK(seen.height() >= 240 * 0.58);
    CHECK(seen.height() <= 240 * 0.66);
    CHECK(std::abs(seen.center().x() - 160) <= 2);
    CHECK(std::abs(seen.center().y() - 240 * 0.54) <= 3); // 4 % below the middle
}

TEST_CASE("StandsInTheMiddleHoweverFarAwayOrSmallItIs")
{
    const auto seenOf = [](const test::BoxPackage &box) {
        stage::Still still = stillOf(box);
        still.background = QStringLiteral("transparent");
        const auto image = draw(still);
        REQUIRE(image.has_value());
        return silhouette(*image);
    };
    const QRect near = seenOf(test::BoxPackage());
    // Ten times as large: at ten thousand kilometres single precision knows whole metres only.
    for (const QRect seen : {seenOf({10, 1e7F}), seenOf({1e-4F, 0})}) {
        CHECK(std::abs(seen.center().x() - near.center().x()) <= 1);
        CHECK(std::abs(seen.center().y() - near.center().y()) <= 1);
        CHECK(std::abs(seen.width() - near.width()) <= 2);
        CHECK(std::abs(seen.height() - near.height()) <= 2);
    }
}

TEST_CASE("TheFloorOfAGrainOfDustEndsAsSoftlyAsAnyOther")
{
    const auto edgeOf = [](const test::BoxPackage &box) {
        stage::Still still = stillOf(box);
        still.background.clear();
        const auto image = draw(still);
        REQUIRE(image.has_value());
        int steepest = 0;
        for (int y = 1; y < image->height(); ++y)
            for (const int x : {20, 60, 260, 300})
                steepest =
                    std::max(steepest, std::abs(image->pixelColor(x, y).value() - image->pixelColor(x, y - 1).value()));
        return steepest;
    };
    CHECK(edgeOf(test::BoxPackage()) <= 3);
    CHECK(edgeOf({1e-5F, 0}) <= 3);
}

TEST_CASE("StandsBeforeTheWallThatIsAskedFor")
{
    const test::BoxPackage box;
    stage::Still still = stillOf(box);
    still.background.clear();
    const auto dusk = draw(still);
    still.wall = {
        .top = QColor("#f4f0e8"), .bottom = QColor("#e6e2da"), .lamp = QColor("#fcfaf6"), .lampStrength = 0.7};
    const auto day = draw(still);
    REQUIRE(dusk.has_value());
    REQUIRE(day.has_value());
    CHECK(dusk->pixelColor(2, 2).lightness() < 60);
    CHECK(day->pixelColor(2, 2).lightness() > 200);
    CHECK(day->pixelColor(60, 230).lightness() > 180); // the floor follows the wall
}

TEST_CASE("ShowsTheVariantThatIsAskedFor")
{
    const test::BoxPackage box;
    stage::Still still = stillOf(box);
    const auto red = draw(still);
    still.variant = QStringLiteral("Blue");
    const auto blue = draw(still);
    REQUIRE(red.has_value());
    REQUIRE(blue.has_value());
    const QColor redMiddle = red->pixelColor(160, 130);
    const QColor blueMiddle = blue->pixelColor(160, 130);
    CHECK(redMiddle.red() > 2 * redMiddle.blue());
    CHECK(blueMiddle.blue() > 2 * blueMiddle.red());
    CHECK(red->pixelColor(3, 3) == QColor(Qt::white));
}

TEST_CASE("ShowsTheProductApartAndAnAnimationWhereItIsAskedFor")
{
    const test::BoxPackage box;
    stage::Still still = stillOf(box);
    still.background = QStringLiteral("transparent");
    still.fileCamera = 0; // which does not stand back
    const QRect whole = silhouette(*draw(still));
    still.apart = 1; // 0.3 m up, three quarters of its height
    const auto apart = draw(still);
    REQUIRE(apart.has_value());
    const QRect lifted = silhouette(*apart);
    CHECK(std::abs((whole.bottom() - lifted.bottom()) - 0.75 * whole.height()) <= 3);
    still.apart = 0;
    still.animation = 0;
    still.seconds = 0.5; // an eighth of a turn: √2 times as wide
    const QRect turned = silhouette(*draw(still));
    CHECK(std::abs(turned.width() - whole.width() * 1.414) <= 3);
    still.animation = 1;
    CHECK(core::describe(draw(still).error()) == "notFound at 1: the model has no such animation; it has Turn");
    still.animation = -1;
    CHECK(silhouette(*draw(still)) == whole);
}

TEST_CASE("LooksThroughTheCameraOfTheFile")
{
    const test::BoxPackage box;
    stage::Still still = stillOf(box);
    still.background = QStringLiteral("transparent");
    still.fileCamera = 0;
    const auto image = draw(still);
    REQUIRE(image.has_value());
    // 0.4 m high, its face 1.9 m away, under 40°: 0.4 / (2 · 1.9 · tan 20°) of the height; half as wide.
    const QRect seen = silhouette(*image);
    CHECK(std::abs(seen.height() - 240 * 0.2892) <= 2);
    CHECK(std::abs(seen.width() - 240 * 0.1446) <= 2);
    CHECK(std::abs(seen.center().y() - 120) <= 2);
}

TEST_CASE("ThrowsItsShadowOnlyAroundItsFoot")
{
    const test::BoxPackage box;
    stage::Still still = stillOf(box);
    const auto image = draw(still);
    REQUIRE(image.has_value());
    still.background = QStringLiteral("transparent");
    const auto cover = draw(still);
    REQUIRE(cover.has_value());
    const QRect seen = silhouette(*cover);
    int darkestAbove = 255;
    int darkestBelow = 255;
    for (int y = 0; y < image->height(); ++y) {
        for (int x = 0; x < image->width(); ++x) {
            if (qAlpha(cover->pixel(x, y)) > 215 || seen.adjusted(2, 2, -2, -12).contains(x, y))
                continue;
            int &darkest = y < seen.center().y() ? darkestAbove : darkestBelow;
            darkest = std::min(darkest, image->pixelColor(x, y).value());
        }
    }
    CHECK(darkestBelow < 190);
    CHECK(image->pixelColor(seen.right() + 3, seen.bottom() - 14).value() < 252);
    CHECK(image->pixelColor(seen.center().x(), seen.top() - 8) == QColor(Qt::white));
    CHECK(darkestAbove > darkestBelow);
}

TEST_CASE("ShowsThroughGlassOfAnyIndex")
{
    for (const float ior : {1.0F, 1.33F, 1.5F, 2.42F}) {
        render::MaterialRecord glass;
        glass.metallic = 0;
        glass.roughness = 0.3F;
        glass.transmission = 1;
        glass.ior = ior;
        const auto image = draw(stillOf(test::BoxPackage(glass)));
        REQUIRE(image.has_value());
        INFO("an index of " << ior << ": " << image->pixelColor(160, 130).name().toStdString());
        CHECK(image->pixelColor(160, 130).value() > 150);
    }
}

TEST_CASE("LeavesNothingOfTheSceneInACornerOfAPictureOfGlass")
{
    render::MaterialRecord glass;
    glass.metallic = 0;
    glass.transmission = 1;
    const test::BoxPackage box(glass);
    stage::Still still = stillOf(box);
    still.background.clear();
    const auto image = draw(still);
    REQUIRE(image.has_value());
    const int corner = image->pixelColor(0, 0).blue();
    const int beside = image->pixelColor(1, 1).blue();
    INFO(corner << " beside " << beside);
    CHECK(qAbs(corner - beside) <= 2);
}

TEST_CASE("CutsGlassOutSoThatWhateverComesBehindShowsThrough")
{
    render::MaterialRecord glass;
    glass.metallic = 0;
    glass.roughness = 0.1F;
    const auto coverOf = [&](float transmission) {
        glass.transmission = transmission;
        const test::BoxPackage box(glass);
        stage::Still still = stillOf(box);
        still.background = QStringLiteral("transparent");
        const auto image = draw(still);
        REQUIRE(image.has_value());
        CHECK(qAlpha(image->pixel(4, 4)) == 0);
        return qAlpha(image->pixel(160, 130));
    };
    CHECK(coverOf(1) < 130);
    CHECK(coverOf(0) == 255);
}

TEST_CASE("KeepsTheColourOfGlassThatIsCutOut")
{
    render::MaterialRecord honey;
    honey.metallic = 0;
    honey.roughness = 0;
    honey.transmission = 1;
    honey.baseColor = {1, 0.5F, 0.02F, 1};
    const test::BoxPackage box(honey);
    stage::Still still = stillOf(box);
    still.background = QStringLiteral("transparent");
    const auto image = draw(still);
    REQUIRE(image.has_value());
    const QColor seen = image->pixelColor(160, 130);
    INFO(seen.name(QColor::HexArgb).toStdString());
    CHECK(seen.red() > 180);
    CHECK(seen.red() > seen.blue() + 100);
}

TEST_CASE("SmoothsTheEdgesOfGlassBeforeWhite")
{
    // Along a dark block's slanting edge: the steps from it to the white are of all heights.
    const auto halfwayOf = [](float transmission) {
        render::MaterialRecord dark;
        dark.metallic = 0;
        dark.roughness = 0.5F;
        dark.baseColor = {0.02F, 0.02F, 0.02F, 1};
        dark.transmission = transmission;
        const test::BoxPackage box(dark);
        const auto image = draw(stillOf(box));
        REQUIRE(image.has_value());
        int halfway = 0;
        for (int y = 20; y < 150; ++y)
            for (int x = 1; x < image->width() - 1; ++x) {
                const int here = image->pixelColor(x, y).value();
                halfway += here > 90 && here < 190 && image->pixelColor(x - 1, y).value() > 240 ? 1 : 0;
            }
        return halfway;
    };
    const int opaque = halfwayOf(0);
    REQUIRE(opaque > 10);
    CHECK(halfwayOf(0.05F) > opaque / 2);
}

TEST_CASE("LeavesTheFloorOfTheProductItselfUnshaded")
{
    render::MaterialRecord even;
    even.baseColor = {0.2F, 0.2F, 0.2F, 1};
    even.unlit = 1;
    const test::BoxPackage room(even, true);
    stage::Still still = stillOf(room);
    still.orbit = {.yaw = -28, .pitch = 60, .distance = 0.5};
    const auto image = draw(still);
    REQUIRE(image.has_value());
    still.background = QStringLiteral("transparent");
    const auto cover = draw(still);
    REQUIRE(cover.has_value());
    int least = 255;
    int most = 0;
    for (int y = 0; y < image->height(); ++y)
        for (int x = 0; x < image->width(); ++x)
            if (qAlpha(cover->pixel(x, y)) == 255) {
                least = std::min(least, image->pixelColor(x, y).value());
                most = std::max(most, image->pixelColor(x, y).value());
            }
    CHECK(most > 60);
    CHECK(most - least <= 8);
}

TEST_CASE("KeepsTheColourUnderACoat")
{
    render::MaterialRecord paint;
    paint.metallic = 0;
    paint.roughness = 0.6F;
    paint.baseColor = {0.6F, 0.02F, 0.02F, 1};
    const auto bare = draw(stillOf(test::BoxPackage(paint)));
    paint.clearcoat = 1;
    paint.clearcoatRoughness = 0.1F;
    const auto coated = draw(stillOf(test::BoxPackage(paint)));
    REQUIRE(bare.has_value());
    REQUIRE(coated.has_value());
    // Both faces that are seen: the front at about 28°, the side at about 60°.
    for (const QPoint at : {QPoint(150, 130), QPoint(182, 130)}) {
        INFO(bare->pixelColor(at).name().toStdString()
             << " and coated " << coated->pixelColor(at).name().toStdString());
        CHECK(coated->pixelColor(at).red() > bare->pixelColor(at).red() - 12);
    }
}

TEST_CASE("TintsTheReflectionByItsSpecularColour")
{
    render::MaterialRecord lacquer;
    lacquer.metallic = 0;
    lacquer.roughness = 0.5F;
    lacquer.baseColor = {0, 0, 0, 1};
    lacquer.specularColor = {12, 6, 0};
    const auto image = draw(stillOf(test::BoxPackage(lacquer)));
    REQUIRE(image.has_value());
    const QColor middle = image->pixelColor(160, 130);
    INFO(middle.name().toStdString());
    CHECK(middle.red() > middle.green() + 15);
    CHECK(middle.green() > middle.blue() + 15);
}

TEST_CASE("AGreyCardReadsGreyInTheSoftBox")
{
    // The photographers' card sends back 18 % of the light: 118 in sRGB. Both faces lie in shade or light of the key.
    render::MaterialRecord card;
    card.metallic = 0;
    card.roughness = 1;
    card.baseColor = {0.18F, 0.18F, 0.18F, 1};
    const test::BoxPackage box(card);
    constexpr int kTolerance = 255 / 20;
    const auto seenFrom = [&](double yaw) {
        stage::Still still = stillOf(box);
        still.orbit = {.yaw = yaw, .pitch = 8, .distance = 1};
        const auto image = draw(still);
        REQUIRE(image.has_value());
        const QColor seen = image->pixelColor(160, 130);
        INFO("from " << yaw << ": " << seen.name().toStdString());
        const auto [low, high] = std::minmax({seen.red(), seen.green(), seen.blue()});
        CHECK(high - low <= kTolerance);
        return seen;
    };
    seenFrom(0);
    const QColor lit = seenFrom(-80);
    for (const int channel : {lit.red(), lit.green(), lit.blue()})
        CHECK(std::abs(channel - 118) <= kTolerance);
}

TEST_CASE("EveryStudioLightsTheProductBeforeAPlaceOfItsOwn")
{
    render::MaterialRecord white;
    white.metallic = 0;
    white.roughness = 0.6F;
    white.baseColor = {0.9F, 0.9F, 0.9F, 1};
    const test::BoxPackage box(white);
    std::vector<QImage> images;
    for (const char *studio : {"softbox", "gallery", "loft", "golden", "neon", "bazaar"}) {
        INFO(studio);
        stage::Still still = stillOf(box);
        still.background.clear();
        still.studio = QString::fromLatin1(studio);
        const auto image = draw(still);
        REQUIRE(image.has_value());
        const QColor lit = image->pixelColor(135, 130); // the side towards the key
        CHECK(lit.value() > 120);
        CHECK(lit.value() < 255);
        for (const QImage &other : images)
            CHECK(image->pixel(4, 200) != other.pixel(4, 200));
        images.push_back(*image);
    }
}

TEST_CASE("ThePlaceBehindTurnsWithTheCamera")
{
    const test::BoxPackage box;
    stage::Still still = stillOf(box);
    still.background.clear();
    still.studio = QStringLiteral("gallery");
    const auto first = draw(still);
    still.orbit.yaw += 4;
    const auto turned = draw(still);
    REQUIRE(first.has_value());
    REQUIRE(turned.has_value());
    // The picture is 39.5° wide (29° upright at 4:3). A camera that goes to the right looks further to the left: what
    // is behind wanders to the right.
    const int shift = static_cast<int>(std::lround(320 * 4 / 39.5));
    const auto difference = [&](int by) {
        int sum = 0;
        for (int x = 40; x < 100; ++x)
            for (int y = 4; y < 50; ++y)
                sum += std::abs(first->pixelColor(x, y).value() - turned->pixelColor(x + by, y).value());
        return sum;
    };
    CHECK(difference(shift) < difference(0) / 2);
    CHECK(difference(shift) < difference(-shift) / 2);
}

TEST_CASE("ALowKeyThrowsAShadowAlongTheGround")
{
    const test::BoxPackage box;
    stage::Still still = stillOf(box);
    still.studio = QStringLiteral("golden"); // its sun stands at the left
    const auto image = draw(still);
    REQUIRE(image.has_value());
    const auto lightBeside = [&](int from) {
        int sum = 0;
        for (int x = from; x < from + 60; ++x)
            for (int y = 160; y < 230; ++y)
                sum += image->pixelColor(x, y).value();
        return sum / (60.0 * 70);
    };
    CHECK(lightBeside(210) < lightBeside(50) - 15);
}

TEST_CASE("FillsTheBackdropWhereNoColourIsGiven")
{
    const test::BoxPackage box;
    stage::Still still = stillOf(box);
    still.background.clear();
    const auto image = draw(still);
    REQUIRE(image.has_value());
    CHECK(image->pixelColor(2, 2).lightness() < 60);
    CHECK(image->pixelColor(2, 2).lightness() > 4);
}

TEST_CASE("AShadowFadesBeforeACutOutPictureEnds")
{
    const test::BoxPackage box;
    stage::Still still = stillOf(box);
    still.background = QStringLiteral("transparent");
    still.size = {120, 240}; // so narrow that the shadow is wider
    still.orbit.distance = 0.8;
    const auto image = draw(still);
    REQUIRE(image.has_value());
    int atEdge = 0;
    int within = 0;
    for (int y = 0; y < image->height(); ++y) {
        atEdge = std::max({atEdge, qAlpha(image->pixel(0, y)), qAlpha(image->pixel(119, y))});
        within = std::max(within, qAlpha(image->pixel(12, y)));
    }
    CHECK(atEdge == 0);
    CHECK(within > 20);
}

TEST_CASE("RefusesAPictureWithoutTheProduct")
{
    const test::BoxPackage box;
    stage::Still still = stillOf(box);
    still.orbit.distance = 0.05; // inside of the block, which shows no inner sides
    const auto image = draw(still);
    REQUIRE_FALSE(image.has_value());
    CHECK(image.error().detail == "the product is not to be seen in the picture");
}

TEST_CASE("RefusesAPictureOfTheFloorAlone")
{
    render::MaterialRecord air;
    air.baseColor = {1, 1, 1, 0};
    air.alphaMode = render::AlphaMode::Blend;
    const test::BoxPackage box(air);
    stage::Still still = stillOf(box);
    still.background.clear();
    const auto image = draw(still);
    REQUIRE_FALSE(image.has_value());
    CHECK(core::describe(image.error()).starts_with("invalidArgument at "));
    CHECK(image.error().detail == "the product is not to be seen in the picture");
}

TEST_CASE("NamesWhatItCannotDraw")
{
    const test::BoxPackage box;
    stage::Still still = stillOf(box);
    SECTION("a variant")
    {
        still.variant = QStringLiteral("Green");
        CHECK(core::describe(draw(still).error()) ==
              "notFound at Green: the model has no such variant; it has Red, Blue");
    }
    SECTION("a camera")
    {
        still.fileCamera = 1;
        CHECK(core::describe(draw(still).error()) == "notFound at 1: the model has no such camera; it has Front");
    }
    SECTION("a studio")
    {
        still.studio = QStringLiteral("nowhere");
        CHECK(core::describe(draw(still).error()) ==
              "notFound at nowhere: no light studio of this name is installed; there are bazaar, gallery, golden, "
              "loft, neon, neutral, softbox");
    }
    SECTION("a file that is no package")
    {
        still.package += QStringLiteral(".broken");
        std::ofstream(still.package.toStdString())
            << "not a package, but long enough to hold a header of sixty-four bytes";
        CHECK(draw(still).error().code == core::ErrorCode::Malformed);
        std::filesystem::remove(still.package.toStdString());
    }
}
