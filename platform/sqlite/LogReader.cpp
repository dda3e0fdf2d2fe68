// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/LogReader.h"

#include "core/values/Contract.h"

namespace vitrine::platform {

using core::Change;
using core::Result;

Result<std::int64_t> LogReader::head() { return m_database.integer("SELECT max(seq) FROM vitrine_log"); }

Result<std::int64_t> LogReader::horizon()
{
    // Whoever drops old entries must leave the last one: head() stands on it.
    VITRINE_TRY(const std::int64_t first, m_database.integer("SELECT min(seq) FROM vitrine_log"));
    return std::max<std::int64_t>(first, 1);
}

Result<std::vector<Change>> LogReader::changesAfter(std::int64_t cursor, const std::set<std::string> &scopes,
                                                    std::int64_t limit)
{
    std::vector<Change> changes;
    if (scopes.empty() || limit <= 0)
        return changes;
    VITRINE_EXPECT(scopes.size() <= 400);
    // One walk along the index (scope, seq) for each scope, merged by SQLite row by row. "scope IN (…)" would collect
    // and sort everything after the cursor first. The limit is kept here: a transaction is never torn.
    std::string sql;
    int parameter = 1;
    for (std::size_t i = 0; i < scopes.size(); ++i)
        sql += std::string(sql.empty() ? "" : " UNION ALL ") +
               "SELECT seq, txn, scope, entity, id, version, event, body FROM vitrine_log WHERE scope = ?" +
               std::to_string(++parameter) + " AND seq > ?1";
    sql += " ORDER BY seq";
    VITRINE_TRY(Statement statement, m_database.prepare(sql));
    statement.bind(1, cursor);
    parameter = 1;
    for (const std::string &scope : scopes)
        statement.bind(++parameter, std::string_view(scope));
    for (;;) {
        VITRINE_TRY(const bool has, statement.step());
        if (!has)
            return changes;
        const std::int64_t transaction = statement.integer(1);
        if (std::ssize(changes) >= limit && changes.back().transaction != transaction)
            return changes;
        Change &change = changes.emplace_back(statement.integer(0), transaction, std::string(statement.text(2)),
                                              std::string(statement.text(3)), statement.uuid(4), statement.integer(5),
                                              std::string(statement.text(6)), std::nullopt);
        if (!statement.isNull(7))
            change.body = std::string(statement.text(7));
    }
}

} // namespace vitrine::platform
