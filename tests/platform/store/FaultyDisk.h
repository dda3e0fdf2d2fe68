// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/sqlite/SqliteReplica.h"
#include "platform/sqlite/SqliteStore.h"
#include "tests/platform/store/ManualClock.h"
#include "tests/platform/store/TemporaryFolder.h"
#include "tests/platform/store/Widgets.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>

namespace vitrine::tests {

/// A folder that a store or a device lives in, to be opened, damaged and opened again.
struct Disk {
    TemporaryFolder folder;
    ManualClock clock;
    core::SeededRandom random{11};
    std::filesystem::path file = folder.path() / "shop.db";

    core::Result<std::unique_ptr<platform::SqliteStore>> tryOpen(std::string vfs = {}, bool isReadOnly = false)
    {
        return platform::SqliteStore::open({.file = file,
                                            .entities = testEntities(),
                                            .clock = clock,
                                            .random = random,
                                            .isReadOnly = isReadOnly,
                                            .vfs = std::move(vfs)});
    }
    std::unique_ptr<platform::SqliteStore> open(std::string vfs = {}, bool isReadOnly = false)
    {
        auto store = tryOpen(std::move(vfs), isReadOnly);
        INFO((store ? std::string() : core::describe(store.error())));
        REQUIRE(store.has_value());
        return std::move(*store);
    }
    std::unique_ptr<platform::SqliteReplica> openReplica(std::string vfs = {})
    {
        auto replica = platform::SqliteReplica::open({.folder = folder.path(),
                                                      .entities = testEntities(),
                                                      .clock = clock,
                                                      .random = random,
                                                      .vfs = std::move(vfs)});
        INFO((replica ? std::string() : core::describe(replica.error())));
        REQUIRE(replica.has_value());
        return std::move(*replica);
    }
    void overwrite(const std::filesystem::path &path, std::streamoff at, std::string_view with) const
    {
        std::fstream stream(path, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(at);
        stream << with;
        REQUIRE(stream.good());
    }
};

/// Of some size: a hundred fill several pages.
inline Widget widgetAt(int i)
{
    Widget widget{.id = core::Id<Widget>::named(std::to_string(i))};
    widget.name = std::to_string(i) + std::string(500, 'x');
    *widget.position = i;
    return widget;
}

} // namespace vitrine::tests
