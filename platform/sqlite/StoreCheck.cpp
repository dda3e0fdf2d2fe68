// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/StoreCheck.h"

#include "core/entities/Scope.h"

#include <map>

namespace vitrine::platform {

using core::EntitySchema;
using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

namespace {

constexpr std::size_t kMaxProblems = 100;
constexpr std::uintmax_t kQuickCheckBytes = std::uintmax_t{64} << 20;

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
        VITRINE_CHECK(readLog());
        for (const EntitySchema *schema : m_tables.schemas())
            VITRINE_CHECK(checkRows(*schema));
        for (const auto &[row, last] : m_last)
            if (last.isRow && !last.wasMet)
                note(row.first + ' ' + row.second.text() + ": the change log has it, at entry " +
                     std::to_string(last.seq) + ", and the table does not");
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
            VITRINE_CHECK(checkRow(schema, statement));
        }
    }

    Status checkRow(const EntitySchema &schema, const Statement &stored)
    {
        const std::string name = std::string(schema.name) + ' ' + stored.uuid(0).text();
        const auto last = m_last.find({std::string(schema.name), stored.uuid(0)});
        if (last != m_last.end())
            last->second.wasMet = true;
        const int body = 3 + static_cast<int>(schema.columns.size());
        const auto row = schema.dissect(stored.text(body));
        if (!row) {
            note(name + ": " + row.error().detail);
            return {};
        }
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
        if (row->scope == core::scope::server())
            return {};
        if (last == m_last.end() || !last->second.isRow) {
            note(name + ": the change log does not have it");
            return {};
        }
        return checkAgainstLog(schema, stored, last->second.seq, name);
    }

    /// Notes gaps in the log's numbers, and where each row's last entry stands.
    Status readLog()
    {
        VITRINE_TRY(Statement entries,
                    m_database.prepare("SELECT seq, entity, id, body IS NOT NULL FROM vitrine_log ORDER BY seq"));
        std::int64_t before = 0;
        for (;;) {
            VITRINE_TRY(const bool has, entries.step());
            if (!has)
                return {};
            ++m_report.logEntries;
            const std::int64_t seq = entries.integer(0);
            if (before != 0 && seq != before + 1)
                note("the change log: entry " + std::to_string(seq) + " follows " + std::to_string(before));
            before = seq;
            m_last[{std::string(entries.text(1)), entries.uuid(2)}] = {seq, entries.integer(3) != 0, false};
        }
    }

    /// The log's last word of a row is what every device has of it.
    Status checkAgainstLog(const EntitySchema &schema, const Statement &stored, std::int64_t seq,
                           const std::string &name)
    {
        VITRINE_TRY(Statement entry, m_database.prepare("SELECT version, scope, body FROM vitrine_log WHERE seq = ?1"));
        entry.bind(1, seq);
        VITRINE_CHECK(entry.step().transform([](bool) {}));
        const std::string at = "entry " + std::to_string(seq) + " of the change log";
        if (entry.integer(0) != stored.integer(1))
            note(name + ": its version is " + std::to_string(stored.integer(1)) + ", in " + at + " it is " +
                 std::to_string(entry.integer(0)));
        if (entry.text(1) != stored.text(2))
            note(name + ": its scope is '" + std::string(stored.text(2)) + "', in " + at + " it is '" +
                 std::string(entry.text(1)) + '\'');
        VITRINE_TRY(const std::string outside,
                    schema.outside(std::string(stored.text(3 + static_cast<int>(schema.columns.size())))));
        if (entry.text(2) != outside)
            note(name + ": its document differs from " + at);
        return {};
    }

    struct Last {
        std::int64_t seq = 0;
        bool isRow = false;
        bool wasMet = false;
    };

    Database &m_database;
    const Tables &m_tables;
    std::map<std::pair<std::string, core::Uuid>, Last> m_last;
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
