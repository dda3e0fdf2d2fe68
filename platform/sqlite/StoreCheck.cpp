// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/StoreCheck.h"

namespace vitrine::platform {

using core::EntitySchema;
using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

namespace {

constexpr std::size_t kMaxProblems = 100;
constexpr std::uintmax_t kQuickCheckBytes = std::uintmax_t{32} << 20;

class Checker
{
public:
    Checker(Database &database, const Tables &tables)
        : m_database(database)
        , m_tables(tables)
    {
    }

    Result<CheckReport> run()
    {
        VITRINE_CHECK(checkStructure());
        for (const EntitySchema *schema : m_tables.schemas())
            VITRINE_CHECK(checkRows(*schema));
        VITRINE_CHECK(checkLog());
        return std::move(m_report);
    }

private:
    void note(std::string problem)
    {
        if (m_report.problems.size() < kMaxProblems)
            m_report.problems.push_back(std::move(problem));
    }

    Status checkStructure()
    {
        VITRINE_TRY(Statement statement, m_database.prepare("PRAGMA integrity_check(100)"));
        for (;;) {
            VITRINE_TRY(const bool has, statement.step());
            if (!has)
                return {};
            if (statement.text(0) != "ok")
                note("the file: " + std::string(statement.text(0)));
        }
    }

    Status checkRows(const EntitySchema &schema)
    {
        VITRINE_TRY(Statement statement, m_database.prepare(m_tables.of(schema).readAll));
        for (;;) {
            auto has = statement.step();
            if (!has && has.error().code == ErrorCode::Corrupt) {
                note(std::string(schema.name) + ": " + has.error().detail);
                return {};
            }
            VITRINE_TRY(const bool more, std::move(has));
            if (!more)
                return {};
            ++m_report.rows;
            checkRow(schema, statement);
        }
    }

    void checkRow(const EntitySchema &schema, const Statement &stored)
    {
        const std::string name = std::string(schema.name) + ' ' + stored.uuid(0).text();
        const int body = 3 + static_cast<int>(schema.columns.size());
        const auto row = schema.dissect(stored.text(body));
        if (!row)
            return note(name + ": " + row.error().detail);
        if (row->id != stored.uuid(0))
            note(name + ": its document says " + row->id.text());
        if (row->scope != stored.text(2))
            note(name + ": lies in scope '" + std::string(stored.text(2)) + "', its document belongs in '" +
                 row->scope + '\'');
        if (stored.integer(1) < 1)
            note(name + ": its version is " + std::to_string(stored.integer(1)));
        for (std::size_t i = 0; i < schema.columns.size(); ++i)
            if (stored.value(3 + static_cast<int>(i), schema.columns[i].kind) != row->columns[i])
                note(name + ": the column " + std::string(schema.columns[i].name) + " differs from its document");
    }

    Status checkLog()
    {
        VITRINE_TRY(m_report.logEntries, m_database.integer("SELECT count(*) FROM vitrine_log"));
        VITRINE_TRY(const std::int64_t span, m_database.integer("SELECT max(seq) - min(seq) + 1 FROM vitrine_log"));
        if (span != m_report.logEntries)
            note("the change log: " + std::to_string(m_report.logEntries) + " entries where its numbers span " +
                 std::to_string(span));
        return {};
    }

    Database &m_database;
    const Tables &m_tables;
    CheckReport m_report;
};

} // namespace

Result<CheckReport> checkDatabase(Database &database, const Tables &tables) { return Checker(database, tables).run(); }

Status quickCheck(Database &database, std::uintmax_t fileBytes)
{
    VITRINE_CHECK(database.integer("SELECT count(*) FROM sqlite_master").transform([](auto) {}));
    if (fileBytes > kQuickCheckBytes)
        return {};
    VITRINE_TRY(Statement statement, database.prepare("PRAGMA quick_check(1)"));
    VITRINE_TRY(const bool has, statement.step());
    if (has && statement.text(0) != "ok")
        return fail(ErrorCode::Corrupt, "the database file is damaged: " + std::string(statement.text(0)),
                    database.fileName());
    return {};
}

} // namespace vitrine::platform
