// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/Migration.h"

namespace vitrine::platform {

using core::EntitySchema;
using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

namespace {

/// "VTRN": lets `file` and a careless open tell our stores from other databases.
constexpr std::int64_t kApplicationId = 0x5654524e;
/// Goes up when the tables below change in a way that older builds can't live with.
constexpr std::int64_t kFormat = 1;

constexpr const char *kOwnTables = R"(
CREATE TABLE IF NOT EXISTS vitrine_meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS vitrine_tables(name TEXT PRIMARY KEY, created TEXT NOT NULL, indexes TEXT NOT NULL)
    STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS vitrine_log(seq INTEGER PRIMARY KEY, txn INTEGER NOT NULL, scope TEXT NOT NULL,
    entity TEXT NOT NULL, id BLOB NOT NULL, version INTEGER NOT NULL, event TEXT NOT NULL, body TEXT) STRICT;
CREATE INDEX IF NOT EXISTS vitrine_log_scope ON vitrine_log(scope, seq);
CREATE TABLE IF NOT EXISTS vitrine_answers(key BLOB PRIMARY KEY, fingerprint TEXT NOT NULL, answer TEXT NOT NULL,
    isError INTEGER NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
)";

struct Definition {
    std::string created;
    std::string indexes;

    bool operator==(const Definition &) const = default;
};

Definition definitionOf(const TableSql &sql)
{
    Definition definition{sql.create, {}};
    for (const std::string &index : sql.createIndexes)
        definition.indexes += index + ";\n";
    return definition;
}

Result<std::optional<Definition>> storedDefinition(Database &database, std::string_view table)
{
    VITRINE_TRY(Statement statement, database.prepare("SELECT created, indexes FROM vitrine_tables WHERE name = ?1"));
    statement.bind(1, table);
    VITRINE_TRY(const bool has, statement.step());
    if (!has)
        return std::nullopt;
    return Definition{std::string(statement.text(0)), std::string(statement.text(1))};
}

Status storeDefinition(Database &database, std::string_view table, const Definition &definition)
{
    VITRINE_TRY(Statement statement,
                database.prepare("INSERT OR REPLACE INTO vitrine_tables(name, created, indexes) VALUES(?1, ?2, ?3)"));
    statement.bind(1, table);
    statement.bind(2, std::string_view(definition.created));
    statement.bind(3, std::string_view(definition.indexes));
    return statement.run();
}

/// Takes a row's document apart anew and writes it with its old version and document.
Status copyRow(Database &database, const EntitySchema &schema, const TableSql &sql, std::int64_t version,
               std::string_view body)
{
    VITRINE_TRY(const core::EncodedRow row, schema.dissect(body));
    VITRINE_TRY(Statement insert, database.prepare(sql.insert));
    // The document as it is: fields that a newer build wrote, and this one does not know, must not be lost.
    bindRow(insert, row, version, row.scope, body);
    if (auto status = insert.run(); !status)
        return fail(status.error().code,
                    std::string(schema.name) + ' ' + row.id.text() +
                        " can't be brought into this build's form: " + status.error().detail,
                    database.fileName());
    return {};
}

/// One way for every change of columns and checks. ALTER TABLE would save the copying of documents in some cases, but
/// each of them has to be read and taken apart for the new columns anyway, and SQLite can't change checks in place.
Status rebuildTable(Database &database, const EntitySchema &schema, const TableSql &sql)
{
    constexpr std::string_view kOld = "vitrine_old";
    VITRINE_CHECK(database.execute("ALTER TABLE " + quotedName(schema.name) + " RENAME TO " + quotedName(kOld)));
    VITRINE_CHECK(database.execute(sql.create));
    {
        VITRINE_TRY(Statement rows, database.prepare("SELECT version, body FROM vitrine_old"));
        for (;;) {
            VITRINE_TRY(const bool has, rows.step());
            if (!has)
                break;
            VITRINE_CHECK(copyRow(database, schema, sql, rows.integer(0), rows.text(1)));
        }
    }
    return database.execute("DROP TABLE vitrine_old");
}

Status dropIndexes(Database &database, std::string_view table)
{
    std::string drops;
    {
        VITRINE_TRY(Statement statement, database.prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND "
                                                          "tbl_name = ?1 AND sql IS NOT NULL"));
        statement.bind(1, table);
        for (;;) {
            VITRINE_TRY(const bool has, statement.step());
            if (!has)
                break;
            drops += "DROP INDEX " + quotedName(statement.text(0)) + ';';
        }
    }
    return database.execute(drops);
}

Status migrateTable(Database &database, const EntitySchema &schema, const TableSql &sql)
{
    const Definition wanted = definitionOf(sql);
    VITRINE_TRY(const std::optional<Definition> stored, storedDefinition(database, schema.name));
    if (stored == wanted)
        return {};
    if (!stored)
        VITRINE_CHECK(database.execute(sql.create));
    else if (stored->created != wanted.created)
        VITRINE_CHECK(rebuildTable(database, schema, sql));
    else
        VITRINE_CHECK(dropIndexes(database, schema.name));
    // Made after the rows are in: sorted once instead of kept sorted.
    for (const std::string &index : sql.createIndexes)
        if (auto status = database.execute(index); !status)
            return fail(status.error().code,
                        "rows of " + std::string(schema.name) + " do not fit this build: " + status.error().detail,
                        database.fileName());
    return storeDefinition(database, schema.name, wanted);
}

Status migrateAll(Database &database, const Tables &tables, const core::Uuid &origin)
{
    VITRINE_CHECK(database.execute(kOwnTables));
    VITRINE_TRY(const std::string known, meta(database, "origin"));
    if (known.empty() && origin.isSet())
        VITRINE_CHECK(setMeta(database, "origin", origin.text()));
    for (const EntitySchema *schema : tables.schemas())
        VITRINE_CHECK(migrateTable(database, *schema, tables.of(*schema)));
    return database.execute("PRAGMA user_version=" + std::to_string(kFormat) +
                            ";PRAGMA application_id=" + std::to_string(kApplicationId));
}

Status expectOurs(Database &database)
{
    VITRINE_TRY(const std::int64_t application, database.integer("PRAGMA application_id"));
    VITRINE_TRY(const std::int64_t format, database.integer("PRAGMA user_version"));
    if (application != kApplicationId) {
        VITRINE_TRY(const std::int64_t tables, database.integer("SELECT count(*) FROM sqlite_master"));
        if (tables > 0)
            return fail(ErrorCode::Corrupt, "this is another program's database", database.fileName());
    }
    if (format > kFormat)
        return fail(ErrorCode::Unsupported,
                    "written by a newer Vitrine: its format is " + std::to_string(format) +
                        ", this build knows up to " + std::to_string(kFormat),
                    database.fileName());
    return {};
}

} // namespace

Status migrate(Database &database, const Tables &tables, const core::Uuid &origin)
{
    VITRINE_CHECK(expectOurs(database));
    VITRINE_CHECK(database.execute("BEGIN IMMEDIATE"));
    Status status = migrateAll(database, tables, origin);
    if (status)
        status = database.execute("COMMIT");
    if (!status)
        database.rollback();
    return status;
}

Status dropIndexes(Database &database, const Tables &tables)
{
    for (const EntitySchema *schema : tables.schemas())
        VITRINE_CHECK(dropIndexes(database, schema->name));
    return {};
}

Status createIndexes(Database &database, const Tables &tables)
{
    for (const EntitySchema *schema : tables.schemas())
        for (const std::string &index : tables.of(*schema).createIndexes)
            VITRINE_CHECK(database.execute(index));
    return {};
}

Status expectCurrent(Database &database, const Tables &tables)
{
    VITRINE_CHECK(expectOurs(database));
    VITRINE_TRY(const std::int64_t own,
                database.integer("SELECT count(*) FROM sqlite_master WHERE name = 'vitrine_tables'"));
    if (own == 0)
        return fail(ErrorCode::Corrupt, "this is no shop's database: it has no tables", database.fileName());
    for (const EntitySchema *schema : tables.schemas()) {
        VITRINE_TRY(const auto stored, storedDefinition(database, schema->name));
        if (stored != definitionOf(tables.of(*schema)))
            return fail(ErrorCode::Unsupported,
                        "its tables are of another build; open it once for writing with this one", database.fileName());
    }
    return {};
}

Result<std::string> meta(Database &database, std::string_view name)
{
    VITRINE_TRY(Statement statement, database.prepare("SELECT value FROM vitrine_meta WHERE name = ?1"));
    statement.bind(1, name);
    VITRINE_TRY(const bool has, statement.step());
    return has ? std::string(statement.text(0)) : std::string();
}

Status setMeta(Database &database, std::string_view name, std::string_view value)
{
    VITRINE_TRY(Statement statement,
                database.prepare("INSERT OR REPLACE INTO vitrine_meta(name, value) VALUES(?1, ?2)"));
    statement.bind(1, name);
    statement.bind(2, value);
    return statement.run();
}

} // namespace vitrine::platform
