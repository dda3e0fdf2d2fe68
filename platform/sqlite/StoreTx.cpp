// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/StoreTx.h"

#include "core/entities/Scope.h"

namespace vitrine::platform {

using core::EncodedRow;
using core::EntitySchema;
using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;
using core::StoredAnswer;
using core::Uuid;

namespace {

constexpr std::string_view kInsertLog =
    "INSERT INTO vitrine_log(seq, txn, scope, entity, id, version, event, body) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
constexpr std::string_view kFindAnswer = "SELECT fingerprint, answer, isError, seq FROM vitrine_answers WHERE key = ?1";
constexpr std::string_view kInsertAnswer =
    "INSERT INTO vitrine_answers(key, fingerprint, answer, isError, seq, at) VALUES(?1, ?2, ?3, ?4, ?5, ?6)";

std::string named(const EntitySchema &schema, const Uuid &id) { return std::string(schema.name) + ' ' + id.text(); }

std::unexpected<core::Error> notUnique(const EntitySchema &schema, std::string_view column)
{
    return fail(ErrorCode::InvalidArgument, "another " + std::string(schema.name) + " has this value",
                std::string(column));
}

std::unexpected<core::Error> checkFailed(const EntitySchema &schema, std::string_view check)
{
    // The first column that the condition names is the place at fault.
    std::string_view where;
    std::size_t first = std::string_view::npos;
    for (const core::Column &column : schema.columns)
        if (const std::size_t at = check.find(quotedName(column.name)); at < first) {
            first = at;
            where = column.name;
        }
    return fail(ErrorCode::InvalidArgument, "does not hold: " + std::string(check), std::string(where));
}

/// SQLite's words for a broken constraint, in ours: "UNIQUE constraint failed: order.number", "CHECK constraint failed:
/// check0".
std::unexpected<core::Error> constraintFailed(const EntitySchema &schema, const EncodedRow &row, core::Error error)
{
    if (error.code == ErrorCode::Conflict)
        return fail(ErrorCode::Conflict, named(schema, row.id) + " exists already", "id");
    const std::string_view detail = error.detail;
    if (detail.starts_with("UNIQUE"))
        return notUnique(schema, detail.substr(detail.rfind('.') + 1));
    for (std::size_t i = 0; i < schema.checks.size(); ++i)
        if (detail.starts_with("CHECK") && detail.ends_with(": check" + std::to_string(i)))
            return checkFailed(schema, schema.checks[i]);
    return std::unexpected(std::move(error));
}

} // namespace

void StoreTx::begin(core::Time now, std::int64_t head)
{
    m_now = now;
    m_base = head;
    m_seq = head;
}

Status StoreTx::usable() const
{
    if (m_database.isInTransaction())
        return {};
    return fail(ErrorCode::Unavailable, "the transaction was given up after an earlier failure", m_database.fileName());
}

Result<std::optional<core::RawRow>> StoreTx::findRow(const EntitySchema &schema, const Uuid &id)
{
    VITRINE_CHECK(usable());
    return m_reader.find(schema, id);
}

Result<std::vector<core::RawRow>> StoreTx::selectRows(const EntitySchema &schema, const core::Query &query)
{
    VITRINE_CHECK(usable());
    return m_reader.select(schema, query);
}

Result<std::int64_t> StoreTx::countRows(const EntitySchema &schema, const std::vector<core::Condition> &where)
{
    VITRINE_CHECK(usable());
    return m_reader.count(schema, where);
}

Result<std::optional<StoreTx::Head>> StoreTx::headOf(const EntitySchema &schema, const Uuid &id)
{
    VITRINE_TRY(Statement statement, m_database.prepare(m_tables.of(schema).head));
    statement.bind(1, id);
    VITRINE_TRY(const bool has, statement.step());
    if (!has)
        return std::nullopt;
    return Head{statement.integer(0), std::string(statement.text(1))};
}

Status StoreTx::put(const EntitySchema &schema, const std::string &sql, const EncodedRow &row, std::int64_t version)
{
    VITRINE_TRY(Statement statement, m_database.prepare(sql));
    bindRow(statement, row, version, row.scope, row.body);
    if (auto status = statement.run(); !status)
        return constraintFailed(schema, row, std::move(status).error());
    return {};
}

Status StoreTx::testConstraints(const EntitySchema &schema, const EncodedRow &row)
{
    for (std::size_t i = 0; i < schema.columns.size(); ++i) {
        if (!schema.columns[i].isUnique || std::holds_alternative<std::monostate>(row.columns[i]))
            continue;
        VITRINE_TRY(Statement statement,
                    m_database.prepare("SELECT 1 FROM " + quotedName(schema.name) + " WHERE " +
                                       quotedName(schema.columns[i].name) + " = ?1 AND id <> ?2 LIMIT 1"));
        statement.bind(1, row.columns[i]);
        statement.bind(2, row.id);
        VITRINE_TRY(const bool taken, statement.step());
        if (taken)
            return notUnique(schema, schema.columns[i].name);
    }
    if (schema.checks.empty())
        return {};
    VITRINE_TRY(Statement statement, m_database.prepare(m_tables.of(schema).test));
    for (std::size_t i = 0; i < row.columns.size(); ++i)
        statement.bind(static_cast<int>(i) + 1, row.columns[i]);
    VITRINE_TRY(const bool has, statement.step());
    for (std::size_t i = 0; has && i < schema.checks.size(); ++i)
        if (const int column = static_cast<int>(i); !statement.isNull(column) && statement.integer(column) == 0)
            return checkFailed(schema, schema.checks[i]);
    return {};
}

Result<std::int64_t> StoreTx::writeRow(const EntitySchema &schema, const EncodedRow &row, std::int64_t expectedVersion,
                                       std::string_view event)
{
    VITRINE_CHECK(usable());
    const TableSql &sql = m_tables.of(schema);
    if (m_tables.constraints() == Constraints::ByTx)
        VITRINE_CHECK(testConstraints(schema, row));
    const std::int64_t version = expectedVersion + 1;
    if (expectedVersion == 0) {
        VITRINE_CHECK(put(schema, sql.insert, row, version));
        VITRINE_CHECK(logRow(schema, row, version, row.scope, event));
        return version;
    }
    VITRINE_TRY(const std::optional<Head> head, headOf(schema, row.id));
    if (!head)
        return fail(ErrorCode::Conflict, named(schema, row.id) + " is not there any more", "version");
    if (head->version != expectedVersion)
        return fail(ErrorCode::Conflict,
                    named(schema, row.id) + " has version " + std::to_string(head->version) + ", not " +
                        std::to_string(expectedVersion),
                    "version");
    VITRINE_CHECK(put(schema, sql.update, row, version));
    VITRINE_CHECK(logRow(schema, row, version, head->scope, event));
    return version;
}

Status StoreTx::eraseRow(const EntitySchema &schema, const Uuid &id, std::int64_t expectedVersion,
                         std::string_view event)
{
    VITRINE_CHECK(usable());
    VITRINE_TRY(const std::optional<Head> head, headOf(schema, id));
    if (!head)
        return fail(ErrorCode::NotFound, "no " + named(schema, id));
    if (head->version != expectedVersion)
        return fail(ErrorCode::Conflict,
                    named(schema, id) + " has version " + std::to_string(head->version) + ", not " +
                        std::to_string(expectedVersion),
                    "version");
    {
        VITRINE_TRY(Statement statement, m_database.prepare(m_tables.of(schema).erase));
        statement.bind(1, id);
        VITRINE_CHECK(statement.run());
    }
    return log(schema, head->scope, id, expectedVersion + 1, event, nullptr);
}

Status StoreTx::logRow(const EntitySchema &schema, const EncodedRow &row, std::int64_t version,
                       std::string_view oldScope, std::string_view event)
{
    if (oldScope != row.scope)
        VITRINE_CHECK(log(schema, oldScope, row.id, version, event, nullptr));
    if (m_logging == Logging::Off || !schema.hasSecrets || row.scope == core::scope::server())
        return log(schema, row.scope, row.id, version, event, &row.body);
    VITRINE_TRY(const std::string outside, schema.outside(row.body));
    return log(schema, row.scope, row.id, version, event, &outside);
}

Status StoreTx::log(const EntitySchema &schema, std::string_view scope, const Uuid &id, std::int64_t version,
                    std::string_view event, const std::string *body)
{
    if (m_logging == Logging::Off) {
        // Numbers still go up, so that a command can be seen to have changed something.
        ++m_seq;
        return {};
    }
    if (scope == core::scope::server())
        return {};
    VITRINE_TRY(Statement statement, m_database.prepare(kInsertLog));
    statement.bind(1, m_seq + 1);
    statement.bind(2, m_base + 1);
    statement.bind(3, scope);
    statement.bind(4, schema.name);
    statement.bind(5, id);
    statement.bind(6, version);
    statement.bind(7, event);
    if (body != nullptr)
        statement.bind(8, std::string_view(*body));
    else
        statement.bindNull(8);
    VITRINE_CHECK(statement.run());
    ++m_seq;
    return {};
}

Result<std::optional<StoredAnswer>> StoreTx::storedAnswer(const Uuid &key)
{
    VITRINE_CHECK(usable());
    VITRINE_TRY(Statement statement, m_database.prepare(kFindAnswer));
    statement.bind(1, key);
    VITRINE_TRY(const bool has, statement.step());
    if (!has)
        return std::nullopt;
    return StoredAnswer{key, std::string(statement.text(0)), std::string(statement.text(1)), statement.integer(2) != 0,
                        statement.integer(3)};
}

Status StoreTx::storeAnswer(const StoredAnswer &answer)
{
    VITRINE_CHECK(usable());
    VITRINE_TRY(Statement statement, m_database.prepare(kInsertAnswer));
    statement.bind(1, answer.key);
    statement.bind(2, std::string_view(answer.fingerprint));
    statement.bind(3, std::string_view(answer.answer));
    statement.bind(4, std::int64_t{answer.isError});
    statement.bind(5, answer.seq);
    statement.bind(6, static_cast<std::int64_t>(m_now.time_since_epoch().count()));
    if (auto status = statement.run(); !status) {
        if (status.error().code == ErrorCode::Conflict)
            return fail(ErrorCode::Conflict, "this key has an answer already", "idempotencyKey");
        return status;
    }
    return {};
}

Status StoreTx::nested(const std::function<Status()> &body)
{
    VITRINE_CHECK(usable());
    const std::int64_t seq = m_seq;
    VITRINE_CHECK(m_database.run("SAVEPOINT nested"));
    const auto undo = [&]() -> Status {
        m_seq = seq;
        VITRINE_CHECK(usable());
        // Savepoints stack: the name means the innermost.
        VITRINE_CHECK(m_database.run("ROLLBACK TO nested"));
        return m_database.run("RELEASE nested");
    };
    Status status;
    try {
        status = body();
    } catch (...) {
        static_cast<void>(undo());
        throw;
    }
    if (status)
        return usable() ? m_database.run("RELEASE nested") : usable();
    // Where even the undoing fails the whole transaction is lost, and the owner sees that; the first error says why.
    static_cast<void>(undo());
    return status;
}

} // namespace vitrine::platform
