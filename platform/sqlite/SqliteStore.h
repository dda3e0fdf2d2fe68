// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/Store.h"
#include "platform/sqlite/StoreCheck.h"

#include <filesystem>
#include <memory>
#include <span>

namespace vitrine::platform {

struct StoreOptions {
    /// The database file; SQLite keeps two more beside it while it is open. The folder is made where it is missing.
    std::filesystem::path file;
    /// What the store has tables for; usually core::allEntities(). Must outlive the store, as must the two below.
    std::span<const core::EntitySchema *const> entities;
    const core::Clock &clock;
    /// Used on the store's own thread alone once it is open.
    core::RandomSource &random;
    /// Reading beside a running server: no lock is taken, nothing is migrated, every write is refused.
    bool isReadOnly = false;
    /// For filling a store with what can be made again: done is called when a work is committed, and only closing the
    /// store makes all of it survive a power cut. The file is whole either way.
    bool isBulk = false;
    /// Another SQLite file layer by name; empty for the platform's own.
    std::string vfs{};
};

/// The shop's store in one SQLite file: one writer thread that commits groups of works with one sync to disk, and any
/// number of readers on the callers' threads, each over a snapshot of its own.
class SqliteStore final : public core::Store
{
public:
    /// Unavailable where another process has the store open or the file can't be; Corrupt where it is damaged;
    /// Unsupported where a newer build wrote it; other errors of migrate(). Nothing is changed by an open that fails.
    [[nodiscard]] static core::Result<std::unique_ptr<SqliteStore>> open(StoreOptions options);
    /// As stop().
    ~SqliteStore() override;

    void submit(Work work, Done done) override;
    core::Status read(const std::function<core::Status(core::LogTx &)> &read) override;
    void onCommit(std::function<void(std::int64_t seq)> listener) override;
    /// After it, the done callbacks of refused works are called on the callers' threads.
    void stop() override;

    /// Names this store among all: what a replica is a copy of. Made with the file.
    [[nodiscard]] const std::string &origin() const;
    /// Reads everything and compares. Slow; the shop goes on meanwhile.
    [[nodiscard]] core::Result<CheckReport> check();

private:
    class Impl;
    explicit SqliteStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace vitrine::platform
