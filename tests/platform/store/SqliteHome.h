// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/sqlite/SqliteStore.h"
#include "tests/platform/store/StoreWorld.h"
#include "tests/platform/store/TemporaryFolder.h"

namespace vitrine::tests {

/// A SQLite store in a folder of its own.
class SqliteHome final : public StoreHome
{
public:
    std::unique_ptr<core::Store> open(const core::Clock &clock, core::RandomSource &random) override
    {
        auto store = platform::SqliteStore::open(
            {.file = m_folder.path() / "shop.db", .entities = testEntities(), .clock = clock, .random = random});
        INFO((store ? std::string() : describe(store.error())));
        REQUIRE(store.has_value());
        return std::move(*store);
    }

private:
    TemporaryFolder m_folder;
};

} // namespace vitrine::tests
