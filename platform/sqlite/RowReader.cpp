// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/RowReader.h"

#include "core/values/Contract.h"

#include <simdjson.h>

namespace vitrine::platform {

using core::Condition;
using core::EntitySchema;
using core::Query;
using core::RawRow;
using core::Result;

namespace {

std::string_view operatorOf(const Condition &condition)
{
    const bool isNull = std::holds_alternative<std::monostate>(condition.value);
    switch (condition.compare) {
    // "IS" finds NULL, and uses an index for it, but not for a parameter that merely might be NULL.
    case core::Compare::Equal:
        return isNull ? " IS " : " = ";
    case core::Compare::NotEqual:
        return " IS NOT ";
    case core::Compare::Less:
        return " < ";
    case core::Compare::LessOrEqual:
        return " <= ";
    case core::Compare::Greater:
        return " > ";
    case core::Compare::GreaterOrEqual:
        return " >= ";
    }
    return " = ";
}

void appendColumn(std::string &sql, const EntitySchema &schema, std::string_view column)
{
    VITRINE_EXPECT(column == "id" || column == "scope" || schema.column(column) != nullptr);
    sql += '"';
    sql += column;
    sql += '"';
}

void appendWhere(std::string &sql, const EntitySchema &schema, const std::vector<Condition> &where)
{
    std::string_view word = " WHERE ";
    for (const Condition &condition : where) {
        sql += word;
        appendColumn(sql, schema, condition.column);
        sql += operatorOf(condition);
        sql += '?';
        word = " AND ";
    }
}

void bindAll(Statement &statement, const std::vector<Condition> &where)
{
    for (std::size_t i = 0; i < where.size(); ++i)
        statement.bind(static_cast<int>(i) + 1, where[i].value);
}

/// SQL is put together at each call and looked up in the connection's cache; the buffer keeps its memory.
std::string &sqlBuffer()
{
    thread_local std::string buffer;
    buffer.clear();
    return buffer;
}

/// SQLite keeps no checksums of what it holds. A document that is none is found here at the speed of memory; what is
/// wrong and still looks like one, only `check` finds.
Result<RawRow> wholeRow(const Database &database, const EntitySchema &schema, RawRow row)
{
    if (row.body.starts_with('{') && row.body.ends_with('}') && simdjson::validate_utf8(row.body))
        return row;
    return std::unexpected(database.damaged(std::string(schema.name) + ' ' + row.id.text() + " is no document"));
}

} // namespace

Result<std::optional<RawRow>> RowReader::find(const EntitySchema &schema, const core::Uuid &id)
{
    VITRINE_TRY(Statement statement, m_database.prepare(m_tables.of(schema).find));
    statement.bind(1, id);
    VITRINE_TRY(const bool has, statement.step());
    if (!has)
        return std::nullopt;
    return wholeRow(m_database, schema,
                    {id, statement.integer(0), std::string(statement.text(1)), std::string(statement.text(2))});
}

Result<std::vector<RawRow>> RowReader::select(const EntitySchema &schema, const Query &query)
{
    std::string &sql = sqlBuffer();
    sql += "SELECT id, version, scope, body FROM \"";
    sql += schema.name;
    sql += '"';
    appendWhere(sql, schema, query.where);
    sql += " ORDER BY ";
    appendColumn(sql, schema, query.orderBy);
    sql += query.descending ? " DESC" : " ASC";
    // Rows that are equal there keep one order from page to page.
    if (query.orderBy != "id")
        sql += query.descending ? ", id DESC" : ", id ASC";
    sql += " LIMIT ? OFFSET ?";

    VITRINE_TRY(Statement statement, m_database.prepare(sql));
    bindAll(statement, query.where);
    const int next = static_cast<int>(query.where.size()) + 1;
    statement.bind(next, query.limit);
    statement.bind(next + 1, query.offset);
    std::vector<RawRow> rows;
    for (;;) {
        VITRINE_TRY(const bool has, statement.step());
        if (!has)
            return rows;
        VITRINE_TRY(RawRow row, wholeRow(m_database, schema,
                                         {statement.uuid(0), statement.integer(1), std::string(statement.text(2)),
                                          std::string(statement.text(3))}));
        rows.push_back(std::move(row));
    }
}

Result<std::int64_t> RowReader::count(const EntitySchema &schema, const std::vector<Condition> &where)
{
    std::string &sql = sqlBuffer();
    sql += "SELECT count(*) FROM \"";
    sql += schema.name;
    sql += '"';
    appendWhere(sql, schema, where);
    VITRINE_TRY(Statement statement, m_database.prepare(sql));
    bindAll(statement, where);
    VITRINE_TRY(const bool has, statement.step());
    return has ? statement.integer(0) : 0;
}

} // namespace vitrine::platform
