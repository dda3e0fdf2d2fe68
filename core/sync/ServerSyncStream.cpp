// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/ServerSyncStream.h"

#include "core/entities/Sales.h"

#include <algorithm>
#include <iterator>

namespace vitrine::core::sync {
namespace {

/// A frame is closed when its documents have come to this, so that neither side holds large ones.
constexpr std::size_t kFrameBytes = std::size_t{512} << 10;
/// A long catch-up is committed now and then: what a cut after that costs is sent again, what came before is not.
constexpr std::int64_t kBatchesPerCheckpoint = 16;

std::size_t sizeOf(const Change &change) { return change.body ? change.body->size() + 200 : 200; }

} // namespace

void ServerSyncStream::followFrom(std::int64_t cursor, std::set<std::string> scopes)
{
    m_scopes = std::move(scopes);
    m_cursor = cursor;
    m_head = std::max(m_head, cursor);
}

void ServerSyncStream::startOver(std::int64_t head, std::set<std::string> scopes)
{
    followFrom(head, std::move(scopes));
    m_page = {.scopes = {m_scopes.begin(), m_scopes.end()}};
}

void ServerSyncStream::widen(const std::set<std::string> &scopes)
{
    std::vector<std::string> added;
    std::ranges::set_difference(scopes, m_scopes, std::back_inserter(added));
    if (isPaging())
        std::ranges::move(added, std::back_inserter(m_page.scopes));
    else
        m_page = {.scopes = std::move(added)};
    m_scopes = scopes;
}

bool ServerSyncStream::acknowledge(std::int64_t batch)
{
    if (batch <= m_acknowledged || batch > m_sent)
        return false;
    m_acknowledged = batch;
    return true;
}

bool ServerSyncStream::wantsRead() const
{
    // What was read and may not be sent yet is all that waits here: at most one piece ahead of the window.
    if (!m_ready.empty())
        return false;
    return isPaging() || m_cursor < m_head || m_checkpoint < std::max(m_owed, std::int64_t{0});
}

Status ServerSyncStream::read(LogTx &tx) { return isPaging() ? readRows(tx) : readLog(tx); }

Status ServerSyncStream::readRows(LogTx &tx)
{
    std::vector<Change> rows;
    while (isPaging() && std::ssize(rows) < kBatchChanges) {
        VITRINE_TRY(std::vector<Change> more, nextRows(tx, kBatchChanges - std::ssize(rows)));
        std::ranges::move(more, std::back_inserter(rows));
    }
    queueChanges(rows);
    if (!isPaging()) {
        VITRINE_TRY(m_settledAt, tx.head());
        m_head = std::max(m_head, m_settledAt);
    }
    return {};
}

Result<std::vector<Change>> ServerSyncStream::nextRows(LogTx &tx, std::int64_t limit)
{
    const EntitySchema &schema = *allEntities()[m_page.entity];
    const std::string &scope = m_page.scopes[m_page.scope];
    Query query{.where = {{"scope", Compare::Equal, scope}}, .limit = limit};
    if (m_page.after.isSet())
        query.where.push_back({"id", Compare::Greater, m_page.after});
    VITRINE_TRY(std::vector<RawRow> rows, tx.selectRows(schema, query));

    if (std::ssize(rows) == limit) {
        m_page.after = rows.back().id;
    } else {
        m_page.after = {};
        if (++m_page.entity == allEntities().size()) {
            m_page.entity = 0;
            ++m_page.scope;
        }
    }
    std::vector<Change> changes;
    changes.reserve(rows.size());
    for (RawRow &row : rows) {
        VITRINE_TRY(row.body, schema.outside(std::move(row.body)));
        changes.push_back({.scope = std::move(row.scope),
                           .entity = std::string(schema.name),
                           .id = row.id,
                           .version = row.version,
                           .body = std::move(row.body)});
    }
    return changes;
}

Status ServerSyncStream::readLog(LogTx &tx)
{
    VITRINE_TRY(const std::int64_t horizon, tx.horizon());
    if (m_cursor + 1 < horizon)
        return fail(ErrorCode::Unavailable, "the log no longer reaches back to this cursor; connect again");
    VITRINE_TRY(const std::int64_t head, tx.head());
    VITRINE_TRY(const std::vector<Change> changes, tx.changesAfter(m_cursor, m_scopes, kBatchChanges));
    // A full answer ends with a transaction, a short one with the log.
    const bool isAtHead = std::ssize(changes) < kBatchChanges;
    m_cursor = isAtHead ? std::max(m_cursor, head) : changes.back().seq;
    m_head = std::max(m_head, head);
    queueChanges(changes);
    queueCheckpointIfDue(isAtHead);
    return {};
}

void ServerSyncStream::queueChanges(std::span<const Change> changes)
{
    while (!changes.empty()) {
        std::size_t count = 0;
        for (std::size_t bytes = 0; count < changes.size() && bytes < kFrameBytes; ++count)
            bytes += sizeOf(changes[count]);
        m_ready.push_back({encodeChanges(++m_made, changes.first(count)), true});
        ++m_batchesSinceCheckpoint;
        changes = changes.subspan(count);
    }
}

void ServerSyncStream::queueCheckpointIfDue(bool isAtHead)
{
    if (m_cursor < m_settledAt)
        return;
    const bool hasNews = m_batchesSinceCheckpoint > 0 || m_checkpoint < m_owed || m_checkpoint < 0;
    if (isAtHead ? hasNews : m_batchesSinceCheckpoint >= kBatchesPerCheckpoint) {
        m_checkpoint = m_cursor;
        m_batchesSinceCheckpoint = 0;
        m_ready.push_back({encode(Checkpoint{m_cursor}), false});
    }
}

void ServerSyncStream::take(std::vector<std::string> &frames)
{
    while (!m_ready.empty() && (!m_ready.front().isBatch || m_sent - m_acknowledged < kWindow)) {
        m_sent += m_ready.front().isBatch ? 1 : 0;
        frames.push_back(std::move(m_ready.front().frame));
        m_ready.pop_front();
    }
}

} // namespace vitrine::core::sync
