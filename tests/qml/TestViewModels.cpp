// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/Application.h"
#include "tests/qml/Fixtures.h"
#include "tests/support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <QSignalSpy>

using namespace vitrine;
using namespace vitrine::tests;

namespace {

std::int64_t price(qml::Shop &shop) { return shop.product()->price().minorUnits(); }

} // namespace

TEST_CASE("AnOptionChangesThePriceAndTheModelsVariant")
{
    DeskShop desk;
    desk.shop.openProduct("mug");
    REQUIRE(price(desk.shop) == 1'250'00);
    desk.shop.product()->choose("size", "large");
    CHECK(price(desk.shop) == 1'490'50);
    desk.shop.product()->choose("glaze", "celadon");
    CHECK(price(desk.shop) == 1'490'50);
    CHECK(desk.shop.product()->modelVariant() == QStringLiteral("celadon"));
}

TEST_CASE("SoldOutValuesAreNamedForTheChoiceAtHand")
{
    DeskShop desk;
    desk.shop.openProduct("mug");
    const auto *glaze = desk.shop.product()->options().value(0);
    CHECK(glaze->soldOut() == QStringList{"brick"});
    desk.shop.product()->choose("size", "large");
    CHECK(glaze->soldOut().isEmpty());
}

TEST_CASE("AChoiceThatIsNotMadeIsIgnored")
{
    DeskShop desk;
    desk.shop.openProduct("mug");
    desk.shop.product()->choose("glaze", "neon");
    desk.shop.product()->choose("handle", "none");
    CHECK(desk.shop.product()->options().value(0)->chosen() == QStringLiteral("indigo"));
}

TEST_CASE("TheSameProductAgainKeepsWhatWasChosen")
{
    DeskShop desk;
    desk.shop.openProduct("mug");
    desk.shop.product()->choose("size", "large");
    const QSignalSpy rebuilt(desk.shop.product(), &qml::ProductModel::optionsChanged);
    desk.shop.openProduct("mug");
    CHECK(price(desk.shop) == 1'490'50);
    CHECK(rebuilt.isEmpty());
}

TEST_CASE("QuantityStaysBetweenOneAndTheStock")
{
    DeskShop desk;
    desk.shop.openProduct("kettle");
    desk.shop.product()->setQuantity(0);
    CHECK(desk.shop.product()->quantity() == 1);
    desk.shop.product()->setQuantity(50);
    CHECK(desk.shop.product()->quantity() == 3);
}

TEST_CASE("WhatIsSoldOutCannotBeAdded")
{
    DeskShop desk;
    desk.shop.openProduct("cushion");
    desk.shop.product()->addToCart();
    CHECK(desk.shop.cart()->pieces() == 0);
}

TEST_CASE("TheCartSumsItsLinesAndTheDelivery")
{
    DeskShop desk;
    desk.shop.openProduct("kettle");
    desk.shop.product()->setQuantity(2);
    desk.shop.product()->addToCart();
    CHECK(desk.shop.cart()->subtotal().minorUnits() == 13'700'00);
    CHECK(desk.shop.cart()->total().minorUnits() == 13'700'00 + desk.shop.cart()->delivery().minorUnits());
    desk.shop.cart()->setQuantity(0, 0);
    CHECK(desk.shop.cart()->count() == 0);
    CHECK(desk.shop.cart()->state() == qml::ViewState::Empty);
}

TEST_CASE("AChangedLineKeepsItsDelegate")
{
    DeskShop desk;
    for (const char *slug : {"mug", "kettle", "chair"}) {
        desk.shop.openProduct(slug);
        desk.shop.product()->addToCart();
    }
    const QSignalSpy inserted(desk.shop.cart(), &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(desk.shop.cart(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(desk.shop.cart(), &QAbstractItemModel::dataChanged);
    desk.shop.cart()->setQuantity(1, 2);
    CHECK(inserted.isEmpty());
    CHECK(removed.isEmpty());
    REQUIRE(changed.size() == 1);
    CHECK(changed.first().first().toModelIndex().row() == 1);
    desk.shop.cart()->setQuantity(1, 0);
    REQUIRE(removed.size() == 1);
    CHECK(removed.first().at(1).toInt() == 1);
}

TEST_CASE("NothingIsSaidOfAFieldBeforeTheShopperHasTried")
{
    qml::CheckoutModel checkout;
    const QSignalSpy requested(&checkout, &qml::CheckoutModel::orderRequested);
    CHECK(checkout.nameProblem() == qml::CheckoutModel::NoProblem);
    checkout.placeOrder();
    CHECK(checkout.nameProblem() == qml::CheckoutModel::Missing);
    CHECK(checkout.phoneProblem() == qml::CheckoutModel::Missing);
    CHECK(requested.isEmpty());
    checkout.setPhone("0171234567");
    CHECK(checkout.phoneProblem() == qml::CheckoutModel::Malformed);
    checkout.setPhone(QStringLiteral("+৮৮০ ১৭১২-৩৪৫৬৭৮"));
    CHECK(checkout.phoneProblem() == qml::CheckoutModel::NoProblem);
    CHECK(checkout.address().phone.value == "01712345678");
}

TEST_CASE("AnotherDivisionForgetsTheDistrict")
{
    qml::CheckoutModel checkout;
    checkout.setDivision("Dhaka");
    checkout.setDistrict("Gazipur");
    checkout.setDivision("Khulna");
    CHECK(checkout.address().district.value.empty());
    CHECK(checkout.districtList().first().key == QStringLiteral("Khulna"));
}

TEST_CASE("AllSixtyFourDistrictsAreThereInBothLanguages")
{
    qsizetype count = 0;
    for (const qml::Region &division : qml::divisions()) {
        for (const qml::Region &district : qml::districts(division.key)) {
            ++count;
            CHECK(district.name.en() != district.name.bn());
        }
    }
    CHECK(count == 64);
    CHECK(qml::districts("Atlantis").isEmpty());
}

TEST_CASE("AnOrdersAddressSpeaksBothLanguages")
{
    core::Order order;
    order.address = core::PostalAddress{.name = "Nadia",
                                        .phone = "01712345678",
                                        .division = "Chattogram",
                                        .district = "Cox's Bazar",
                                        .line = "House 12"};
    const auto none = [](const std::string &) { return QUrl(); };
    CHECK(qml::PlacedOrder::from(order, none).address.en() == QStringLiteral("House 12, Cox's Bazar"));
    CHECK(qml::PlacedOrder::from(order, none).address.bn() == QStringLiteral("House 12, কক্সবাজার"));
    order.address->district = "Atlantis"; // From a device that knows other districts.
    CHECK(qml::PlacedOrder::from(order, none).address.bn() == QStringLiteral("House 12, Atlantis"));
}

TEST_CASE("AnOrderShowsWhatItCameTo")
{
    const auto bdt = [](std::int64_t paisa) { return core::Money{paisa, core::Currency::bdt()}; };
    core::Order order;
    order.subtotal = bdt(1'000'00);
    order.delivery = bdt(80'00);
    order.total = bdt(1'080'00);
    order.lines.push_back({.quantity = 2, .unitPrice = bdt(500'00), .total = bdt(1'000'00)});
    const auto placed = qml::PlacedOrder::from(order, [](const std::string &) { return QUrl(); });
    CHECK(placed.subtotal.minorUnits() == 1'000'00);
    CHECK(placed.delivery.minorUnits() == 80'00);
    CHECK(placed.total.minorUnits() == 1'080'00);
    CHECK(placed.lines.first().total.minorUnits() == 1'000'00);
    CHECK(placed.pieces == 2);
}

TEST_CASE("EachStateOfAnOrderIsAStepThatAShopperCaresAbout")
{
    using core::OrderState;
    namespace Stage = qml::OrderStage;
    const std::pair<OrderState, Stage::Value> steps[] = {
        {OrderState::Draft, Stage::Placed},        {OrderState::Confirmed, Stage::Confirmed},
        {OrderState::Packed, Stage::Packed},       {OrderState::OutForDelivery, Stage::OnTheWay},
        {OrderState::Delivered, Stage::Delivered}, {OrderState::Completed, Stage::Delivered},
        {OrderState::Cancelled, Stage::Cancelled}, {OrderState::Returned, Stage::Returned},
        {OrderState::Refunded, Stage::Returned}};
    const auto none = [](const std::string &) { return QUrl(); };
    core::Order order;
    for (const auto &[state, stage] : steps) {
        CAPTURE(static_cast<int>(state));
        order.state = state;
        order.number = std::optional<std::string>();
        CHECK(qml::PlacedOrder::from(order, none).stage == Stage::Waiting);
        order.number = std::optional<std::string>("V-1");
        CHECK(qml::PlacedOrder::from(order, none).stage == stage);
    }
}

TEST_CASE("ACartWhosePricesChangeTellsItsNewSums")
{
    const auto bdt = [](std::int64_t paisa) { return core::Money{paisa, core::Currency::bdt()}; };
    qml::CartModel cart;
    const qml::CartRow line{.quantity = 1, .unitPrice = bdt(100'00), .total = bdt(100'00)};
    cart.setRows({line}, {.subtotal = bdt(100'00), .delivery = bdt(80'00), .total = bdt(180'00)});
    const QSignalSpy changed(&cart, &qml::CartModel::sumsChanged);
    cart.setRows({line}, {.subtotal = bdt(100'00), .delivery = bdt(80'00), .total = bdt(180'00)});
    CHECK(changed.isEmpty());
    cart.setRows({line}, {.subtotal = bdt(120'00), .delivery = bdt(80'00), .total = bdt(200'00)});
    CHECK(changed.size() == 1);
    CHECK(cart.total().minorUnits() == 200'00);
}

TEST_CASE("AnOrderWaitsForItsNumberAndTheShownOneFollows")
{
    DeskShop desk;
    desk.shop.setIsOnline(false);
    desk.shop.openProduct("kettle");
    desk.shop.product()->addToCart();
    QString placed;
    QObject::connect(desk.shop.checkout(), &qml::CheckoutModel::orderPlaced, &desk.shop,
                     [&](const QString &id) { placed = id; });
    desk.shop.checkout()->suggest(
        {.name = "Nadia", .phone = "01712345678", .division = "Dhaka", .district = "Dhaka", .line = "House 12"});
    desk.shop.checkout()->placeOrder();
    desk.shop.orders()->show(placed);
    REQUIRE(desk.shop.orders()->shown().stage == qml::OrderStage::Waiting);
    CHECK(desk.shop.orders()->waiting() == 1);
    const QSignalSpy shown(desk.shop.orders(), &qml::OrdersModel::shownChanged);
    desk.reachServer();
    CHECK(shown.size() == 1);
    CHECK(desk.shop.orders()->shown().number == QStringLiteral("V-1000042"));
    CHECK(desk.shop.orders()->waiting() == 0);
    CHECK(desk.shop.cart()->count() == 0);
}

TEST_CASE("TheWishForLessMotionIsKept")
{
    const test::TemporaryFolder folder;
    const QString file = QString::fromStdString((folder.path() / "preferences.ini").string());
    qml::Preferences(file).setMotion(qml::Preferences::LessMotion);
    CHECK(qml::Preferences(file).motion() == qml::Preferences::LessMotion);
    CHECK(qml::Preferences(file).isMotionReduced());
    qml::Preferences(file).setMotion(qml::Preferences::FullMotion);
    CHECK(qml::Preferences(file).motion() == qml::Preferences::FullMotion);
    CHECK(qml::Preferences({}).motion() == qml::Preferences::AsSystem);
}
