// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/StagePad.h"
#include "tests/qml/Visit.h"

#include <atomic>
#include <cmath>
#include <memory>

using namespace vitrine;
using namespace vitrine::tests;

namespace {

/// Where the block stands, in the middle of what the panel leaves free.
/// `above`: so far above its middle, in parts of the free height.
QPoint onProduct(Visit &visit, double above = 0)
{
    QQuickItem *stage = visit.item("stage");
    REQUIRE(stage != nullptr);
    const double free = stage->width() - stage->property("rightInset").toDouble();
    const double top = stage->property("topInset").toDouble();
    const double bottom = stage->height() - stage->property("bottomInset").toDouble();
    return stage->mapToScene(QPointF(free / 2, top + (bottom - top) * (0.54 + above))).toPoint();
}

void touchProduct(Visit &visit, double above = 0)
{
    QTest::mouseClick(visit.window(), Qt::LeftButton, {}, onProduct(visit, above));
}

/// True once a whole second has passed without a frame.
bool rests(Visit &visit)
{
    std::atomic<int> frames = 0;
    const auto counting = QObject::connect(
        visit.window(), &QQuickWindow::afterRendering, visit.window(), [&] { ++frames; }, Qt::DirectConnection);
    bool isStill = false;
    for (int tries = 0; tries < 20 && !isStill; ++tries) {
        const int before = frames;
        QTest::qWait(1000);
        isStill = frames == before;
    }
    QObject::disconnect(counting);
    return isStill;
}

} // namespace

TEST_CASE("APartThatIsTouchedSaysWhatItIsAndComesOff")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "apartButton"));
    CHECK(visit.item("partCard") == nullptr);
    touchProduct(visit);
    REQUIRE(visit.waitFor("partCard"));
    CHECK(visit.value("partName", "text") == "Block");
    CHECK(visit.value("partMaterial", "text") == "Clay");
    CHECK(visit.value("partPrice", "figure") == "450");
    CHECK(visit.value("stage", "markedPart") == 0);

    visit.click("partLift");
    CHECK(visit.value("partLift", "text") == "Put back");
    visit.click("languageButton");
    CHECK(visit.value("partName", "text") == QStringLiteral("খণ্ড"));
    visit.click("partClose");
    CHECK(visit.waitGone("partCard"));
    CHECK(visit.value("stage", "markedPart") == -1);

    visit.click("resetViewButton");
    REQUIRE(visit.waitValue("stage", "isStill", true));
    const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    QTest::touchEvent(visit.window(), screen.get()).press(1, onProduct(visit));
    QTest::touchEvent(visit.window(), screen.get()).release(1, onProduct(visit));
    CHECK(visit.waitFor("partCard"));
}

TEST_CASE("PartsAreReachedByKeyboard")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "apartButton"));
    touchProduct(visit);
    REQUIRE(visit.waitFor("partCard"));
    visit.key(Qt::Key_Escape);
    CHECK(visit.waitGone("partCard"));
    visit.key(Qt::Key_Period);
    CHECK(visit.waitFor("partCard"));
    visit.key(Qt::Key_Escape);
    CHECK(visit.waitGone("partCard"));
    CHECK(visit.item("apartSlider") == nullptr);
    visit.key(Qt::Key_E);
    CHECK(visit.waitFor("apartSlider"));
}

TEST_CASE("TheProductComesApartByASliderAndTheCameraStandsBack")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "apartButton"));
    const auto view = [&] { return visit.value("stage", "viewWords").toString(); };
    CHECK(visit.item("apartSlider") == nullptr);
    CHECK(visit.value("apartButton", "text") == "Take apart");
    visit.click("apartButton");
    REQUIRE(visit.waitFor("apartSlider"));
    CHECK(visit.value("apartSlider", "value").toDouble() == 1);
    CHECK(visit.value("apartButton", "text") == "Put together");
    REQUIRE(visit.tabTo("apartSlider"));
    visit.key(Qt::Key_Left);
    CHECK(std::abs(visit.value("apartSlider", "value").toDouble() - 0.95) < 1e-6);
    for (int i = 0; i < 19; ++i)
        visit.key(Qt::Key_Left);
    CHECK(visit.waitGone("apartSlider"));
    CHECK(visit.value("apartButton", "text") == "Take apart");
    CHECK_FALSE(view().isEmpty());
}

TEST_CASE("TheSliderStaysUnderTheHandThatPutsTheProductTogether")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "apartButton"));
    visit.click("apartButton");
    REQUIRE(visit.waitFor("apartSlider"));
    const QQuickItem *slider = visit.item("apartSlider");
    const auto at = [&](double share) {
        return slider->mapToScene(QPointF(slider->width() * share, slider->height() / 2)).toPoint();
    };
    const auto side = [&] { return visit.value("stage", "viewWords").toString().section(' ', 0, 1); };
    const QString before = side();
    QTest::mousePress(visit.window(), Qt::LeftButton, {}, at(0.95));
    for (const double share : {0.5, 0.0, -0.2, -0.4}) {
        QTest::mouseMove(visit.window(), at(share));
        CHECK(visit.item("apartSlider") == slider);
    }
    CHECK(visit.value("apartSlider", "value").toDouble() == 0);
    QTest::mouseMove(visit.window(), at(0.5));
    CHECK(visit.value("apartSlider", "value").toDouble() > 0.3);
    QTest::mouseMove(visit.window(), at(-0.4));
    QTest::mouseRelease(visit.window(), Qt::LeftButton, {}, at(-0.4));
    CHECK(visit.waitGone("apartSlider"));
    CHECK(side() == before);
}

TEST_CASE("ADetailIsShownWhereTheProductDoesNotHideIt")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "spotsButton"));
    visit.click("spotsButton");
    REQUIRE(visit.waitFor("spotPin_0"));
    CHECK(visit.item("spotPin_1") == nullptr); // at the back
    CHECK(visit.item("spotTitle_0") == nullptr);
    visit.click("spotPin_0");
    REQUIRE(visit.waitFor("spotTitle_0"));
    CHECK(visit.value("spotTitle_0", "text") == "Front");

    touchProduct(visit); // beside the pin's middle or not, the keys now turn the product
    visit.item("stage")->forceActiveFocus(Qt::TabFocusReason);
    for (int i = 0; i < 12; ++i)
        visit.key(Qt::Key_Right);
    CHECK(visit.waitFor("spotPin_1"));
    CHECK(visit.waitGone("spotPin_0"));
}

TEST_CASE("ItsSizeIsToldInCentimetresAndInInches")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "sizeButton"));
    visit.click("sizeButton");
    REQUIRE(visit.waitFor("size_height"));
    CHECK(visit.value("size_height", "text") == QStringLiteral("40\u00a0cm"));
    CHECK(visit.value("size_width", "text") == QStringLiteral("20\u00a0cm"));
    visit.click("size_height");
    CHECK(visit.value("size_depth", "text") == QStringLiteral("7.9\u00a0in"));
    visit.click("languageButton");
    CHECK(visit.value("size_depth", "text") == QStringLiteral("৭.৯\u00a0ইঞ্চি"));

    // Between two points that are touched: the same one twice is no way at all.
    CHECK(visit.item("size_between") == nullptr);
    touchProduct(visit);
    touchProduct(visit, -0.08);
    REQUIRE(visit.waitFor("size_between"));
    CHECK(visit.item("partCard") == nullptr);
    visit.click("languageButton");
    visit.click("size_height");
    CHECK(visit.value("size_between", "text").toString().endsWith("cm"));

    visit.click("apartButton"); // apart it has another size
    CHECK(visit.waitGone("size_height"));
}

TEST_CASE("AnAnimationIsStartedAndSentBack")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "animationButton_0"));
    CHECK(visit.value("animationButton_0", "text") == "Turn");
    CHECK_FALSE(visit.value("animationButton_0", "checked").toBool());
    visit.click("animationButton_0");
    CHECK(visit.waitValue("animationButton_0", "checked", true));
    visit.click("animationButton_0");
    CHECK(visit.waitValue("animationButton_0", "checked", false));
}

TEST_CASE("TheHintGoesForGoodWithTheFirstDrag")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "gestureHint"));
    // A sign that says its name says it there.
    const QQuickItem *sign = visit.item("resetViewButton");
    QTest::mouseMove(visit.window(), sign->mapToScene(QPointF(sign->width() / 2, sign->height() / 2)).toPoint());
    CHECK(visit.waitGone("gestureHint"));
    QTest::mouseMove(visit.window(), QPoint(300, 200));
    CHECK(visit.waitFor("gestureHint"));
    QQuickItem *stage = visit.item("stage");
    const QPoint from(300, 300);
    QTest::mousePress(visit.window(), Qt::LeftButton, {}, from);
    for (int step = 1; step <= 8; ++step)
        QTest::mouseMove(visit.window(), from + QPoint(8 * step, 0), 5);
    QTest::mouseRelease(visit.window(), Qt::LeftButton, {}, from + QPoint(64, 0));
    CHECK(visit.waitGone("gestureHint"));
    CHECK(visit.desk().shop.preferences()->knowsHands());
    CHECK(stage->property("knowsHands").toBool());
}

TEST_CASE("WhatFindsNoRoomInTheRowStandsInTheMenu")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "animationButton_0"));
    visit.click("moreButton");
    REQUIRE(visit.waitFor("helpButton"));
    visit.key(Qt::Key_Escape);
    CHECK(visit.waitGone("helpButton"));
    visit.window()->resize(820, 700);
    CHECK(visit.waitGone("animationButton_0"));
    (void)visit.window()->grabWindow(); // once everything has its place
    visit.click("moreButton");
    REQUIRE(visit.waitFor("animationButton_0"));
    visit.click("animationButton_0");
    CHECK(QTest::qWaitFor([&] {
        return visit.value("stage", "motion").value<QObject *>()->property("active").toList().contains(true) ||
               !visit.item("helpButton");
    }));
    visit.window()->resize(1280, 800);
    CHECK(visit.waitValue("animationButton_0", "checked", true));
}

TEST_CASE("WhatHandsCanDoIsToldByAKeyAndPutAway")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "moreButton"));
    touchProduct(visit);
    visit.key(Qt::Key_Escape);
    QTest::keyClick(visit.window(), '?');
    REQUIRE(visit.waitFor("handsHelp"));
    visit.key(Qt::Key_Escape);
    CHECK(visit.waitGone("handsHelp"));
    CHECK(visit.item("stage") != nullptr); // Escape was for the list alone
}

TEST_CASE("TheListOfHandsStandsInColumnsBesideThePanel")
{
    const test::BoxPackage box;
    Visit visit;
    visit.window()->resize(visit.window()->minimumSize());
    REQUIRE(visit.openOnStage(box, "moreButton"));
    for (const char *language : {"en", "bn"}) {
        CAPTURE(language);
        visit.desk().shop.preferences()->setLanguage(language);
        visit.item("stage")->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(visit.window(), '?');
        REQUIRE(visit.waitFor("helpCell_12"));
        CHECK(visit.waitGone("gestureHint")); // it would lie below
        const auto left = [&](int cell) { return visit.item(QStringLiteral("helpCell_%1").arg(cell))->x(); };
        for (int cell = 3; cell < 39; ++cell)
            CHECK(left(cell) == left(cell % 3));
        const QQuickItem *help = visit.item("handsHelp");
        const QRectF area = help->property("area").toRectF();
        CHECK(area.contains(QRectF(help->position(), help->size())));
        const QQuickItem *panel = visit.item("productPanel");
        CHECK(help->mapToScene(QPointF(help->width(), 0)).x() <= panel->mapToScene(QPointF()).x());
        // What has no room is scrolled to.
        const auto shown = [&] { return visit.value("helpList", "contentY").toDouble(); };
        for (int i = 0; i < 20; ++i)
            visit.key(Qt::Key_Down);
        CHECK(shown() + visit.item("helpList")->height() >= visit.value("helpList", "contentHeight").toDouble() - 1);
        visit.key(Qt::Key_Escape);
        CHECK(visit.waitGone("handsHelp"));
    }
}

TEST_CASE("ItDoesNotTurnByItselfBelowWhatIsBeingRead")
{
    const test::BoxPackage box;
    Visit visit;
    visit.desk().shop.preferences()->setTurns(true);
    REQUIRE(visit.openOnStage(box, "moreButton"));
    const auto turns = [&] { return visit.value("stage", "turnsAtRest").toBool(); };
    CHECK(turns());
    for (const char *menu : {"moreButton", "filmButton", "studioButton"}) {
        CAPTURE(menu);
        visit.click(menu);
        CHECK_FALSE(turns());
        visit.key(Qt::Key_Escape);
        CHECK(QTest::qWaitFor(turns));
    }
    visit.click("filmButton");
    visit.click("filmSave");
    REQUIRE(visit.waitFor("saveFolder"));
    CHECK_FALSE(turns());
    CHECK(visit.value("saveFolder", "text").toString().startsWith("Goes into "));
    visit.click("saveCancel");
    CHECK(QTest::qWaitFor(turns));
}

TEST_CASE("ATipSaysWhatASignDoesAndByWhichKey")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "moreButton"));
    const auto tip = [&](const char *control) {
        const QQuickItem *item = visit.item(control);
        QTest::mouseMove(visit.window(), item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint());
        REQUIRE(visit.waitFor("hintWords"));
        const QString said =
            visit.value("hintWords", "text").toString() + '|' + visit.value("hintKey", "text").toString();
        QTest::mouseMove(visit.window(), QPoint(300, 300));
        REQUIRE(visit.waitGone("hintWords"));
        return said;
    };
    CHECK(tip("resetViewButton") == "Reset view|Home");
    CHECK(tip("apartButton") == "Take apart|E");
    visit.click("filmButton");
    visit.click("filmOption_turntable");
    REQUIRE(visit.waitFor("filmClose"));
    CHECK(tip("filmClose") == "End the film|Esc");
    CHECK(tip("filmSaveHere") == "Save a picture or a film…|");
}

TEST_CASE("AGameControllerTurnsMarksAndTakesApart")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "apartButton"));
    using stage::StagePad;
    StagePad &pad = StagePad::instance();
    CHECK(pad.isWanted());
    pad.setConnected(true);
    const auto view = [&] { return visit.value("stage", "viewWords").toString(); };
    const QString before = view();
    pad.setSticks({1, 0}, {}, 0);
    CHECK(QTest::qWaitFor([&] { return view() != before; }));
    const auto camera = [&](const char *property) {
        return visit.value("stage", "camera").value<QObject *>()->property(property);
    };
    const auto height = [&] { return camera("position").value<QVector3D>().y(); };
    const float low = height();
    pad.setSticks({}, {0, 1}, 0);
    CHECK(QTest::qWaitFor([&] { return height() > low + 5; }));
    pad.setSticks({}, {}, 1);
    const double far = camera("distance").toDouble();
    CHECK(QTest::qWaitFor([&] { return camera("distance").toDouble() < 0.9 * far; }));
    pad.setSticks({}, {}, -1);
    CHECK(QTest::qWaitFor([&] { return camera("distance").toDouble() > far; }));
    pad.setSticks({}, {}, 0);
    pad.press(StagePad::NextPart);
    CHECK(visit.waitFor("partCard"));
    pad.press(StagePad::Back);
    CHECK(visit.waitGone("partCard"));
    pad.press(StagePad::PreviousPart);
    CHECK(visit.waitFor("partCard"));
    pad.press(StagePad::Back);
    CHECK(visit.waitGone("partCard"));
    pad.press(StagePad::Magnify);
    CHECK(visit.waitFor("magnifier"));
    pad.press(StagePad::Magnify);
    CHECK(visit.waitGone("magnifier"));
    pad.press(StagePad::Apart);
    CHECK(visit.waitFor("apartSlider"));
    pad.press(StagePad::Studio);
    CHECK(visit.waitValue("stage", "studio", "gallery"));
    pad.press(StagePad::Explain);
    CHECK(visit.waitFor("handsHelp"));
    pad.press(StagePad::Back);
    CHECK(visit.waitGone("handsHelp"));
    pad.press(StagePad::ResetView);
    CHECK(visit.waitGone("apartSlider"));
    pad.setConnected(false);
}

TEST_CASE("KeysReachTheProductFromTheBarAboveIt")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "apartButton"));
    visit.click("themeButton");
    REQUIRE(visit.item("themeButton")->hasActiveFocus());
    visit.key(Qt::Key_R);
    CHECK(visit.value("sizeButton", "checked").toBool());
    visit.key(Qt::Key_C);
    CHECK(visit.waitFor("compareTray"));
}

TEST_CASE("NoFrameIsDrawnWhileNothingMoves")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "apartButton"));
    CHECK(rests(visit));
    visit.click("spotsButton");
    REQUIRE(visit.waitFor("spotPin_0"));
    CHECK(rests(visit));
    visit.click("sizeButton");
    CHECK(rests(visit));
    visit.click("apartButton");
    REQUIRE(visit.waitFor("apartSlider"));
    CHECK(rests(visit));
    // By hand it turns, and comes to rest again.
    visit.item("stage")->forceActiveFocus(Qt::TabFocusReason);
    visit.key(Qt::Key_Right);
    CHECK(rests(visit));
}
