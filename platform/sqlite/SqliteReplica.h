// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/Replica.h"
#include "platform/sqlite/Outbox.h"
#include "platform/sqlite/StoreTx.h"
#include "platform/system/FileLock.h"

#include <span>

namespace vitrine::platform {

struct ReplicaOptions {
    /// The device's data folder; made where it is missing. Holds replica.db, outbox.db and a lock.
    std::filesystem::path folder;
    /// Must outlive the replica, as must the two below.
    std::span<const core::EntitySchema *const> entities;
    const core::Clock &clock;
    core::RandomSource &random;
    /// Another SQLite file layer by name; empty for the platform's own.
    std::string vfs{};
};

/// A device's replica in SQLite. The base is a copy and can be fetched again, so it is not synced at each checkpoint,
/// and a damaged one is thrown away, at the start or at the next resetView(), checkpoint's begin or discarding:
/// cursor() is 0 and origin() empty then, and the next checkpoint is a snapshot. The outbox is not: it is synced, and a
/// damaged one is kept aside after what can still be read was taken over.
class SqliteReplica final : public core::Replica
{
public:
    /// Unavailable where another process uses the folder; StorageFull; Unsupported where a newer build wrote the
    /// outbox.
    [[nodiscard]] static core::Result<std::unique_ptr<SqliteReplica>> open(ReplicaOptions options);

    /// What was found damaged and what was done about it, one English sentence each: for the log and for support.
    [[nodiscard]] const std::vector<std::string> &recoveries() const { return m_recoveries; }

    /// Contract: not within a checkpoint. Each call starts a transaction of a new time.
    core::Tx &view() override;
    std::int64_t cursor() const override { return m_cursor; }
    std::string origin() const override { return m_origin; }

    core::Status beginCheckpoint(bool fromEmpty) override;
    /// Changes of entities that this build does not know are passed over. Contract: within a checkpoint.
    core::Status apply(std::span<const core::Change> changes) override;
    core::Status commitCheckpoint(std::int64_t cursor, std::string_view origin) override;
    void discardCheckpoint() override;
    bool isInCheckpoint() const override { return m_isInCheckpoint; }
    core::Status resetView() override;

    core::Result<core::QueuedCommand> enqueue(core::QueuedCommand command) override;
    core::Status updateQueued(const core::QueuedCommand &command) override;
    core::Status removeQueued(std::int64_t position) override;
    core::Result<std::vector<core::QueuedCommand>> queued() override;
    core::Result<std::optional<std::string>> setting(std::string_view name) override;
    core::Status setSetting(std::string_view name, std::string_view value) override;

private:
    SqliteReplica(ReplicaOptions options, FileLock lock);

    [[nodiscard]] core::Status openOutbox();
    [[nodiscard]] core::Status openBase();
    [[nodiscard]] core::Status tryOpenBase(const std::filesystem::path &file);
    [[nodiscard]] core::Status replaceBase(const core::Error &reason);
    [[nodiscard]] core::Status openView();
    [[nodiscard]] core::Status openFresh();
    [[nodiscard]] core::Status moveFreshIn();
    [[nodiscard]] core::Status applyOne(Database &staging, const core::Change &change);
    /// Where a checkpoint's rows go: a new file for a snapshot, else the base's own transaction.
    [[nodiscard]] Database &staging() { return m_fresh ? *m_fresh : *m_base; }
    void closeBase();

    const ReplicaOptions m_options;
    FileLock m_lock;
    const Tables m_tables;
    std::vector<std::string> m_recoveries;
    std::optional<Outbox> m_outbox;
    std::unique_ptr<Database> m_base;
    std::unique_ptr<Database> m_fresh;
    std::optional<StoreTx> m_view;
    std::int64_t m_cursor = 0;
    std::string m_origin;
    bool m_isInCheckpoint = false;
};

} // namespace vitrine::platform
