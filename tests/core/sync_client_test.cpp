// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sync_client_world.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace vitrine;
using namespace vitrine::test;
using namespace std::chrono_literals;
using core::Connection;

namespace {

/// One shop, one device that was never started before.
struct World {
    FakeServer server{1};
    FakeDevice device{server, 2};

    World() { device.boot(); }
    void settleAll() { settle(server, {&device}); }
    void killServer()
    {
        device.isServerUp = false;
        server.kill();
        device.settleSocket();
    }
    void restartServer()
    {
        device.isServerUp = true;
        settleAll();
    }
    std::set<std::string> scopes() const
    {
        return core::Actor::shopper({},
                                    core::Id<core::Customer>(*Uuid::parse(device.disk.settings.at("device.customer"))))
            .scopes();
    }
    bool isInStep() const { return documents(device.disk.base, scopes()) == documents(server.disk, scopes()); }
    int submitsSent() const
    {
        return static_cast<int>(std::ranges::count_if(
            device.sentFrames, [](const std::string &frame) { return frame.starts_with(R"({"type":"submit")"); }));
    }
};

} // namespace

TEST_CASE("A first start makes an identity that stays, and queues its registration")
{
    World world;
    world.device.isServerUp = false;
    const auto identity = world.device.sync().identity();
    CHECK(identity.token.size() == 64);
    REQUIRE(world.device.disk.outbox.size() == 1);
    CHECK(world.device.disk.outbox.begin()->second.name == "registerDevice");
    CHECK(world.device.waiting() == 0); // Nothing that a shopper would wait for.

    world.device.boot();
    CHECK(world.device.sync().identity().device == identity.device);
    CHECK(world.device.sync().identity().customer == identity.customer);
    CHECK(world.device.sync().identity().token == identity.token);
    CHECK(world.device.disk.outbox.size() == 1);
}

TEST_CASE("A device registers, takes the snapshot and is online")
{
    World world;
    world.settleAll();
    CHECK(world.device.sync().state().connection == Connection::Online);
    CHECK(world.isInStep());
    CHECK(world.device.disk.cursor == world.server.disk.head());
    CHECK(world.device.disk.outbox.empty());
    CHECK(*world.device.view().find(world.device.sync().identity().customer));
}

TEST_CASE("A lost answer to the registration does not keep the device out")
{
    World world;
    world.device.settleSocket();
    world.server.receive(*world.device.line());
    world.device.deliverToDevice(); // Welcome; the registration goes out.
    world.server.receive(*world.device.line());
    world.server.flush();
    world.device.cut();
    world.settleAll();
    CHECK(world.isInStep());
    CHECK(world.device.disk.outbox.empty());
}

TEST_CASE("A command shows at once, and is not shown twice when its changes come before its answer")
{
    World world;
    world.settleAll();
    const auto submitted = world.device.add("mug", 2);
    CHECK_FALSE(submitted.outcome.isFinal);
    CHECK(world.device.pieces("mug") == 2);

    const bool answersFirst = GENERATE(true, false);
    std::vector<std::int64_t> seen;
    world.device.onNews = [&] { seen.push_back(world.device.pieces("mug")); };
    while (world.server.receive(*world.device.line())) {
    }
    world.server.flush(answersFirst);
    world.settleAll();
    CHECK(std::ranges::all_of(seen, [](std::int64_t pieces) { return pieces == 2; }));
    CHECK(world.device.disk.outbox.empty());
    CHECK(world.isInStep());
    REQUIRE(world.device.decisions.contains(submitted.position));
    CHECK(world.device.decisions.at(submitted.position).reply == R"({"pieces":2})");
}

TEST_CASE("A checkpoint does not wait for ever for an answer that is late")
{
    World world;
    world.settleAll();
    (void)world.device.add("mug", 2);
    world.server.own("setStock", stock("chair", 3)); // Something new, with the command still unanswered.
    for (auto *line = world.device.line(); line != nullptr;) {
        world.server.stream(*line);
        break;
    }
    while (world.device.deliverToDevice()) {
    }
    CHECK(world.device.disk.cursor < world.server.disk.head());
    world.device.now += 301ms;
    world.device.sync().tick(world.device.now);
    CHECK(world.device.disk.cursor == world.server.disk.head());
}

TEST_CASE("A checkpoint that waits for an answer is not mixed with what comes after it")
{
    World world;
    world.settleAll();
    (void)world.device.add("mug", 2);
    world.server.own("setStock", stock("chair", 3));
    world.server.stream(*world.device.line());
    while (world.device.deliverToDevice()) {
    }
    const auto expected = documents(world.server.disk, world.scopes());
    const auto cursor = world.server.disk.head();
    for (int i = 0; i < 10; ++i)
        world.server.own("setStock", stock("mug", i));
    world.server.stream(*world.device.line());
    world.device.deliverToDevice(); // The first batch of the next checkpoint.
    world.device.now += 301ms;
    world.device.sync().tick(world.device.now);
    CHECK(world.device.disk.cursor == cursor);
    CHECK(documents(world.device.disk.base, world.scopes()) == expected);
}

TEST_CASE("What was done offline goes out in order, once")
{
    World world;
    world.settleAll();
    world.killServer();
    (void)world.device.add("mug", 1);
    (void)world.device.add("chair", 1);
    (void)world.device.set("mug", 5);
    CHECK(world.device.pieces("mug") == 5);
    CHECK(world.device.waiting() == 3);

    world.device.boot(); // A restart in between loses nothing.
    CHECK(world.device.pieces("mug") == 5);
    const int before = world.server.executions;
    world.restartServer();
    CHECK(world.server.executions == before + 3);
    CHECK(world.device.waiting() == 0);
    CHECK(world.isInStep());
    CHECK(world.device.pieces("mug") == 5);
}

TEST_CASE("No more than a bounded number of commands is on its way")
{
    World world;
    world.settleAll();
    const int before = world.submitsSent();
    for (int i = 0; i < 40; ++i)
        (void)world.device.add("mug", 1);
    CHECK(world.submitsSent() == before + static_cast<int>(core::sync::ClientSync::kMaxInFlight));
    world.settleAll();
    CHECK(world.submitsSent() == before + 40);
    CHECK(world.device.pieces("mug") == 40);
}

TEST_CASE("A refused command is parked with its reason and blocks nothing")
{
    World world;
    world.settleAll();
    world.killServer();
    (void)world.device.add("mug", 1);
    (void)world.device.add("chair", 1);
    core::Product gone = product("mug", 65000);
    gone.state = core::ProductState::Archived;
    world.server.own("saveProduct", core::SaveProduct{gone});
    world.restartServer();

    CHECK(world.device.waiting() == 0);
    CHECK(world.device.sync().state().parkedCommands == 1);
    CHECK(world.device.pieces("mug") == 0);
    CHECK(world.device.pieces("chair") == 1);
    REQUIRE(world.device.disk.outbox.size() == 1);
    const auto parked = world.device.disk.outbox.begin()->second;
    CHECK(core::errorFromJson(parked.parkedError) ==
          core::Error{core::ErrorCode::NotFound, "no such product", "product"});
    CHECK(world.device.sync().dismissParked(parked.position));
    CHECK(world.device.disk.outbox.empty());
    CHECK_FALSE(world.device.sync().dismissParked(parked.position));
}

TEST_CASE("A counter-offer ends a predicted order and hands the offer on")
{
    World world;
    world.settleAll();
    world.server.own("setStock", stock("mug", 1));
    const auto id = Id<core::Order>::named("too many");
    const auto submitted = world.device.submit("placeOrder", order(id, "mug", 3, 65000));
    CHECK(*world.device.view().find(id));
    world.settleAll();

    CHECK_FALSE(*world.device.view().find(id));
    REQUIRE(world.device.decisions.contains(submitted.position));
    const auto reply = core::fromJson<core::PlaceOrderReply>(*world.device.decisions.at(submitted.position).reply,
                                                             core::JsonReading::Strict);
    REQUIRE(reply);
    CHECK(reply->outcome == core::OrderOutcome::CounterOffer);
    REQUIRE(world.device.disk.outbox.size() == 1);
    const std::string parked = world.device.disk.outbox.begin()->second.parkedError;
    CHECK(parked.contains(R"("offer":{"outcome":"counterOffer")"));
    CHECK(core::errorFromJson(parked).code == core::ErrorCode::Conflict);
}

TEST_CASE("An order placed offline gets its number when the server returns")
{
    World world;
    world.settleAll();
    world.killServer();
    (void)world.device.add("mug", 3);
    const auto id = Id<core::Order>::named("offline");
    (void)world.device.submit("placeOrder", order(id, "mug", 3, 65000));
    const auto waiting = world.device.view().get(id);
    REQUIRE(waiting);
    CHECK_FALSE(waiting->value.number->has_value());
    CHECK(world.device.pieces("mug") == 0);

    // A rebase makes the same order again.
    CHECK(world.device.replica().resetView());
    world.device.boot();
    CHECK(world.device.view().get(id)->value == waiting->value);

    world.restartServer();
    CHECK(world.device.view().get(id)->value.number->has_value());
    CHECK(world.isInStep());
}

TEST_CASE("The device refuses what it can see to be wrong, and queues nothing")
{
    World world;
    world.settleAll();
    const auto unknown = world.device.add("teapot", 1);
    CHECK(unknown.outcome.isFinal);
    CHECK(unknown.outcome.reply.error().code == core::ErrorCode::NotFound);
    const auto twoLines = world.device.sync().submit("addToCart", "{\n}", world.device.wall(), world.device.now);
    CHECK(twoLines.outcome.reply.error().code == core::ErrorCode::Malformed);
    const auto large =
        world.device.sync().submit("later", std::string(300'000, ' '), world.device.wall(), world.device.now);
    CHECK(large.outcome.reply.error().code == core::ErrorCode::TooLarge);
    CHECK(world.device.disk.outbox.empty());
}

TEST_CASE("A full disk refuses the command and takes its effect back")
{
    World world;
    world.settleAll();
    world.device.replica().diskFault = core::Error{core::ErrorCode::StorageFull, "full"};
    const auto submitted = world.device.add("mug", 1);
    CHECK(submitted.outcome.isFinal);
    CHECK(submitted.outcome.reply.error().code == core::ErrorCode::StorageFull);
    CHECK(world.device.pieces("mug") == 0);
    world.device.replica().diskFault.reset();
    CHECK(world.device.add("mug", 1).position > 0);
}

TEST_CASE("A checkpoint that can't be written leaves the old base, and comes again")
{
    World world;
    world.settleAll();
    const auto before = world.device.disk.cursor;
    world.device.replica().diskFault = core::Error{core::ErrorCode::StorageFull, "full"};
    world.server.own("setStock", stock("mug", 7));
    world.server.stream(*world.device.line());
    while (world.device.deliverToDevice()) {
    }
    CHECK(world.device.disk.cursor == before);
    CHECK(world.device.sync().isViewReady());
    CHECK(world.device.line() == nullptr);
    CHECK(world.device.troubles.back().code == core::ErrorCode::StorageFull);
    world.device.replica().diskFault.reset();
    world.settleAll();
    CHECK(world.isInStep());
}

TEST_CASE("A passing answer is asked again with the same key, in order")
{
    World world;
    world.settleAll();
    world.server.passing = 3;
    (void)world.device.add("mug", 1);
    (void)world.device.add("mug", 2);
    world.settleAll();
    CHECK(world.device.pieces("mug") == 3);
    CHECK(world.device.waiting() == 0);
    CHECK(world.isInStep());
}

TEST_CASE("Half a checkpoint is never committed")
{
    World world;
    world.settleAll();
    const auto before = documents(world.device.disk.base, world.scopes());
    const int commits = world.device.replica().commits;
    for (int i = 0; i < 10; ++i)
        world.server.own("setStock", stock("mug", i));
    world.server.stream(*world.device.line());
    world.device.deliverToDevice(); // A first batch of several.
    CHECK(documents(world.device.disk.base, world.scopes()) == before);
    world.device.cut();
    CHECK(documents(world.device.disk.base, world.scopes()) == before);
    CHECK(world.device.replica().commits == commits);
    world.settleAll();
    CHECK(world.isInStep());
}

TEST_CASE("A snapshot into an empty replica that is cut leaves it empty and usable")
{
    World world;
    while (world.device.sync().isViewReady()) {
        world.device.settleSocket();
        while (world.server.receive(*world.device.line())) {
        }
        world.server.flush();
        REQUIRE(world.device.deliverToDevice());
    }
    world.device.cut();
    CHECK(world.device.sync().isViewReady());
    CHECK(world.device.disk.cursor == 0);
    world.settleAll();
    CHECK(world.isInStep());
}

TEST_CASE("A server with another store starts the replica over, and the device registers again")
{
    World world;
    world.settleAll();
    (void)world.device.add("mug", 4);
    world.settleAll();
    world.server.reseed();
    world.device.settleSocket();
    (void)world.device.add("chair", 1);
    world.settleAll();
    CHECK(world.isInStep());
    CHECK(world.device.disk.origin == world.server.origin);
    CHECK(world.device.pieces("mug") == 0); // It was in the store that is gone.
    CHECK(world.device.pieces("chair") == 1);
    CHECK(world.device.disk.outbox.empty());
}

TEST_CASE("What another store accepted but never delivered is asked of the new one")
{
    World world;
    world.settleAll();
    (void)world.device.add("mug", 4);
    while (world.server.receive(*world.device.line())) {
    }
    world.server.flush();
    world.device.deliverToDevice(); // The answer, but not the changes.
    REQUIRE(world.device.disk.outbox.begin()->second.acceptedSeq > 0);
    world.server.reseed();
    world.settleAll();
    CHECK(world.device.pieces("mug") == 4);
    CHECK(world.device.disk.outbox.empty());
    CHECK(world.isInStep());
}

TEST_CASE("Two devices of one customer merge their carts line by line")
{
    World world;
    world.settleAll();
    const auto customer = world.device.sync().identity().customer;
    FakeDevice second(world.server, 3);
    second.disk.settings = {{"device.id", Uuid::named("second").text()},
                            {"device.customer", customer.text()},
                            {"device.token", std::string(64, 'b')}};
    world.server.linkDevice(Id<core::Device>::named("second"), customer, std::string(64, 'b'));
    second.boot();
    settle(world.server, {&world.device, &second});

    for (FakeDevice *device : {&world.device, &second}) {
        device->isServerUp = false;
        device->cut();
    }
    (void)world.device.add("mug", 2);
    (void)world.device.add("chair", 1);
    second.now += 1s;
    (void)second.add("mug", 3);
    (void)second.add("chair", 1);
    (void)second.set("chair", 4); // Later than the first device's, so it wins its line.
    for (FakeDevice *device : {&world.device, &second})
        device->isServerUp = true;
    settle(world.server, {&second});
    settle(world.server, {&world.device, &second});
    for (FakeDevice *device : {&world.device, &second}) {
        CHECK(device->pieces("mug") == 5);
        CHECK(device->pieces("chair") == 5); // 4 was set without knowing of the other's one; additions always count.
        CHECK(device->waiting() == 0);
    }
}

TEST_CASE("Tries to connect wait longer and longer, and a good connection starts over")
{
    World world;
    world.device.isServerUp = false;
    core::sync::Elapsed longest{0};
    for (int i = 0; i < 200; ++i) {
        world.device.settleSocket();
        const auto wake = world.device.sync().nextWake();
        REQUIRE(wake);
        longest = std::max(longest, *wake - world.device.now);
        CHECK(*wake - world.device.now <= 30s);
        if (i == 0)
            CHECK(*wake - world.device.now <= 500ms);
        world.device.now = std::max(world.device.now, *wake);
        world.device.sync().tick(world.device.now);
    }
    CHECK(longest > 20s);
    CHECK(world.device.sync().state().connection == Connection::Offline);

    world.device.settleSocket();
    world.device.isServerUp = true;
    world.device.sync().retryNow(world.device.now); // The network is back: no waiting.
    world.settleAll();
    CHECK(world.device.sync().state().connection == Connection::Online);
    world.device.cut();
    CHECK(world.device.sync().state().connection == Connection::Connecting);
    CHECK(*world.device.sync().nextWake() - world.device.now <= 500ms);
}

TEST_CASE("A silent connection is given up after three heartbeats")
{
    World world;
    world.settleAll();
    world.device.sentFrames.clear();
    auto &sync = world.device.sync();
    const auto start = world.device.now;
    while (world.device.line() != nullptr) {
        world.device.now = *sync.nextWake();
        sync.tick(world.device.now);
    }
    CHECK(world.device.now - start <= 45s);
    CHECK(world.device.now - start >= 30s);
    CHECK(std::ranges::count(world.device.sentFrames, encode(core::sync::Ping{1})) == 1);
}

TEST_CASE("Frames that make no sense end the connection and harm nothing")
{
    const std::string frame =
        GENERATE(std::string("not json"), std::string(R"({"type":"unheardOf"})"),
                 std::string(R"({"type":"welcome","protocol":1})"), std::string("{\"type\":\"changes\",\"batch\":7}"),
                 std::string("{\"type\":\"changes\",\"batch\":1}\nonly half"),
                 std::string(R"({"type":"goodbye","code":"unavailable","detail":"stopping"})"));
    World world;
    world.settleAll();
    world.device.sync().received(frame, world.device.now);
    CHECK(world.device.line() == nullptr);
    CHECK_FALSE(world.device.troubles.empty());
    CHECK(world.isInStep());
    world.settleAll();
    CHECK(world.device.sync().state().connection == Connection::Online);
}

TEST_CASE("Notices name what changed")
{
    World world;
    world.settleAll();
    world.device.notices.clear();
    (void)world.device.add("mug", 1);
    REQUIRE(world.device.notices.size() == 1);
    CHECK(world.device.notices[0].entities == std::set<std::string>{"cart"});
    CHECK(world.device.notices[0].waitingCommands == 1);
    world.server.own("setStock", stock("mug", 9));
    world.server.stream(*world.device.line());
    world.settleAll();
    CHECK(std::ranges::any_of(world.device.notices, [](const core::SessionNotice &notice) {
        return notice.entities.contains("stockLevel");
    }));
    CHECK(world.device.notices.back().waitingCommands == 0);
}
