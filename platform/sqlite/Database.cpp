// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/Database.h"

#include "core/values/Contract.h"
#include "platform/system/Files.h"

#include <sqlite3.h>

#include <mutex>

namespace vitrine::platform {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

namespace {

// Enough for every statement of the shop; filters made by users could otherwise grow the cache without an end.
constexpr std::size_t kMaxStatements = 512;
constexpr int kBusyTimeoutMs = 5000;

ErrorCode codeOf(int extended)
{
    switch (extended & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::StorageFull;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::Corrupt;
    case SQLITE_IOERR:
        return extended == SQLITE_IOERR_READ || extended == SQLITE_IOERR_SHORT_READ ||
                       extended == SQLITE_IOERR_CORRUPTFS || extended == SQLITE_IOERR_DATA
                   ? ErrorCode::Corrupt
                   : ErrorCode::Unavailable;
    case SQLITE_CONSTRAINT:
        return extended == SQLITE_CONSTRAINT_PRIMARYKEY ? ErrorCode::Conflict : ErrorCode::InvalidArgument;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorCode::PermissionDenied;
    case SQLITE_TOOBIG:
        return ErrorCode::TooLarge;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_CANTOPEN:
    case SQLITE_NOMEM:
        return ErrorCode::Unavailable;
    default:
        return ErrorCode::Internal;
    }
}

std::string_view wordsFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::StorageFull:
        return "no space left for the database";
    case ErrorCode::Corrupt:
        return "the database file is damaged";
    case ErrorCode::PermissionDenied:
        return "the database file may not be written";
    case ErrorCode::Unavailable:
        return "the database can't be used now";
    default:
        return "database";
    }
}

/// For readers too SQLite makes two files beside a database. Where nobody can write they can be done without, if asked.
std::string frozenName(const std::filesystem::path &file)
{
    std::string name = "file:";
    for (const char c : utf8(file)) {
        if (c == '%' || c == '?' || c == '#')
            name += c == '%' ? "%25" : c == '?' ? "%3f" : "%23";
        else
            name += c;
    }
    return name + "?immutable=1";
}

} // namespace

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_bindError(other.m_bindError)
{
}

Statement::~Statement()
{
    if (m_statement != nullptr)
        reset();
}

void Statement::note(int code)
{
    if (code != SQLITE_OK && m_bindError == SQLITE_OK)
        m_bindError = code;
}

void Statement::bind(int parameter, std::int64_t number) { note(sqlite3_bind_int64(m_statement, parameter, number)); }

void Statement::bind(int parameter, std::string_view text)
{
    // A null pointer would bind NULL, and an empty view may hold one.
    note(sqlite3_bind_text64(m_statement, parameter, text.data() == nullptr ? "" : text.data(), text.size(), nullptr,
                             SQLITE_UTF8));
}

void Statement::bind(int parameter, const core::Uuid &id)
{
    note(sqlite3_bind_blob64(m_statement, parameter, id.bytes().data(), id.bytes().size(), nullptr));
}

void Statement::bind(int parameter, const core::ColumnValue &value)
{
    if (const auto *number = std::get_if<std::int64_t>(&value))
        bind(parameter, *number);
    else if (const auto *text = std::get_if<std::string>(&value))
        bind(parameter, std::string_view(*text));
    else if (const auto *id = std::get_if<core::Uuid>(&value))
        bind(parameter, *id);
    else
        bindNull(parameter);
}

void Statement::bindNull(int parameter) { note(sqlite3_bind_null(m_statement, parameter)); }

Result<bool> Statement::step()
{
    if (m_bindError != SQLITE_OK)
        return std::unexpected(m_database->error(m_bindError));
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return std::unexpected(m_database->error(code));
}

Status Statement::run()
{
    for (;;) {
        auto more = step();
        if (!more || !*more) {
            reset();
            return more ? Status() : Status(core::passOn(more));
        }
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    m_bindError = SQLITE_OK;
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement, column); }

std::string_view Statement::text(int column) const
{
    // As a blob: the bytes are the same, and they need no cast from unsigned ones.
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    if (bytes == nullptr)
        return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

core::Uuid Statement::uuid(int column) const
{
    const auto *bytes = static_cast<const std::uint8_t *>(sqlite3_column_blob(m_statement, column));
    if (bytes == nullptr || sqlite3_column_bytes(m_statement, column) != 16)
        return {};
    return core::Uuid::fromBytes({bytes, 16});
}

bool Statement::isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

core::ColumnValue Statement::value(int column, core::ColumnKind kind) const
{
    if (isNull(column))
        return {};
    switch (kind) {
    case core::ColumnKind::Integer:
        return integer(column);
    case core::ColumnKind::Text:
        return std::string(text(column));
    case core::ColumnKind::Id:
        return uuid(column);
    }
    return {};
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path &file, const DatabaseOptions &options)
{
    static std::once_flag once;
    // Its memory statistics take one global lock at each allocation; nobody reads them.
    std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });

    std::error_code ignored;
    if (options.isReadOnly && !std::filesystem::exists(file, ignored))
        return fail(ErrorCode::NotFound, "there is no database", utf8(file));
    const int flags = (options.isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) |
                      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    sqlite3 *handle = nullptr;
    const bool isFrozen = options.isReadOnly && isOnReadOnlyMedium(file);
    std::filesystem::path log = file;
    log += "-wal";
    if (isFrozen && std::filesystem::exists(log, ignored))
        return fail(ErrorCode::Unavailable,
                    "the database was not closed before its medium took no more writes: copy it to one that does",
                    utf8(file));
    const std::string name = isFrozen ? frozenName(file) : utf8(file);
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags | (isFrozen ? SQLITE_OPEN_URI : 0),
                                     options.vfs.empty() ? nullptr : options.vfs.c_str());
    if (handle == nullptr)
        return fail(ErrorCode::Unavailable, "no memory for a database connection", utf8(file));
    std::unique_ptr<Database> database(new Database(handle, utf8(file)));
    if (code != SQLITE_OK)
        return std::unexpected(database->error(code));
    VITRINE_CHECK(database->configure(options));
    return database;
}

Status Database::configure(const DatabaseOptions &options)
{
    sqlite3_busy_timeout(m_handle, kBusyTimeoutMs);
    // A file from elsewhere must not be able to run anything of its own.
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    if (options.durability == Durability::Scratch)
        VITRINE_CHECK(execute("PRAGMA journal_mode=OFF;PRAGMA locking_mode=EXCLUSIVE"));
    else if (!options.isReadOnly)
        VITRINE_CHECK(execute("PRAGMA journal_mode=WAL"));
    return execute("PRAGMA synchronous=" + std::string(options.durability == Durability::Synced ? "FULL" : "NORMAL") +
                   ";PRAGMA cache_size=-" + std::to_string(options.cacheKib) +
                   ";PRAGMA mmap_size=" + std::to_string(options.mmapBytes) +
                   // 16 MiB of log before it is copied into the file: fewer, longer copies than the default's 4.
                   ";PRAGMA wal_autocheckpoint=4000;PRAGMA journal_size_limit=67108864;PRAGMA temp_store=MEMORY");
}

Database::~Database()
{
    dropStatements();
    const int code = sqlite3_close(m_handle);
    VITRINE_EXPECT(code == SQLITE_OK);
}

void Database::dropStatements()
{
    for (const auto &[sql, statement] : m_statements)
        sqlite3_finalize(statement);
    m_statements.clear();
}

Result<Statement> Database::prepare(std::string_view sql)
{
    if (const auto found = m_statements.find(sql); found != m_statements.end()) {
        VITRINE_EXPECT(!sqlite3_stmt_busy(found->second));
        return Statement(*this, found->second);
    }
    if (m_statements.size() >= kMaxStatements)
        std::erase_if(m_statements, [](const auto &entry) {
            return !sqlite3_stmt_busy(entry.second) && sqlite3_finalize(entry.second) == SQLITE_OK;
        });
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (code != SQLITE_OK)
        return std::unexpected(error(code));
    m_statements.emplace(std::string(sql), statement);
    return Statement(*this, statement);
}

Status Database::execute(const std::string &sql)
{
    const int code = sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return std::unexpected(error(code));
    return {};
}

Status Database::run(std::string_view sql)
{
    VITRINE_TRY(Statement statement, prepare(sql));
    return statement.run();
}

Result<std::int64_t> Database::integer(std::string_view sql)
{
    VITRINE_TRY(Statement statement, prepare(sql));
    VITRINE_TRY(const bool has, statement.step());
    return has ? statement.integer(0) : 0;
}

bool Database::isInTransaction() const { return sqlite3_get_autocommit(m_handle) == 0; }

bool Database::hasMoved() const
{
    int moved = 0;
    return sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

void Database::rollback()
{
    // SQLite may have rolled back by itself (full disk, failed write); a second time would only be an error to ignore.
    if (isInTransaction())
        sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

core::Error Database::damaged(const std::string &what) const
{
    m_isDamaged = true;
    return {ErrorCode::Corrupt, std::string(wordsFor(ErrorCode::Corrupt)) + ": " + what, m_fileName};
}

core::Error Database::error(int code) const
{
    const ErrorCode ours = codeOf(code);
    m_isDamaged = m_isDamaged || ours == ErrorCode::Corrupt;
    std::string message = sqlite3_errmsg(m_handle);
    if (ours == ErrorCode::InvalidArgument || ours == ErrorCode::Conflict || ours == ErrorCode::TooLarge)
        return {ours, std::move(message), {}};
    return {ours, std::string(wordsFor(ours)) + ": " + message, m_fileName};
}

} // namespace vitrine::platform
