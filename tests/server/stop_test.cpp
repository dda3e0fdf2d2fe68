// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Json.h"
#include "tests/server/RunningServer.h"

#include <atomic>
#include <csignal>
#include <mutex>
#include <thread>

using namespace vitrine;
using namespace vitrine::test;

namespace {

constexpr int kShoppers = 6;
constexpr std::int64_t kPieces = 1'000'000;

std::string shopperToken(int shopper) { return "shopper-" + std::to_string(shopper); }

/// Shoppers who order one piece after the other until their server is gone.
class Load
{
public:
    explicit Load(int port)
    {
        for (int shopper = 0; shopper < kShoppers; ++shopper)
            m_threads.emplace_back([this, wire = Wire(port), shopper]() mutable { order(wire, shopper); });
    }
    void waitForAnswers(std::size_t count)
    {
        for (std::size_t seen = m_answered.load(); seen < count; seen = m_answered.load())
            m_answered.wait(seen);
    }
    /// The orders that the server has said yes to, when all shoppers have given up.
    std::vector<std::string> end()
    {
        for (std::thread &thread : m_threads)
            thread.join();
        m_threads.clear();
        return m_acknowledged;
    }
    /// Answers other than yes, and other than "I am stopping".
    std::vector<std::string> strange;

private:
    void order(Wire &wire, int shopper)
    {
        core::SeededRandom random(static_cast<std::uint64_t>(shopper) + 100);
        while (true) {
            const std::string id = core::Uuid::make(core::Time{}, random).text();
            const std::string body = placeOrderBody(id);
            wire.send("POST /v1/commands/placeOrder HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                      "Authorization: Bearer " +
                      shopperToken(shopper) + "\r\nIdempotency-Key: " + core::Uuid::make(core::Time{}, random).text() +
                      "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
            const auto response = wire.receive();
            if (!response || response->status == 503)
                return;
            const std::scoped_lock lock(m_mutex);
            if (response->status == 200 && response->body.contains("accepted"))
                m_acknowledged.push_back(id);
            else
                strange.push_back(response->body);
            m_answered.fetch_add(1);
            m_answered.notify_all();
        }
    }

    std::vector<std::thread> m_threads;
    std::atomic<std::size_t> m_answered{0};
    std::mutex m_mutex;
    std::vector<std::string> m_acknowledged;
};

struct Books {
    std::set<std::string> orders{};
    std::size_t orderRows = 0;
    std::set<std::string> numbers{};
    std::int64_t onHand = 0;
    std::int64_t reserved = 0;
};

Books readBooks(const std::filesystem::path &data)
{
    Books books;
    const ToolRun all = runTool({"export", "--data", data.string()});
    INFO(all.err);
    REQUIRE(all.status == 0);
    const auto document = core::JsonDocument::parse(all.out, std::size_t{256} << 20).value();
    const simdjson::dom::array orders = document.root()["orders"].get_array().value();
    for (const core::JsonValue order : orders) {
        books.orders.insert(std::string(order["id"].get_string().value()));
        books.numbers.insert(std::string(order["number"].get_string().value()));
        ++books.orderRows;
    }
    const core::JsonValue stock = document.root()["stock-levels"].at(0).value();
    books.onHand = stock["onHand"].get_int64().value();
    books.reserved = stock["reserved"].get_int64().value();
    return books;
}

void checkNothingIsLost(const std::filesystem::path &data, const std::vector<std::string> &acknowledged)
{
    const Books books = readBooks(data);
    for (const std::string &order : acknowledged)
        REQUIRE(books.orders.contains(order));
    CHECK(books.orders.size() == books.orderRows);
    CHECK(books.numbers.size() == books.orderRows);
    CHECK(books.onHand == kPieces);
    CHECK(books.reserved == std::ssize(books.orders));
    const ToolRun check = runTool({"check", "--data", data.string()});
    INFO(check.err);
    CHECK(check.status == 0);
}

void prepare(const std::filesystem::path &data)
{
    seedMug(data, kPieces);
    RunningServer server(data);
    Wire wire(server.port());
    for (int shopper = 0; shopper < kShoppers; ++shopper)
        registerShopper(wire, shopperToken(shopper));
    server.signal(SIGTERM);
    REQUIRE(server.wait() == 0);
}

} // namespace

TEST_CASE("StopsUnderLoadWithoutLosingWhatItAnswered")
{
    TemporaryFolder folder;
    prepare(folder.path());
    for (const int number : {SIGTERM, SIGINT}) {
        RunningServer server(folder.path(), {"--requests-per-second", "0"});
        Load load(server.port());
        load.waitForAnswers(300);
        server.signal(number);
        const auto acknowledged = load.end();
        CHECK(server.wait() == 0);
        CHECK(load.strange.empty());
        CHECK(acknowledged.size() >= 300);
        checkNothingIsLost(folder.path(), acknowledged);
    }
}

TEST_CASE("IsKilledUnderLoadWithoutLosingWhatItAnswered")
{
    TemporaryFolder folder;
    prepare(folder.path());
    std::vector<std::string> acknowledged;
    core::SeededRandom random(11);
    for (int round = 0; round < 5; ++round) {
        RunningServer server(folder.path(), {"--requests-per-second", "0"});
        Load load(server.port());
        load.waitForAnswers(50 + random.next() % 400);
        server.kill();
        const auto more = load.end();
        CHECK(load.strange.empty());
        acknowledged.insert(acknowledged.end(), more.begin(), more.end());
    }
    checkNothingIsLost(folder.path(), acknowledged);
}
