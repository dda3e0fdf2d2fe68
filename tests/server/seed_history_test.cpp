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

core::Time midnight(const std::string &day) { return core::parseTime(day + "T00:00:00Z").value(); }

/// The small demo's history, read from outside.
struct History {
    TemporaryFolder folder;
    std::vector<core::Order> orders;
    std::vector<core::Review> reviews;

    std::string said;

    explicit History(const std::vector<std::string> &more = {}, const std::string &share = VITRINE_TEST_SHARE)
    {
        std::vector<std::string> arguments{"seed", "--demo", "--share", share, "--data", data()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const ToolRun run = runTool(arguments);
        INFO(run.err);
        REQUIRE(run.status == 0);
        said = run.out;
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
    /// Orders a day in Bangladesh from one to another, which is left out.
    [[nodiscard]] double daily(const char *first, const char *end) const
    {
        const auto within = [&](const core::Order &order) {
            return *order.placedAt + kZone >= midnight(first) && *order.placedAt + kZone < midnight(end);
        };
        return static_cast<double>(std::ranges::count_if(orders, within)) /
               ((midnight(end) - midnight(first)) / days(1));
    }
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

TEST_CASE("BeforeEidMoreIsBoughtAndOnItsDaysTheShopIsClosed")
{
    if (!std::filesystem::exists(VITRINE_TEST_ASSETS "/demo/feasts.json"))
        SKIP("this checkout has no demo shop");
    const History history({"--today", "2026-06-10"}, VITRINE_TEST_ASSETS);
    CHECK(history.said.ends_with("among its days: Eid-ul-Fitr (2026-03-21, expected), Pohela Boishakh (2026-04-14), "
                                 "Eid-ul-Azha (2026-05-28, expected)\n"));
    // A whole week each, in the same part of its month: before the rise, at its height, and after the feast.
    const double ordinary = history.daily("2026-04-23", "2026-04-30");
    const double before = history.daily("2026-05-19", "2026-05-26");
    CHECK(before > 1.4 * ordinary);
    CHECK(history.daily("2026-05-26", "2026-05-28") < 0.8 * before);
    CHECK(history.daily("2026-05-28", "2026-05-31") < 0.4 * ordinary);
    CHECK(history.daily("2026-05-31", "2026-06-07") > 0.8 * ordinary);
    for (const core::Order &order : history.orders)
        for (const core::OrderEvent &event : order.history) {
            const bool isWork = event.state == OrderState::Packed || event.state == OrderState::OutForDelivery ||
                                event.state == OrderState::Delivered;
            const bool isClosed =
                event.at + kZone >= midnight("2026-05-28") && event.at + kZone < midnight("2026-05-31");
            // What is sent by mail needs nobody.
            CHECK_FALSE((isWork && isClosed && order.delivery.minorUnits > 0));
        }
    const History again({"--today", "2026-06-10"}, VITRINE_TEST_ASSETS);
    CHECK(again.orders == history.orders);
    CHECK(again.reviews == history.reviews);
}

TEST_CASE("DaysWhoseFeastsAreNotKnownAreRefused")
{
    const auto refused = [](const char *today) {
        TemporaryFolder folder;
        const std::string data = (folder.path() / "shop").string();
        const ToolRun run =
            runTool({"seed", "--demo", "--share", VITRINE_TEST_SHARE, "--today", today, "--data", data});
        CHECK_FALSE(std::filesystem::exists(data));
        return run.err;
    };
    CHECK(refused("2027-01-02") == "vitrine-server: invalidArgument at --today: the 24 days before 2027-01-02 are not "
                                   "all in the years 2026 to 2026, whose feasts are known\n");
    CHECK(refused("2026-01-24") == "vitrine-server: invalidArgument at --today: the 24 days before 2026-01-24 are not "
                                   "all in the years 2026 to 2026, whose feasts are known\n");
    CHECK(History({"--today", "2026-01-25"}).said.ends_with(" reviews\n"));
    CHECK(History({"--today", "2027-01-01"}).said.ends_with(" reviews\n"));
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
