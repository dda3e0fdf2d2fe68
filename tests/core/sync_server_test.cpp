// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sync_server_line.h"

using namespace vitrine;
using namespace vitrine::test;
using core::ErrorCode;

namespace {

const std::set<std::string> kPublic{core::scope::catalogue()};

/// The reason of a goodbye; empty where none was said.
std::string goodbyeIn(const std::vector<Heard> &heard)
{
    for (const Heard &one : heard)
        if (const auto *goodbye = one.as<sync::Goodbye>())
            return goodbye->code;
    return {};
}

template <typename M>
std::vector<M> allOf(const std::vector<Heard> &heard)
{
    std::vector<M> found;
    for (const Heard &one : heard)
        if (const auto *message = one.as<M>())
            found.push_back(*message);
    return found;
}

core::Category category(int number, const std::string &name)
{
    return {.id = core::Id<core::Category>::named("many/" + std::to_string(number)),
            .slug = core::Slug("many-" + std::to_string(number)),
            .name = core::Text{name, name}};
}

void addCategories(Shop &shop, int count)
{
    REQUIRE(shop.store
                ->write([&](core::Tx &tx) -> core::Status {
                    for (int i = 0; i < count; ++i)
                        VITRINE_CHECK(tx.insert(category(i, "first"), "category.saved"));
                    return {};
                })
                .has_value());
}

void renameCategory(Shop &shop, int number, const std::string &name)
{
    REQUIRE(shop.run("saveCategory", core::SaveCategory{category(number, name)}, core::Actor::owner()).has_value());
}

/// Registers a shopper whose token is `token`, as the shop itself; the line's tokens are their own hashes.
std::string paddedToken(const std::string &token)
{
    std::string hash = core::Uuid::named(token).text();
    std::erase(hash, '-');
    return hash + std::string(64 - hash.size(), '0');
}

core::RegisterDevice registration(const std::string &token)
{
    return {core::Id<core::Device>::named("device/" + token), core::Id<core::Customer>::named("customer/" + token),
            paddedToken(token)};
}

/// Hears and takes everything until nothing more comes.
void catchUp(Line &line, Copy &copy)
{
    for (auto heard = line.hear(); !heard.empty(); heard = line.hear())
        for (const Heard &one : heard)
            copy.take(one, line);
}

/// A device that has taken in all there is, and what it holds.
struct Follower {
    Shop shop;
    Line line{shop};
    Copy copy;

    explicit Follower(const std::string &token = {})
    {
        line.hello(token);
        catchUp(line, copy);
    }
};

} // namespace

TEST_CASE("AnswersNothingBeforeTheHello")
{
    Shop shop;
    Line line(shop);
    line.say(sync::Ping{1});
    const auto heard = line.hear();
    CHECK(goodbyeIn(heard) == "malformed");
    CHECK(heard.size() == 1);
    CHECK(line.server.isOver());
}

TEST_CASE("RefusesWhatNoDeviceMaySay")
{
    Shop shop;
    Line line(shop);
    line.hello();
    std::ignore = line.hear();
    SECTION("a second hello") { line.hello(); }
    SECTION("a server's frame") { line.say(sync::Pong{1}); }
    SECTION("an ack of no batch") { line.say(sync::Ack{99}); }
    SECTION("an ack said twice")
    {
        line.say(sync::Ack{1});
        line.say(sync::Ack{1});
    }
    SECTION("no frame at all") { line.sayRaw("hello there"); }
    CHECK(goodbyeIn(line.hear()) == "malformed");
    line.say(sync::Ping{2});
    CHECK(line.hear().empty());
}

TEST_CASE("RefusesAnotherProtocol")
{
    Shop shop;
    Line line(shop);
    line.say(sync::Hello{.protocol = 99});
    CHECK(goodbyeIn(line.hear()) == "unsupported");
}

TEST_CASE("SendsAnEmptyReplicaEverythingItMaySee")
{
    Shop shop;
    std::ignore = shop.shopper("rahim");
    Line line(shop);
    Copy copy;
    line.hello();
    const auto heard = line.hear();
    REQUIRE(heard.front().as<sync::Welcome>() != nullptr);
    CHECK(heard.front().as<sync::Welcome>()->snapshot);
    CHECK_FALSE(heard.front().as<sync::Welcome>()->known);
    for (const Heard &one : heard)
        copy.take(one, line);
    CHECK(copy.base == visibleRows(shop, kPublic));
    CHECK(copy.cursor == shop.head());
    CHECK_FALSE(copy.base.empty());
}

TEST_CASE("GoesOnWhereTheReplicaStands")
{
    Shop shop;
    const std::int64_t before = shop.head();
    renameCategory(shop, 1, "new");
    Line line(shop);
    line.hello({}, before);
    const auto heard = line.hear();
    CHECK_FALSE(heard.at(0).as<sync::Welcome>()->snapshot);
    REQUIRE(heard.at(1).changes.size() == 1);
    CHECK(heard.at(1).changes[0].entity == "category");
    CHECK(allOf<sync::Checkpoint>(heard).at(0).cursor == shop.head());
}

TEST_CASE("TellsAReplicaAtTheHeadThatItIsThere")
{
    Shop shop;
    Line line(shop);
    line.hello({}, shop.head());
    const auto heard = line.hear();
    REQUIRE(heard.size() == 2);
    CHECK(heard[1].as<sync::Checkpoint>()->cursor == shop.head());
}

TEST_CASE("StartsOverWhereTheReplicaCanNotBeContinued")
{
    Shop shop;
    Line line(shop);
    SECTION("another store's") { line.hello({}, 1, "shop-2"); }
    SECTION("from the future") { line.hello({}, shop.head() + 1); }
    SECTION("empty") { line.hello({}, 0); }
    SECTION("from before any log") { line.hello({}, -5); }
    CHECK(line.hear().front().as<sync::Welcome>()->snapshot);
}

TEST_CASE("FollowsTheLogLive")
{
    Follower follower;
    auto &[shop, line, copy] = follower;
    CHECK(line.hear().empty());
    renameCategory(shop, 1, "later");
    line.server.committed(shop.head());
    catchUp(line, copy);
    CHECK(copy.base == visibleRows(shop, kPublic));
    CHECK(copy.cursor == shop.head());
}

TEST_CASE("ReadsNoFasterThanTheDeviceAcknowledges")
{
    Shop shop;
    addCategories(shop, 12'000);
    Line line(shop);
    line.hello();
    const auto heard = line.hear();
    CHECK(std::ssize(allOf<sync::Changes>(heard)) == sync::kWindow);
    CHECK(allOf<sync::Checkpoint>(heard).empty());
    CHECK_FALSE(line.server.wantsRead());
    line.say(sync::Ack{2});
    CHECK(allOf<sync::Changes>(line.hear()).size() == 2);
}

TEST_CASE("SendsEachRowOnce")
{
    Shop shop;
    addCategories(shop, 2500);
    Line line(shop);
    line.hello();
    std::size_t sent = 0;
    for (const Heard &one : line.hear())
        sent += one.changes.size();
    CHECK(sent == visibleRows(shop, kPublic).size());
}

TEST_CASE("CommitsNothingBetweenTheRowsAndWhatChangedMeanwhile")
{
    Shop shop;
    addCategories(shop, 6000);
    Line line(shop);
    line.hello();
    std::vector<Heard> heard = line.hear();
    REQUIRE(allOf<sync::Checkpoint>(heard).empty());
    // Later pages will hold these rows as they are at the end, so no place in the log before that may be committed.
    for (int transaction = 0; transaction < 25; ++transaction)
        REQUIRE(shop.store
                    ->write([&](core::Tx &tx) -> core::Status {
                        for (int i = 0; i < 1000; ++i)
                            VITRINE_CHECK(
                                tx.insert(category(10'000 + transaction * 1000 + i, "late"), "category.saved"));
                        return {};
                    })
                    .has_value());
    const std::int64_t settled = shop.head();
    line.server.committed(settled);
    std::vector<sync::Checkpoint> checkpoints;
    for (std::int64_t batch = 0; checkpoints.empty(); heard = line.hear()) {
        for (const auto &changes : allOf<sync::Changes>(heard))
            batch = changes.batch;
        checkpoints = allOf<sync::Checkpoint>(heard);
        line.say(sync::Ack{batch});
    }
    CHECK(checkpoints.front().cursor == settled);
}

TEST_CASE("ShowsNoMixOfTwoMoments")
{
    Shop shop;
    addCategories(shop, 5000);
    Line line(shop);
    Copy copy;
    line.hello();
    // The first pages are out; what they hold, what follows, and what was never there changes now.
    for (const Heard &one : line.hear())
        copy.take(one, line);
    CHECK(copy.cursor == 0);
    for (const int number : {0, 4999, 6000})
        renameCategory(shop, number, "changed");
    line.server.committed(shop.head());
    const std::int64_t settled = shop.head();
    catchUp(line, copy);
    CHECK(copy.cursor >= settled);
    CHECK(copy.base == visibleRows(shop, kPublic));
}

TEST_CASE("AnswersCommandsAsTheyAreDecided")
{
    Shop shop;
    const core::Actor rahim = shop.shopper("rahim");
    Line line(shop);
    line.hello(shop.get(rahim.device).tokenHash.value.value);
    std::ignore = line.hear();
    const core::Uuid key = shop.newKey();
    const core::AddToCart add{shop.mug.id, shop.oat, 2, {}};
    line.say(sync::Submit{key, "addToCart"}, core::toJson(add));
    const auto heard = line.hear();
    const auto answers = allOf<sync::Answer>(heard);
    REQUIRE(answers.size() == 1);
    CHECK(answers[0].ok);
    CHECK(answers[0].key == key);
    CHECK(answers[0].seq == shop.head());
    CHECK(allOf<sync::Checkpoint>(heard).back().cursor >= answers[0].seq);

    line.say(sync::Submit{shop.newKey(), "addToCart"}, R"({"nonsense":1})");
    const auto refused = line.hear();
    REQUIRE(refused.size() == 1);
    CHECK_FALSE(refused[0].as<sync::Answer>()->ok);
    CHECK_FALSE(refused[0].as<sync::Answer>()->passing);
    CHECK(core::errorFromJson(refused[0].payload.at(0)).where == "nonsense");
}

TEST_CASE("SaysThatATroubleOfTheServerIsPassing")
{
    Shop shop;
    Line line(shop);
    line.holdsCommands = true;
    line.hello();
    std::ignore = line.hear();
    const core::Uuid key = shop.newKey();
    line.say(sync::Submit{key, "saveCategory"}, "{}");
    CHECK(line.hear().empty());
    REQUIRE(line.held.size() == 1);
    line.server.answered(key, core::fail(ErrorCode::StorageFull, "the disk is full"));
    const auto heard = line.hear();
    REQUIRE(heard.size() == 1);
    CHECK(heard[0].as<sync::Answer>()->passing);
    CHECK_FALSE(heard[0].as<sync::Answer>()->ok);
}

TEST_CASE("ReachesTheEndOfACommandWhoseChangesTheDeviceMayNotSee")
{
    Follower follower;
    auto &[shop, line, copy] = follower;
    line.holdsCommands = true;
    const core::Uuid key = shop.newKey();
    line.say(sync::Submit{key, "saveProduct"}, "{}");
    std::ignore = line.hear();
    core::Product draft = shop.mug;
    draft.state = core::ProductState::Draft;
    draft.id = core::Id<core::Product>::named("draft");
    draft.slug = "draft";
    for (core::Variant &variant : draft.variants) {
        variant.id = core::Id<core::Variant>::named("draft/" + variant.sku.value);
        variant.sku = "DRAFT-" + variant.sku.value;
    }
    REQUIRE(shop.run("saveProduct", core::SaveProduct{draft}, core::Actor::owner()).has_value());
    line.server.committed(shop.head());
    CHECK(line.hear().empty());
    line.server.answered(key, core::CommandAnswer{"{}", shop.head(), false});
    const auto heard = line.hear();
    REQUIRE(heard.size() == 2);
    CHECK(heard[1].as<sync::Checkpoint>()->cursor == shop.head());
}

TEST_CASE("WidensTheScopesOfADeviceThatRegisters")
{
    Follower follower(paddedToken("mina"));
    auto &[shop, line, copy] = follower;
    line.say(sync::Submit{shop.newKey(), "registerDevice"}, core::toJson(registration("mina")));
    // Sent in the same breath: it has to be decided as the device that the registration makes known.
    const core::AddToCart add{shop.mug.id, shop.oat, 2, {}};
    line.say(sync::Submit{shop.newKey(), "addToCart"}, core::toJson(add));
    std::vector<sync::Answer> answers;
    for (auto heard = line.hear(); !heard.empty(); heard = line.hear())
        for (const Heard &one : heard) {
            if (const auto *answer = one.as<sync::Answer>())
                answers.push_back(*answer);
            copy.take(one, line);
        }
    REQUIRE(answers.size() == 2);
    CHECK(answers[0].ok);
    CHECK(answers[1].ok);
    const auto customer = core::Id<core::Customer>::named("customer/mina");
    CHECK(copy.base == visibleRows(shop, {core::scope::catalogue(), core::scope::customer(customer)}));
    CHECK(copy.base.contains("customer/" + customer.text()));
    CHECK(copy.cursor == shop.head());
}

TEST_CASE("LetsNoCommandOvertakeARegistration")
{
    Shop shop;
    Line line(shop);
    line.hello(paddedToken("mina"));
    line.holdsCommands = true;
    const core::AddToCart add{shop.mug.id, shop.oat, 2, {}};
    line.say(sync::Submit{shop.newKey(), "addToCart"}, core::toJson(add));
    line.say(sync::Submit{shop.newKey(), "registerDevice"}, core::toJson(registration("mina")));
    line.say(sync::Submit{shop.newKey(), "addToCart"}, core::toJson(add));
    std::ignore = line.hear();
    REQUIRE(line.held.size() == 1);
    line.server.answered(line.held[0].key, core::fail(ErrorCode::Unavailable, "busy"));
    std::ignore = line.hear();
    REQUIRE(line.held.size() == 2);
    CHECK(line.held[1].name == "registerDevice");
    line.server.answered(line.held[1].key, core::fail(ErrorCode::Unavailable, "busy"));
    std::ignore = line.hear();
    CHECK(line.held.size() == 3);
}

TEST_CASE("SendsNoCheckpointPastARegistrationBeforeItsRows")
{
    Follower follower(paddedToken("mina"));
    auto &[shop, line, copy] = follower;
    line.holdsCommands = true;
    line.say(sync::Submit{shop.newKey(), "registerDevice"}, core::toJson(registration("mina")));
    std::ignore = line.hear();
    const core::CommandRequest held = line.held.at(0);
    REQUIRE(shop.runJson(held.name, held.body, line.server.actor(), held.key).has_value());
    renameCategory(shop, 1, "meanwhile");
    // The log has grown past the registration, but its answer is not here yet.
    line.server.committed(shop.head());
    CHECK(line.hear().empty());
}

TEST_CASE("GivesUpASilentDevice")
{
    Shop shop;
    Line line(shop);
    line.hello();
    std::ignore = line.hear();
    line.now += std::chrono::seconds(44);
    line.server.tick(line.now);
    line.say(sync::Ping{7});
    auto heard = line.hear();
    REQUIRE(heard.size() == 1);
    CHECK(heard[0].as<sync::Pong>()->number == 7);
    line.now += std::chrono::seconds(44);
    line.server.tick(line.now);
    CHECK_FALSE(line.server.isOver());
    line.now += std::chrono::seconds(1);
    line.server.tick(line.now);
    CHECK(goodbyeIn(line.hear()) == "timeout");
}

TEST_CASE("LetsADeviceGoThatSubmitsWithoutEnd")
{
    Shop shop;
    Line line(shop);
    line.holdsCommands = true;
    line.hello();
    std::ignore = line.hear();
    const std::string body(100'000, ' ');
    for (int i = 0; i < 300 && !line.server.isOver(); ++i)
        line.say(sync::Submit{shop.newKey(), "saveCategory"}, body);
    CHECK(goodbyeIn(line.hear()) == "tooLarge");
}

TEST_CASE("RunsABoundedNumberOfCommandsAtOneTime")
{
    Shop shop;
    Line line(shop);
    line.holdsCommands = true;
    line.hello();
    for (int i = 0; i < 200; ++i)
        line.say(sync::Submit{shop.newKey(), "saveCategory"}, "{}");
    std::ignore = line.hear();
    CHECK(line.held.size() == sync::ServerSync::kMaxRunning);
    line.server.answered(line.held[0].key, core::fail(ErrorCode::Unavailable, "busy"));
    std::ignore = line.hear();
    CHECK(line.held.size() == sync::ServerSync::kMaxRunning + 1);
}

TEST_CASE("ResumesAfterACutAtAnyFrame")
{
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        CAPTURE(seed);
        core::SeededRandom random(seed);
        Shop shop;
        addCategories(shop, 3000);
        Copy copy;
        for (int connection = 0; connection < 12; ++connection) {
            Line line(shop);
            line.hello({}, copy.cursor, copy.origin);
            auto framesUntilCut = static_cast<std::int64_t>(random.next() % 9);
            for (auto heard = line.hear(); !heard.empty() && framesUntilCut > 0; heard = line.hear())
                for (const Heard &one : heard) {
                    if (framesUntilCut-- <= 0)
                        break;
                    copy.take(one, line);
                    if (random.next() % 4 == 0)
                        renameCategory(shop, static_cast<int>(random.next() % 3100), std::to_string(random.next()));
                    line.server.committed(shop.head());
                }
            copy.cut();
        }
        Line line(shop);
        line.hello({}, copy.cursor, copy.origin);
        catchUp(line, copy);
        REQUIRE(copy.base == visibleRows(shop, kPublic));
        REQUIRE(copy.cursor == shop.head());
    }
}
