// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a store when the disk, the process or somebody else fails it.
#include "platform/system/Files.h"
#include "tests/platform/store/FaultVfs.h"
#include "tests/platform/store/FaultyDisk.h"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace vitrine;
using namespace vitrine::core;
using namespace vitrine::tests;
using platform::SqliteStore;

namespace {

Status insertAt(Store &store, int i)
{
    return store.write([i](Tx &tx) { return tx.insert(widgetAt(i), "widget.made"); });
}

std::int64_t count(Store &store)
{
    std::int64_t count = -1;
    const Status status = store.read([&](LogTx &tx) -> Status {
        VITRINE_TRY(count, tx.countRows(schemaOf<Widget>(), {}));
        return {};
    });
    INFO((status ? std::string() : describe(status.error())));
    CHECK(status.has_value());
    return count;
}

bool has(Store &store, int i)
{
    bool found = false;
    const Status status = store.read([&](LogTx &tx) -> Status {
        VITRINE_TRY(const auto row, tx.find(widgetAt(i).id));
        found = row.has_value();
        return {};
    });
    return status && found;
}

void checkSound(SqliteStore &store)
{
    const auto report = store.check();
    REQUIRE(report.has_value());
    CHECK(report->problems == std::vector<std::string>{});
}

} // namespace

TEST_CASE("Names its store once and for all")
{
    Disk disk;
    const std::string origin = disk.open()->origin();
    CHECK(Uuid::parse(origin).has_value());
    CHECK(disk.open()->origin() == origin);
    Disk other;
    CHECK(
        SqliteStore::open({.file = other.file, .entities = testEntities(), .clock = other.clock, .random = disk.random})
            .value()
            ->origin() != origin);
}

TEST_CASE("Lets one program alone write to a store")
{
    Disk disk;
    const auto first = disk.open();
    const auto second = disk.tryOpen();
    REQUIRE_FALSE(second);
    CHECK(second.error() == Error{ErrorCode::Unavailable, "another running program uses this data folder",
                                  platform::utf8(disk.file) + ".lock"});
}

TEST_CASE("Is read beside the program that writes")
{
    Disk disk;
    CHECK(disk.tryOpen({}, true).error().code == ErrorCode::NotFound);
    const auto writer = disk.open();
    REQUIRE(insertAt(*writer, 1));
    const auto reader = disk.open({}, true);
    CHECK(count(*reader) == 1);
    REQUIRE(insertAt(*writer, 2));
    CHECK(count(*reader) == 2);
    CHECK(reader->origin() == writer->origin());
    CHECK(insertAt(*reader, 3).error().code == ErrorCode::PermissionDenied);
}

TEST_CASE("Takes nothing more once its file was moved away")
{
    Disk disk;
    const auto store = disk.open();
    REQUIRE(insertAt(*store, 1));
    CHECK(count(*store) == 1);
    std::filesystem::path elsewhere = disk.file;
    elsewhere += ".aside";
    std::filesystem::rename(disk.file, elsewhere);
    CHECK(insertAt(*store, 2).error() == Error{ErrorCode::Unavailable,
                                               "the database file was moved or removed: stop the program, put it back",
                                               platform::utf8(disk.file)});
    CHECK(store->read([](core::LogTx &) { return core::Status(); }).error().code == ErrorCode::NotFound);
    std::filesystem::rename(elsewhere, disk.file);
    REQUIRE(insertAt(*store, 2));
    CHECK(count(*store) == 2);
}

TEST_CASE("Refuses what is no store of ours")
{
    Disk disk;
    std::ofstream(disk.file) << std::string(4096, 'n');
    const auto store = disk.tryOpen();
    REQUIRE_FALSE(store);
    CHECK(store.error() ==
          Error{ErrorCode::Corrupt, "the database file is damaged: file is not a database", platform::utf8(disk.file)});
}

TEST_CASE("Refuses a database of another program, and leaves it as it is")
{
    Disk disk;
    {
        const auto other = platform::Database::open(disk.file, {});
        REQUIRE((*other)->execute("CREATE TABLE notes(text)"));
    }
    CHECK(disk.tryOpen().error() ==
          Error{ErrorCode::Corrupt, "this is another program's database", platform::utf8(disk.file)});
    const auto other = platform::Database::open(disk.file, {});
    CHECK((*other)->integer("SELECT count(*) FROM sqlite_master") == 1);
}

TEST_CASE("Refuses a store that a newer build wrote")
{
    Disk disk;
    disk.open().reset();
    {
        const auto database = platform::Database::open(disk.file, {});
        REQUIRE((*database)->execute("PRAGMA user_version=2"));
    }
    CHECK(disk.tryOpen().error() == Error{ErrorCode::Unsupported,
                                          "written by a newer Vitrine: its format is 2, this build knows up to 1",
                                          platform::utf8(disk.file)});
}

TEST_CASE("Notices a damaged page when it opens a store")
{
    Disk disk;
    {
        const auto store = disk.open();
        for (int i = 0; i < 50; ++i)
            REQUIRE(insertAt(*store, i));
    }
    // A page that nothing reads at an opening but the check.
    std::int64_t page = 0;
    {
        const auto database = platform::Database::open(disk.file, {});
        page = (*database)->integer("SELECT rootpage FROM sqlite_master WHERE name = 'widget'").value();
    }
    disk.overwrite(disk.file, (page - 1) * 4096, std::string(200, '\x7f'));
    const auto store = disk.tryOpen();
    REQUIRE_FALSE(store);
    CHECK(store.error().code == ErrorCode::Corrupt);
    CHECK(store.error().where == platform::utf8(disk.file));
    CHECK(store.error().detail.starts_with("the database file is damaged: "));
}

TEST_CASE("Hands out no row whose document was overwritten")
{
    Disk disk;
    {
        const auto store = disk.open();
        REQUIRE(insertAt(*store, 0));
        REQUIRE(insertAt(*store, 1));
    }
    {
        const auto database = platform::Database::open(disk.file, {});
        REQUIRE((*database)->execute(
            "UPDATE widget SET body = '{\"x\":' || CAST(x'ff7f' AS TEXT) || '}' WHERE position = 0;"
            "UPDATE widget SET body = 'garbage' WHERE position = 1"));
    }
    const auto store = disk.open();
    for (const int i : {0, 1}) {
        const auto read = store->read([&](core::LogTx &tx) -> Status {
            return tx.findRow(core::schemaOf<Widget>(), widgetAt(i).id.uuid()).transform([](const auto &) {});
        });
        REQUIRE_FALSE(read);
        CHECK(read.error() == Error{ErrorCode::Corrupt,
                                    "the database file is damaged: widget " + widgetAt(i).id.text() + " is no document",
                                    platform::utf8(disk.file)});
    }
}

TEST_CASE("Finds a column that differs from its document, and a document that can't be read")
{
    Disk disk;
    {
        const auto store = disk.open();
        for (int i = 0; i < 3; ++i)
            REQUIRE(insertAt(*store, i));
    }
    {
        const auto database = platform::Database::open(disk.file, {});
        REQUIRE((*database)->execute("UPDATE widget SET colour = 'blue' WHERE position = 0;"
                                     "UPDATE widget SET body = '{' WHERE position = 1;"
                                     "UPDATE widget SET scope = 'staff' WHERE position = 2;"
                                     "DELETE FROM vitrine_log WHERE seq = 2"));
    }
    const auto store = disk.open();
    const auto report = store->check();
    REQUIRE(report.has_value());
    CHECK(report->rows == 3);
    CHECK(report->logEntries == 2);
    std::vector<std::string> problems = report->problems;
    std::ranges::sort(problems);
    const auto name = [](int i) { return "widget " + widgetAt(i).id.text(); };
    std::vector<std::string> expected{
        name(0) + ": the column colour differs from its document",
        name(1) + ": widget row can't be read: malformed: broken JSON: " +
            parseJson("{").error().detail.substr(std::string_view("broken JSON: ").size()),
        name(2) + ": lies in scope 'staff', its document belongs in 'catalogue'",
        name(2) + ": its scope is 'staff', in entry 3 of the change log it is 'catalogue'",
        "the change log: entry 3 follows 1",
    };
    std::ranges::sort(expected);
    CHECK(problems == expected);
    CHECK(store->read([](LogTx &tx) { return tx.get(widgetAt(1).id).transform([](auto) {}); }).error().code ==
          ErrorCode::Corrupt);
}

TEST_CASE("Finds a row that is not what the change log says")
{
    Disk disk;
    {
        const auto store = disk.open();
        for (int i = 0; i < 6; ++i)
            REQUIRE(insertAt(*store, i));
        REQUIRE(store->write([](Tx &tx) -> Status {
            VITRINE_TRY(Row<Widget> row, tx.get(widgetAt(4).id));
            row.value.name = "renamed";
            VITRINE_CHECK(tx.update(row, "widget.named"));
            VITRINE_TRY(const Row<Widget> gone, tx.get(widgetAt(5).id));
            return tx.erase(gone, "widget.gone");
        }));
        checkSound(*store);
    }
    {
        const auto database = platform::Database::open(disk.file, {});
        const auto blob = [](int i) {
            std::string hex = widgetAt(i).id.text();
            std::erase(hex, '-');
            return "x'" + hex + '\'';
        };
        REQUIRE((*database)->execute("UPDATE vitrine_log SET body = replace(body, '0xxx', '0yyy') WHERE seq = 1;"
                                     "UPDATE widget SET version = 7 WHERE id = " +
                                     blob(1) +
                                     ";"
                                     "DELETE FROM widget WHERE id = " +
                                     blob(2) +
                                     ";"
                                     "UPDATE vitrine_log SET entity = 'gadget' WHERE seq = 4"));
    }
    const auto store = disk.open();
    const auto report = store->check();
    REQUIRE(report.has_value());
    std::vector<std::string> problems = report->problems;
    std::ranges::sort(problems);
    const auto name = [](int i) { return "widget " + widgetAt(i).id.text(); };
    std::vector<std::string> expected{
        name(0) + ": its document differs from entry 1 of the change log",
        name(1) + ": its version is 7, in entry 2 of the change log it is 1",
        name(2) + ": the change log has it, at entry 3, and the table does not",
        name(3) + ": the change log does not have it",
        "gadget " + widgetAt(3).id.text() + ": the change log has it, at entry 4, and the table does not",
    };
    std::ranges::sort(expected);
    CHECK(problems == expected);
}

TEST_CASE("Stays whole on a disk that fills up at any write, and keeps what it acknowledged")
{
    FaultVfs::install();
    for (const bool isFull : {true, false}) {
        for (std::int64_t failAt = 0; failAt < 40; failAt += 3) {
            INFO("failing after " << failAt << " writes");
            Disk disk;
            std::vector<int> acknowledged;
            std::vector<int> refused;
            {
                const auto store = disk.open(FaultVfs::kName);
                isFull ? FaultVfs::fullAfter(failAt) : FaultVfs::brokenAfter(failAt);
                for (int i = 0; i < 12; ++i) {
                    const Status status = insertAt(*store, i);
                    if (!status)
                        CHECK(status.error().code == (isFull ? ErrorCode::StorageFull : ErrorCode::Unavailable));
                    (status ? acknowledged : refused).push_back(i);
                }
                FaultVfs::heal();
                // The same store goes on once there is room again.
                REQUIRE(insertAt(*store, 100));
                CHECK(count(*store) == std::ssize(acknowledged) + 1);
                checkSound(*store);
            }
            CHECK_FALSE(refused.empty());
            const auto store = disk.open();
            for (const int i : acknowledged)
                CHECK(has(*store, i));
            for (const int i : refused)
                CHECK_FALSE(has(*store, i));
            checkSound(*store);
        }
    }
}

TEST_CASE("Fails a whole group that can't be made durable")
{
    FaultVfs::install();
    Disk disk;
    const auto store = disk.open(FaultVfs::kName);
    std::vector<Status> outcomes(20, Status());
    FaultVfs::fullAfter(0);
    for (int i = 0; i < 20; ++i)
        store->submit([i](Tx &tx) { return tx.insert(widgetAt(i), "widget.made"); },
                      [&outcomes, i](Status status) { outcomes[static_cast<std::size_t>(i)] = std::move(status); });
    store->stop();
    FaultVfs::heal();
    for (const Status &outcome : outcomes) {
        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().code == ErrorCode::StorageFull);
    }
    CHECK(count(*store) == 0);
}

TEST_CASE("Loses nothing that was acknowledged when the process is killed")
{
    for (int seed = 0; seed < 20; ++seed) {
        Disk disk;
        int channel[2];
        REQUIRE(pipe(channel) == 0);
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            // Two rows for each acknowledgement: both or none.
            auto store = disk.tryOpen();
            for (int i = 0; store && i < 100'000; ++i) {
                const Status status = (*store)->write([i](Tx &tx) -> Status {
                    VITRINE_CHECK(tx.insert(widgetAt(2 * i), "widget.made"));
                    return tx.insert(widgetAt(2 * i + 1), "widget.made");
                });
                if (!status || ::write(channel[1], &i, sizeof i) != sizeof i)
                    break;
            }
            _exit(1);
        }
        close(channel[1]);
        int last = -1;
        for (int i = 0; i < 3 + seed; ++i)
            REQUIRE(::read(channel[0], &last, sizeof last) == sizeof last);
        kill(child, SIGKILL);
        while (::read(channel[0], &last, sizeof last) == sizeof last) {
        }
        close(channel[0]);
        waitpid(child, nullptr, 0);

        INFO("seed " << seed);
        const auto store = disk.open();
        for (int i = 0; i <= 2 * last + 1; ++i)
            CHECK(has(*store, i));
        CHECK(count(*store) % 2 == 0);
        // At most the work that was under way.
        CHECK(count(*store) <= 2 * (last + 2));
        checkSound(*store);
    }
}
