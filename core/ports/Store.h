// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/Tx.h"

#include <functional>
#include <set>

namespace vitrine::core {

/// A store's snapshot as the sync and exports read it: rows and log from the same moment.
class LogTx : public ReadTx
{
public:
    /// The last log entry that this snapshot holds; 0 in an empty store.
    [[nodiscard]] virtual Result<std::int64_t> head() = 0;
    /// The first entry that the log still has; readers with an older cursor need a snapshot. 1 in a store that never
    /// dropped any.
    [[nodiscard]] virtual Result<std::int64_t> horizon() = 0;
    /// Entries after `cursor` in the scopes, oldest first. At least `limit` of them where there are as many, and then
    /// all that belong to the same transaction as the last.
    [[nodiscard]] virtual Result<std::vector<Change>>
    changesAfter(std::int64_t cursor, const std::set<std::string> &scopes, std::int64_t limit) = 0;
};

/// The server's store: everything that must not be lost. Thread-safe.
class Store
{
public:
    using Work = std::move_only_function<Status(Tx &)>;
    /// Called on a thread of the store once the work is durable (synced to disk) or has failed. Must return soon.
    using Done = std::move_only_function<void(Status)>;

    virtual ~Store() = default;

    /// Queues work for the writer. Work that returns an error, or throws, is undone alone; its neighbours in the group
    /// are not touched. Where the group can't be made durable, all of it fails: StorageFull, or Unavailable after
    /// stop().
    virtual void submit(Work work, Done done) = 0;
    /// The same, waiting. Contract: not called on the store's own thread.
    [[nodiscard]] Status write(Work work);

    /// Runs `read` on this thread over a snapshot of its own.
    [[nodiscard]] virtual Status read(const std::function<Status(LogTx &)> &read) = 0;

    /// `listener` is called on a thread of the store after each durable group that changed something, with the last
    /// seq. Must return soon. Added before the first write.
    virtual void onCommit(std::function<void(std::int64_t seq)> listener) = 0;

    /// Finishes what is queued, then refuses more. Idempotent.
    virtual void stop() = 0;
};

} // namespace vitrine::core
