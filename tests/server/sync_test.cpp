// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Messages.h"
#include "platform/http/Identity.h"
#include "platform/system/Sha256.h"
#include "tests/server/RunningServer.h"

#include <csignal>

// Within the namespace, since POSIX has a function of this name outside.
namespace vitrine::test {

namespace sync = core::sync;

namespace {

/// A device over the real socket.
struct SyncLine {
    explicit SyncLine(const RunningServer &server, const std::string &token = {}, std::int64_t cursor = 0,
                      const std::string &origin = {})
        : wire(server.port())
    {
        REQUIRE(wire.openSync());
        sync::Hello hello{.origin = origin, .cursor = cursor};
        if (!token.empty())
            hello.token = token;
        say(hello);
    }
    void say(const sync::Message &message, std::string_view payload = {})
    {
        wire.sendFrame(sync::encode(message, payload));
    }
    /// Takes frames in, acknowledging batches, until one of this kind comes. Fails the test where none does.
    template <typename M>
    M until()
    {
        while (true) {
            const auto text = wire.receiveFrame();
            REQUIRE(text.has_value());
            const auto frame = sync::decode(*text).value();
            if (const auto *batch = std::get_if<sync::Changes>(&frame.message)) {
                say(sync::Ack{batch->batch});
                std::ranges::move(sync::decodeChanges(frame).value(), std::back_inserter(rows));
            }
            if (const auto *wanted = std::get_if<M>(&frame.message))
                return *wanted;
        }
    }

    Wire wire;
    std::vector<core::Change> rows;
};

bool hasRow(const SyncLine &line, std::string_view entity)
{
    return std::ranges::contains(line.rows, entity, &core::Change::entity);
}

} // namespace

TEST_CASE("BringsAnEmptyDeviceUpToDateOverTheSocket")
{
    ServedMug world;
    SyncLine line(*world.server);
    const auto welcome = line.until<sync::Welcome>();
    CHECK(welcome.snapshot);
    CHECK_FALSE(welcome.known);
    const auto checkpoint = line.until<sync::Checkpoint>();
    CHECK(checkpoint.cursor > 0);
    CHECK(hasRow(line, "product"));
    CHECK(hasRow(line, "stockLevel"));
    CHECK(line.rows.size() == 4);

    SyncLine again(*world.server, {}, checkpoint.cursor, welcome.origin);
    CHECK_FALSE(again.until<sync::Welcome>().snapshot);
    CHECK(again.until<sync::Checkpoint>().cursor == checkpoint.cursor);
    CHECK(again.rows.empty());
}

TEST_CASE("BuysOverTheSocketAndSeesItOverHttp")
{
    ServedMug world;
    const std::string token = "rahims-token";
    SyncLine line(*world.server, token);
    std::ignore = line.until<sync::Checkpoint>();
    const core::RegisterDevice device{core::Id<core::Device>::named("d"), core::Id<core::Customer>::named("c"),
                                      platform::sha256Hex(token)};
    line.say(sync::Submit{core::Uuid::parse(freshKey()).value(), "registerDevice"}, core::toJson(device));
    CHECK(line.until<sync::Answer>().ok);
    const core::Uuid key = core::Uuid::parse(freshKey()).value();
    const std::string order = freshKey();
    line.say(sync::Submit{key, "placeOrder"}, placeOrderBody(order));
    const auto answer = line.until<sync::Answer>();
    CHECK(answer.ok);
    CHECK(answer.key == key);
    while (line.until<sync::Checkpoint>().cursor < answer.seq) {
    }
    CHECK(hasRow(line, "order"));

    Wire wire(world.server->port());
    const Response seen = wire.get("/v1/orders/" + order, {{"Authorization", "Bearer " + token}});
    CHECK(seen.status == 200);
    // The same key over the other way is the same command.
    const Response replayed = wire.command("placeOrder", placeOrderBody(order), token, key.text());
    CHECK(replayed.header("idempotent-replayed") == "true");
}

TEST_CASE("TellsOthersWhatOneChanges")
{
    ServedMug world;
    SyncLine line(*world.server);
    std::ignore = line.until<sync::Checkpoint>();
    line.rows.clear();
    Wire wire(world.server->port());
    const std::string body = R"({"category":{"id":")" + core::Uuid::named("table").text() +
                             R"(","slug":"table","name":{"en":"Tables","bn":""},"position":1,"specs":[]}})";
    REQUIRE(wire.command("saveCategory", body, world.server->ownerToken(), freshKey()).status == 200);
    std::ignore = line.until<sync::Checkpoint>();
    REQUIRE(line.rows.size() == 1);
    CHECK(line.rows[0].body.value_or("").contains("Tables"));
}

TEST_CASE("LetsGoWhoBreaksTheProtocol")
{
    ServedMug world;
    SECTION("nonsense")
    {
        Wire wire(world.server->port());
        REQUIRE(wire.openSync());
        wire.sendFrame("nonsense");
        CHECK(wire.receiveFrame().value_or("").starts_with(R"({"type":"goodbye","code":"malformed")"));
        CHECK_FALSE(wire.receiveFrame().has_value());
    }
    SECTION("binary")
    {
        Wire wire(world.server->port());
        REQUIRE(wire.openSync());
        wire.sendFrame("x", 2);
        CHECK(wire.receiveFrame().value_or("").contains("frames are text"));
    }
    SECTION("a frame over the limit")
    {
        Wire wire(world.server->port());
        REQUIRE(wire.openSync());
        wire.sendFrame(std::string(2 << 20, 'x'));
        CHECK_FALSE(wire.receiveFrame().has_value());
    }
    CHECK(Wire(world.server->port()).get("/healthz").status == 200);
}

TEST_CASE("GivesUpADeviceThatFallsSilent")
{
    ServedMug world({"--heartbeat-ms", "50"});
    SyncLine line(*world.server);
    CHECK(line.until<sync::Welcome>().heartbeatMs == 50);
    CHECK(line.until<sync::Goodbye>().code == "timeout");
}

TEST_CASE("SaysGoodbyeWhenItStops")
{
    ServedMug world;
    SyncLine line(*world.server);
    std::ignore = line.until<sync::Checkpoint>();
    world.server->signal(SIGTERM);
    CHECK(line.until<sync::Goodbye>().code == "unavailable");
    CHECK(world.server->wait() == 0);
}

} // namespace vitrine::test
