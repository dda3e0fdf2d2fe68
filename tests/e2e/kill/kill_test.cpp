// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/SqliteReplica.h"
#include "tests/net/ServerProcess.h"
#include "tests/net/SessionHome.h"
#include "tests/support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>

/// A real server is killed again and again while a real client shops. Fifty runs, each from a seed that decides what
/// happens before each kill; VITRINE_SEED=n runs one again. Within a seed the kill's moment inside the server is up to
/// the machine: a failure may need a few tries to come back.
using namespace vitrine;
using namespace vitrine::test;

namespace {

constexpr std::uint64_t kRuns = 50;
constexpr int kMaxKillsWhileDraining = 3;

class Run
{
public:
    Run(const std::filesystem::path &seededShop, std::uint64_t seed)
        : m_chance(seed)
    {
        std::filesystem::copy(seededShop, m_server.data(), std::filesystem::copy_options::recursive);
    }

    void shop();
    void check();

private:
    using Submission = std::shared_ptr<SessionHome::Submission>;

    std::uint64_t below(std::uint64_t limit) { return m_chance.next() % limit; }
    void add(std::int64_t quantity) { m_submissions.push_back(m_phone.addMugs(quantity)); }
    std::int64_t outcomes() const;
    void killAfter(std::int64_t newOutcomes);
    void placeOrder();
    void drain();

    core::SeededRandom m_chance;
    TemporaryFolder m_folder;
    ServerProcess m_server{m_folder.path() / "server"};
    SessionHome m_phone{m_folder.path() / "phone", {}};
    std::vector<Submission> m_submissions;
    core::Id<core::Order> m_order;
    core::Id<core::Customer> m_customer;
};

std::int64_t Run::outcomes() const
{
    std::int64_t count = 0;
    for (const Submission &submission : m_submissions)
        count += std::ssize(submission->outcomes);
    return count;
}

/// Lets the world go on until so many more outcomes came (or none is left to come), then pulls the plug.
void Run::killAfter(std::int64_t newOutcomes)
{
    const std::int64_t wanted = outcomes() + newOutcomes;
    REQUIRE(waitUntil([&] {
        return outcomes() >= wanted || (m_phone.isOnline() && m_phone.session().state().waitingCommands == 0);
    }));
    m_server.kill();
}

void Run::placeOrder()
{
    m_order = core::Id<core::Order>(m_phone.session().newId());
    m_submissions.push_back(m_phone.submit("placeOrder", mugOrder(m_order, 3)));
    REQUIRE(waitUntil([&] { return m_submissions.back()->isQueued(); }));
    const auto waiting = m_phone.read<core::Order>(
        [id = m_order](core::ReadTx &tx) { return tx.get(id).transform([](const auto &row) { return row.value; }); });
    REQUIRE(waiting);
    CHECK_FALSE(waiting->number->has_value());
}

/// The server comes back, perhaps to be killed again while the outbox drains.
void Run::drain()
{
    for (std::uint64_t kills = below(kMaxKillsWhileDraining + 1); kills > 0; --kills) {
        m_server.start();
        m_phone.session().retryNow();
        killAfter(static_cast<std::int64_t>(below(3)));
        if (below(4) == 0) { // The device goes down with it.
            m_phone.close();
            REQUIRE(m_phone.open());
        }
    }
    m_server.start();
    m_phone.session().retryNow();
    REQUIRE(waitUntil([&] { return m_phone.isOnline() && m_phone.session().state().waitingCommands == 0; }));
}

void Run::shop()
{
    m_server.start();
    m_phone.setServer(m_server.url());
    REQUIRE(m_phone.open());
    m_customer = m_phone.session().customer();
    REQUIRE(waitUntil([&] { return m_phone.isOnline(); }));

    add(1);
    add(1);
    killAfter(static_cast<std::int64_t>(below(5)));
    add(1);
    CHECK(m_phone.mugsInCart() == 3);
    placeOrder();
    CHECK(m_phone.mugsInCart() == 0);
    drain();
    CHECK(waitUntil([&] { return m_phone.outbox().empty(); }));
    m_phone.close();
    m_server.kill(); // What was said to be done must survive this, too.
}

/// "entity/id" → version and document of all rows of the scopes.
core::Result<std::map<std::string, std::string>> documents(core::ReadTx &tx, const std::set<std::string> &scopes)
{
    std::map<std::string, std::string> out;
    for (const core::EntitySchema *schema : core::allEntities()) {
        for (const std::string &scope : scopes) {
            VITRINE_TRY(const auto rows, tx.selectRows(*schema, {.where = {{"scope", core::Compare::Equal, scope}}}));
            for (const core::RawRow &row : rows) {
                VITRINE_TRY(const std::string body, schema->outside(row.body));
                out[std::string(schema->name) + '/' + row.id.text()] = std::to_string(row.version) + ' ' + body;
            }
        }
    }
    return out;
}

void Run::check()
{
    platform::SystemClock clock;
    platform::SystemRandom random;
    const auto scopes = core::Actor::shopper({}, m_customer).scopes();
    std::map<std::string, std::string> atServer;
    std::int64_t head = 0;
    const core::Status read = openStore(m_server.data())->read([&](core::LogTx &tx) -> core::Status {
        VITRINE_TRY(const auto orders, tx.select<core::Order>({}));
        CHECK(orders.size() == 1);
        if (!orders.empty()) {
            CHECK(orders[0].value.id == m_order);
            CHECK(orders[0].value.number->has_value());
        }
        VITRINE_TRY(const auto payments, tx.select<core::Payment>({}));
        CHECK(payments.size() == 1);
        const auto levelId = core::StockLevel::idFor(mugVariant(), core::Id<core::Location>::named("dhaka"));
        VITRINE_TRY(const auto level, tx.get(levelId));
        CHECK(*level.value.onHand == kMugStock);
        CHECK(*level.value.reserved == 3);
        VITRINE_TRY(const auto cart, tx.get(core::Cart::idFor(m_customer)));
        CHECK(cart.value.pieces() == 0);
        VITRINE_TRY(head, tx.head());
        VITRINE_TRY(atServer, documents(tx, scopes));
        return {};
    });
    REQUIRE(read);

    const auto replica = platform::SqliteReplica::open(
        {.folder = m_phone.folder(), .entities = core::allEntities(), .clock = clock, .random = random});
    REQUIRE(replica);
    CHECK((*replica)->recoveries().empty());
    CHECK((*replica)->queued()->empty());
    CHECK((*replica)->cursor() == head);
    CHECK(documents((*replica)->view(), scopes) == atServer);
}

} // namespace

TEST_CASE("However often the server is killed, an order arrives once")
{
    const char *chosen = std::getenv("VITRINE_SEED");
    const std::uint64_t first = chosen != nullptr ? std::strtoull(chosen, nullptr, 10) : 1;
    const std::uint64_t last = chosen != nullptr ? first : kRuns;
    TemporaryFolder seeded;
    seedShop(seeded.path());
    const auto begin = std::chrono::steady_clock::now();
    for (std::uint64_t seed = first; seed <= last; ++seed) {
        INFO("VITRINE_SEED=" << seed);
        CAPTURE(seed);
        Run run(seeded.path(), seed);
        run.shop();
        run.check();
    }
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
    std::printf("%llu runs, %.2f s each\n", static_cast<unsigned long long>(last - first + 1),
                spent.count() / static_cast<double>(last - first + 1));
}
