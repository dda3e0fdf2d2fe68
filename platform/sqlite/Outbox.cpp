// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/Outbox.h"

#include "platform/sqlite/StoreCheck.h"

namespace vitrine::platform {

using core::ErrorCode;
using core::fail;
using core::QueuedCommand;
using core::Result;
using core::Status;

namespace {

/// "VTRO"
constexpr std::int64_t kApplicationId = 0x5654524f;
constexpr std::int64_t kFormat = 1;

// AUTOINCREMENT: the position of a command that is gone is never given again.
constexpr const char *kTables = R"(
CREATE TABLE IF NOT EXISTS outbox(position INTEGER PRIMARY KEY AUTOINCREMENT, key BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL, body TEXT NOT NULL, queuedAt INTEGER NOT NULL, acceptedSeq INTEGER NOT NULL,
    parkedError TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS settings(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
)";
constexpr std::string_view kReadAll =
    "SELECT position, key, name, body, queuedAt, acceptedSeq, parkedError FROM outbox ORDER BY position";

std::int64_t microseconds(core::Time time) { return static_cast<std::int64_t>(time.time_since_epoch().count()); }

QueuedCommand readCommand(const Statement &row)
{
    return {.position = row.integer(0),
            .key = row.uuid(1),
            .name = std::string(row.text(2)),
            .body = std::string(row.text(3)),
            .queuedAt = core::Time(std::chrono::microseconds(row.integer(4))),
            .acceptedSeq = row.integer(5),
            .parkedError = std::string(row.text(6))};
}

/// In the order of kReadAll, counting from 1.
void bindCommand(Statement &statement, const QueuedCommand &command)
{
    statement.bind(1, command.position);
    statement.bind(2, command.key);
    statement.bind(3, std::string_view(command.name));
    statement.bind(4, std::string_view(command.body));
    statement.bind(5, microseconds(command.queuedAt));
    statement.bind(6, command.acceptedSeq);
    statement.bind(7, std::string_view(command.parkedError));
}

} // namespace

Result<Outbox> Outbox::open(const std::filesystem::path &file, const std::string &vfs)
{
    VITRINE_TRY(std::unique_ptr<Database> database, Database::open(file, {.cacheKib = 512, .vfs = vfs}));
    VITRINE_CHECK(quickCheck(*database, 0));
    Outbox outbox(std::move(database));
    VITRINE_CHECK(outbox.prepareTables());
    return outbox;
}

Status Outbox::prepareTables()
{
    VITRINE_TRY(const std::int64_t format, m_database->integer("PRAGMA user_version"));
    if (format > kFormat)
        return fail(ErrorCode::Unsupported,
                    "written by a newer Vitrine: its format is " + std::to_string(format) +
                        ", this build knows up to " + std::to_string(kFormat),
                    m_database->fileName());
    if (format == kFormat)
        return {};
    return m_database->execute("BEGIN IMMEDIATE;" + std::string(kTables) +
                               "PRAGMA user_version=" + std::to_string(kFormat) +
                               ";PRAGMA application_id=" + std::to_string(kApplicationId) + ";COMMIT");
}

Result<QueuedCommand> Outbox::enqueue(QueuedCommand command)
{
    command.position = 0;
    VITRINE_CHECK(insert(command));
    VITRINE_TRY(command.position, m_database->integer("SELECT last_insert_rowid()"));
    return command;
}

Status Outbox::insert(const QueuedCommand &command)
{
    VITRINE_TRY(Statement statement,
                m_database->prepare("INSERT INTO outbox(position, key, name, body, queuedAt, acceptedSeq, parkedError) "
                                    "VALUES(nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7)"));
    bindCommand(statement, command);
    if (auto status = statement.run(); !status) {
        if (status.error().detail.starts_with("UNIQUE"))
            return fail(ErrorCode::Conflict, "a command with this key waits already", "key");
        return status;
    }
    return {};
}

Status Outbox::update(const QueuedCommand &command)
{
    VITRINE_TRY(Statement statement,
                m_database->prepare("UPDATE outbox SET key = ?2, name = ?3, body = ?4, queuedAt = ?5, "
                                    "acceptedSeq = ?6, parkedError = ?7 WHERE position = ?1 RETURNING 1"));
    bindCommand(statement, command);
    VITRINE_TRY(const bool changed, statement.step());
    VITRINE_CHECK(statement.run());
    if (!changed)
        return fail(ErrorCode::NotFound, "no command waits at " + std::to_string(command.position));
    return {};
}

Status Outbox::remove(std::int64_t position)
{
    VITRINE_TRY(Statement statement, m_database->prepare("DELETE FROM outbox WHERE position = ?1"));
    statement.bind(1, position);
    return statement.run();
}

Result<std::vector<QueuedCommand>> Outbox::queued()
{
    VITRINE_TRY(Statement statement, m_database->prepare(kReadAll));
    std::vector<QueuedCommand> commands;
    for (;;) {
        VITRINE_TRY(const bool has, statement.step());
        if (!has)
            return commands;
        commands.push_back(readCommand(statement));
    }
}

Result<std::optional<std::string>> Outbox::setting(std::string_view name)
{
    VITRINE_TRY(Statement statement, m_database->prepare("SELECT value FROM settings WHERE name = ?1"));
    statement.bind(1, name);
    VITRINE_TRY(const bool has, statement.step());
    if (!has)
        return std::nullopt;
    return std::string(statement.text(0));
}

Status Outbox::setSetting(std::string_view name, std::string_view value)
{
    VITRINE_TRY(Statement statement, m_database->prepare("INSERT INTO settings(name, value) VALUES(?1, ?2) "
                                                         "ON CONFLICT(name) DO UPDATE SET value = excluded.value"));
    statement.bind(1, name);
    statement.bind(2, value);
    return statement.run();
}

std::int64_t Outbox::salvage(const std::filesystem::path &damaged, const std::string &vfs)
{
    const auto source = Database::open(damaged, {.isReadOnly = true, .vfs = vfs});
    if (!source)
        return 0;
    if (auto rows = (*source)->prepare("SELECT name, value FROM settings"); rows)
        while (rows->step().value_or(false))
            static_cast<void>(setSetting(rows->text(0), rows->text(1)));
    std::int64_t count = 0;
    if (auto rows = (*source)->prepare(kReadAll); rows)
        while (rows->step().value_or(false)) {
            const QueuedCommand command = readCommand(*rows);
            count += command.key.isSet() && insert(command);
        }
    return count;
}

} // namespace vitrine::platform
