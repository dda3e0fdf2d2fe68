// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/OrderRules.h"
#include "tests/server/RunningServer.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

using namespace vitrine;
using namespace vitrine::test;
using core::OrderState;
using std::chrono::days;
using std::chrono::hours;

namespace {

constexpr hours kZone{6};

/// The small demo's history, read from outside.
struct History {
    TemporaryFolder folder;
    std::vector<core::Order> orders;
    std::vector<core::Review> reviews;

    explicit History(const std::vector<std::string> &more = {})
    {
        std::vector<std::string> arguments{"seed", "--demo", "--share", VITRINE_TEST_SHARE, "--data", data()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        REQUIRE(runTool(arguments).status == 0);
        orders = rows<core::Order>("order");
        reviews = rows<core::Review>("review");
    }
    template <typename T>
    std::vector<T> rows(const std::string &entity) const
    {
        const ToolRun run = runTool({"export", "--data", data(), "--entity", entity});
        return core::fromJson<std::vector<T>>(run.out, core::JsonReading::Stored).value();
    }
    [[nodiscard]] std::string data() const { return folder.path().string(); }
    [[nodiscard]] std::ptrdiff_t count(OrderState state) const
    {
        return std::ranges::count(orders, state, [](const core::Order &order) { return *order.state; });
    }
};

core::Time at(const char *text) { return core::parseTime(text).value(); }

} // namespace

TEST_CASE("AHistoryEndsBeforeItsDay")
{
    const History history;
    REQUIRE(history.orders.size() > 60);
    // Midnight in Bangladesh is 18 o'clock of the day before in UTC.
    const auto [first, last] =
        std::ranges::minmax(history.orders, {}, [](const core::Order &order) { return *order.placedAt; });
    CHECK(*last.placedAt < at("2026-11-19T18:00:00Z"));
    CHECK(*last.placedAt > at("2026-11-18T18:00:00Z"));
    CHECK(*first.placedAt >= at("2026-10-26T18:00:00Z"));
    CHECK(*first.placedAt < at("2026-10-28T18:00:00Z"));
    for (const core::Order &order : history.orders)
        for (const core::OrderEvent &event : order.history)
            CHECK(event.at < at("2026-11-19T18:00:00Z"));

    const History other({"--today", "2026-03-01"});
    for (const core::Order &order : other.orders)
        CHECK(*order.placedAt < at("2026-02-28T18:00:00Z"));
    const ToolRun wrong = runTool(
        {"seed", "--demo", "--share", VITRINE_TEST_SHARE, "--today", "2026-02-30", "--data", other.data() + "/new"});
    CHECK(wrong.err == "vitrine-server: invalidArgument at --today: '2026-02-30' is no day such as 2026-11-20\n");
}

TEST_CASE("PeopleOrderByDayAndStatesFollowOneAnother")
{
    const History history;
    for (const core::Order &order : history.orders) {
        const core::Time local = *order.placedAt + kZone;
        CHECK(local - std::chrono::floor<days>(local) >= hours(10));
        REQUIRE_FALSE(order.history.empty());
        CHECK(order.history.front().at == *order.placedAt);
        CHECK(order.history.back().state == *order.state);
        for (std::size_t i = 1; i < order.history.size(); ++i) {
            CHECK(order.history[i - 1].at <= order.history[i].at);
            CHECK(core::canMove(order.history[i - 1].state, order.history[i].state));
        }
        const bool isOld = *order.placedAt < at("2026-11-19T18:00:00Z") - days(18);
        const std::set<OrderState> ended{OrderState::Completed, OrderState::Cancelled, OrderState::Returned,
                                         OrderState::Refunded};
        CHECK((!isOld || ended.contains(*order.state)));
    }
    CHECK(history.count(OrderState::Completed) > 20);
    CHECK(history.count(OrderState::Cancelled) > 0);
    CHECK(history.count(OrderState::Draft) + history.count(OrderState::Confirmed) > 0);
    const auto cash = std::ranges::count(history.orders, core::PaymentMethod::CashOnDelivery,
                                         [](const core::Order &order) { return order.paymentMethod; });
    CHECK(cash > std::ssize(history.orders) / 2);
}

TEST_CASE("InTheEndStockIsWhatTheCatalogueSaysAndWhatOpenOrdersHold")
{
    const History history;
    std::map<core::Id<core::StockLevel>, std::int64_t> held;
    const std::set<OrderState> open{OrderState::Draft, OrderState::Confirmed, OrderState::Packed};
    for (const core::Order &order : history.orders)
        if (open.contains(*order.state))
            for (const core::OrderLine &line : order.lines)
                for (const core::Allocation &allocation : line.allocations)
                    held[core::StockLevel::idFor(line.variant, allocation.location)] += allocation.quantity;
    REQUIRE_FALSE(held.empty());

    const auto levels = history.rows<core::StockLevel>("stockLevel");
    std::int64_t endless = 0;
    for (const core::StockLevel &level : levels) {
        CHECK(*level.reserved == held[level.id]);
        if (*level.variant == core::Id<core::Variant>::named("variant/T-STOOL"))
            CHECK(level.available() == 0);
        if (*level.variant == core::Id<core::Variant>::named("variant/T-TALL"))
            CHECK((level.available() >= 1 && level.available() <= 3));
        if (*level.variant == core::Id<core::Variant>::named("variant/T-MUG-INK-S"))
            CHECK((level.available() >= 8 && level.available() <= 90));
        if (*level.variant == core::Id<core::Variant>::named("variant/T-BOOK"))
            endless += level.available();
    }
    CHECK(endless == 100'000);
    // It was sold while it was there.
    CHECK(std::ranges::any_of(history.orders, [](const core::Order &order) {
        return order.lines[0].variant == core::Id<core::Variant>::named("variant/T-STOOL");
    }));
}

TEST_CASE("ReviewsFitTheirProductsAndAreWrittenOnce")
{
    const History history;
    const auto product = [](const char *slug) {
        return core::Id<core::Product>::named(std::string("product/") + slug);
    };
    REQUIRE(history.reviews.size() == 4);
    std::set<std::string> texts;
    std::map<core::Id<core::Product>, std::int64_t> stars;
    for (const core::Review &review : history.reviews) {
        CHECK(texts.insert(*review.text).second);
        CHECK(*review.text != "Never written.");
        // What stands closest to a product decides: the mugs have words of their own.
        if (*review.text == "Keeps my tea warm.")
            CHECK(*review.product == product("mug"));
        if (*review.text == "There at once.")
            CHECK(*review.product == product("tea-book"));
        CHECK_FALSE(review.author->empty());
        CHECK_FALSE(review.customer->value.isSet());
        stars[*review.product] += review.stars;
    }
    for (const core::ProductRating &rating : history.rows<core::ProductRating>("productRating"))
        CHECK(rating.average() * static_cast<double>(rating.reviews()) == static_cast<double>(stars[*rating.product]));
}
