// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/Sales.h"
#include "core/ports/Replica.h"

#include <map>
#include <memory>
#include <set>

/// Ports in memory, for tests that run thousands of shops in seconds. Rows are shared, so copying a table is cheap.
namespace vitrine::test {

using core::Change;
using core::Status;
using core::Time;
using core::Uuid;

struct StoredRow {
    core::RawRow row{};
    std::vector<core::ColumnValue> columns{};
};

struct Tables {
    std::map<std::pair<std::string, Uuid>, std::shared_ptr<const StoredRow>> rows{};
    std::map<Uuid, core::StoredAnswer> answers{};
    std::vector<Change> log{};

    [[nodiscard]] std::int64_t head() const { return log.empty() ? 0 : log.back().seq; }
};

/// A transaction straight on tables: nothing is undone but by nested().
class MemoryTx final : public core::Tx
{
public:
    MemoryTx(Tables &tables, Time now, std::uint64_t seed)
        : m_tables(tables)
        , m_now(now)
        , m_random(seed)
    {
    }
    core::Result<std::optional<core::RawRow>> findRow(const core::EntitySchema &schema, const Uuid &id) override;
    core::Result<std::vector<core::RawRow>> selectRows(const core::EntitySchema &schema,
                                                       const core::Query &query) override;
    core::Result<std::int64_t> countRows(const core::EntitySchema &schema,
                                         const std::vector<core::Condition> &where) override;
    Time now() const override { return m_now; }
    core::RandomSource &random() override { return m_random; }
    core::Result<std::int64_t> writeRow(const core::EntitySchema &schema, const core::EncodedRow &row,
                                        std::int64_t expectedVersion, std::string_view event) override;
    Status eraseRow(const core::EntitySchema &schema, const Uuid &id, std::int64_t expectedVersion,
                    std::string_view event) override;
    core::Result<std::optional<core::StoredAnswer>> storedAnswer(const Uuid &key) override;
    Status storeAnswer(const core::StoredAnswer &answer) override;
    std::int64_t lastSeq() const override { return m_lastSeq; }
    Status nested(const std::function<Status()> &body) override;

private:
    Tables &m_tables;
    const Time m_now;
    core::SeededRandom m_random;
    std::int64_t m_lastSeq = 0;
};

/// What of a replica survives the death of its process.
struct ReplicaDisk {
    Tables base{};
    std::int64_t cursor = 0;
    std::string origin{};
    std::map<std::int64_t, core::QueuedCommand> outbox{};
    std::int64_t lastPosition = 0;
    std::map<std::string, std::string, std::less<>> settings{};
};

class MemoryReplica final : public core::Replica
{
public:
    explicit MemoryReplica(ReplicaDisk &disk)
        : m_disk(disk)
        , m_tables(disk.base)
        , m_view(m_tables, Time{}, 1)
    {
    }
    core::Tx &view() override;
    std::int64_t cursor() const override { return m_disk.cursor; }
    std::string origin() const override { return m_disk.origin; }
    Status beginCheckpoint(bool fromEmpty) override;
    Status apply(std::span<const Change> changes) override;
    Status commitCheckpoint(std::int64_t cursor, std::string_view origin) override;
    void discardCheckpoint() override;
    bool isInCheckpoint() const override { return m_staged.has_value(); }
    Status resetView() override;
    core::Result<core::QueuedCommand> enqueue(core::QueuedCommand command) override;
    Status updateQueued(const core::QueuedCommand &command) override;
    Status removeQueued(std::int64_t position) override;
    core::Result<std::vector<core::QueuedCommand>> queued() override;
    core::Result<std::optional<std::string>> setting(std::string_view name) override;
    Status setSetting(std::string_view name, std::string_view value) override;

    [[nodiscard]] const Tables &viewTables() const { return m_tables; }

    /// Until it is cleared, writes fail with this.
    std::optional<core::Error> diskFault{};
    int commits = 0;

private:
    [[nodiscard]] Status write() const { return diskFault ? Status(std::unexpected(*diskFault)) : Status(); }

    ReplicaDisk &m_disk;
    Tables m_tables;
    MemoryTx m_view;
    std::optional<Tables> m_staged;
};

/// "entity/id" → version and document, for comparing what two sides hold.
[[nodiscard]] std::map<std::string, std::string> documents(const Tables &tables, const std::set<std::string> &scopes);

} // namespace vitrine::test
