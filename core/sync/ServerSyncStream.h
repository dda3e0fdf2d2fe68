// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/Store.h"
#include "core/sync/Messages.h"

#include <deque>
#include <set>
#include <string>
#include <vector>

namespace vitrine::core::sync {

/// The rows that one connection is sent: first those that are there, then the log, batch by batch as they are
/// acknowledged, with checkpoints at transaction boundaries alone.
///
/// Rows are paged by (scope, entity, id) over many short snapshots of the store, never over one long one that would
/// keep the database from tidying up while a slow device reads. The log is followed from the head that was noted before
/// the first page, so whatever changed meanwhile comes again, newer, and the first checkpoint waits until the log has
/// been sent up to the head of the last page: the replica is never shown a mix of two moments.
class ServerSyncStream
{
public:
    /// Goes on in the log after `cursor`.
    void followFrom(std::int64_t cursor, std::set<std::string> scopes);
    /// Starts with all rows of the scopes. `head` is that of the snapshot that decided so.
    void startOver(std::int64_t head, std::set<std::string> scopes);
    /// Sends the rows of the scopes that are new among these, then goes on where it was.
    void widen(const std::set<std::string> &scopes);

    /// The log has grown to `seq`.
    void noteHead(std::int64_t seq) { m_head = std::max(m_head, seq); }
    /// The device waits for a checkpoint at `seq` or later, whether there is a row for it or not.
    void owe(std::int64_t seq) { m_owed = std::max(m_owed, seq); }
    /// False where no such batch is outstanding.
    [[nodiscard]] bool acknowledge(std::int64_t batch);

    [[nodiscard]] bool wantsRead() const;
    /// Reads one piece. Unavailable where the log no longer reaches back to the cursor.
    [[nodiscard]] Status read(LogTx &tx);
    /// Appends the frames that may be sent now.
    void take(std::vector<std::string> &frames);

private:
    struct Ready {
        std::string frame;
        bool isBatch = false;
    };
    /// Where the paging of rows stands.
    struct Page {
        std::vector<std::string> scopes{};
        std::size_t scope = 0;
        std::size_t entity = 0;
        Uuid after{};
    };

    [[nodiscard]] bool isPaging() const { return m_page.scope < m_page.scopes.size(); }
    [[nodiscard]] Status readRows(LogTx &tx);
    [[nodiscard]] Status readLog(LogTx &tx);
    [[nodiscard]] Result<std::vector<Change>> nextRows(LogTx &tx, std::int64_t limit);
    void queueChanges(std::span<const Change> changes);
    void queueCheckpointIfDue(bool isAtHead);

    std::set<std::string> m_scopes;
    Page m_page;
    std::int64_t m_cursor = 0;
    std::int64_t m_head = 0;
    /// No checkpoint before the log was sent up to here.
    std::int64_t m_settledAt = 0;
    std::int64_t m_owed = 0;
    std::int64_t m_checkpoint = -1;
    std::int64_t m_batchesSinceCheckpoint = 0;

    std::int64_t m_made = 0;
    std::int64_t m_sent = 0;
    std::int64_t m_acknowledged = 0;
    std::deque<Ready> m_ready;
};

} // namespace vitrine::core::sync
