// SPDX-License-Identifier: GPL-3.0-or-later
// The product on its stage without a mouse, or with the keys and a mouse in turn.
#include "tests/qml/Visit.h"

#include <QAccessible>

#include <cmath>

using namespace vitrine;
using namespace vitrine::tests;

namespace {

struct Seen {
    double yaw = 0;
    double pitch = 0;
    double distance = 0;
};

Seen seen(Visit &visit)
{
    const QStringList words = visit.value("stage", "viewWords").toString().split(u' ');
    REQUIRE(words.size() == 3);
    return {.yaw = words[0].toDouble(), .pitch = words[1].toDouble(), .distance = words[2].toDouble()};
}

/// The view gets there, by whatever way.
bool comesTo(Visit &visit, const Seen &wanted)
{
    const bool came = QTest::qWaitFor(
        [&] {
            const Seen now = seen(visit);
            return std::abs(now.yaw - wanted.yaw) < 0.2 && std::abs(now.pitch - wanted.pitch) < 0.2 &&
                   std::abs(now.distance - wanted.distance) < 0.005;
        },
        20000);
    UNSCOPED_INFO("seen: " << visit.value("stage", "viewWords").toString().toStdString());
    return came;
}

/// One arrow turns the product, and back.
bool arrowsTurn(Visit &visit)
{
    const Seen before = seen(visit);
    visit.key(Qt::Key_Right);
    const bool turned = comesTo(visit, {.yaw = before.yaw + 15, .pitch = before.pitch, .distance = before.distance});
    visit.key(Qt::Key_Left);
    return turned && comesTo(visit, before);
}

bool hasRing(Visit &visit, const QString &name) { return visit.waitValue(name, "visualFocus", true); }

} // namespace

TEST_CASE("AProductThatWasOpenedByReturnHasTheKeys")
{
    const test::BoxPackage box;
    Visit visit;
    visit.openByKeyboard();
    REQUIRE(visit.putOnStage(box, "apartButton"));
    CHECK_FALSE(visit.value("stage", "focusShown").toBool());
    CHECK(arrowsTurn(visit));
    CHECK(visit.value("stage", "focusShown").toBool());
    visit.key(Qt::Key_E);
    CHECK(visit.waitFor("apartSlider"));
}

TEST_CASE("KeysComeBackToTheProductFromWhatLayOverIt")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "apartButton"));
    for (const auto &[key, opened] :
         {std::pair{'?', "handsHelp"}, std::pair{'m', "magnifier"}, std::pair{'l', "lampHandle"}}) {
        CAPTURE(opened);
        REQUIRE(visit.tabTo("stage"));
        QTest::keyClick(visit.window(), key);
        REQUIRE(visit.waitFor(opened));
        visit.key(Qt::Key_Escape);
        REQUIRE(visit.waitGone(opened));
        CHECK(arrowsTurn(visit));
    }
    visit.key(Qt::Key_E);
    CHECK(visit.waitFor("apartSlider"));
}

TEST_CASE("KeysWorkOnTheProductAfterAToolWasClicked")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "spotsButton"));
    visit.click("spotsButton");
    CHECK(arrowsTurn(visit));
    visit.click("filmButton");
    REQUIRE(visit.waitFor("filmSave"));
    visit.key(Qt::Key_Escape);
    REQUIRE(visit.waitGone("filmSave"));
    CHECK(arrowsTurn(visit));
    visit.click("moreButton");
    REQUIRE(visit.waitFor("helpButton"));
    visit.key(Qt::Key_Escape);
    REQUIRE(visit.waitGone("helpButton"));
    CHECK(arrowsTurn(visit));
}

TEST_CASE("QuickKeysAddUpAndLeaveAResetToItsEnd")
{
    const test::BoxPackage box;
    Visit visit;
    visit.desk().shop.preferences()->setMotion(qml::Preferences::FullMotion);
    REQUIRE(visit.openOnStage(box, "apartButton"));
    REQUIRE(visit.tabTo("stage"));
    const Seen home = seen(visit);
    for (int i = 0; i < 5; ++i)
        visit.key(Qt::Key_Up);
    CHECK(comesTo(visit, {.yaw = home.yaw, .pitch = home.pitch + 50, .distance = 1}));
    for (int i = 0; i < 4; ++i)
        visit.key(Qt::Key_Minus);
    CHECK(comesTo(visit, {.yaw = home.yaw, .pitch = home.pitch + 50, .distance = 1.9}));
    visit.key(Qt::Key_Home);
    visit.key(Qt::Key_Left);
    visit.key(Qt::Key_Plus);
    CHECK(comesTo(visit, {.yaw = home.yaw - 15, .pitch = home.pitch, .distance = 0.85}));
}

TEST_CASE("AMenuThatIsOpenedByKeysShowsWhereTheyAreAndTakesReturn")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "filmButton"));
    REQUIRE(visit.tabTo("studioButton"));
    visit.key(Qt::Key_Return);
    REQUIRE(visit.waitFor("studioOption_softbox"));
    CHECK(hasRing(visit, "studioOption_softbox"));
    visit.key(Qt::Key_Down);
    CHECK(hasRing(visit, "studioOption_gallery"));
    visit.key(Qt::Key_Return);
    CHECK(visit.waitValue("stage", "studio", "gallery"));
    CHECK(visit.waitGone("studioOption_gallery"));

    REQUIRE(visit.tabTo("filmButton"));
    visit.key(Qt::Key_Space);
    REQUIRE(visit.waitFor("filmOption_turntable"));
    visit.key(Qt::Key_Up); // round to the last
    CHECK(hasRing(visit, "filmSave"));
    visit.key(Qt::Key_Down);
    visit.key(Qt::Key_Return);
    CHECK(visit.waitFor("filmBar"));
    visit.key(Qt::Key_Escape);
    REQUIRE(visit.waitFor("moreButton"));

    REQUIRE(visit.tabTo("moreButton"));
    visit.key(Qt::Key_Return);
    REQUIRE(visit.waitFor("helpButton"));
    CHECK(hasRing(visit, "helpButton"));
    visit.key(Qt::Key_Return);
    CHECK(visit.waitFor("handsHelp"));
}

TEST_CASE("EscapeEndsWhatIsOnBeforeItLeaves")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "apartButton"));
    for (const auto &[tool, shown] : {std::pair{"apartButton", "apartSlider"}, std::pair{"sizeButton", "size_height"},
                                      std::pair{"spotsButton", "spotPin_0"}, std::pair{"lampButton", "lampHandle"},
                                      std::pair{"magnifierButton", "magnifier"}}) {
        CAPTURE(tool);
        visit.click(tool);
        REQUIRE(visit.waitFor(shown));
        REQUIRE(visit.tabTo("resetViewButton"));
        visit.key(Qt::Key_Escape);
        CHECK(visit.waitGone(shown));
        REQUIRE(visit.item("stage") != nullptr);
    }
    visit.click("filmButton");
    REQUIRE(visit.waitFor("filmOption_turntable"));
    visit.click("filmOption_turntable");
    REQUIRE(visit.waitFor("filmBar"));
    REQUIRE(visit.waitGone("filmOption_turntable")); // while it fades, Escape is the menu's
    visit.click("addToCartButton");
    visit.key(Qt::Key_Escape);
    CHECK(visit.waitGone("filmBar"));
    REQUIRE(visit.waitFor("apartButton"));

    // A menu lies above all that.
    visit.click("apartButton");
    REQUIRE(visit.waitFor("apartSlider"));
    visit.click("moreButton");
    REQUIRE(visit.waitFor("helpButton"));
    visit.key(Qt::Key_Escape);
    CHECK(visit.waitGone("helpButton"));
    CHECK(visit.item("apartSlider") != nullptr);
    visit.key(Qt::Key_Escape);
    CHECK(visit.waitGone("apartSlider"));
    visit.key(Qt::Key_Escape);
    CHECK(visit.waitGone("stage"));
}

TEST_CASE("AFilmGoesOnWhenTheThemeChanges")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "filmButton"));
    if (visit.theme()->property("dark").toBool())
        visit.click("themeButton");
    visit.click("studioButton");
    visit.click("studioOption_gallery"); // dark: the theme follows it
    REQUIRE(QTest::qWaitFor([&] { return visit.theme()->property("dark").toBool(); }));
    visit.click("filmButton");
    REQUIRE(visit.waitFor("filmOption_turntable"));
    visit.click("filmOption_turntable");
    REQUIRE(visit.waitFor("filmBar"));
    visit.click("themeButton");
    CHECK(QTest::qWaitFor([&] { return visit.value("stage", "studio") == "softbox"; }));
    CHECK(visit.item("filmBar") != nullptr);
    CHECK(visit.value("filmPlay", "iconName") == "pause");
}

TEST_CASE("TheMagnifierFollowsWhoeverMovedLast")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "magnifierButton"));
    REQUIRE(visit.tabTo("stage"));
    visit.key(Qt::Key_M);
    REQUIRE(visit.waitValue("magnifier", "activeFocus", true));
    const auto at = [&] { return visit.value("magnifier", "at").toPointF(); };
    QTest::mouseMove(visit.window(), QPoint(300, 340));
    REQUIRE(QTest::qWaitFor([&] { return at() == QPointF(300, 340); }));
    for (int i = 0; i < 4; ++i)
        visit.key(Qt::Key_Right);
    // The glass has moved under a pointer that rests: its hover is told anew with the next frames.
    (void)visit.window()->grabWindow();
    QTest::qWait(200);
    CHECK(at() == QPointF(396, 340));
    QTest::mouseMove(visit.window(), QPoint(310, 340));
    CHECK(QTest::qWaitFor([&] { return at() == QPointF(310, 340); }));
}

TEST_CASE("ASignHasItsNameForThoseWhoHearTheScreen")
{
    Visit visit;
    visit.desk().open();
    REQUIRE(visit.waitFor("ordersButton"));
    for (const char *name : {"themeButton", "ordersButton", "cartButton"}) {
        CAPTURE(name);
        QAccessibleInterface *told = QAccessible::queryAccessibleInterface(visit.item(name));
        REQUIRE(told != nullptr);
        CHECK_FALSE(told->text(QAccessible::Name).isEmpty());
    }
}

TEST_CASE("TheKeyboardComesByDetailsThatTheProductHides")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "spotsButton"));
    visit.click("spotsButton");
    REQUIRE(visit.waitFor("spotPin_0"));
    REQUIRE(visit.item("spotPin_1") == nullptr); // at the back
    REQUIRE(visit.tabTo("spotBehind_1"));
    CHECK(visit.waitFor("spotPin_1"));
    CHECK(hasRing(visit, "spotPin_1"));
    CHECK(visit.waitFor("spotTitle_1"));
    CHECK(visit.waitGone("spotPin_0"));
}

TEST_CASE("TwoPointsAreMeasuredByKeyboard")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "sizeButton"));
    REQUIRE(visit.tabTo("stage"));
    visit.key(Qt::Key_R);
    REQUIRE(visit.waitFor("size_height"));
    REQUIRE(visit.tabTo("sizeCross"));
    const Seen before = seen(visit);
    const QPointF at = visit.value("sizeCross", "at").toPointF();
    visit.key(Qt::Key_Return);
    for (int i = 0; i < 3; ++i)
        visit.key(Qt::Key_Up);
    CHECK(visit.value("sizeCross", "at").toPointF() == at - QPointF(0, 48));
    CHECK(comesTo(visit, before)); // the arrows were the cross's
    CHECK(visit.item("size_between") == nullptr);
    visit.key(Qt::Key_Return);
    REQUIRE(visit.waitFor("size_between"));
    CHECK(visit.value("size_between", "text").toString().endsWith("cm"));
    visit.key(Qt::Key_Escape);
    CHECK(visit.waitGone("size_height"));
    CHECK(arrowsTurn(visit));
}
