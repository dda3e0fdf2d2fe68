// SPDX-License-Identifier: GPL-3.0-or-later
// What every store must do. Each kind of store builds this file into a program with a makeStoreHome() of its own.
#include "tests/platform/store/StoreWorld.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <mutex>
#include <stdexcept>
#include <thread>

using namespace vitrine;
using namespace vitrine::core;
using namespace vitrine::tests;

TEST_CASE_METHOD(StoreWorld, "Finds what was inserted, as it was inserted")
{
    const Widget widget = insert("lamp", 3);
    const auto row = find(widget.id);
    REQUIRE(row);
    CHECK(row->value == widget);
    CHECK(row->version == 1);
    CHECK_FALSE(find(Id<Widget>::named("none")));
}

TEST_CASE_METHOD(StoreWorld, "Keeps rows, versions and the log over a reopening")
{
    const Widget widget = insert("lamp");
    const auto before = changes();
    reopen();
    CHECK(find(widget.id)->value == widget);
    CHECK(changes() == before);
    insert("chair");
    CHECK(head() == before.back().seq + 1);
}

TEST_CASE_METHOD(StoreWorld, "Counts versions up with each update")
{
    const Widget widget = insert("lamp");
    mustWrite([&](Tx &tx) -> Status {
        VITRINE_TRY(auto row, tx.get(widget.id));
        row.value.name = "lantern";
        VITRINE_CHECK(tx.update(row, "widget.renamed"));
        CHECK(row.version == 2);
        row.value.name = "torch";
        VITRINE_CHECK(tx.update(row, "widget.renamed"));
        CHECK(row.version == 3);
        return {};
    });
    CHECK(find(widget.id)->value.name == "torch");
    CHECK(find(widget.id)->version == 3);
}

TEST_CASE_METHOD(StoreWorld, "Refuses a change that names another version")
{
    const Widget widget = insert("lamp");
    const Status update = write([&](Tx &tx) {
        Row<Widget> row{widget, 7};
        return tx.update(row, "widget.renamed");
    });
    REQUIRE_FALSE(update);
    CHECK(update.error() ==
          Error{ErrorCode::Conflict, "widget " + widget.id.text() + " has version 1, not 7", "version"});
    const Status erase = write([&](Tx &tx) { return tx.erase(Row<Widget>{widget, 2}, "widget.gone"); });
    REQUIRE_FALSE(erase);
    CHECK(erase.error().code == ErrorCode::Conflict);
    CHECK(find(widget.id)->version == 1);
    CHECK(changes().size() == 1);
}

TEST_CASE_METHOD(StoreWorld, "Refuses to insert what exists")
{
    const Widget widget = insert("lamp");
    const Status again = write([&](Tx &tx) { return tx.insert(widget, "widget.made"); });
    REQUIRE_FALSE(again);
    CHECK(again.error() == Error{ErrorCode::Conflict, "widget " + widget.id.text() + " exists already", "id"});
}

TEST_CASE_METHOD(StoreWorld, "Refuses to update what was erased")
{
    const Widget widget = insert("lamp");
    mustWrite([&](Tx &tx) { return tx.erase(Row<Widget>{widget, 1}, "widget.gone"); });
    CHECK_FALSE(find(widget.id));
    const Status update = write([&](Tx &tx) {
        Row<Widget> row{widget, 1};
        return tx.update(row, "widget.renamed");
    });
    REQUIRE_FALSE(update);
    CHECK(update.error().code == ErrorCode::Conflict);
    const Status erase = write([&](Tx &tx) { return tx.erase(Row<Widget>{widget, 1}, "widget.gone"); });
    REQUIRE_FALSE(erase);
    CHECK(erase.error().code == ErrorCode::NotFound);
}

TEST_CASE_METHOD(StoreWorld, "Names the column where a unique value is taken, and lets nothing be there many times")
{
    const auto withSerial = [&](std::string name, std::optional<std::string> serial) {
        return write([&](Tx &tx) {
            Widget widget{.id = Id<Widget>::named(name)};
            *widget.serial = serial;
            return tx.insert(widget, "widget.made");
        });
    };
    CHECK(withSerial("a", std::nullopt));
    CHECK(withSerial("b", std::nullopt));
    CHECK(withSerial("c", "S-1"));
    const Status taken = withSerial("d", "S-1");
    REQUIRE_FALSE(taken);
    CHECK(taken.error() == Error{ErrorCode::InvalidArgument, "another widget has this value", "serial"});
}

TEST_CASE_METHOD(StoreWorld, "Names the column where a check fails")
{
    const Widget widget = insert("lamp", 5);
    const Status below = write([&](Tx &tx) -> Status {
        VITRINE_TRY(auto row, tx.get(widget.id));
        *row.value.position = -1;
        return tx.update(row, "widget.moved");
    });
    REQUIRE_FALSE(below);
    CHECK(below.error() == Error{ErrorCode::InvalidArgument, R"(does not hold: "position" >= 0)", "position"});
    CHECK(*find(widget.id)->value.position == 5);
}

TEST_CASE_METHOD(StoreWorld, "Undoes a failed work alone")
{
    const Status failed = write([&](Tx &tx) -> Status {
        VITRINE_CHECK(tx.insert(Widget{.id = Id<Widget>::named("half")}, "widget.made"));
        return fail(ErrorCode::OutOfStock, "no");
    });
    REQUIRE_FALSE(failed);
    CHECK(failed.error() == Error{ErrorCode::OutOfStock, "no", {}});
    CHECK_FALSE(find(Id<Widget>::named("half")));
    CHECK(head() == 0);
}

TEST_CASE_METHOD(StoreWorld, "Takes a work that throws for a failure of ours")
{
    const Status thrown = write([&](Tx &tx) -> Status {
        return tx.nested([&]() -> Status {
            VITRINE_CHECK(tx.insert(Widget{.id = Id<Widget>::named("half")}, "widget.made"));
            throw std::runtime_error("broken");
        });
    });
    REQUIRE_FALSE(thrown);
    CHECK(thrown.error() == Error{ErrorCode::Internal, "a work threw: broken", {}});
    CHECK_FALSE(find(Id<Widget>::named("half")));
    CHECK(head() == 0);
}

TEST_CASE_METHOD(StoreWorld, "Leaves no gap in the log's numbers, whatever fails between")
{
    std::vector<std::future<Status>> outcomes;
    for (int i = 0; i < 200; ++i) {
        auto outcome = std::make_shared<std::promise<Status>>();
        outcomes.push_back(outcome->get_future());
        store().submit(
            [i](Tx &tx) -> Status {
                VITRINE_CHECK(tx.insert(Widget{.id = Id<Widget>::named(std::to_string(i))}, "widget.made"));
                VITRINE_CHECK(tx.insert(Widget{.id = Id<Widget>::named('b' + std::to_string(i))}, "widget.made"));
                return i % 3 == 0 ? fail(ErrorCode::Conflict, "on purpose") : Status();
            },
            [outcome](Status status) { outcome->set_value(std::move(status)); });
    }
    int succeeded = 0;
    for (auto &outcome : outcomes)
        succeeded += outcome.get().has_value();
    CHECK(succeeded == 133);
    const auto log = changes();
    REQUIRE(log.size() == 266);
    for (std::size_t i = 0; i < log.size(); ++i) {
        CHECK(log[i].seq == static_cast<std::int64_t>(i) + 1);
        CHECK(log[i].transaction == static_cast<std::int64_t>(i / 2 * 2) + 1);
    }
    CHECK(head() == 266);
}

TEST_CASE_METHOD(StoreWorld, "Undoes a failed nested part and goes on")
{
    mustWrite([&](Tx &tx) -> Status {
        VITRINE_CHECK(tx.insert(Widget{.id = Id<Widget>::named("first")}, "widget.made"));
        const Status inner = tx.nested([&]() -> Status {
            VITRINE_CHECK(tx.insert(Widget{.id = Id<Widget>::named("second")}, "widget.made"));
            VITRINE_CHECK(tx.nested([&] { return tx.insert(Widget{.id = Id<Widget>::named("third")}, "made"); }));
            CHECK(tx.lastSeq() == 3);
            return fail(ErrorCode::OutOfStock, "no");
        });
        CHECK_FALSE(inner);
        CHECK(tx.lastSeq() == 1);
        return tx.insert(Widget{.id = Id<Widget>::named("fourth")}, "widget.made");
    });
    CHECK(find(Id<Widget>::named("first")));
    CHECK_FALSE(find(Id<Widget>::named("second")));
    CHECK_FALSE(find(Id<Widget>::named("third")));
    CHECK(find(Id<Widget>::named("fourth")));
    CHECK(changes().size() == 2);
    CHECK(changes().back().seq == 2);
}

TEST_CASE_METHOD(StoreWorld, "Undoes a nested part that throws, for who catches it")
{
    mustWrite([&](Tx &tx) -> Status {
        try {
            static_cast<void>(tx.nested([&]() -> Status {
                VITRINE_CHECK(tx.insert(Widget{.id = Id<Widget>::named("half")}, "widget.made"));
                throw std::runtime_error("broken");
            }));
        } catch (const std::runtime_error &) {
            CHECK(tx.lastSeq() == 0);
        }
        return tx.insert(Widget{.id = Id<Widget>::named("after")}, "widget.made");
    });
    CHECK_FALSE(find(Id<Widget>::named("half")));
    CHECK(find(Id<Widget>::named("after")));
    CHECK(head() == 1);
}

TEST_CASE_METHOD(StoreWorld, "Logs what happened, with the document after it")
{
    const Widget widget = insert("lamp");
    mustWrite([&](Tx &tx) -> Status {
        VITRINE_TRY(auto row, tx.get(widget.id));
        row.value.name = "torch";
        VITRINE_CHECK(tx.update(row, "widget.renamed"));
        return tx.erase(row, "widget.gone");
    });
    const auto log = changes();
    REQUIRE(log.size() == 3);
    CHECK(log[0] == Change{1, 1, "catalogue", "widget", widget.id.uuid(), 1, "widget.made", toJson(widget)});
    CHECK(log[1].event == "widget.renamed");
    CHECK(log[1].transaction == 2);
    CHECK(log[1].version == 2);
    CHECK(log[2] == Change{3, 2, "catalogue", "widget", widget.id.uuid(), 3, "widget.gone", std::nullopt});
}

TEST_CASE_METHOD(StoreWorld, "Takes a row out of its old scope when it moves to another")
{
    Widget widget = insert("lamp", 0, "staff");
    mustWrite([&](Tx &tx) -> Status {
        widget.owner = "catalogue";
        Row<Widget> row{widget, 1};
        return tx.update(row, "widget.published");
    });
    const auto staff = changes(1, {"staff"});
    REQUIRE(staff.size() == 1);
    CHECK(staff[0] == Change{2, 2, "staff", "widget", widget.id.uuid(), 2, "widget.published", std::nullopt});
    const auto catalogue = changes(1, {"catalogue"});
    REQUIRE(catalogue.size() == 1);
    CHECK(catalogue[0] == Change{3, 2, "catalogue", "widget", widget.id.uuid(), 2, "widget.published", toJson(widget)});
}

TEST_CASE_METHOD(StoreWorld, "Keeps the server's own rows and every secret out of the log")
{
    insert("safe", 0, "server");
    CHECK(head() == 0);
    Shelf shelf{.id = Id<Shelf>::named("shelf")};
    shelf.code.value.value = "A1";
    shelf.pin.value.value = "4711";
    mustWrite([&](Tx &tx) { return tx.insert(shelf, "shelf.made"); });
    const auto log = changes();
    REQUIRE(log.size() == 1);
    CHECK(log[0].body == R"({"id":")" + shelf.id.text() + R"(","code":"A1"})");
    CHECK(find(shelf.id)->value == shelf);
}

TEST_CASE_METHOD(StoreWorld, "Hands a row from the server's scope to another as new, and back as gone")
{
    Widget widget = insert("lamp", 0, "server");
    const auto moveTo = [&](std::string owner, std::int64_t version) {
        mustWrite([&](Tx &tx) {
            widget.owner = owner;
            Row<Widget> row{widget, version};
            return tx.update(row, "widget.moved");
        });
    };
    moveTo("catalogue", 1);
    moveTo("server", 2);
    const auto log = changes();
    REQUIRE(log.size() == 2);
    CHECK(log[0].body.has_value());
    CHECK(log[1] == Change{2, 2, "catalogue", "widget", widget.id.uuid(), 3, "widget.moved", std::nullopt});
}

TEST_CASE_METHOD(StoreWorld, "Reads the log by cursor and scope, never half of a transaction")
{
    for (int t = 0; t < 5; ++t)
        mustWrite([&](Tx &tx) -> Status {
            for (int i = 0; i < 4; ++i) {
                Widget widget{.id = Id<Widget>::named(std::to_string(t) + '/' + std::to_string(i))};
                widget.owner = i % 2 == 0 ? "catalogue" : "staff";
                VITRINE_CHECK(tx.insert(widget, "widget.made"));
            }
            return {};
        });
    const auto seqs = [&](std::int64_t after, const std::set<std::string> &scopes, std::int64_t limit) {
        std::vector<std::int64_t> out;
        for (const Change &change : changes(after, scopes, limit))
            out.push_back(change.seq);
        return out;
    };
    CHECK(seqs(0, {"catalogue", "staff"}, 5) == std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7, 8});
    CHECK(seqs(0, {"catalogue", "staff"}, 4) == std::vector<std::int64_t>{1, 2, 3, 4});
    CHECK(seqs(8, {"staff"}, 1) == std::vector<std::int64_t>{10, 12});
    CHECK(seqs(18, {"catalogue", "staff"}, 100) == std::vector<std::int64_t>{19, 20});
    CHECK(seqs(20, {"catalogue", "staff"}, 100).empty());
    CHECK(seqs(0, {}, 100).empty());
    CHECK(seqs(0, {"customer/x"}, 100).empty());
    mustRead([](LogTx &tx) -> Status {
        CHECK(tx.horizon() == 1);
        CHECK(tx.head() == 20);
        return {};
    });
}

TEST_CASE_METHOD(StoreWorld, "Selects by conditions, in order, page by page")
{
    const Id<Shelf> shelf = Id<Shelf>::named("shelf");
    mustWrite([&](Tx &tx) -> Status {
        for (int i = 0; i < 12; ++i) {
            Widget widget{.id = Id<Widget>::named(std::to_string(i))};
            widget.name = std::to_string(i);
            *widget.position = 11 - i;
            *widget.colour = i % 2 == 0 ? Colour::Blue : Colour::Green;
            *widget.isNew = i < 3;
            if (i == 4)
                *widget.shelf = shelf;
            VITRINE_CHECK(tx.insert(widget, "widget.made"));
        }
        return {};
    });
    using Names = std::vector<std::string>;
    CHECK(names({.where = {{"colour", Compare::Equal, std::string("blue")}}, .orderBy = "position"}) ==
          Names{"10", "8", "6", "4", "2", "0"});
    CHECK(names({.where = {{"colour", Compare::Equal, std::string("blue")}},
                 .orderBy = "position",
                 .descending = true,
                 .limit = 2,
                 .offset = 1}) == Names{"2", "4"});
    CHECK(names({.where = {{"position", Compare::GreaterOrEqual, std::int64_t{3}},
                           {"position", Compare::Less, std::int64_t{6}},
                           {"position", Compare::NotEqual, std::int64_t{4}}},
                 .orderBy = "position"}) == Names{"8", "6"});
    CHECK(names({.where = {{"shelf", Compare::Equal, shelf.uuid()}}}) == Names{"4"});
    CHECK(names({.where = {{"shelf", Compare::NotEqual, ColumnValue()}}}) == Names{"4"});
    CHECK(names({.where = {{"shelf", Compare::Equal, ColumnValue()}}}).size() == 11);
    CHECK(names({.where = {{"shelf", Compare::NotEqual, shelf.uuid()}}}).size() == 11);
    CHECK(names({.where = {{"isNew", Compare::Equal, std::int64_t{1}}}}).size() == 3);
    CHECK(names({.where = {{"id", Compare::Equal, Uuid::named("7")}}}) == Names{"7"});
    CHECK(names({.where = {{"scope", Compare::Equal, std::string("staff")}}}).empty());
    CHECK(names({.where = {{"position", Compare::LessOrEqual, std::int64_t{1}},
                           {"position", Compare::Greater, std::int64_t{0}}}}) == Names{"10"});
    mustRead([](LogTx &tx) -> Status {
        CHECK(tx.countRows(schemaOf<Widget>(), {{"colour", Compare::Equal, std::string("green")}}) == 6);
        CHECK(tx.countRows(schemaOf<Widget>(), {}) == 12);
        return {};
    });
}

TEST_CASE_METHOD(StoreWorld, "Keeps one order for rows that are equal in the field asked for")
{
    for (int i = 0; i < 9; ++i)
        insert(std::to_string(i), 1);
    std::vector<std::string> paged;
    for (std::int64_t offset = 0; offset < 9; offset += 2)
        for (const std::string &name : names({.orderBy = "position", .limit = 2, .offset = offset}))
            paged.push_back(name);
    CHECK(paged == names({.orderBy = "position"}));
    CHECK(paged == names({.orderBy = "id"}));
    // Also where an index for the condition, not for the order, is walked.
    const std::vector<Condition> where{{"isNew", Compare::Equal, std::int64_t{0}}};
    std::vector<std::string> backwards = names({.where = where, .orderBy = "position", .descending = true});
    std::ranges::reverse(backwards);
    CHECK(backwards == names({.where = where, .orderBy = "position"}));
}

TEST_CASE_METHOD(StoreWorld, "Gives a transaction one time and sees its own writes")
{
    mustWrite([&](Tx &tx) -> Status {
        const Time first = tx.now();
        CHECK(first == clock.now());
        clock.advance(std::chrono::seconds(1));
        CHECK(tx.now() == first);
        VITRINE_CHECK(tx.insert(Widget{.id = Id<Widget>::named("x"), .name = "x"}, "widget.made"));
        VITRINE_TRY(const auto row, tx.get(Id<Widget>::named("x")));
        CHECK(row.value.name == "x");
        CHECK(tx.countRows(schemaOf<Widget>(), {}) == 1);
        return {};
    });
    mustWrite([&](Tx &tx) -> Status {
        CHECK(tx.now() == clock.now());
        CHECK(tx.lastSeq() == 0);
        return {};
    });
}

TEST_CASE_METHOD(StoreWorld, "Reads from one moment, whatever is written meanwhile")
{
    insert("before");
    mustRead([&](LogTx &tx) -> Status {
        CHECK(tx.countRows(schemaOf<Widget>(), {}) == 1);
        std::thread([&] { insert("meanwhile"); }).join();
        CHECK(tx.countRows(schemaOf<Widget>(), {}) == 1);
        CHECK(tx.head() == 1);
        CHECK(tx.changesAfter(0, {"catalogue"}, 10)->size() == 1);
        return {};
    });
    CHECK(head() == 2);
}

TEST_CASE_METHOD(StoreWorld, "Stores the first answer to a key, and undoes it with its transaction")
{
    const StoredAnswer answer{Uuid::named("key"), "print", R"({"a":1})", true, 42};
    mustWrite([&](Tx &tx) -> Status {
        CHECK_FALSE(tx.storedAnswer(answer.key)->has_value());
        return tx.storeAnswer(answer);
    });
    static_cast<void>(write([&](Tx &tx) -> Status {
        VITRINE_CHECK(tx.storeAnswer({Uuid::named("other"), "print", "{}", false, 0}));
        return fail(ErrorCode::Conflict, "on purpose");
    }));
    reopen();
    mustWrite([&](Tx &tx) -> Status {
        VITRINE_TRY(const auto stored, tx.storedAnswer(answer.key));
        REQUIRE(stored);
        CHECK(stored->fingerprint == answer.fingerprint);
        CHECK(stored->answer == answer.answer);
        CHECK(stored->isError);
        CHECK(stored->seq == 42);
        CHECK_FALSE(tx.storedAnswer(Uuid::named("other"))->has_value());
        return {};
    });
    const Status twice = write([&](Tx &tx) { return tx.storeAnswer(answer); });
    REQUIRE_FALSE(twice);
    CHECK(twice.error().code == ErrorCode::Conflict);
}

TEST_CASE_METHOD(StoreWorld, "Tells its listeners the last entry of each group that changed something")
{
    std::mutex mutex;
    std::vector<std::int64_t> heard;
    store().onCommit([&](std::int64_t seq) {
        const std::lock_guard lock(mutex);
        heard.push_back(seq);
    });
    insert("a");
    mustWrite([](Tx &) -> Status { return {}; });
    insert("hidden", 0, "server");
    insert("b");
    store().stop();
    CHECK(heard == std::vector<std::int64_t>{1, 2});
}

TEST_CASE_METHOD(StoreWorld, "Finishes what is queued when it stops, then refuses")
{
    std::atomic<int> done = 0;
    for (int i = 0; i < 50; ++i)
        store().submit([i](Tx &tx) { return tx.insert(Widget{.id = Id<Widget>::named(std::to_string(i))}, "made"); },
                       [&done](Status status) { done += status.has_value(); });
    store().stop();
    store().stop();
    CHECK(done == 50);
    const Status refused = write([](Tx &) -> Status { return {}; });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Unavailable);
    reopen();
    mustRead([](LogTx &tx) -> Status {
        CHECK(tx.countRows(schemaOf<Widget>(), {}) == 50);
        return {};
    });
}

TEST_CASE_METHOD(StoreWorld, "Gives many writers and readers one consistent shop")
{
    const Widget counter = insert("counter", 0);
    constexpr int kWriters = 4;
    constexpr int kEach = 50;
    std::vector<std::thread> threads;
    std::atomic<bool> failed = false;
    for (int w = 0; w < kWriters; ++w)
        threads.emplace_back([&] {
            for (int i = 0; i < kEach; ++i) {
                const Status status = store().write([&](Tx &tx) -> Status {
                    VITRINE_TRY(auto row, tx.get(counter.id));
                    ++*row.value.position;
                    return tx.update(row, "widget.counted");
                });
                failed = failed || !status;
            }
        });
    for (int r = 0; r < 2; ++r)
        threads.emplace_back([&] {
            for (int i = 0; i < 100; ++i) {
                const Status status = store().read([&](LogTx &tx) -> Status {
                    VITRINE_TRY(const auto row, tx.get(counter.id));
                    VITRINE_TRY(const auto log, tx.head());
                    // Each count wrote one entry after the insertion's.
                    failed = failed || *row.value.position != log - 1 || row.version != log;
                    return {};
                });
                failed = failed || !status;
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    CHECK_FALSE(failed);
    CHECK(*find(counter.id)->value.position == kWriters * kEach);
}
