// SPDX-License-Identifier: GPL-3.0-or-later
// What every store must do with the change log: numbers, scopes, what is told of it. Each kind of store builds the
// store_*_contract files into a program with a makeStoreHome() of its own.
#include "tests/platform/store/StoreWorld.h"

#include <future>
#include <mutex>

using namespace vitrine;
using namespace vitrine::core;
using namespace vitrine::tests;

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
