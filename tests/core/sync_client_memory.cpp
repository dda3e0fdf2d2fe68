// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sync_client_memory.h"

#include "core/values/Contract.h"

#include <algorithm>

namespace vitrine::test {
namespace {

using core::Compare;
using core::ErrorCode;
using core::fail;

std::pair<std::string, Uuid> keyOf(const core::EntitySchema &schema, const Uuid &id)
{
    return {std::string(schema.name), id};
}

core::ColumnValue valueOf(const core::EntitySchema &schema, const StoredRow &row, std::string_view column)
{
    if (column == "id")
        return row.row.id;
    if (column == "scope")
        return row.row.scope;
    for (std::size_t i = 0; i < schema.columns.size(); ++i)
        if (schema.columns[i].name == column)
            return row.columns[i];
    VITRINE_EXPECT(!"a known column");
    return {};
}

bool holds(const core::ColumnValue &left, Compare compare, const core::ColumnValue &right)
{
    switch (compare) {
    case Compare::Equal:
        return left == right;
    case Compare::NotEqual:
        return left != right;
    case Compare::Less:
        return left < right;
    case Compare::LessOrEqual:
        return left <= right;
    case Compare::Greater:
        return left > right;
    case Compare::GreaterOrEqual:
        return left >= right;
    }
    return false;
}

std::vector<std::shared_ptr<const StoredRow>> matching(const Tables &tables, const core::EntitySchema &schema,
                                                       const std::vector<core::Condition> &where)
{
    std::vector<std::shared_ptr<const StoredRow>> found;
    for (auto at = tables.rows.lower_bound({std::string(schema.name), Uuid()});
         at != tables.rows.end() && at->first.first == schema.name; ++at)
        if (std::ranges::all_of(where, [&](const core::Condition &condition) {
                return holds(valueOf(schema, *at->second, condition.column), condition.compare, condition.value);
            }))
            found.push_back(at->second);
    return found;
}

/// The checks of StockLevel, which a real store has as SQL.
Status checkStock(const core::EntitySchema &schema, const core::EncodedRow &row)
{
    if (schema.name != core::EntityTraits<core::StockLevel>::kName)
        return {};
    const auto level = core::fromJson<core::StockLevel>(row.body, core::JsonReading::Stored);
    if (!level || *level->reserved < 0 || *level->reserved > *level->onHand)
        return fail(ErrorCode::InvalidArgument, "a check fails", "reserved");
    return {};
}

} // namespace

core::Result<std::optional<core::RawRow>> MemoryTx::findRow(const core::EntitySchema &schema, const Uuid &id)
{
    const auto found = m_tables.rows.find(keyOf(schema, id));
    if (found == m_tables.rows.end())
        return std::nullopt;
    return found->second->row;
}

core::Result<std::vector<core::RawRow>> MemoryTx::selectRows(const core::EntitySchema &schema, const core::Query &query)
{
    auto found = matching(m_tables, schema, query.where);
    std::ranges::stable_sort(found, [&](const auto &a, const auto &b) {
        const auto left = valueOf(schema, *a, query.orderBy), right = valueOf(schema, *b, query.orderBy);
        return query.descending ? right < left : left < right;
    });
    std::vector<core::RawRow> rows;
    for (std::size_t i = static_cast<std::size_t>(query.offset); i < found.size(); ++i)
        if (std::ssize(rows) < query.limit)
            rows.push_back(found[i]->row);
    return rows;
}

core::Result<std::int64_t> MemoryTx::countRows(const core::EntitySchema &schema,
                                               const std::vector<core::Condition> &where)
{
    return std::ssize(matching(m_tables, schema, where));
}

core::Result<std::int64_t> MemoryTx::writeRow(const core::EntitySchema &schema, const core::EncodedRow &row,
                                              std::int64_t expectedVersion, std::string_view event)
{
    VITRINE_CHECK(checkStock(schema, row));
    auto &slot = m_tables.rows[keyOf(schema, row.id)];
    if ((slot ? slot->row.version : 0) != expectedVersion) {
        if (!slot)
            m_tables.rows.erase(keyOf(schema, row.id));
        return fail(ErrorCode::Conflict, "another version");
    }
    slot =
        std::make_shared<const StoredRow>(StoredRow{{row.id, expectedVersion + 1, row.scope, row.body}, row.columns});
    VITRINE_TRY(std::string outside, schema.outside(row.body));
    m_lastSeq = m_tables.head() + 1;
    m_tables.log.push_back({m_lastSeq, m_lastSeq, row.scope, std::string(schema.name), row.id, expectedVersion + 1,
                            std::string(event), std::move(outside)});
    return expectedVersion + 1;
}

Status MemoryTx::eraseRow(const core::EntitySchema &schema, const Uuid &id, std::int64_t expectedVersion,
                          std::string_view event)
{
    const auto found = m_tables.rows.find(keyOf(schema, id));
    if (found == m_tables.rows.end())
        return fail(ErrorCode::NotFound, "no such row");
    if (found->second->row.version != expectedVersion)
        return fail(ErrorCode::Conflict, "another version");
    m_lastSeq = m_tables.head() + 1;
    m_tables.log.push_back({m_lastSeq, m_lastSeq, found->second->row.scope, std::string(schema.name), id,
                            expectedVersion + 1, std::string(event), std::nullopt});
    m_tables.rows.erase(found);
    return {};
}

core::Result<std::optional<core::StoredAnswer>> MemoryTx::storedAnswer(const Uuid &key)
{
    const auto found = m_tables.answers.find(key);
    return found == m_tables.answers.end() ? std::nullopt : std::optional(found->second);
}

Status MemoryTx::storeAnswer(const core::StoredAnswer &answer)
{
    m_tables.answers[answer.key] = answer;
    return {};
}

Status MemoryTx::nested(const std::function<Status()> &body)
{
    const auto rows = m_tables.rows;
    const auto entries = m_tables.log.size();
    const auto lastSeq = m_lastSeq;
    Status status = body();
    if (!status) {
        m_tables.rows = rows;
        m_tables.log.resize(entries);
        m_lastSeq = lastSeq;
    }
    return status;
}

core::Tx &MemoryReplica::view()
{
    VITRINE_EXPECT(!m_staged); // Half a checkpoint must never be seen.
    return m_view;
}

Status MemoryReplica::beginCheckpoint(bool fromEmpty)
{
    VITRINE_EXPECT(!m_staged);
    VITRINE_CHECK(write());
    m_tables = m_disk.base;
    m_staged = fromEmpty ? Tables{} : m_disk.base;
    return {};
}

Status MemoryReplica::apply(std::span<const Change> changes)
{
    VITRINE_EXPECT(m_staged);
    VITRINE_CHECK(write());
    for (const Change &change : changes) {
        const std::pair<std::string, Uuid> key{change.entity, change.id};
        if (!change.body) {
            m_staged->rows.erase(key);
            continue;
        }
        const core::EntitySchema *schema = core::entityNamed(change.entity);
        VITRINE_EXPECT(schema != nullptr);
        VITRINE_TRY(core::EncodedRow row, schema->encode(*change.body));
        m_staged->rows[key] = std::make_shared<const StoredRow>(
            StoredRow{{change.id, change.version, change.scope, *change.body}, std::move(row.columns)});
    }
    return {};
}

Status MemoryReplica::commitCheckpoint(std::int64_t cursor, std::string_view origin)
{
    VITRINE_EXPECT(m_staged);
    VITRINE_CHECK(write());
    m_disk.base = std::move(*m_staged);
    m_disk.cursor = cursor;
    m_disk.origin = origin;
    m_staged.reset();
    ++commits;
    return resetView();
}

void MemoryReplica::discardCheckpoint() { m_staged.reset(); }

Status MemoryReplica::resetView()
{
    VITRINE_EXPECT(!m_staged);
    m_tables = m_disk.base;
    return {};
}

core::Result<core::QueuedCommand> MemoryReplica::enqueue(core::QueuedCommand command)
{
    VITRINE_CHECK(write());
    command.position = ++m_disk.lastPosition;
    m_disk.outbox[command.position] = command;
    return command;
}

Status MemoryReplica::updateQueued(const core::QueuedCommand &command)
{
    VITRINE_CHECK(write());
    m_disk.outbox.at(command.position) = command;
    return {};
}

Status MemoryReplica::removeQueued(std::int64_t position)
{
    VITRINE_CHECK(write());
    m_disk.outbox.erase(position);
    return {};
}

core::Result<std::vector<core::QueuedCommand>> MemoryReplica::queued()
{
    std::vector<core::QueuedCommand> commands;
    for (const auto &[position, command] : m_disk.outbox)
        commands.push_back(command);
    return commands;
}

core::Result<std::optional<std::string>> MemoryReplica::setting(std::string_view name)
{
    const auto found = m_disk.settings.find(name);
    return found == m_disk.settings.end() ? std::nullopt : std::optional(found->second);
}

Status MemoryReplica::setSetting(std::string_view name, std::string_view value)
{
    VITRINE_CHECK(write());
    m_disk.settings.insert_or_assign(std::string(name), std::string(value));
    return {};
}

std::map<std::string, std::string> documents(const Tables &tables, const std::set<std::string> &scopes)
{
    std::map<std::string, std::string> out;
    for (const auto &[key, stored] : tables.rows) {
        if (!scopes.contains(stored->row.scope))
            continue;
        const core::EntitySchema *schema = core::entityNamed(key.first);
        out[key.first + '/' + key.second.text()] =
            std::to_string(stored->row.version) + ' ' + schema->outside(stored->row.body).value_or("unreadable");
    }
    return out;
}

} // namespace vitrine::test
