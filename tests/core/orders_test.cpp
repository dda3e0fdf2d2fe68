// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/AddressRules.h"
#include "core/commands/OrderRules.h"
#include "core/values/Regions.h"
#include "tests/support/Shop.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine::core;
using vitrine::test::Shop;

namespace {

PlaceOrderReply replyOf(const Result<std::string> &json)
{
    REQUIRE(json);
    return fromJson<PlaceOrderReply>(*json, JsonReading::Stored).value();
}

/// What the order and its payment say of the money; they must agree.
PaymentState paymentOf(Shop &shop, const Id<Order> &order)
{
    std::vector<Row<Payment>> payments;
    const Status read = shop.store->read([&](LogTx &tx) -> Status {
        VITRINE_TRY(payments, tx.select<Payment>({.where = {{"order", Compare::Equal, order.uuid()}}, .limit = 10}));
        return {};
    });
    REQUIRE(read);
    REQUIRE(payments.size() == 1);
    CHECK(*payments.front().value.state == shop.get(order).paymentState);
    return shop.get(order).paymentState;
}

void advance(Shop &shop, const Id<Order> &order, std::initializer_list<OrderState> states)
{
    for (const OrderState to : states)
        REQUIRE(shop.run("advanceOrder", AdvanceOrder{order, to}, Actor::owner()));
}

Product eBook(const Shop &shop, Id<Variant> variant)
{
    Product book = shop.mug;
    book.id = Id<Product>::named("book");
    book.slug = "book";
    book.kind = ProductKind::Digital;
    book.options.clear();
    book.variants = {{.id = variant, .sku = "BOOK", .price = {300'00, Currency::bdt()}}};
    return book;
}

std::string fault(void (*change)(PostalAddress &))
{
    PostalAddress address{
        .name = "Nadia", .phone = "01700000000", .division = "Dhaka", .district = "Faridpur", .line = "House 1"};
    change(address);
    const Status status = checkAddress(address);
    return status ? "" : describe(status.error());
}

} // namespace

TEST_CASE("CashIsPaidWhenTheGoodsAreHandedOver")
{
    using enum OrderState;
    Shop shop;
    const PlaceOrder command = shop.orderOf(shop.oat, 1);
    REQUIRE(shop.run("placeOrder", command, shop.shopper("nadia")));
    CHECK(paymentOf(shop, command.order) == PaymentState::Due);
    advance(shop, command.order, {Confirmed, Packed, OutForDelivery});
    CHECK(paymentOf(shop, command.order) == PaymentState::Due);
    advance(shop, command.order, {Delivered});
    CHECK(paymentOf(shop, command.order) == PaymentState::Paid);
    advance(shop, command.order, {Completed, Returned});
    CHECK(paymentOf(shop, command.order) == PaymentState::Paid);
    advance(shop, command.order, {Refunded});
    CHECK(paymentOf(shop, command.order) == PaymentState::Refunded);
}

TEST_CASE("ACardIsChargedWhenTheGoodsLeave")
{
    using enum OrderState;
    Shop shop;
    PlaceOrder command = shop.orderOf(shop.oat, 1);
    command.paymentMethod = PaymentMethod::TestCard;
    command.paymentToken = "test_approved";
    REQUIRE(shop.run("placeOrder", command, shop.shopper("nadia")));
    CHECK(paymentOf(shop, command.order) == PaymentState::Authorised);
    advance(shop, command.order, {Packed, OutForDelivery});
    CHECK(paymentOf(shop, command.order) == PaymentState::Paid);
}

TEST_CASE("NothingIsOwedForWhatWasCancelledOrRefusedAtTheDoor")
{
    using enum OrderState;
    Shop shop;
    const Actor nadia = shop.shopper("nadia");
    const PlaceOrder cancelled = shop.orderOf(shop.oat, 1);
    REQUIRE(shop.run("placeOrder", cancelled, nadia));
    REQUIRE(shop.run("cancelOrder", CancelOrder{cancelled.order}, nadia));
    CHECK(paymentOf(shop, cancelled.order) == PaymentState::Cancelled);
    const PlaceOrder refused = shop.orderOf(shop.oat, 1);
    REQUIRE(shop.run("placeOrder", refused, nadia));
    advance(shop, refused.order, {Confirmed, Packed, OutForDelivery, Returned});
    CHECK(paymentOf(shop, refused.order) == PaymentState::Cancelled);
    CHECK(paymentAfter(PaymentState::Paid, Cancelled) == PaymentState::Refunded);
}

TEST_CASE("NoCourierIsPaidForWhatNobodyCarries")
{
    Shop shop;
    const Actor nadia = shop.shopper("nadia");
    const auto variant = Id<Variant>::named("book");
    REQUIRE(shop.run("saveProduct", SaveProduct{eBook(shop, variant)}, Actor::owner()));
    REQUIRE(shop.run("setStock", SetStock{variant, shop.dhaka, 50}, Actor::owner()));
    const OrderedLine book{Id<Product>::named("book"), variant, 1, {300'00, Currency::bdt()}};
    PlaceOrder alone = shop.orderOf(shop.oat, 1);
    alone.lines = {book};
    CHECK(replyOf(shop.run("placeOrder", alone, nadia)).total == Money{300'00, Currency::bdt()});
    PlaceOrder both = shop.orderOf(shop.oat, 1);
    both.lines.push_back(book);
    CHECK(replyOf(shop.run("placeOrder", both, nadia)).total == Money{850'00 + 300'00 + 80'00, Currency::bdt()});
    CHECK(shop.get(both.order).lines[1].kind == ProductKind::Digital);
}

TEST_CASE("AnOfferOfNothingCostsNothing")
{
    Shop shop;
    const Actor nadia = shop.shopper("nadia");
    REQUIRE(shop.run("placeOrder", shop.orderOf(shop.oat, 10), nadia));
    const auto offer = replyOf(shop.run("placeOrder", shop.orderOf(shop.oat, 1), nadia));
    CHECK(offer.outcome == OrderOutcome::CounterOffer);
    CHECK(offer.offer[0].quantity == 0);
    CHECK(offer.total == Money{0, Currency::bdt()});
}

TEST_CASE("AnAddressIsOneThatThereIs")
{
    CHECK(fault([](PostalAddress &) {}).empty());
    CHECK(fault([](PostalAddress &a) { a.division = "Mars"; }) ==
          "invalidArgument at address.division: is no division of Bangladesh");
    CHECK(fault([](PostalAddress &a) { a.district = "Sylhet"; }) ==
          "invalidArgument at address.district: is no district of Dhaka");
    CHECK(fault([](PostalAddress &a) { a.country = "XX"; }) ==
          "invalidArgument at address.country: is no country's code of ISO 3166");
    CHECK(fault([](PostalAddress &a) {
              a.country = "JP";
              a.division = "Kanagawa";
              a.district = "Yokohama";
          }).empty());
    CHECK(fault([](PostalAddress &a) { a.name = "\u202eaidaN"; }) ==
          "invalidArgument at address.name: is not one line of plain text");
    CHECK(fault([](PostalAddress &a) { a.line = "House 1\nRoad 2"; }) ==
          "invalidArgument at address.line: is not one line of plain text");
    CHECK(fault([](PostalAddress &a) { a.postcode = Words<0, 12>("\x7f"); }) ==
          "invalidArgument at address.postcode: is not one line of plain text");
}

TEST_CASE("BangladeshHasItsDivisionsAndDistricts")
{
    std::size_t districts = 0;
    for (const Division &division : divisions()) {
        CHECK(divisionNamed(division.name.en) == &division);
        CHECK(division.districts.front().en == division.name.en);
        districts += division.districts.size();
    }
    CHECK(divisions().size() == 8);
    CHECK(districts == 64);
    CHECK(isCountry("BD"));
    CHECK_FALSE(isCountry("D "));
    CHECK_FALSE(isCountry("DA"));
}
