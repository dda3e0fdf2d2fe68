// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/Visit.h"
#include "tests/render/golden/GoldenPicture.h"
#include "tests/render/golden/Sample.h"
#include "tests/render/stage/Stills.h"

#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

using namespace vitrine;
using tests::Visit;

namespace {

/// What a shopper has done on the product's page before the picture is taken.
struct State {
    const char *name;
    void (*enter)(Visit &);
};

std::vector<State> states()
{
    return {
        {"viewer-rest", [](Visit &) {}},
        {"viewer-dusk", [](Visit &visit) { visit.theme()->setProperty("dark", true); }},
        {"viewer-bengali", [](Visit &visit) { visit.desk().shop.preferences()->setLanguage(QStringLiteral("bn")); }},
        {"viewer-marked", [](Visit &visit) { visit.item("stage")->setProperty("markedPart", 0); }},
        {"viewer-apart", [](Visit &visit) { visit.click("apartButton"); }},
        {"viewer-hotspots", [](Visit &visit) { visit.click("spotsButton"); }},
        {"viewer-hotspot-told",
         [](Visit &visit) {
             visit.click("spotsButton");
             visit.click("spotPin_0");
         }},
        {"viewer-sizes", [](Visit &visit) { visit.click("sizeButton"); }},
        {"viewer-variant", [](Visit &visit) { visit.item("stage")->setProperty("variant", "Blue"); }},
        {"viewer-animation",
         [](Visit &visit) {
             visit.click("moreButton"); // the strip has no room for it
             visit.click("animationButton_0");
         }},
    };
}

/// What is on the screen once nothing moves any more.
QImage settled(Visit &visit)
{
    REQUIRE(QTest::qWaitFor([&] { return visit.value("stage", "settled").toBool(); }, 30000));
    // Two pictures that are the same, one after the other: what fades is through.
    QImage last = visit.window()->grabWindow();
    REQUIRE(QTest::qWaitFor(
        [&] {
            QTest::qWait(100);
            const QImage next = visit.window()->grabWindow();
            return std::exchange(last, next) == next && visit.value("stage", "settled").toBool();
        },
        30000));
    return last.scaledToWidth(480, Qt::SmoothTransformation);
}

} // namespace

TEST_CASE("EachStateOfTheViewerLooksAsItDid")
{
    const State state = GENERATE(from_range(states()));
    DYNAMIC_SECTION(state.name)
    {
        const test::BakedSample product({.name = state.name,
                                         .material = R"("pbrMetallicRoughness":{"baseColorFactor":[0.5,0.06,0.02,1],)"
                                                     R"("metallicFactor":0,"roughnessFactor":0.25})",
                                         .variant = "Red",
                                         .isProduct = true});
        Visit visit;
        visit.desk().shop.preferences()->setKnowsHands(true); // a hand that moves is no golden picture
        visit.desk().shop.preferences()->setTurns(false);
        visit.theme()->setProperty("dark", false);
        visit.window()->resize(960, 640);
        visit.desk().open();
        visit.click("productCard_mug");
        REQUIRE(visit.waitFor("addToCartButton"));
        visit.desk().shop.product()->setModelSource(QUrl::fromLocalFile(QString::fromStdString(product.path())));
        REQUIRE(QTest::qWaitFor([&] { return visit.item("apartButton") != nullptr; }, 30000));
        state.enter(visit);
        QTest::mouseMove(visit.window(), QPoint(2, 2)); // Nothing is pointed at.
        test::checkGolden(QString::fromLatin1(state.name), settled(visit));
    }
}

TEST_CASE("EachStudioLooksAsItDid")
{
    const std::string studio =
        GENERATE(as<std::string>{}, "softbox", "gallery", "loft", "golden", "neon", "bazaar", "neutral");
    DYNAMIC_SECTION(studio)
    {
        render::MaterialRecord glaze;
        glaze.metallic = 0;
        glaze.roughness = 0.3F;
        glaze.baseColor = {0.5F, 0.5F, 0.48F, 1};
        const auto ball = test::BoxPackage::ball(glaze);
        stage::Still still = test::stillOf(ball);
        still.background.clear();
        still.studio = QString::fromStdString(studio);
        const auto image = test::draw(still);
        REQUIRE(image.has_value());
        test::checkGolden(QStringLiteral("studio-") + still.studio, *image);
    }
}
