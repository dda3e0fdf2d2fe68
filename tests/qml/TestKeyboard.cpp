// SPDX-License-Identifier: GPL-3.0-or-later
// The shop without a mouse.
#include "tests/qml/Visit.h"

using namespace vitrine;
using namespace vitrine::tests;

TEST_CASE("TheShelfShowsWhereTheKeysAre")
{
    Visit visit;
    visit.desk().open();
    REQUIRE(visit.waitFor("productCard_mug"));
    const auto *grid = visit.item("catalogueGrid");
    const auto shown = [&](int index) {
        return QTest::qWaitFor([&] {
            const QQuickItem *focused = visit.window()->activeFocusItem();
            return grid->property("currentIndex").toInt() == index && focused != nullptr &&
                   focused->objectName().startsWith(QLatin1String("productCard_")) &&
                   focused->property("visualFocus").toBool();
        });
    };
    visit.key(Qt::Key_Right);
    CHECK(shown(1));
    visit.key(Qt::Key_Left);
    CHECK(shown(0));
    visit.key(Qt::Key_End);
    CHECK(shown(grid->property("count").toInt() - 1));
    visit.key(Qt::Key_Home);
    CHECK(shown(0));
    visit.key(Qt::Key_Return);
    REQUIRE(visit.waitFor("addToCartButton"));
    visit.key(Qt::Key_Escape);
    CHECK(shown(0));
}

TEST_CASE("AllOfTheProductPageIsReachedByTheKeyboard")
{
    Visit visit;
    visit.openByKeyboard();
    for (const char *name : {"variantOption_celadon", "variantOption_large", "quantityStepper", "addToCartButton",
                             "backButton", "languageButton", "themeButton", "ordersButton", "cartButton"}) {
        CAPTURE(name);
        CHECK(visit.tabTo(name));
    }
    REQUIRE(visit.tabTo("quantityStepper"));
    visit.key(Qt::Key_Up);
    CHECK(visit.desk().shop.product()->quantity() == 2);
    REQUIRE(visit.tabTo("cartButton"));
    visit.key(Qt::Key_Space);
    REQUIRE(visit.waitFor("cartPanel"));
    visit.key(Qt::Key_Escape);
    CHECK(visit.waitGone("cartPanel"));
    visit.key(Qt::Key_Escape);
    CHECK(visit.waitGone("addToCartButton"));
}

TEST_CASE("FromThePanelTheKeysThatItDoesNotUseGoToTheProduct")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "apartButton"));
    REQUIRE(visit.tabTo("quantityStepper"));
    const QString home = visit.value("stage", "viewWords").toString();
    visit.key(Qt::Key_Up);
    CHECK(visit.desk().shop.product()->quantity() == 2);
    CHECK(visit.value("stage", "viewWords").toString() == home);
    REQUIRE(visit.tabTo("addToCartButton"));
    visit.key(Qt::Key_Right);
    CHECK(QTest::qWaitFor([&] { return visit.value("stage", "viewWords").toString() != home; }));
    visit.key(Qt::Key_Home);
    CHECK(visit.waitValue("stage", "viewWords", home));
    visit.key(Qt::Key_R);
    CHECK(visit.waitFor("size_height"));
    visit.key(Qt::Key_R);
    CHECK(visit.waitGone("size_height"));
    CHECK(visit.value("addToCartButton", "activeFocus").toBool());
    visit.key(Qt::Key_E);
    CHECK(visit.waitFor("apartSlider"));
}

TEST_CASE("EnterPressesWhatHasTheFocusAndTheCartKeepsIt")
{
    Visit visit;
    visit.openByKeyboard();
    REQUIRE(visit.tabTo("addToCartButton"));
    visit.key(Qt::Key_Enter);
    REQUIRE(visit.waitValue("cartCount", "text", "1"));
    REQUIRE(visit.tabTo("cartButton"));
    visit.key(Qt::Key_Return);
    REQUIRE(visit.waitValue("closeCartButton", "activeFocus", true));

    // Round and round, and never to what lies behind.
    REQUIRE(visit.tabTo("checkoutButton"));
    visit.key(Qt::Key_Tab);
    CHECK(visit.value("closeCartButton", "activeFocus").toBool());
    QTest::keyClick(visit.window(), Qt::Key_Backtab, Qt::ShiftModifier);
    CHECK(visit.value("checkoutButton", "activeFocus").toBool());

    visit.key(Qt::Key_Escape);
    REQUIRE(visit.waitGone("cartPanel"));
    CHECK(visit.value("cartButton", "activeFocus").toBool());
}

TEST_CASE("TheKeyboardStaysInAnEmptyCartToo")
{
    Visit visit;
    visit.desk().open();
    visit.click("cartButton");
    REQUIRE(visit.waitValue("closeCartButton", "activeFocus", true));
    visit.key(Qt::Key_Tab);
    CHECK(visit.value("stateAction", "activeFocus").toBool());
    visit.key(Qt::Key_Tab);
    CHECK(visit.value("closeCartButton", "activeFocus").toBool());
    QTest::keyClick(visit.window(), Qt::Key_Backtab, Qt::ShiftModifier);
    CHECK(visit.value("stateAction", "activeFocus").toBool());
}

TEST_CASE("TheStageIsReachedByTheKeyboardAgainAndAgain")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "resetViewButton"));
    for (int round = 0; round < 2; ++round) {
        CAPTURE(round);
        REQUIRE(visit.tabTo("stage"));
        const QString before = visit.value("stage", "viewWords").toString();
        visit.key(Qt::Key_Right);
        CHECK(QTest::qWaitFor([&] { return visit.value("stage", "viewWords").toString() != before; }));
        REQUIRE(visit.tabTo("resetViewButton"));
        REQUIRE(visit.tabTo("addToCartButton"));
    }
}
