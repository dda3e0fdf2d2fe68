// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/theme/Interface.h"
#include "tests/qml/Visit.h"

#include <QFile>
#include <QRegularExpression>

#include <memory>

using namespace vitrine;
using namespace vitrine::tests;

TEST_CASE("AWalkFromTheShelfToTheOrder")
{
    Visit visit;
    visit.desk().open();
    REQUIRE(visit.waitFor("productCard_mug"));
    CHECK(visit.value("productCard_mug", "text") == "Nodi mug");
    visit.click("productCard_mug");
    REQUIRE(visit.waitValue("productPrice", "figure", "1,250"));
    visit.click("variantOption_large");
    REQUIRE(visit.waitValue("productPrice", "figure", "1,490.50"));
    visit.click("increaseButton");
    visit.click("addToCartButton");
    REQUIRE(visit.waitValue("cartCount", "text", "2"));
    visit.click("cartButton");
    REQUIRE(visit.waitValue("cartTotal", "figure", "3,061")); // Twice 1,490.50, and 80 for the delivery.
    visit.click("checkoutButton");
    REQUIRE(visit.waitFor("placeOrderButton"));
    // Whoever comes may write at once, and is led to what is missing.
    REQUIRE(visit.waitValue("nameField", "activeFocus", true));
    visit.click("placeOrderButton");
    CHECK(visit.waitValue("nameField", "problem", "Who receives it?"));
    CHECK(visit.waitValue("nameField", "activeFocus", true));
    visit.type("Nadia Rahman");
    visit.click("placeOrderButton");
    CHECK(visit.waitValue("phoneField", "activeFocus", true));
    visit.click("nameField");
    visit.key(Qt::Key_Tab);
    visit.type("01712345678");
    visit.key(Qt::Key_Tab);
    REQUIRE(visit.waitValue("divisionField", "activeFocus", true));
    for (int i = 0; i < 3; ++i)
        visit.key(Qt::Key_Down);
    visit.key(Qt::Key_Tab);
    visit.key(Qt::Key_Down);
    visit.key(Qt::Key_Tab);
    visit.type("House 12");
    CHECK(visit.desk().shop.checkout()->address().division.value == "Dhaka");
    CHECK(visit.desk().shop.checkout()->address().district.value == "Dhaka");
    visit.desk().shop.preferences()->setLanguage(QStringLiteral("bn"));
    CHECK(visit.waitValue("divisionField", "displayText", QStringLiteral("ঢাকা")));
    CHECK(visit.waitValue("districtField", "displayText", QStringLiteral("ঢাকা")));
    visit.desk().shop.preferences()->setLanguage(QStringLiteral("en"));
    CHECK(visit.waitValue("divisionField", "displayText", "Dhaka"));
    visit.click("placeOrderButton");
    REQUIRE(visit.waitFor("orderPanel"));
    CHECK(visit.value("orderPanel", "number").toString() == QStringLiteral("V-1000042"));
    CHECK(visit.waitGone("cartCount"));
}

TEST_CASE("AnotherLanguageChoosesNoDivision")
{
    Visit visit;
    visit.desk().open();
    visit.click("productCard_mug");
    visit.click("addToCartButton");
    REQUIRE(visit.waitValue("cartCount", "text", "1"));
    visit.click("cartButton");
    visit.click("checkoutButton");
    REQUIRE(visit.waitFor("divisionField"));
    CHECK(visit.value("divisionField", "displayText").toString().isEmpty());
    visit.desk().shop.preferences()->setLanguage(QStringLiteral("bn"));
    REQUIRE(visit.waitValue("divisionField", "label", QStringLiteral("বিভাগ")));
    CHECK(visit.value("divisionField", "displayText").toString().isEmpty());
}

TEST_CASE("EveryStateOfTheShelfHasItsSentence")
{
    Visit visit;
    CHECK(visit.item("homeState") == nullptr);
    visit.desk().shop.catalogue()->setRows({});
    REQUIRE(visit.waitFor("homeState"));
    const QString empty = visit.value("homeState", "sentence").toString();
    visit.desk().shop.catalogue()->setState(qml::ViewState::Offline);
    CHECK(visit.value("homeState", "sentence").toString() != empty);
    CHECK(visit.waitFor("stateAction"));
    visit.desk().shop.catalogue()->setState(qml::ViewState::Failed);
    CHECK(visit.value("homeState", "sentence").toString() == QStringLiteral("The shelf could not be read."));
    visit.desk().open();
    CHECK(visit.waitGone("homeState"));
}

TEST_CASE("OfflineIsAQuietMarkAndNothingElse")
{
    Visit visit;
    visit.desk().open();
    REQUIRE(visit.waitFor("productCard_mug"));
    CHECK(visit.item("offlineMark") == nullptr);
    visit.desk().shop.setIsOnline(false);
    CHECK(visit.waitFor("offlineMark"));
    CHECK(visit.item("productCard_mug") != nullptr);
}

TEST_CASE("WhatWasNotTakenIsFoundFromTheBarAndPutAway")
{
    Visit visit;
    visit.desk().open();
    CHECK(visit.item("refusedDot") == nullptr);
    auto *refused = visit.desk().shop.refused();
    const core::Text reason{"There are not enough pieces left.", "যথেষ্ট পরিমাণ আর নেই।"};
    refused->setRows({{.position = 4,
                       .kind = qml::RefusedModel::CartAddition,
                       .subject = core::Text{"Mug", "মগ"},
                       .reason = reason,
                       .canRetry = true},
                      {.position = 9,
                       .kind = qml::RefusedModel::Order,
                       .reason = reason,
                       .isOffer = true,
                       .changes = {{.name = core::Text{"Mug", "মগ"},
                                    .seen = core::Money{850'00, core::Currency::bdt()},
                                    .now = core::Money{900'00, core::Currency::bdt()},
                                    .wanted = 2,
                                    .available = 1}}}});
    qint64 dismissed = 0;
    qint64 retried = 0;
    QObject::connect(refused, &qml::RefusedModel::dismissRequested, refused, [&](qint64 at) { dismissed = at; });
    QObject::connect(refused, &qml::RefusedModel::tryAgainRequested, refused, [&](qint64 at) { retried = at; });
    CHECK(visit.waitFor("refusedDot"));
    visit.click("ordersButton");
    REQUIRE(visit.waitValue("refusedWhat", "text", "Mug could not go into the cart."));
    CHECK(visit.value("refusedWhy", "text").toString() == QStringLiteral("There are not enough pieces left."));
    CHECK(visit.item("ordersState") == nullptr);
    const QList<QQuickItem *> reasons = visit.items("refusedWhy");
    REQUIRE(reasons.size() == 2);
    CHECK(reasons[1]->property("text").toString().replace(QChar(0xa0), u' ').toStdString() ==
          "Mug: only 1 left. Mug costs ৳900 now instead of ৳850. The order's things are in the cart again.");
    visit.click("languageButton");
    CHECK(visit.waitValue("refusedWhat", "text", QStringLiteral("মগ ঝুড়িতে রাখা যায়নি।")));
    visit.click("languageButton");
    visit.click("retryRefused");
    CHECK(QTest::qWaitFor([&] { return retried == 4; }));
    visit.click("dismissRefused");
    CHECK(QTest::qWaitFor([&] { return dismissed == 4; }));
    refused->setRows({});
    CHECK(visit.waitFor("ordersState"));
    CHECK(visit.waitGone("refusedDot"));
}

TEST_CASE("AWaitingCartIsHollowInTheBar")
{
    Visit visit;
    visit.desk().open();
    visit.desk().shop.setIsOnline(false);
    visit.click("productCard_mug");
    visit.click("addToCartButton");
    REQUIRE(visit.waitValue("cartButton", "isWaiting", true));
    CHECK(visit.value("cartButton", "text").toString().contains("waiting"));
    visit.click("cartButton");
    CHECK(visit.waitFor("cartWaitingMark"));
    visit.desk().reachServer();
    CHECK(visit.waitGone("cartWaitingMark"));
}

TEST_CASE("TheProductIsSeenInTheStudioThatIsPicked")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "studioButton"));
    CHECK(visit.value("studioButton", "text") == "Soft box");
    CHECK(visit.theme()->property("dark").toBool());

    // By keyboard, two further down: words over a bright place are dark.
    REQUIRE(visit.tabTo("studioButton"));
    visit.key(Qt::Key_Space);
    REQUIRE(visit.waitFor("studioOption_loft"));
    visit.key(Qt::Key_Escape);
    CHECK(visit.waitGone("studioOption_loft"));
    CHECK(visit.value("studioButton", "text") == "Soft box");
    visit.key(Qt::Key_Space);
    REQUIRE(visit.waitFor("studioOption_loft"));
    visit.key(Qt::Key_Down);
    visit.key(Qt::Key_Down);
    visit.key(Qt::Key_Space);
    CHECK(visit.waitGone("studioOption_loft"));
    CHECK(visit.waitValue("studioButton", "text", "Daylight loft"));
    CHECK(visit.value("stage", "studio") == "loft");
    CHECK_FALSE(visit.theme()->property("dark").toBool());

    // Opened again, it stands on what is chosen.
    visit.key(Qt::Key_Space);
    REQUIRE(visit.waitFor("studioOption_loft"));
    visit.key(Qt::Key_Down);
    visit.key(Qt::Key_Space);
    CHECK(visit.waitValue("studioButton", "text", "Golden hour"));

    // By mouse; its name follows the language, and the dusk comes back with it.
    visit.click("studioButton");
    visit.click("studioOption_neon");
    CHECK(visit.waitValue("studioButton", "text", "Neon night"));
    CHECK(visit.theme()->property("dark").toBool());
    visit.click("languageButton");
    CHECK(visit.value("studioButton", "text") == QStringLiteral("নিয়ন রাত"));

    // Who wants the other theme wants the house's light; leaving the page keeps that.
    visit.click("themeButton");
    CHECK(visit.waitValue("studioButton", "text", QStringLiteral("নরম আলো")));
    CHECK_FALSE(visit.theme()->property("dark").toBool());
    visit.click("studioButton");
    visit.click("studioOption_gallery");
    CHECK(QTest::qWaitFor([&] { return visit.theme()->property("dark").toBool(); }));
    visit.click("backButton");
    CHECK(QTest::qWaitFor([&] { return !visit.theme()->property("dark").toBool(); }));
}

TEST_CASE("AnOrderThatTheShopDidNotTakeLeavesItsPageForTheReason")
{
    Visit visit;
    visit.desk().open();
    auto *orders = visit.desk().shop.orders();
    qml::PlacedOrder waiting;
    waiting.id = QStringLiteral("waiting");
    waiting.customerName = QStringLiteral("Nadia");
    orders->setRows({waiting});
    emit visit.desk().shop.checkout()->orderPlaced(waiting.id);
    REQUIRE(visit.waitFor("orderPanel"));
    orders->setRows({});
    CHECK(visit.waitGone("orderPanel"));
    CHECK(visit.waitFor("ordersList"));
}

TEST_CASE("WhatIsNoLongerSoldStaysInTheCartAndOutOfTheOrder")
{
    Visit visit;
    visit.desk().open();
    visit.click("productCard_mug");
    visit.click("addToCartButton");
    REQUIRE(visit.waitValue("cartCount", "text", "1"));
    auto *cart = visit.desk().shop.cart();
    std::vector<qml::CartRow> rows = cart->rows();
    qml::CartRow gone;
    gone.variant = core::Id<core::Variant>::named("gone");
    gone.quantity = 2;
    gone.isGone = true;
    rows.push_back(gone);
    cart->setRows(rows, {});
    CHECK(cart->pieces() == 1);
    visit.click("cartButton");
    REQUIRE(visit.waitFor("checkoutButton"));
    CHECK(visit.value("checkoutButton", "enabled").toBool());
    CHECK(visit.waitFor("cartTotal"));
    cart->setRows({gone}, {});
    CHECK(visit.waitValue("checkoutButton", "enabled", false));
    CHECK(visit.waitGone("cartCount"));
    CHECK(visit.waitGone("cartTotal"));
    cart->setRows(rows, {});
    visit.click("checkoutButton");
    REQUIRE(visit.waitFor("placeOrderButton"));
    cart->setRows({gone}, {});
    CHECK(visit.waitGone("placeOrderButton"));
}

TEST_CASE("LessMotionIsTheUsersWordBeforeTheSystems")
{
    Visit visit;
    CHECK(visit.theme()->property("reducedMotion").toBool());
    auto *preferences = visit.desk().shop.preferences();
    preferences->setMotion(qml::Preferences::AsSystem);
    CHECK_FALSE(visit.theme()->property("reducedMotion").toBool());
    preferences->setSystemReducesMotion(true);
    CHECK(visit.theme()->property("reducedMotion").toBool());
    preferences->setMotion(qml::Preferences::FullMotion);
    CHECK_FALSE(visit.theme()->property("reducedMotion").toBool());
    visit.click("ordersButton");
    REQUIRE(visit.waitValue("motionButton", "text", "Motion: full"));
    visit.click("motionButton");
    CHECK(QTest::qWaitFor([&] { return preferences->motion() == qml::Preferences::AsSystem; }));
}

TEST_CASE("WordsAreNeverSetInAFaceWithoutTheirLetters")
{
    static QStringList complaints;
    complaints.clear();
    Visit visit;
    visit.desk().open();
    visit.click("productCard_mug");
    REQUIRE(visit.waitFor("addToCartButton"));
    const QtMessageHandler before =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
            if (text.contains(QLatin1StringView("OpenType support missing")))
                complaints << text;
        });
    visit.click("languageButton");
    const bool isBengali = visit.waitValue("addToCartButton", "text", QStringLiteral("ঝুড়িতে রাখুন"));
    visit.click("languageButton");
    const bool isEnglish = visit.waitValue("addToCartButton", "text", "Add to cart");
    qInstallMessageHandler(before);
    CHECK(isBengali);
    CHECK(isEnglish);
    CHECK(complaints.join('\n').toStdString() == "");
}

TEST_CASE("LanguageAndThemeSwitchInPlaceAndAreRemembered")
{
    Visit visit;
    visit.desk().open();
    visit.click("productCard_mug");
    REQUIRE(visit.waitValue("addToCartButton", "text", "Add to cart"));
    visit.click("languageButton");
    CHECK(visit.waitValue("addToCartButton", "text", QStringLiteral("ঝুড়িতে রাখুন")));
    CHECK(visit.value("productName", "text").toString() == QStringLiteral("নদী মগ"));
    CHECK(visit.value("productPrice", "figure").toString() == QStringLiteral("১,২৫০"));
    CHECK(visit.desk().shop.preferences()->language() == QStringLiteral("bn"));
    const bool wasDark = visit.theme()->property("dark").toBool();
    visit.click("themeButton");
    CHECK(visit.theme()->property("dark").toBool() != wasDark);
    CHECK(visit.desk().shop.preferences()->isDark() != wasDark);
    visit.click("languageButton");
    CHECK(visit.waitValue("addToCartButton", "text", "Add to cart"));
}

TEST_CASE("EverySentenceOfTheSourcesIsInBengali")
{
    QFile file(QStringLiteral(VITRINE_SOURCE "/assets/translations/vitrine_bn.ts"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString translations = QString::fromUtf8(file.readAll()).replace("&apos;", "'");
    CHECK(!translations.contains(QLatin1StringView("unfinished")));
    static const QRegularExpression call(QStringLiteral(R"re(qsTr\("([^"]+)"\))re"));
    int count = 0;
    for (const char *path : {"account/OrderPage",     "account/OrderRow",     "account/OrderSteps",
                             "account/OrdersPage",    "account/RefusedLine",  "account/RefusedList",
                             "account/StageWords",    "checkout/AddressForm", "checkout/BoughtLine",
                             "checkout/CartLine",     "checkout/CartPanel",   "checkout/CartSums",
                             "checkout/CheckoutPage", "controls/TopBar",      "controls/QuantityStepper",
                             "product/GestureHint",   "product/HandsHelp",    "product/LampHandle",
                             "product/Magnifier",     "product/MoreMenu",     "product/ProductPage",
                             "product/ProductPanel",  "product/ProductView",  "product/PartCard",
                             "product/SizeLines",     "product/StageTools",   "product/StockMark",
                             "product/StudioPicker",  "shell/CartButton",     "shell/Main",
                             "shell/MotionButton",    "shell/OrdersButton",   "storefront/HomePage",
                             "storefront/ProductCard"}) {
        QFile source(QStringLiteral(VITRINE_SOURCE "/qml/") + QLatin1StringView(path) + QStringLiteral(".qml"));
        REQUIRE(source.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(source.readAll());
        const QString context = QString::fromLatin1(path).section('/', 1);
        const qsizetype from = translations.indexOf("<name>" + context + "</name>");
        CAPTURE(context.toStdString());
        REQUIRE(from >= 0);
        const QString part = translations.mid(from, translations.indexOf("</context>", from) - from);
        for (const QRegularExpressionMatch &match : call.globalMatch(text)) {
            ++count;
            CAPTURE(match.captured(1).toStdString());
            CHECK(part.contains("<source>" + match.captured(1) + "</source>"));
        }
    }
    CHECK(count > 80);
}
