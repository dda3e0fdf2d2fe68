// SPDX-License-Identifier: GPL-3.0-or-later
// What every store must do with works: undone alone, nested, at one moment, many at once, finished at the stop. Each
// kind of store builds the store_*_contract files into a program with a makeStoreHome() of its own.
#include "tests/platform/store/StoreWorld.h"

#include <atomic>
#include <stdexcept>
#include <thread>

using namespace vitrine;
using namespace vitrine::core;
using namespace vitrine::tests;

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
