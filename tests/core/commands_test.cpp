// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/OrderRules.h"
#include "tests/support/Shop.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine::core;
using vitrine::test::Shop;

namespace {

template <typename T>
T read(const Result<std::string> &json)
{
    REQUIRE(json);
    return fromJson<T>(*json, JsonReading::Stored).value();
}

std::string errorOf(const Result<std::string> &result)
{
    REQUIRE_FALSE(result);
    return describe(result.error());
}

std::vector<std::int64_t> quantities(const Cart &cart)
{
    std::vector<std::int64_t> out;
    for (const CartLine &line : cart.lines)
        out.push_back(line.quantity);
    return out;
}

} // namespace

TEST_CASE("WrongCommandsNameTheirFaultAndWriteNothing")
{
    Shop shop;
    const Actor nadia = shop.shopper("nadia");
    const std::int64_t before = shop.head();
    const auto say = [&](const std::string &name, const std::string &body) {
        return errorOf(shop.runJson(name, body, nadia, shop.newKey()));
    };
    const std::string ids = R"("product":")" + shop.mug.id.text() + R"(","variant":")" + shop.oat.text() + '"';
    const std::string hlc = R"("at":{"at":"2026-10-01T00:00:00Z","counter":0,"device":")" + nadia.device.text() + "\"}";

    CHECK(say("burnShop", "{}") == "notFound: no command is called 'burnShop'");
    CHECK(say("saveMedia", "{}") == "permissionDenied: this actor may not run saveMedia");
    CHECK(say("addToCart", "{").starts_with("malformed: broken JSON"));
    CHECK(say("addToCart", "[]") == "invalidArgument: expected an object, got a list");
    CHECK(say("addToCart", "{" + ids + "," + hlc + "}") == "invalidArgument at quantity: missing");
    CHECK(say("addToCart", "{" + ids + "," + hlc + R"(,"quantity":"two"})") ==
          "invalidArgument at quantity: expected a whole number, got text");
    CHECK(say("addToCart", "{" + ids + "," + hlc + R"(,"quantity":0})") ==
          "invalidArgument at quantity: 0 is not within 1 and 99");
    CHECK(say("addToCart", "{" + ids + "," + hlc + R"(,"quantity":1,"price":1})") ==
          "invalidArgument at price: unknown field");
    CHECK(say("addToCart", "{" + ids + R"(,"at":{"at":"yesterday","counter":0,"device":")" + nadia.device.text() +
                               R"("},"quantity":1})") ==
          "invalidArgument at at.at: 'yesterday' is no UTC time such as 2026-02-28T09:05:00Z");
    CHECK(errorOf(shop.run("cancelOrder", CancelOrder{}, Actor::nobody())) ==
          "unauthenticated: cancelOrder needs a known actor");
    CHECK(shop.head() == before);
}

TEST_CASE("SameKeyGivesTheFirstAnswerOnce")
{
    Shop shop;
    const Actor nadia = shop.shopper("nadia");
    const Uuid key = shop.newKey();
    const std::string body = toJson(AddToCart{shop.mug.id, shop.oat, 2, {shop.clock.now(), 0, nadia.device.uuid()}});
    const auto first = shop.runJson("addToCart", body, nadia, key);
    CHECK(read<CartReply>(first).pieces == 2);
    const std::int64_t head = shop.head();
    CHECK(shop.runJson("addToCart", body, nadia, key) == first);
    CHECK(shop.head() == head);

    // The same command in other clothes: white space, and the fields the other way round.
    const std::string turned = R"({ "at":)" + toJson(Hlc{shop.clock.now(), 0, nadia.device.uuid()}) +
                               R"(, "quantity": 2, "variant":")" + shop.oat.text() + R"(", "product":")" +
                               shop.mug.id.text() + "\"}\n";
    CHECK(shop.runJson("addToCart", turned, nadia, key) == first);
    CHECK(shop.head() == head);

    const std::string other = toJson(AddToCart{shop.mug.id, shop.oat, 3, {shop.clock.now(), 0, nadia.device.uuid()}});
    CHECK(errorOf(shop.runJson("addToCart", other, nadia, key)) ==
          "conflict at idempotencyKey: this key was used for another command");
    CHECK(errorOf(shop.runJson("addToCart", body, shop.shopper("rafi"), key)) ==
          "conflict at idempotencyKey: this key was used for another command");
}

TEST_CASE("ARefusalIsAnAnswerTooAndStays")
{
    Shop shop;
    const Actor nadia = shop.shopper("nadia");
    const PlaceOrder order = shop.orderOf(shop.oat, 3);
    PlaceOrder declined = order;
    declined.paymentMethod = PaymentMethod::TestCard;
    declined.paymentToken = "test_declined";
    const Uuid key = shop.newKey();
    CHECK(errorOf(shop.runJson("placeOrder", toJson(declined), nadia, key)) ==
          "paymentDeclined at paymentToken: the test card was declined");
    CHECK(errorOf(shop.runJson("placeOrder", toJson(declined), nadia, key)) ==
          "paymentDeclined at paymentToken: the test card was declined");
    CHECK(shop.available(shop.oat) == 10);
}

TEST_CASE("CartsMergeLineByLine")
{
    Shop shop;
    const Actor nadia = shop.shopper("nadia");
    const Uuid phone = Uuid::named("phone");
    const Uuid kiosk = Uuid::named("kiosk");
    const Time start = shop.clock.now();
    const auto at = [&](int seconds, const Uuid &device) {
        return Hlc{start + std::chrono::seconds(seconds), 0, device};
    };
    const auto cart = [&] { return shop.get(Cart::idFor(nadia.customer)); };

    REQUIRE(shop.run("addToCart", AddToCart{shop.mug.id, shop.oat, 2, at(0, phone)}, nadia));
    REQUIRE(shop.run("addToCart", AddToCart{shop.mug.id, shop.oat, 1, at(-60, kiosk)}, nadia));
    CHECK(quantities(cart()) == std::vector<std::int64_t>{3});

    SECTION("TheLaterSettingWinsWhateverArrivesLast")
    {
        REQUIRE(shop.run("setCartQuantity", SetCartQuantity{shop.oat, 7, at(20, phone)}, nadia));
        REQUIRE(shop.run("setCartQuantity", SetCartQuantity{shop.oat, 1, at(10, kiosk)}, nadia));
        CHECK(quantities(cart()) == std::vector<std::int64_t>{7});
    }
    SECTION("AnAdditionSurvivesARemovalThatDidNotKnowOfIt")
    {
        REQUIRE(shop.run("addToCart", AddToCart{shop.mug.id, shop.oat, 1, at(30, kiosk)}, nadia));
        REQUIRE(shop.run("setCartQuantity", SetCartQuantity{shop.oat, 0, at(20, phone)}, nadia));
        CHECK(quantities(cart()) == std::vector<std::int64_t>{4});
    }
    SECTION("ARemovedLineIsNotRevivedByAnOlderSetting")
    {
        REQUIRE(shop.run("setCartQuantity", SetCartQuantity{shop.oat, 0, at(40, phone)}, nadia));
        REQUIRE(shop.run("setCartQuantity", SetCartQuantity{shop.oat, 5, at(35, kiosk)}, nadia));
        CHECK(cart().pieces() == 0);
    }
    SECTION("AClockFarAheadDoesNotWinForEver")
    {
        REQUIRE(shop.run("setCartQuantity", SetCartQuantity{shop.oat, 9, at(86'400, kiosk)}, nadia));
        shop.clock.advance(std::chrono::minutes(1));
        REQUIRE(shop.run("setCartQuantity", SetCartQuantity{shop.oat, 2, at(60, phone)}, nadia));
        CHECK(quantities(cart()) == std::vector<std::int64_t>{2});
    }
    SECTION("ALineHoldsAtMost99")
    {
        CHECK(errorOf(shop.run("addToCart", AddToCart{shop.mug.id, shop.oat, 97, at(50, phone)}, nadia)) ==
              "invalidArgument at quantity: a line holds at most 99 pieces");
    }
}

TEST_CASE("AnOrderTakesStockPaysAndEmptiesTheCart")
{
    Shop shop;
    const Actor nadia = shop.shopper("nadia");
    REQUIRE(
        shop.run("addToCart", AddToCart{shop.mug.id, shop.oat, 3, {shop.clock.now(), 0, nadia.device.uuid()}}, nadia));

    const PlaceOrder command = shop.orderOf(shop.oat, 2);
    const auto reply = read<PlaceOrderReply>(shop.run("placeOrder", command, nadia));
    CHECK(reply.outcome == OrderOutcome::Accepted);
    CHECK(reply.number == "V-1000001");
    CHECK(reply.total == Money{1780'00, Currency::bdt()}); // 2 × 850 and 80 for the delivery.
    CHECK(shop.available(shop.oat) == 8);
    CHECK(shop.get(Cart::idFor(nadia.customer)).pieces() == 1);

    const Order order = shop.get(command.order);
    CHECK(*order.state == OrderState::Draft);
    CHECK(order.lines[0].choices == Text{"Oat", "জই"});
    CHECK(order.lines[0].allocations == std::vector<Allocation>{{shop.dhaka, 2}});
    CHECK(read<PlaceOrderReply>(shop.run("placeOrder", shop.orderOf(shop.indigo, 1), nadia)).number == "V-1000002");
}

TEST_CASE("AnOrderNeedsAPhoneThatCanBeCalledAndACountry")
{
    Shop shop;
    const Actor nadia = shop.shopper("nadia");
    const auto outcome = [&](const std::string &phone, const std::string &country) {
        PlaceOrder order = shop.orderOf(shop.oat, 1);
        order.address.phone = phone;
        order.address.country = country;
        return errorOf(shop.run("placeOrder", order, nadia));
    };
    const std::string noPhone = "invalidArgument at address.phone: is no phone number of 6 to 15 digits";
    CHECK(outcome("call me", "BD") == noPhone);
    CHECK(outcome("01712-34567x", "BD") == noPhone);
    CHECK(outcome("1-2-3-4-5", "BD") == noPhone);
    CHECK(outcome("1234567890123456", "BD") == noPhone);
    CHECK(outcome("0171+2345678", "BD") == noPhone);
    CHECK(outcome("01712345678", "bd") == "invalidArgument at address.country: is no country's code of ISO 3166");
    CHECK(outcome("01712345678", "B1") == "invalidArgument at address.country: is no country's code of ISO 3166");
    CHECK(shop.available(shop.oat) == 10);
    CHECK(read<PlaceOrderReply>(shop.run("placeOrder", shop.orderOf(shop.oat, 1), nadia)).outcome ==
          OrderOutcome::Accepted);
    PlaceOrder abroad = shop.orderOf(shop.oat, 1);
    abroad.address.phone = "+44 (20) 7946-0958";
    abroad.address.country = "GB";
    CHECK(read<PlaceOrderReply>(shop.run("placeOrder", abroad, nadia)).outcome == OrderOutcome::Accepted);
}

TEST_CASE("ACardConfirmsAnOrderAtOnce")
{
    Shop shop;
    PlaceOrder command = shop.orderOf(shop.oat, 1);
    command.paymentMethod = PaymentMethod::TestCard;
    command.paymentToken = TestCard::tokenFor("4242 4242 4242 4242").value();
    REQUIRE(shop.run("placeOrder", command, shop.shopper("nadia")));
    CHECK(*shop.get(command.order).state == OrderState::Confirmed);
    CHECK(shop.get(command.order).paymentState == PaymentState::Authorised);
    CHECK_FALSE(TestCard::tokenFor("4111 1111 1111 1111"));
}

TEST_CASE("TheShopNeverSellsWhatIsNotThere")
{
    Shop shop;
    const Actor nadia = shop.shopper("nadia");
    REQUIRE(shop.run("placeOrder", shop.orderOf(shop.oat, 8), nadia));
    const std::int64_t head = shop.head();
    const auto offer = read<PlaceOrderReply>(shop.run("placeOrder", shop.orderOf(shop.oat, 3), nadia));
    CHECK(offer.outcome == OrderOutcome::CounterOffer);
    REQUIRE(offer.offer.size() == 1);
    CHECK(offer.offer[0].quantity == 2);
    CHECK(offer.offer[0].available == 2);
    CHECK(offer.total == Money{1780'00, Currency::bdt()});
    CHECK(shop.head() == head);
    CHECK(shop.available(shop.oat) == 2);
}

TEST_CASE("AnotherPriceIsOfferedNotCharged")
{
    Shop shop;
    const Actor nadia = shop.shopper("nadia");
    PlaceOrder command = shop.orderOf(shop.oat, 1);
    command.lines[0].unitPrice.minorUnits -= 100'00;
    const auto offer = read<PlaceOrderReply>(shop.run("placeOrder", command, nadia));
    CHECK(offer.outcome == OrderOutcome::CounterOffer);
    CHECK(offer.offer[0].unitPrice == Money{850'00, Currency::bdt()});
    CHECK(shop.available(shop.oat) == 10);
}

TEST_CASE("ACancelledOrderGivesItsStockBack")
{
    Shop shop;
    const Actor nadia = shop.shopper("nadia");
    const PlaceOrder command = shop.orderOf(shop.oat, 4);
    REQUIRE(shop.run("placeOrder", command, nadia));
    CHECK(errorOf(shop.run("cancelOrder", CancelOrder{command.order}, shop.shopper("rafi"))) ==
          "notFound at order: no such order");
    REQUIRE(shop.run("cancelOrder", CancelOrder{command.order}, nadia));
    CHECK(shop.available(shop.oat) == 10);
    CHECK(errorOf(shop.run("cancelOrder", CancelOrder{command.order}, nadia)) ==
          "conflict at to: an order that is cancelled can't become cancelled");
}

TEST_CASE("WhatLeftTheHouseIsNoLongerOnHand")
{
    Shop shop;
    const PlaceOrder command = shop.orderOf(shop.oat, 4);
    REQUIRE(shop.run("placeOrder", command, shop.shopper("nadia")));
    for (const OrderState to : {OrderState::Confirmed, OrderState::Packed, OrderState::OutForDelivery})
        REQUIRE(shop.run("advanceOrder", AdvanceOrder{command.order, to}, Actor::owner()));
    const StockLevel level = shop.get(StockLevel::idFor(shop.oat, shop.dhaka));
    CHECK(*level.onHand == 6);
    CHECK(*level.reserved == 0);
    CHECK(shop.get(command.order).history.size() == 4);
}

TEST_CASE("OrdersMoveOnlyAlongTheirStates")
{
    using enum OrderState;
    CHECK(canMove(Draft, Confirmed));
    CHECK(canMove(Delivered, Returned));
    CHECK_FALSE(canMove(Draft, Packed));
    CHECK_FALSE(canMove(OutForDelivery, Cancelled));
    CHECK_FALSE(canMove(Cancelled, Draft));
    CHECK_FALSE(canMove(Refunded, Completed));
}

TEST_CASE("ADeviceCantBeTakenOver")
{
    Shop shop;
    const Actor nadia = shop.shopper("nadia");
    const std::string other(64, 'f');
    CHECK(errorOf(shop.run("registerDevice", RegisterDevice{nadia.device, nadia.customer, other}, Actor::nobody())) ==
          "permissionDenied at tokenHash: this device is registered with another token");
    CHECK(errorOf(shop.run("registerDevice", RegisterDevice{Id<Device>::named("thief"), nadia.customer, other},
                           Actor::nobody())) ==
          "permissionDenied at customer: this customer is known by other devices");
    shop.shopper("nadia"); // Again, with the same token: nothing happens twice.
}

TEST_CASE("ABrokenProductNamesThePlace")
{
    Shop shop;
    const auto refuse = [&](auto change) {
        Product product = shop.mug;
        change(product);
        return errorOf(shop.run("saveProduct", SaveProduct{product}, Actor::owner()));
    };
    CHECK(refuse([](Product &p) { p.slug = "Stone ware"; }) ==
          "invalidArgument at product.slug: only a–z, 0–9 and - can stand in an address");
    CHECK(
        refuse([](Product &p) { p.variants[1].choices = p.variants[0].choices; }) ==
        "invalidArgument at product.variants[1].choices: needs one value of each option, and no two variants the same");
    CHECK(refuse([](Product &p) { p.variants[1].price.minorUnits = -1; }) ==
          "invalidArgument at product.variants[1].price: needs a currency and can't be negative");
    CHECK(refuse([](Product &p) { p.category = Id<Category>::named("none"); }) ==
          "notFound at product.category: no such category");
    CHECK(refuse([](Product &p) {
              p.id = Id<Product>::named("copy");
              for (Variant &variant : p.variants) {
                  variant.id = Id<Variant>::named("copy/" + variant.sku.value);
                  variant.sku = "COPY-" + variant.sku.value;
              }
          }).starts_with("invalidArgument at slug"));
}

TEST_CASE("OneVariantAndOneSkuBelongToOneProduct")
{
    Shop shop;
    Product cup = shop.mug;
    cup.id = Id<Product>::named("cup");
    cup.slug = "cup";
    const auto save = [&](const Product &product) {
        return errorOf(shop.run("saveProduct", SaveProduct{product}, Actor::owner()));
    };
    CHECK(save(cup) == "conflict at product.variants[0].id: is another product's variant");
    cup.variants[0].id = Id<Variant>::named("cup/oat");
    cup.variants[1].id = Id<Variant>::named("cup/indigo");
    CHECK(save(cup) == "conflict at product.variants[0].sku: is another product's SKU");
    CHECK(errorOf(shop.run("setStock", SetStock{cup.variants[0].id, shop.dhaka, 1}, Actor::owner())) ==
          "notFound at variant: no such variant");
    cup.variants[0].sku = "CUP-OAT";
    cup.variants[1].sku = "CUP-IND";
    CHECK(shop.run("saveProduct", SaveProduct{cup}, Actor::owner()).has_value());
    CHECK(read<SavedReply>(shop.run("setStock", SetStock{cup.variants[0].id, shop.dhaka, 1}, Actor::owner())).version ==
          1);

    // SKUs change hands within a product, and what a product gives up can be another's.
    std::swap(cup.variants[0].sku, cup.variants[1].sku);
    CHECK(shop.run("saveProduct", SaveProduct{cup}, Actor::owner()).has_value());
    Product mug = shop.mug;
    mug.variants.pop_back();
    mug.options[0].values.pop_back();
    CHECK(shop.run("saveProduct", SaveProduct{mug}, Actor::owner()).has_value());
    cup.variants[0].sku = "MUG-IND";
    CHECK(shop.run("saveProduct", SaveProduct{cup}, Actor::owner()).has_value());
}

TEST_CASE("TheCatalogueTakesNothingThatItCouldNotShow")
{
    Shop shop;
    const auto save = [&](const auto &command, const char *name) {
        return errorOf(shop.run(name, command, Actor::owner()));
    };
    const std::int64_t before = shop.head();
    Product mug = shop.mug;
    mug.name = Text{};
    CHECK(save(SaveProduct{mug}, "saveProduct") == "invalidArgument at product.name: is empty in both languages");
    mug = shop.mug;
    mug.media = {{Id<Media>::named("none"), MediaKind::Picture, std::string(64, 'a'), {}}};
    CHECK(save(SaveProduct{mug}, "saveProduct") == "notFound at product.media[0].media: no such media");
    mug = shop.mug;
    mug.variants[1].picture = "../../x";
    CHECK(save(SaveProduct{mug}, "saveProduct") == "notFound at product.variants[1].picture: no media has this asset");
    Media media{.id = Id<Media>::named("m"), .asset = std::string("../etc"), .mediaType = "image/png"};
    CHECK(save(SaveMedia{media}, "saveMedia") ==
          "invalidArgument at media.asset: is no SHA-256 of 64 lower-case hexadecimal digits");
    media.asset = std::string(64, 'b');
    media.mediaType = "picture";
    CHECK(save(SaveMedia{media}, "saveMedia") ==
          "invalidArgument at media.mediaType: is no media type, such as image/png");
    media.mediaType = "image/png";
    media.bytes = -4;
    CHECK(save(SaveMedia{media}, "saveMedia") ==
          "invalidArgument at media.bytes: -4 is not within 0 and 1000000000000");
    Location far{.id = Id<Location>::named("far"), .code = "far", .name = {"Far", ""}, .latitude = 1e300};
    CHECK(save(SaveLocation{far}, "saveLocation") ==
          "invalidArgument at location.latitude: is not within -90 and 90 degrees");
    far.latitude = 0;
    far.longitude = -181;
    CHECK(save(SaveLocation{far}, "saveLocation") ==
          "invalidArgument at location.longitude: is not within -180 and 180 degrees");
    CHECK(errorOf(shop.run(
              "registerDevice", RegisterDevice{Id<Device>::named("d"), Id<Customer>::named("c"), std::string(64, 'Z')},
              Actor::nobody())) == "invalidArgument at tokenHash: is no SHA-256 of 64 lower-case hexadecimal digits");
    CHECK(shop.head() == before);

    media.bytes = 4;
    CHECK(shop.run("saveMedia", SaveMedia{media}, Actor::owner()).has_value());
    mug = shop.mug;
    mug.media = {{media.id, MediaKind::Model, *media.asset, {}}};
    CHECK(save(SaveProduct{mug}, "saveProduct") ==
          "invalidArgument at product.media[0].asset: is not what the media says");
    mug.media[0].kind = MediaKind::Picture;
    mug.variants[1].picture = *media.asset;
    CHECK(shop.run("saveProduct", SaveProduct{mug}, Actor::owner()).has_value());
}
