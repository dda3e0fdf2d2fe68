// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/Visit.h"
#include "tests/render/golden/GoldenPicture.h"
#include "tests/render/golden/Sample.h"
#include "tests/render/stage/Stills.h"

#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

using namespace vitrine;
using test::Sample;
using tests::Visit;

namespace {

/// A tool of the strip; what it has no room for stands behind "more".
void use(Visit &visit, const char *tool)
{
    if (visit.item(tool) == nullptr)
        visit.click("moreButton");
    visit.click(tool);
}

/// Where the ball is: in the middle of what the panel leaves free.
QPoint onBall(Visit &visit, QPointF from = {})
{
    const QQuickItem *stage = visit.item("stage");
    const double free = stage->width() - stage->property("rightInset").toDouble();
    return stage->mapToScene(QPointF(free * (0.5 + from.x()), stage->height() * (0.45 + from.y()))).toPoint();
}

void tap(Visit &visit, QPointF from = {})
{
    QTest::mouseClick(visit.window(), Qt::LeftButton, {}, onBall(visit, from));
}

void moves(Visit &visit) { visit.desk().shop.preferences()->setMotion(qml::Preferences::FullMotion); }

void waitSettled(Visit &visit)
{
    REQUIRE(QTest::qWaitFor([&] { return visit.value("stage", "isStill").toBool(); }, 30000));
}

void measure(Visit &visit)
{
    use(visit, "sizeButton");
    tap(visit, {-0.08, 0});
    tap(visit, {0.08, 0.02});
    REQUIRE(visit.waitFor("size_between"));
}

/// What a shopper has done on the product's page before the picture is taken.
struct State {
    const char *name;
    void (*enter)(Visit &);
    bool isPointedAt = false; ///< The mouse stays where it is.
};

std::vector<State> states()
{
    return {
        {"viewer-rest", [](Visit &) {}},
        {"viewer-dusk", [](Visit &visit) { visit.theme()->setProperty("dark", true); }},
        {"viewer-bengali", [](Visit &visit) { visit.desk().shop.preferences()->setLanguage(QStringLiteral("bn")); }},
        {"viewer-studio",
         [](Visit &visit) {
             visit.click("studioButton");
             visit.click("studioOption_golden");
         }},
        {"viewer-near", [](Visit &visit) { QTest::mouseDClick(visit.window(), Qt::LeftButton, {}, onBall(visit)); }},
        {"viewer-turned",
         [](Visit &visit) {
             visit.item("stage")->forceActiveFocus(Qt::TabFocusReason);
             for (int i = 0; i < 4; ++i)
                 visit.key(Qt::Key_Left);
         }},
        {"viewer-marked", [](Visit &visit) { tap(visit); }},
        {"viewer-part-off",
         [](Visit &visit) {
             tap(visit);
             visit.click("partLift");
         }},
        {"viewer-apart", [](Visit &visit) { use(visit, "apartButton"); }},
        {"viewer-half-apart",
         [](Visit &visit) {
             use(visit, "apartButton");
             visit.click("apartSlider"); // in its middle
         }},
        {"viewer-dropped",
         [](Visit &visit) {
             moves(visit);
             use(visit, "dropButton");
             REQUIRE(QTest::qWaitFor(
                 [&] { return visit.value("stage", "motion").value<QObject *>()->property("fallen").toBool(); },
                 30000));
         }},
        {"viewer-hotspots", [](Visit &visit) { use(visit, "spotsButton"); }},
        {"viewer-hotspot-told",
         [](Visit &visit) {
             use(visit, "spotsButton");
             visit.click("spotPin_0");
         }},
        {"viewer-sizes", [](Visit &visit) { use(visit, "sizeButton"); }},
        {"viewer-measured", measure},
        {"viewer-inches",
         [](Visit &visit) {
             measure(visit);
             visit.click("size_between");
         }},
        {"viewer-magnified",
         [](Visit &visit) {
             use(visit, "magnifierButton");
             REQUIRE(visit.waitFor("magnifier"));
             QTest::mouseMove(visit.window(), onBall(visit, {0.17, -0.1})); // its edge, before the board
         },
         true},
        {"viewer-lamp",
         [](Visit &visit) {
             use(visit, "lampButton");
             REQUIRE(visit.waitFor("lampHandle"));
             visit.item("lampHandle")->forceActiveFocus(Qt::TabFocusReason);
             for (int i = 0; i < 4; ++i)
                 visit.key(Qt::Key_Right);
         }},
        {"viewer-variant", [](Visit &visit) { visit.click("variantOption_celadon"); }},
        {"viewer-animation", [](Visit &visit) { use(visit, "animationButton_0"); }},
        // Its shots have a lens, a glow and dark corners.
        {"viewer-film",
         [](Visit &visit) {
             use(visit, "filmButton");
             visit.click("filmOption_reveal");
             visit.click("filmScrubber"); // in its middle, where it stays
         }},
    };
}

/// What is on the screen once nothing moves any more.
QImage settled(Visit &visit, const char *stages = "stage")
{
    const auto rests = [&] { return visit.value(stages, "isStill").toBool(); };
    REQUIRE(QTest::qWaitFor(rests, 30000));
    // Two pictures that are the same, one after the other: what fades is through.
    QImage last = visit.window()->grabWindow();
    REQUIRE(QTest::qWaitFor(
        [&] {
            QTest::qWait(100);
            const QImage next = visit.window()->grabWindow();
            return std::exchange(last, next) == next && rests();
        },
        30000));
    return last.scaledToWidth(480, Qt::SmoothTransformation);
}

Sample ball(const char *material)
{
    return {.name = "product",
            .material = std::string(R"("pbrMetallicRoughness":{"metallicFactor":0,)") + material + "}",
            .variant = "indigo",
            .further = test::soldAsProduct};
}

constexpr const char *kIndigo = R"("baseColorFactor":[0.02,0.06,0.3,1],"roughnessFactor":0.25)";
constexpr const char *kBrick = R"("baseColorFactor":[0.4,0.08,0.04,1],"roughnessFactor":0.6)";

void prepare(Visit &visit)
{
    visit.desk().shop.preferences()->setKnowsHands(true); // a hand that moves is no golden picture
    visit.desk().shop.preferences()->setTurns(false);
    visit.theme()->setProperty("dark", false);
    visit.window()->resize(960, 640);
    visit.desk().open();
}

} // namespace

TEST_CASE("EachStateOfTheViewerLooksAsItDid")
{
    const State state = GENERATE(from_range(states()));
    DYNAMIC_SECTION(state.name)
    {
        const test::BakedSample product(ball(kIndigo));
        Visit visit;
        prepare(visit);
        visit.click("productCard_mug");
        REQUIRE(visit.waitFor("addToCartButton"));
        visit.desk().shop.product()->setModelSource(QUrl::fromLocalFile(QString::fromStdString(product.path())));
        REQUIRE(QTest::qWaitFor([&] { return visit.item("apartButton") != nullptr; }, 30000));
        waitSettled(visit);
        state.enter(visit);
        if (!state.isPointedAt)
            QTest::mouseMove(visit.window(), QPoint(2, 2)); // Nothing is pointed at.
        test::checkGolden(QString::fromLatin1(state.name), settled(visit));
    }
}

TEST_CASE("EachComparisonLooksAsItDid")
{
    struct Way {
        const char *name;
        const char *button;
    };
    const Way way = GENERATE(Way{"compare-beside", nullptr}, Way{"compare-real", "compareReal"},
                             Way{"compare-floor", "compareFloor"}, Way{"compare-ghost", "compareGhost"},
                             Way{"compare-wipe", "compareWipe"});
    DYNAMIC_SECTION(way.name)
    {
        const test::BakedSample one(ball(kIndigo));
        const test::BakedSample other(ball(kBrick));
        Visit visit;
        prepare(visit);
        REQUIRE(visit.waitFor("productCard_mug"));
        REQUIRE(visit.tabTo("productCard_mug"));
        visit.key(Qt::Key_C);
        visit.key(Qt::Key_Right);
        visit.key(Qt::Key_C);
        QTest::keyClick(visit.window(), Qt::Key_C, Qt::ShiftModifier);
        REQUIRE(visit.waitFor("compareTable"));
        auto *compare = visit.desk().shop.compare();
        REQUIRE(QTest::qWaitFor([&] { return compare->isShown(); }));
        compare->setModelSource("mug-model", QUrl::fromLocalFile(QString::fromStdString(one.path())));
        compare->setModelSource("kettle-model", QUrl::fromLocalFile(QString::fromStdString(other.path())));
        REQUIRE(QTest::qWaitFor([&] { return visit.value("compareStage_1", "revealed").toBool(); }, 30000));
        if (way.button != nullptr)
            visit.click(way.button);
        QTest::mouseMove(visit.window(), QPoint(2, 2));
        test::checkGolden(QString::fromLatin1(way.name), settled(visit, "compareStages"));
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
