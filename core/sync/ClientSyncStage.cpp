// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/ClientSyncStage.h"

#include "core/entities/Sales.h"
#include "core/values/Contract.h"

#include <algorithm>
#include <iterator>

namespace vitrine::core::sync {
namespace {

std::size_t sizeOf(const Change &change)
{
    return sizeof change + change.scope.size() + change.entity.size() + change.event.size() +
           (change.body ? change.body->size() : 0);
}

} // namespace

void ClientStage::begin(bool fromEmpty)
{
    drop();
    m_fromEmpty = fromEmpty;
    m_baseCursor = m_replica.cursor();
}

Status ClientStage::open()
{
    if (m_replica.isInCheckpoint())
        return {};
    VITRINE_CHECK(m_replica.beginCheckpoint(m_fromEmpty));
    if (!m_fromEmpty && m_replica.cursor() != m_baseCursor)
        return fail(ErrorCode::Corrupt, "the replica lost its base");
    return {};
}

Status ClientStage::take(std::vector<Change> changes)
{
    for (const Change &change : changes)
        m_gatheredBytes += sizeOf(change);
    std::ranges::move(changes, std::back_inserter(m_gathered));
    // A completed checkpoint that still waits is never mixed with what comes after it.
    const bool large = m_gatheredBytes > kMaxGathered || m_replica.cursor() == 0;
    if (isStreaming() || (large && !isComplete()))
        return stream();
    return {};
}

Status ClientStage::stream()
{
    const auto body = [&]() -> Status {
        VITRINE_CHECK(open());
        return m_replica.apply(m_gathered);
    };
    for (const Change &change : m_gathered)
        m_streamedEntities.insert(change.entity);
    Status status = body();
    if (!status)
        drop();
    m_gathered.clear();
    m_gatheredBytes = 0;
    return status;
}

void ClientStage::complete(std::int64_t cursor)
{
    m_completeCursor = cursor;
    m_completeCount = m_gathered.size();
}

bool ClientStage::hasNothingNew(std::string_view origin) const
{
    return !isStreaming() && !m_fromEmpty && m_completeCount == 0 && m_completeCursor <= m_replica.cursor() &&
           m_replica.origin() == origin;
}

Result<ClientStage::Committed> ClientStage::commit(std::string_view origin)
{
    VITRINE_EXPECT(isComplete());
    Committed committed{!hasNothingNew(origin), m_streamedEntities};
    const auto complete = std::span(m_gathered).first(m_completeCount);
    for (const Change &change : complete)
        committed.entities.insert(change.entity);
    // Rows that the new base has no more are named by no change.
    if (m_fromEmpty)
        for (const EntitySchema *schema : allEntities())
            committed.entities.emplace(schema->name);
    const auto body = [&]() -> Status {
        VITRINE_CHECK(open());
        if (!complete.empty())
            VITRINE_CHECK(m_replica.apply(complete));
        return m_replica.commitCheckpoint(*m_completeCursor, origin);
    };
    if (Status status = committed.isNew ? body() : Status(); !status) {
        drop();
        return std::unexpected(std::move(status).error());
    }
    m_baseCursor = m_replica.cursor();
    m_gathered.erase(m_gathered.begin(), m_gathered.begin() + static_cast<std::ptrdiff_t>(m_completeCount));
    m_gatheredBytes = 0;
    for (const Change &change : m_gathered)
        m_gatheredBytes += sizeOf(change);
    m_completeCount = 0;
    m_completeCursor.reset();
    m_fromEmpty = false;
    m_streamedEntities.clear();
    return committed;
}

void ClientStage::drop()
{
    if (m_replica.isInCheckpoint())
        m_replica.discardCheckpoint();
    m_gathered.clear();
    m_gatheredBytes = 0;
    m_completeCount = 0;
    m_completeCursor.reset();
    m_streamedEntities.clear();
}

} // namespace vitrine::core::sync
