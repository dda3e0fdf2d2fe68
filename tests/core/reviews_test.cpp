// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Shop.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine::core;
using vitrine::test::Shop;

namespace {

/// A shop where Nadia has ordered two oat mugs.
struct Ordered {
    Shop shop;
    Actor nadia = shop.shopper("nadia");
    PlaceOrder order = shop.orderOf(shop.oat, 2);

    Ordered()
    {
        order.address.name = "Md. Rafiq Uddin";
        REQUIRE(shop.run("placeOrder", order, nadia));
    }
    void advance(std::initializer_list<OrderState> states)
    {
        for (const OrderState to : states)
            REQUIRE(shop.run("advanceOrder", AdvanceOrder{order.order, to}, Actor::owner()));
    }
    void deliver()
    {
        using enum OrderState;
        advance({Confirmed, Packed, OutForDelivery, Delivered});
    }
    [[nodiscard]] WriteReview review(int stars) const
    {
        return {.review = Id<Review>::named("review/" + std::to_string(stars)),
                .order = order.order,
                .product = shop.mug.id,
                .stars = stars,
                .title = "A good mug",
                .text = "Keeps tea warm.\nI bought two.",
                .language = Language::En};
    }
    std::string write(const WriteReview &review, const Actor &actor)
    {
        const Result<std::string> reply = shop.run("writeReview", review, actor);
        return reply ? *reply : describe(reply.error());
    }
};

} // namespace

TEST_CASE("WhoeverGotAProductMayReviewItOnce")
{
    Ordered world;
    world.deliver();
    const WriteReview review = world.review(4);
    CHECK(world.write(review, world.nadia) == R"({"review":")" + review.review.text() + "\"}");

    const Review written = world.shop.get(review.review);
    CHECK(*written.author == "Rafiq");
    CHECK(written.stars == 4);
    CHECK(*written.text == "Keeps tea warm.\nI bought two.");
    CHECK(*written.createdAt == world.shop.clock.now());
    CHECK(**written.customer == world.nadia.customer);
    const ProductRating rating = world.shop.get(ProductRating::idFor(world.shop.mug.id));
    CHECK(rating.four == 1);
    CHECK(rating.average() == 4.0);

    CHECK(world.write(world.review(1), world.nadia) ==
          "conflict at product: this order's product was reviewed already");
    CHECK(world.shop.get(ProductRating::idFor(world.shop.mug.id)).reviews() == 1);
}

TEST_CASE("EveryOrderCountsInTheRating")
{
    Ordered first;
    first.deliver();
    REQUIRE(first.write(first.review(5), first.nadia).starts_with("{"));
    first.order = first.shop.orderOf(first.shop.indigo, 1);
    REQUIRE(first.shop.run("placeOrder", first.order, first.nadia));
    first.deliver();
    REQUIRE(first.write(first.review(2), first.nadia).starts_with("{"));
    const ProductRating rating = first.shop.get(ProductRating::idFor(first.shop.mug.id));
    CHECK(rating.reviews() == 2);
    CHECK(rating.average() == 3.5);
}

TEST_CASE("OnlyWhatWasDeliveredCanBeReviewed")
{
    Ordered world;
    CHECK(world.write(world.review(5), world.nadia) == "conflict at order: only what was delivered can be reviewed");
    world.deliver();
    CHECK(world.write(world.review(5), world.shop.shopper("rafi")) == "notFound at order: no such order");
    CHECK(world.write(world.review(5), Actor::owner()) == "notFound at order: no such order");
    CHECK(world.write(world.review(5), Actor::nobody()) == "unauthenticated: writeReview needs a known actor");
    WriteReview other = world.review(5);
    other.product = Id<Product>::named("kettle");
    CHECK(world.write(other, world.nadia) == "notFound at product: the order holds no such product");
    world.advance({OrderState::Returned});
    CHECK(world.write(world.review(2), world.nadia).starts_with("{"));
}

TEST_CASE("AReviewNamesItsFaults")
{
    Ordered world;
    world.deliver();
    const auto with = [&](auto change) {
        WriteReview review = world.review(5);
        change(review);
        return world.write(review, world.nadia);
    };
    CHECK(with([](WriteReview &r) { r.review = {}; }) == "invalidArgument at review: is unset");
    CHECK(with([](WriteReview &r) { r.stars = 6; }) == "invalidArgument at stars: 6 is not within 1 and 5");
    CHECK(with([](WriteReview &r) { r.stars = 0; }) == "invalidArgument at stars: 0 is not within 1 and 5");
    CHECK(with([](WriteReview &r) { r.text = " \n"; }) == "invalidArgument at text: says nothing");
    CHECK(with([](WriteReview &r) { r.text = ""; }).starts_with("invalidArgument at text: "));
    CHECK(with([](WriteReview &r) { r.title = "two\nlines"; }).starts_with("invalidArgument at title: "));
}

TEST_CASE("AReviewTellsNobodyWhoWroteIt")
{
    Ordered world;
    world.deliver();
    REQUIRE(world.write(world.review(4), world.nadia).starts_with("{"));
    std::string seen;
    std::string stored;
    REQUIRE(world.shop.store->read([&](LogTx &tx) -> Status {
        VITRINE_TRY(const auto changes, tx.changesAfter(0, {scope::catalogue()}, 1000));
        for (const Change &change : changes)
            if (change.entity == "review")
                seen = change.body.value_or("");
        VITRINE_TRY(const auto rows, tx.selectRows(schemaOf<Review>(), {}));
        stored = rows.at(0).body;
        return {};
    }));
    CHECK(seen.contains(R"("author":"Rafiq")"));
    CHECK(stored.contains(world.nadia.customer.text()));
    CHECK_FALSE(seen.contains(world.nadia.customer.text()));
    CHECK_FALSE(seen.contains(world.order.order.text()));
    CHECK_FALSE(seen.contains("Uddin"));
    CHECK(schemaOf<Review>().outside(stored).value() == seen);
}
