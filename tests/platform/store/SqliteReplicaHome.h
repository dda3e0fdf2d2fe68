// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/sqlite/SqliteReplica.h"
#include "tests/platform/store/ReplicaWorld.h"
#include "tests/platform/store/TemporaryFolder.h"

namespace vitrine::tests {

/// A SQLite replica in a folder of its own.
class SqliteReplicaHome final : public ReplicaHome
{
public:
    std::unique_ptr<core::Replica> open(const core::Clock &clock, core::RandomSource &random) override
    {
        auto replica = platform::SqliteReplica::open(
            {.folder = m_folder.path(), .entities = testEntities(), .clock = clock, .random = random});
        INFO((replica ? std::string() : describe(replica.error())));
        REQUIRE(replica.has_value());
        CHECK((*replica)->recoveries().empty());
        return std::move(*replica);
    }

private:
    TemporaryFolder m_folder;
};

} // namespace vitrine::tests
