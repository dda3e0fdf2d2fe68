// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/ServerProcess.h"
#include "tests/net/SessionHome.h"
#include "tests/support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>

using namespace vitrine;
using namespace vitrine::test;

namespace {

/// Nothing listens there: the port is reserved for what no server is.
constexpr const char *kNowhere = "http://127.0.0.1:9";

struct Shop {
    TemporaryFolder folder;
    ServerProcess server{folder.path() / "server"};
    SessionHome phone{folder.path() / "phone", {}};

    Shop()
    {
        seedShop(server.data());
        server.start();
        phone.setServer(server.url());
    }
};

core::Result<bool> hasMug(core::ReadTx &tx)
{
    return tx.find(mugId()).transform([](const auto &row) { return row.has_value(); });
}

} // namespace

TEST_CASE("A session opens, reads and queues with no server anywhere")
{
    TemporaryFolder folder;
    SessionHome home(folder.path() / "data", kNowhere);
    REQUIRE(home.open());
    CHECK(home.read<bool>(hasMug) == false);
    CHECK(waitUntil([&] { return home.session().state().connection == core::Connection::Offline; }));
    REQUIRE(home.outbox().size() == 1);
    CHECK(home.outbox()[0].name == "registerDevice");
    const auto customer = home.session().customer();
    home.close();
    REQUIRE(home.open());
    CHECK(home.session().customer() == customer);
}

TEST_CASE("What stands against opening is said clearly")
{
    TemporaryFolder folder;
    SessionHome first(folder.path() / "data", kNowhere);
    REQUIRE(first.open());

    const auto inUse = SessionHome(folder.path() / "data", kNowhere).open();
    REQUIRE_FALSE(inUse);
    CHECK(inUse.error().code == core::ErrorCode::Unavailable);
    CHECK(inUse.error().detail == "another running program uses this data folder");

    for (const char *address : {"", "127.0.0.1:8080", "ftp://shop", "http://", "not an address"}) {
        const auto refused = SessionHome(folder.path() / "other", address).open();
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == core::ErrorCode::InvalidArgument);
        CHECK(refused.error().where == "serverUrl");
    }

    std::ofstream(folder.path() / "file") << "in the way";
    const auto noFolder = SessionHome(folder.path() / "file" / "data", kNowhere).open();
    REQUIRE_FALSE(noFolder);
    CHECK(noFolder.error().code == core::ErrorCode::Unavailable);
}

TEST_CASE("A callback is dropped with its guard and with its session")
{
    TemporaryFolder folder;
    SessionHome home(folder.path() / "data", kNowhere);
    REQUIRE(home.open());
    bool wasCalled = false;
    auto guard = std::make_shared<int>();
    home.session().read<bool>(guard, hasMug, [&](auto) { wasCalled = true; });
    home.session().observe(guard, [&](const auto &) { wasCalled = true; });
    guard.reset();
    CHECK(home.read<bool>(hasMug) == false); // Comes after the first.
    home.session().read<bool>(home.guard(), hasMug, [&](auto) { wasCalled = true; });
    home.close();
    CHECK_FALSE(waitUntil([&] { return wasCalled; }, std::chrono::seconds(0)));
}

TEST_CASE("The device's clock never goes back, over restarts either")
{
    TemporaryFolder folder;
    SessionHome home(folder.path() / "data", kNowhere);
    REQUIRE(home.open());
    const auto first = home.session().nextHlc();
    CHECK(home.session().nextHlc() > first);
    CHECK(home.session().newId() != home.session().newId());
}

TEST_CASE("A first start takes the shop over and follows it")
{
    Shop shop;
    REQUIRE(shop.phone.open());
    std::set<std::string> entities;
    shop.phone.session().observe(shop.phone.guard(), [&](const core::SessionNotice &notice) {
        entities.insert(notice.entities.begin(), notice.entities.end());
    });
    REQUIRE(waitUntil([&] { return shop.phone.isOnline(); }));
    CHECK(waitUntil([&] { return entities.contains("product"); }));
    CHECK(shop.phone.read<bool>(hasMug) == true);
    CHECK(waitUntil([&] { return shop.phone.outbox().empty(); }));
}

TEST_CASE("A command is shown at once and decided by the server")
{
    Shop shop;
    REQUIRE(shop.phone.open());
    REQUIRE(waitUntil([&] { return shop.phone.isOnline(); }));
    const auto added = shop.phone.addMugs(2);
    REQUIRE(waitUntil([&] { return added->isQueued(); }));
    CHECK_FALSE(added->outcomes.front().isFinal);
    CHECK(shop.phone.mugsInCart() == 2);
    REQUIRE(waitUntil([&] { return added->isFinal(); }));
    CHECK(added->outcomes.size() == 2);
    CHECK(added->outcomes.back().reply == R"({"pieces":2})");
    CHECK(waitUntil([&] { return shop.phone.outbox().empty(); }));
    CHECK(shop.phone.mugsInCart() == 2);
}

TEST_CASE("A counter-offer comes back to who asked, and stands in the outbox until it is dismissed")
{
    Shop shop;
    REQUIRE(shop.phone.open());
    REQUIRE(waitUntil([&] { return shop.phone.isOnline(); }));
    auto order = mugOrder(core::Id<core::Order>(shop.phone.session().newId()), 1);
    order.lines[0].unitPrice.minorUnits -= 100; // Yesterday's price.
    const auto placed = shop.phone.submit("placeOrder", order);
    REQUIRE(waitUntil([&] { return placed->isFinal(); }));
    CHECK(placed->outcomes.back().reply->contains("counterOffer"));
    const auto outbox = shop.phone.outbox();
    REQUIRE(outbox.size() == 1);
    CHECK(outbox[0].isParked());
    CHECK(shop.phone.session().state().parkedCommands == 1);
    shop.phone.session().dismissParked(outbox[0].position);
    CHECK(waitUntil([&] { return shop.phone.session().state().parkedCommands == 0; }));
}

TEST_CASE("What was done while the server was away arrives when it is back")
{
    Shop shop;
    REQUIRE(shop.phone.open());
    REQUIRE(waitUntil([&] { return shop.phone.isOnline(); }));
    shop.server.kill();
    REQUIRE(waitUntil([&] { return !shop.phone.isOnline(); }));
    const auto added = shop.phone.addMugs(3);
    REQUIRE(waitUntil([&] { return added->isQueued(); }));
    CHECK(shop.phone.session().state().waitingCommands == 1);
    shop.phone.close(); // The device is switched off and on, too.
    REQUIRE(shop.phone.open());
    CHECK(shop.phone.mugsInCart() == 3);
    shop.server.start();
    shop.phone.session().retryNow();
    REQUIRE(waitUntil([&] { return shop.phone.isOnline() && shop.phone.session().state().waitingCommands == 0; }));
    CHECK(shop.phone.mugsInCart() == 3);
}

TEST_CASE("A server on another store is taken as what it is")
{
    Shop shop;
    REQUIRE(shop.phone.open());
    REQUIRE(waitUntil([&] { return shop.phone.isOnline(); }));
    (void)shop.phone.addMugs(1);
    REQUIRE(waitUntil([&] { return shop.phone.outbox().empty(); }));
    shop.server.stop();
    std::filesystem::remove_all(shop.server.data());
    seedShop(shop.server.data());
    shop.server.start();
    shop.phone.session().retryNow();
    REQUIRE(waitUntil([&] { return shop.phone.isOnline() && shop.phone.outbox().empty(); }));
    CHECK(waitUntil([&] { return shop.phone.mugsInCart() == 0; }));
    const auto added = shop.phone.addMugs(4);
    REQUIRE(waitUntil([&] { return added->isFinal(); }));
    CHECK(added->outcomes.back().reply == R"({"pieces":4})");
}
