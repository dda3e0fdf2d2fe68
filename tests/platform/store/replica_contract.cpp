// SPDX-License-Identifier: GPL-3.0-or-later
// What every replica must do. Each kind builds this file into a program with a makeReplicaHome() of its own.
#include "tests/platform/store/ReplicaWorld.h"

#include <algorithm>

using namespace vitrine;
using namespace vitrine::core;
using namespace vitrine::tests;

TEST_CASE_METHOD(ReplicaWorld, "Begins empty, at no place of no store's log")
{
    CHECK(replica().cursor() == 0);
    CHECK(replica().origin().empty());
    CHECK_FALSE(replica().isInCheckpoint());
    CHECK(names().empty());
    CHECK(replica().queued()->empty());
}

TEST_CASE_METHOD(ReplicaWorld, "Shows a committed checkpoint, and keeps it over a reopening")
{
    const Widget lamp = widgetNamed("lamp");
    checkpoint(7, {rowOf(lamp, 3), rowOf(widgetNamed("chair"))}, true);
    for (int round = 0; round < 2; ++round) {
        CHECK(replica().cursor() == 7);
        CHECK(replica().origin() == "shop");
        CHECK(names() == Names{"chair", "lamp"});
        const auto row = replica().view().find(lamp.id);
        REQUIRE(row.has_value());
        REQUIRE(row->has_value());
        CHECK((*row)->value == lamp);
        CHECK((*row)->version == 3);
        reopen();
    }
}

TEST_CASE_METHOD(ReplicaWorld, "Applies what changed and what went")
{
    Widget lamp = widgetNamed("lamp");
    checkpoint(1, {rowOf(lamp), rowOf(widgetNamed("chair"))}, true);
    lamp.name = "torch";
    checkpoint(5, {rowOf(lamp, 2), goneOf(widgetNamed("chair")), goneOf(widgetNamed("never seen"))});
    CHECK(names() == Names{"torch"});
    CHECK(replica().cursor() == 5);
}

TEST_CASE_METHOD(ReplicaWorld, "Replaces everything from a snapshot")
{
    checkpoint(1, {rowOf(widgetNamed("old"))}, true);
    checkpoint(2, {rowOf(widgetNamed("new"))}, true);
    CHECK(names() == Names{"new"});
}

TEST_CASE_METHOD(ReplicaWorld, "Leaves nothing of a discarded checkpoint")
{
    checkpoint(1, {rowOf(widgetNamed("kept"))}, true);
    must(replica().beginCheckpoint(true));
    CHECK(replica().isInCheckpoint());
    must(replica().apply(std::vector{rowOf(widgetNamed("half"))}));
    replica().discardCheckpoint();
    CHECK_FALSE(replica().isInCheckpoint());
    CHECK(names() == Names{"kept"});
    CHECK(replica().cursor() == 1);
}

TEST_CASE_METHOD(ReplicaWorld, "Leaves nothing of a checkpoint that the end of the program cut off")
{
    checkpoint(1, {rowOf(widgetNamed("kept"))}, true);
    must(replica().beginCheckpoint(true));
    must(replica().apply(std::vector{rowOf(widgetNamed("half"))}));
    reopen();
    CHECK_FALSE(replica().isInCheckpoint());
    CHECK(names() == Names{"kept"});
    CHECK(replica().cursor() == 1);
}

TEST_CASE_METHOD(ReplicaWorld, "Shows predictions on top of the base until the view is reset")
{
    checkpoint(1, {rowOf(widgetNamed("base"))}, true);
    predict(widgetNamed("guess"));
    CHECK(names() == Names{"base", "guess"});
    must(replica().resetView());
    CHECK(names() == Names{"base"});
}

TEST_CASE_METHOD(ReplicaWorld, "Never makes a prediction durable")
{
    checkpoint(1, {rowOf(widgetNamed("base"))}, true);
    predict(widgetNamed("first guess"));
    checkpoint(2, {rowOf(widgetNamed("more"))});
    CHECK(names() == Names{"base", "more"});
    predict(widgetNamed("second guess"));
    reopen();
    CHECK(names() == Names{"base", "more"});
}

TEST_CASE_METHOD(ReplicaWorld, "Takes the server's row over a prediction of the same")
{
    Widget lamp = widgetNamed("lamp");
    predict(lamp);
    lamp.name = "lamp, as the server has it";
    checkpoint(1, {rowOf(lamp, 4)}, true);
    CHECK(names() == Names{"lamp, as the server has it"});
    CHECK(replica().view().get(lamp.id)->version == 4);
}

TEST_CASE_METHOD(ReplicaWorld, "Undoes a refused prediction alone")
{
    predict(widgetNamed("first"));
    Tx &view = replica().view();
    const Status refused = view.nested([&]() -> Status {
        VITRINE_CHECK(view.insert(widgetNamed("second"), "widget.made"));
        CHECK(view.lastSeq() != 0);
        return fail(ErrorCode::OutOfStock, "no");
    });
    CHECK_FALSE(refused);
    CHECK(names() == Names{"first"});
}

TEST_CASE_METHOD(ReplicaWorld, "Holds predictions to versions, unique fields and checks")
{
    Widget lamp = widgetNamed("lamp");
    lamp.serial.value = "S-1";
    checkpoint(1, {rowOf(lamp, 3)}, true);
    Tx &view = replica().view();
    Widget other = widgetNamed("other");
    other.serial.value = "S-1";
    CHECK(view.insert(other, "made").error() ==
          Error{ErrorCode::InvalidArgument, "another widget has this value", "serial"});
    CHECK(view.insert(lamp, "made").error().code == ErrorCode::Conflict);
    other.serial.value = std::nullopt;
    *other.position = -1;
    CHECK(view.insert(other, "made").error() ==
          Error{ErrorCode::InvalidArgument, R"(does not hold: "position" >= 0)", "position"});
    Row<Widget> old{lamp, 2};
    CHECK(view.update(old, "made").error().code == ErrorCode::Conflict);
    Row<Widget> now{lamp, 3};
    CHECK(view.update(now, "made"));
    CHECK(now.version == 4);
}

TEST_CASE_METHOD(ReplicaWorld, "Takes the server's rows as they are, even where they disagree for a moment")
{
    Widget first = widgetNamed("first");
    Widget second = widgetNamed("second");
    first.serial.value = second.serial.value = "S-1";
    *first.position = -1;
    checkpoint(1, {rowOf(first), rowOf(second)}, true);
    CHECK(names() == Names{"first", "second"});
}

TEST_CASE_METHOD(ReplicaWorld, "Passes over entities that this build does not know")
{
    Change unknown = rowOf(widgetNamed("x"));
    unknown.entity = "gadget";
    checkpoint(1, {unknown, rowOf(widgetNamed("lamp"))}, true);
    CHECK(names() == Names{"lamp"});
}

TEST_CASE_METHOD(ReplicaWorld, "Keeps fields of a document that this build does not know")
{
    Change change = rowOf(widgetNamed("lamp"));
    change.body->insert(1, R"("later":true,)");
    checkpoint(1, {change}, true);
    const auto row = replica().view().findRow(schemaOf<Widget>(), change.id);
    REQUIRE(row.has_value());
    CHECK((*row)->body == *change.body);
}

TEST_CASE_METHOD(ReplicaWorld, "Refuses a document that is none, and nothing of its checkpoint stands")
{
    checkpoint(1, {rowOf(widgetNamed("kept"))}, true);
    Change broken = rowOf(widgetNamed("lamp"));
    broken.body = R"({"colour":"mauve"})";
    must(replica().beginCheckpoint(false));
    const Status status = replica().apply(std::vector{rowOf(widgetNamed("first")), broken});
    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::InvalidArgument);
    CHECK(status.error().where == "widget " + broken.id.text());
    Change other = rowOf(widgetNamed("second"));
    other.id = Uuid::named("third");
    CHECK(replica().apply(std::vector{other}).error() == Error{ErrorCode::InvalidArgument,
                                                               "its document is of " + Uuid::named("second").text(),
                                                               "widget " + other.id.text()});
    replica().discardCheckpoint();
    CHECK(names() == Names{"kept"});
}

TEST_CASE_METHOD(ReplicaWorld, "Keeps answers with the view, not with the base")
{
    const StoredAnswer answer{Uuid::named("key"), "print", "{}", false, 0};
    must(replica().view().storeAnswer(answer));
    CHECK(replica().view().storedAnswer(answer.key)->has_value());
    must(replica().resetView());
    CHECK_FALSE(replica().view().storedAnswer(answer.key)->has_value());
}

TEST_CASE_METHOD(ReplicaWorld, "Queues commands in order, changes and removes them, over reopenings")
{
    const auto queue = [&](std::string name) {
        const auto queued =
            replica().enqueue({.key = Uuid::named(name), .name = name, .body = "{}", .queuedAt = clock.now()});
        REQUIRE(queued.has_value());
        return *queued;
    };
    const QueuedCommand first = queue("first");
    QueuedCommand second = queue("second");
    const QueuedCommand third = queue("third");
    CHECK(first.position < second.position);
    CHECK(second.position < third.position);
    reopen();
    CHECK(replica().queued() == std::vector{first, second, third});

    second.acceptedSeq = 12;
    second.parkedError = R"({"code":"outOfStock"})";
    must(replica().updateQueued(second));
    must(replica().removeQueued(first.position));
    reopen();
    CHECK(replica().queued() == std::vector{second, third});
    CHECK(replica().queued()->front().isParked());
}

TEST_CASE_METHOD(ReplicaWorld, "Never gives a place in the queue twice")
{
    const QueuedCommand first = *replica().enqueue({.key = Uuid::named("a"), .name = "a", .body = "{}"});
    must(replica().removeQueued(first.position));
    reopen();
    CHECK(replica().enqueue({.key = Uuid::named("b"), .name = "b", .body = "{}"})->position > first.position);
}

TEST_CASE_METHOD(ReplicaWorld, "Refuses to queue one key twice, and to change what is not queued")
{
    const QueuedCommand first = *replica().enqueue({.key = Uuid::named("a"), .name = "a", .body = "{}"});
    CHECK(replica().enqueue({.key = first.key, .name = "b", .body = "{}"}).error().code == ErrorCode::Conflict);
    QueuedCommand gone = first;
    gone.position = 99;
    CHECK(replica().updateQueued(gone).error().code == ErrorCode::NotFound);
}

TEST_CASE_METHOD(ReplicaWorld, "Queues whatever stage the view is in, and resetting it loses no command")
{
    predict(widgetNamed("guess"));
    must(replica().enqueue({.key = Uuid::named("a"), .name = "a", .body = "{}"}).transform([](auto) {}));
    must(replica().resetView());
    must(replica().beginCheckpoint(true));
    must(replica().enqueue({.key = Uuid::named("b"), .name = "b", .body = "{}"}).transform([](auto) {}));
    replica().discardCheckpoint();
    CHECK(replica().queued()->size() == 2);
}

TEST_CASE_METHOD(ReplicaWorld, "Keeps settings, and tells the unset from the empty")
{
    CHECK(replica().setting("language").value() == std::nullopt);
    must(replica().setSetting("language", "bn"));
    must(replica().setSetting("language", "en"));
    must(replica().setSetting("empty", ""));
    reopen();
    CHECK(replica().setting("language").value() == "en");
    CHECK(replica().setting("empty").value() == "");
}
