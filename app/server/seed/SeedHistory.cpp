// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/seed/SeedHistory.h"

#include "app/server/seed/SeedLife.h"
#include "app/server/seed/SeedRestock.h"
#include "app/server/seed/SeedReviews.h"
#include "app/server/seed/SeedShoppers.h"

#include <algorithm>
#include <map>
#include <set>

namespace vitrine::server {

using core::ErrorCode;
using core::fail;
using core::Id;
using core::OrderState;
using core::Result;
using core::Status;
using core::Time;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr std::uint64_t kSeed = 0x5649'5452'494e'45;
/// What is out at the end ran out so long before.
constexpr days kOutSince{9};
/// How much of it there was until then.
constexpr std::int64_t kBeforeOut = 8;
constexpr std::string_view kEnd = "seed/history/end";

/// In Bangladesh.
Time midnight(std::chrono::sys_days day) { return Time(day) - Rhythm::kZone; }

class History
{
public:
    /// All must outlive this.
    History(ServerShop &shop, SeedRun &run, const DemoCatalogue &catalogue, const DemoHistory &history)
        : m_shop(shop)
        , m_run(run)
        , m_catalogue(catalogue)
        , m_feasts(history.feasts)
        , m_begin(midnight(history.firstDay()))
        , m_end(midnight(history.today))
        , m_shoppers(catalogue, history.people, m_dice)
        , m_rhythm(history.people.ordersPerDay, history.feasts)
        , m_reviews(catalogue, history.reviews)
    {
    }

    Result<HistoryReport> live();

private:
    [[nodiscard]] double elapsed(Time at) const
    {
        return std::chrono::duration<double>(at - m_begin) / (m_end - m_begin);
    }

    void visit(Time hour);
    Status runHour(Time next);
    void accept(const core::PlaceOrder &order, std::size_t customer, Time placed, Time earliest);
    void planReviews(const core::PlaceOrder &order, std::size_t customer, Time delivered);
    void plan(SeedAct act);
    Status fillUp(Time at, std::string_view name, bool isLast);
    std::vector<Wanted> wanted(const DemoProduct &product, Time at, bool isLast) const;

    ServerShop &m_shop;
    SeedRun &m_run;
    const DemoCatalogue &m_catalogue;
    const Feasts &m_feasts;
    const Time m_begin;
    const Time m_end;
    Dice m_dice{kSeed};
    Shoppers m_shoppers;
    const Rhythm m_rhythm;
    SeedReviews m_reviews;

    /// By time; acts of one time in the order in which they were planned.
    std::multimap<Time, SeedAct> m_plan;
    /// Orders that were asked for in this hour: the act's key and what it asks.
    struct Asked {
        core::PlaceOrder order{};
        std::size_t customer = 0;
    };
    std::map<core::Uuid, Asked> m_asked;
    std::set<std::size_t> m_known;
    /// Products that were bought since the storekeeper's last round.
    std::set<const DemoProduct *> m_bought;
    HistoryReport m_report;
};

void History::plan(SeedAct act)
{
    if (act.at < m_end)
        m_plan.emplace(act.at, std::move(act));
}

void History::visit(Time hour)
{
    const std::int64_t orders = m_dice.around(m_rhythm.expected(hour));
    for (std::int64_t i = 0; i < orders; ++i) {
        const Time at = hour + seconds(m_dice.between(60, 3'599));
        const std::size_t customer = m_shoppers.somebody(elapsed(at));
        core::PlaceOrder order = m_shoppers.wish(customer, at, m_end - kOutSince);
        if (order.lines.empty())
            continue;
        if (m_known.insert(customer).second)
            plan(seedAct("registerDevice", m_shoppers.registration(customer), core::Actor::nobody(), hour));
        SeedAct act = seedAct("placeOrder", order, m_shoppers.actor(customer), at);
        m_asked[act.request.key] = {std::move(order), customer};
        plan(std::move(act));
    }
}

/// Runs what is planned before `next`, in one go.
Status History::runHour(Time next)
{
    std::vector<SeedAct> acts;
    for (auto it = m_plan.begin(); it != m_plan.end() && it->first < next; it = m_plan.erase(it))
        acts.push_back(std::move(it->second));
    if (acts.empty())
        return {};
    VITRINE_TRY(const auto replies, m_run.run(acts));
    for (std::size_t i = 0; i < acts.size(); ++i) {
        const SeedAct &act = acts[i];
        if (!replies[i])
            return fail(replies[i].error().code, act.request.name + ": " + replies[i].error().detail,
                        replies[i].error().where);
        m_report.reviews += act.request.name == "writeReview" ? 1 : 0;
        const auto asked = m_asked.extract(act.request.key);
        if (asked.empty())
            continue;
        VITRINE_TRY(const auto reply, core::fromJson<core::PlaceOrderReply>(*replies[i], core::JsonReading::Stored));
        // Whoever is offered less than they came for goes away again.
        if (reply.outcome == core::OrderOutcome::Accepted)
            accept(asked.mapped().order, asked.mapped().customer, act.at, next);
    }
    return {};
}

void History::accept(const core::PlaceOrder &order, std::size_t customer, Time placed, Time earliest)
{
    ++m_report.orders;
    const DemoProduct &first = m_shoppers.product(order.lines.front().product);
    for (const core::OrderedLine &line : order.lines)
        m_bought.insert(&m_shoppers.product(line.product));
    const OrderFacts facts{.placed = placed,
                           .isCard = order.paymentMethod == core::PaymentMethod::TestCard,
                           .isDigital = first.isEndless,
                           .isFar = m_shoppers.livesFar(customer)};
    for (const LifeStep &step : lifeOf(facts, m_feasts, m_dice)) {
        // This hour is over.
        const Time at = std::max(step.at, earliest);
        if (step.isByShopper)
            plan(seedAct("cancelOrder", core::CancelOrder{order.order}, m_shoppers.actor(customer), at));
        else
            plan(seedAct("advanceOrder", core::AdvanceOrder{order.order, step.to}, core::Actor::owner(), at));
        if (step.to == OrderState::Delivered)
            planReviews(order, customer, at);
    }
}

void History::planReviews(const core::PlaceOrder &order, std::size_t customer, Time delivered)
{
    for (const core::OrderedLine &line : order.lines) {
        const Time at = std::chrono::floor<days>(delivered) + days(m_dice.between(1, 8)) +
                        minutes(m_dice.between(4 * 60, 17 * 60)); // From 10 to 23 o'clock there.
        const DemoProduct &product = m_shoppers.product(line.product);
        // Who has got what nobody has judged yet is asked more.
        if (at >= m_end || !m_dice.chance(m_reviews.isReviewed(product) ? 0.45 : 0.9))
            continue;
        const source::Review *from = m_reviews.take(product, elapsed(at));
        if (from == nullptr)
            continue;
        plan(seedAct("writeReview",
                     core::WriteReview{.review = Id<core::Review>::make(at, m_dice.source()),
                                       .order = order.order,
                                       .product = line.product,
                                       .stars = from->stars,
                                       .title = from->title,
                                       .text = from->text,
                                       .language = from->language},
                     m_shoppers.actor(customer), at));
    }
}

std::vector<Wanted> History::wanted(const DemoProduct &product, Time at, bool isLast) const
{
    std::vector<Wanted> wanted;
    const bool wasThere = product.isOut && at < m_end - kOutSince;
    for (const DemoVariant &variant : product.variants)
        for (const DemoStock &stock : variant.stock)
            wanted.push_back({variant.id, stock.location, wasThere ? kBeforeOut : stock.onHand,
                              isLast || (product.isOut && !wasThere)});
    return wanted;
}

Status History::fillUp(Time at, std::string_view name, bool isLast)
{
    std::vector<Wanted> all;
    for (const DemoProduct &product : m_catalogue.products)
        if (isLast || product.isOut || m_bought.contains(&product))
            std::ranges::move(wanted(product, at, isLast), std::back_inserter(all));
    m_bought.clear();
    if (all.empty())
        return {};
    return m_run.runAll(
        {restock(m_shop.registry(), "history/" + std::string(name) + core::formatTime(at), std::move(all), at)});
}

Result<HistoryReport> History::live()
{
    constexpr int kRound = 3; // By night, when nobody orders.
    VITRINE_CHECK(fillUp(m_begin, "begin/", false));
    for (Time hour = m_begin; hour < m_end; hour += hours(1)) {
        if (Rhythm::localHour(hour) == kRound)
            VITRINE_CHECK(fillUp(hour, "round/", false));
        visit(hour);
        VITRINE_CHECK(runHour(hour + hours(1)));
    }
    VITRINE_CHECK(fillUp(m_end, "end/", true));
    m_report.customers = m_known.size();
    return m_report;
}

/// The last act of a history: where its answer is stored, all before it is there.
class End final : public core::PreparedCommand
{
public:
    Result<std::string> run(core::Tx &, const core::Actor &) const override { return std::string("{}"); }
    std::string body() const override { return std::string(kEnd); }
};

Result<bool> isThere(ServerShop &shop)
{
    bool isThere = false;
    VITRINE_CHECK(shop.store().write([&](core::Tx &tx) -> Status {
        VITRINE_TRY(const auto answer, tx.storedAnswer(core::Uuid::named(kEnd)));
        isThere = answer.has_value();
        return {};
    }));
    return isThere;
}

Status checkHistory(const source::History &history, const std::string &file)
{
    const auto refuse = [&](const std::string &field, const std::string &what) {
        return fail(ErrorCode::InvalidArgument, what, file + ": " + field);
    };
    if (history.customers.empty())
        return refuse("customers", "a history needs people");
    if (history.districts.empty())
        return refuse("districts", "people need a place to live");
    for (std::size_t i = 0; i < history.districts.size(); ++i)
        if (history.districts[i].places.empty())
            return refuse("districts[" + std::to_string(i) + "].places", "people need a place to live");
    if (!(history.ordersPerDay > 0 && history.ordersPerDay <= 1'000))
        return refuse("ordersPerDay", "is not within 0 and 1000");
    return {};
}

} // namespace

Result<DemoHistory> readDemoHistory(const std::filesystem::path &demo, const std::string &today)
{
    DemoHistory history;
    const std::filesystem::path file = demo / "history.json";
    VITRINE_TRY(history.people, source::read<source::History>(file));
    VITRINE_CHECK(checkHistory(history.people, platform::utf8(file)));
    VITRINE_TRY(history.reviews, source::read<std::vector<source::Review>>(demo / "reviews.json"));
    VITRINE_TRY(history.feasts, Feasts::read(demo / "feasts.json"));
    const std::string where = today.empty() ? platform::utf8(file) + ": today" : "--today";
    VITRINE_TRY(history.today, readDay(today.empty() ? history.people.today : today, where));
    VITRINE_CHECK(history.feasts.cover(history.firstDay(), history.today, where));
    return history;
}

Result<HistoryReport> seedHistory(ServerShop &shop, SeedRun &run, const DemoCatalogue &catalogue,
                                  const DemoHistory &history)
{
    VITRINE_TRY(const bool wasThere, isThere(shop));
    if (wasThere)
        return HistoryReport{.wasThere = true};
    History past(shop, run, catalogue, history);
    VITRINE_TRY(const HistoryReport report, past.live());
    SeedAct last{{core::Uuid::named(kEnd), "historyEnd", {}},
                 core::Actor::owner(),
                 midnight(history.today),
                 std::make_shared<End>()};
    VITRINE_CHECK(run.runAll({last}));
    return report;
}

} // namespace vitrine::server
