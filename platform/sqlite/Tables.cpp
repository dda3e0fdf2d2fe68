// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/Tables.h"

#include "core/values/Contract.h"
#include "platform/sqlite/Database.h"

#include <algorithm>

namespace vitrine::platform {

using core::Column;
using core::ColumnKind;
using core::EntitySchema;

namespace {

std::string_view typeOf(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Integer:
        return "INTEGER";
    case ColumnKind::Text:
        return "TEXT";
    case ColumnKind::Id:
        return "BLOB";
    }
    return "BLOB";
}

std::string createTable(const EntitySchema &schema, Constraints constraints)
{
    // A table with rowids: bodies are up to several KiB, and in a WITHOUT ROWID table all that is over about 1 KiB of a
    // row would lie in overflow pages (figures in the README).
    std::string sql = "CREATE TABLE " + quotedName(schema.name) +
                      "(id BLOB NOT NULL PRIMARY KEY, version INTEGER NOT NULL, scope TEXT NOT NULL";
    for (const Column &column : schema.columns) {
        VITRINE_EXPECT(column.name != "id" && column.name != "version" && column.name != "scope" &&
                       column.name != "body");
        sql += ", " + quotedName(column.name) + ' ' + std::string(typeOf(column.kind));
    }
    // The body comes last: columns before it are read without touching its overflow pages.
    sql += ", body TEXT NOT NULL";
    if (constraints == Constraints::InTable)
        // Named by their place: SQLite's own name for one would be a shortened text of it.
        for (std::size_t i = 0; i < schema.checks.size(); ++i)
            sql += ", CONSTRAINT check" + std::to_string(i) + " CHECK(" + std::string(schema.checks[i]) + ')';
    return sql + ") STRICT";
}

std::string createIndex(const EntitySchema &schema, std::string_view name, std::string_view columns, bool isUnique)
{
    return std::string(isUnique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ") +
           quotedName(std::string(schema.name) + '.' + std::string(name)) + " ON " + quotedName(schema.name) + '(' +
           std::string(columns) + ')';
}

/// An index over several columns finds the first of them as well.
bool isCovered(const EntitySchema &schema, const Column &column)
{
    return std::ranges::any_of(schema.indexes, [&](const auto &together) { return together.front() == column.name; });
}

std::vector<std::string> createIndexes(const EntitySchema &schema, Constraints constraints)
{
    std::vector<std::string> indexes;
    // For the snapshots that a server gives out; a device never asks by scope.
    if (constraints == Constraints::InTable)
        indexes.push_back(createIndex(schema, "scope", "scope, id", false));
    for (const Column &column : schema.columns) {
        const bool isUnique = column.isUnique && constraints == Constraints::InTable;
        if (!isUnique && isCovered(schema, column))
            continue;
        // The id at the end gives pages a stable order for nothing.
        indexes.push_back(
            createIndex(schema, column.name, quotedName(column.name) + (isUnique ? "" : ", id"), isUnique));
    }
    for (const std::vector<std::string_view> &together : schema.indexes) {
        std::string name;
        std::string columns;
        for (const std::string_view column : together) {
            VITRINE_EXPECT(schema.column(column) != nullptr);
            name += (name.empty() ? "" : "+") + std::string(column);
            columns += quotedName(column) + ", ";
        }
        indexes.push_back(createIndex(schema, name, columns + "id", false));
    }
    return indexes;
}

std::string testChecks(const EntitySchema &schema)
{
    if (schema.checks.empty())
        return {};
    std::string sql = "SELECT ";
    for (const std::string_view check : schema.checks)
        sql += (check.data() == schema.checks.front().data() ? "(" : ", (") + std::string(check) + ')';
    sql += " FROM (SELECT ";
    for (std::size_t i = 0; i < schema.columns.size(); ++i)
        sql += (i == 0 ? "?" : ", ?") + std::to_string(i + 1) + " AS " + quotedName(schema.columns[i].name);
    return sql + ')';
}

TableSql sqlFor(const EntitySchema &schema, Constraints constraints)
{
    const std::string table = quotedName(schema.name);
    std::string names = "id, version, scope";
    std::string places = "?1, ?2, ?3";
    std::string sets = "version = ?2, scope = ?3";
    std::string excluded = "version = excluded.version, scope = excluded.scope";
    int parameter = 3;
    const auto add = [&](const std::string &column) {
        const std::string place = '?' + std::to_string(++parameter);
        names += ", " + column;
        places += ", " + place;
        sets += ", " + column + " = " + place;
        excluded += ", " + column + " = excluded." + column;
    };
    for (const Column &column : schema.columns)
        add(quotedName(column.name));
    add("body");

    TableSql sql;
    sql.create = createTable(schema, constraints);
    sql.createIndexes = createIndexes(schema, constraints);
    sql.find = "SELECT version, scope, body FROM " + table + " WHERE id = ?1";
    sql.head = "SELECT version, scope FROM " + table + " WHERE id = ?1";
    sql.insert = "INSERT INTO " + table + '(' + names + ") VALUES(" + places + ')';
    sql.update = "UPDATE " + table + " SET " + sets + " WHERE id = ?1";
    sql.upsert = sql.insert + " ON CONFLICT(id) DO UPDATE SET " + excluded;
    sql.erase = "DELETE FROM " + table + " WHERE id = ?1";
    sql.test = testChecks(schema);
    sql.readAll = "SELECT " + names + " FROM " + table;
    return sql;
}

} // namespace

void bindRow(Statement &statement, const core::EncodedRow &row, std::int64_t version, std::string_view scope,
             std::string_view body)
{
    statement.bind(1, row.id);
    statement.bind(2, version);
    statement.bind(3, scope);
    int parameter = 3;
    for (const core::ColumnValue &column : row.columns)
        statement.bind(++parameter, column);
    statement.bind(++parameter, body);
}

std::string quotedName(std::string_view name) { return '"' + std::string(name) + '"'; }

Tables::Tables(std::span<const EntitySchema *const> schemas, Constraints constraints)
    : m_schemas(schemas.begin(), schemas.end())
    , m_constraints(constraints)
{
    for (const EntitySchema *schema : m_schemas) {
        VITRINE_EXPECT(named(schema->name) == schema);
        m_sql.emplace(schema, sqlFor(*schema, constraints));
    }
}

const TableSql &Tables::of(const EntitySchema &schema) const
{
    const auto found = m_sql.find(&schema);
    VITRINE_EXPECT(found != m_sql.end());
    return found->second;
}

const EntitySchema *Tables::named(std::string_view entity) const
{
    for (const EntitySchema *schema : m_schemas)
        if (schema->name == entity)
            return schema;
    return nullptr;
}

} // namespace vitrine::platform
