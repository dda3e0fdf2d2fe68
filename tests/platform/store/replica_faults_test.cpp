// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a device's replica and outbox when the disk fails them.
#include "tests/platform/store/FaultVfs.h"
#include "tests/platform/store/FaultyDisk.h"

using namespace vitrine;
using namespace vitrine::core;
using namespace vitrine::tests;
using platform::SqliteReplica;

TEST_CASE("Lets one program alone use a device's folder")
{
    Disk disk;
    const auto first = disk.openReplica();
    const auto second = SqliteReplica::open(
        {.folder = disk.folder.path(), .entities = testEntities(), .clock = disk.clock, .random = disk.random});
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::Unavailable);
}

TEST_CASE("Throws a damaged replica away and keeps the outbox")
{
    Disk disk;
    {
        const auto replica = disk.openReplica();
        REQUIRE(replica->enqueue({.key = Uuid::named("a"), .name = "a", .body = "{}"}));
        REQUIRE(replica->beginCheckpoint(true));
        REQUIRE(replica->commitCheckpoint(5, "shop"));
    }
    disk.overwrite(disk.folder.path() / "replica.db", 0, "no database any more");
    const auto replica = disk.openReplica();
    CHECK(replica->cursor() == 0);
    CHECK(replica->origin().empty());
    CHECK(replica->queued()->size() == 1);
    REQUIRE(replica->recoveries().size() == 1);
    CHECK(replica->recoveries().front().starts_with("the replica was thrown away and will be fetched again: corrupt"));
}

TEST_CASE("Keeps a damaged outbox aside and takes over what can be read")
{
    Disk disk;
    {
        const auto replica = disk.openReplica();
        REQUIRE(replica->setSetting("device.id", "7"));
        for (int i = 0; i < 3; ++i)
            REQUIRE(replica->enqueue({.key = Uuid::named(std::to_string(i)), .name = "a", .body = "{}"}));
    }
    // An index loses its content; the tables behind it are untouched.
    {
        const auto database = platform::Database::open(disk.folder.path() / "outbox.db", {});
        const auto page = (*database)->integer("SELECT rootpage FROM sqlite_master WHERE name = "
                                               "'sqlite_autoindex_outbox_1'");
        REQUIRE(page.has_value());
        REQUIRE((*database)->execute("PRAGMA journal_mode=DELETE"));
        disk.overwrite(disk.folder.path() / "outbox.db", (*page - 1) * 4096, std::string(100, '\x7f'));
    }
    const auto replica = disk.openReplica();
    CHECK(replica->setting("device.id").value() == "7");
    CHECK(replica->queued()->size() == 3);
    REQUIRE(replica->recoveries().size() == 1);
    CHECK(replica->recoveries().front().ends_with(
        "it is kept as outbox.db.damaged-1700000000000, and 3 commands of it were taken over"));
    CHECK(std::filesystem::exists(disk.folder.path() / "outbox.db.damaged-1700000000000"));
}

TEST_CASE("Leaves a replica as it was when the disk fills up within a checkpoint")
{
    FaultVfs::install();
    const Change row{.scope = "catalogue",
                     .entity = "widget",
                     .id = widgetAt(1).id.uuid(),
                     .version = 1,
                     .event = "widget.made",
                     .body = toJson(widgetAt(1))};
    for (const bool fromEmpty : {false, true}) {
        for (std::int64_t failAt = 0; failAt < 12; failAt += 2) {
            INFO("from empty: " << fromEmpty << ", failing after " << failAt << " writes");
            Disk disk;
            const auto replica = disk.openReplica(FaultVfs::kName);
            REQUIRE(replica->beginCheckpoint(true));
            REQUIRE(replica->commitCheckpoint(5, "shop"));
            FaultVfs::fullAfter(failAt);
            Status status = replica->beginCheckpoint(fromEmpty);
            if (status) {
                status = replica->apply(std::vector(400, row));
                if (status)
                    status = replica->commitCheckpoint(6, "shop");
                else
                    replica->discardCheckpoint();
            }
            FaultVfs::heal();
            CHECK_FALSE(replica->isInCheckpoint());
            CHECK(replica->cursor() == (status ? 6 : 5));
            if (!status)
                CHECK(status.error().code == ErrorCode::StorageFull);
            REQUIRE(replica->resetView());
            CHECK(replica->view().countRows(schemaOf<Widget>(), {}) == (status ? 1 : 0));
            REQUIRE(replica->beginCheckpoint(false));
            REQUIRE(replica->apply(std::vector{row}));
            REQUIRE(replica->commitCheckpoint(7, "shop"));
            CHECK(replica->recoveries().empty());
        }
    }
}

TEST_CASE("Tells that a command could not be queued, and queues it once there is room")
{
    FaultVfs::install();
    Disk disk;
    const auto replica = disk.openReplica(FaultVfs::kName);
    const QueuedCommand command{.key = Uuid::named("a"), .name = "a", .body = "{}"};
    FaultVfs::fullAfter(0);
    CHECK(replica->enqueue(command).error().code == ErrorCode::StorageFull);
    FaultVfs::heal();
    CHECK(replica->queued()->empty());
    CHECK(replica->enqueue(command).has_value());
    CHECK(replica->queued()->size() == 1);
}

TEST_CASE("Goes on after damage is met in a running replica, from nothing")
{
    Disk disk;
    const auto replica = disk.openReplica();
    REQUIRE(replica->beginCheckpoint(true));
    // Larger than what an opening walks through, so that its pages are not in memory yet.
    for (int i = 0; i < 300; ++i) {
        Widget widget = widgetAt(i);
        widget.name = std::string(120'000, 'x');
        REQUIRE(replica->apply(std::vector<Change>{{.scope = "catalogue",
                                                    .entity = "widget",
                                                    .id = widget.id.uuid(),
                                                    .version = 1,
                                                    .event = "widget.made",
                                                    .body = toJson(widget)}}));
    }
    REQUIRE(replica->commitCheckpoint(5, "shop"));
    const auto size = static_cast<std::streamoff>(std::filesystem::file_size(disk.folder.path() / "replica.db"));
    disk.overwrite(disk.folder.path() / "replica.db", 64 * 4096,
                   std::string(static_cast<std::size_t>(size - 64 * 4096), 'x'));
    const auto read = replica->view().select<Widget>({.orderBy = "position"});
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::Corrupt);
    REQUIRE(replica->resetView());
    CHECK(replica->cursor() == 0);
    CHECK(replica->recoveries().size() == 1);
    CHECK(replica->view().countRows(schemaOf<Widget>(), {}) == 0);
}
