// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/Entity.h"
#include "core/values/Id.h"
#include "core/values/Result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace vitrine::platform {

class Database;

/// A prepared statement, borrowed from its connection's cache until the end of the scope. Contract: one borrower of the
/// same SQL at a time. Parameters count from 1, columns from 0.
class Statement
{
public:
    Statement(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement();

    /// Texts and ids are not copied: they must live until the statement is reset or gone.
    void bind(int parameter, std::int64_t number);
    void bind(int parameter, std::string_view text);
    void bind(int parameter, const core::Uuid &id);
    void bind(int parameter, const core::ColumnValue &value);
    void bindNull(int parameter);

    /// True: there is a row to read. False: done.
    [[nodiscard]] core::Result<bool> step();
    /// Steps to the end and makes the statement ready for other parameters.
    [[nodiscard]] core::Status run();
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    /// Valid until the next step.
    [[nodiscard]] std::string_view text(int column) const;
    /// The unset id where the column holds no 16 bytes.
    [[nodiscard]] core::Uuid uuid(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] core::ColumnValue value(int column, core::ColumnKind kind) const;

private:
    friend class Database;
    Statement(Database &database, sqlite3_stmt *statement)
        : m_database(&database)
        , m_statement(statement)
    {
    }
    void note(int code);

    Database *m_database;
    sqlite3_stmt *m_statement;
    int m_bindError = 0;
};

enum class Durability : std::uint8_t {
    Synced,  ///< A commit that returned survives a power cut.
    Ordered, ///< It survives the process; a power cut may take the last ones. The file is whole either way.
    Scratch, ///< One transaction fills a new file, which is whole and synced once that was committed, and rubbish
             ///< before: no journal is written.
};

struct DatabaseOptions {
    bool isReadOnly = false;
    Durability durability = Durability::Synced;
    std::int64_t cacheKib = 8 * 1024;
    std::int64_t mmapBytes = 0;
    /// Another SQLite file layer by name; empty for the platform's own. Tests make disks fail with it.
    std::string vfs{};
};

/// One SQLite connection in WAL mode with its prepared statements. One thread uses it at a time.
class Database
{
public:
    /// Creates the file unless read-only. Corrupt where it is no database or its header is damaged; NotFound where it
    /// is not there to be read; Unavailable where it can't be opened.
    [[nodiscard]] static core::Result<std::unique_ptr<Database>> open(const std::filesystem::path &file,
                                                                      const DatabaseOptions &options);
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    /// Prepares once, then reuses.
    [[nodiscard]] core::Result<Statement> prepare(std::string_view sql);
    /// Runs one statement without parameters, or a script of several. Not cached.
    [[nodiscard]] core::Status execute(const std::string &sql);
    /// Runs one cached statement without parameters.
    [[nodiscard]] core::Status run(std::string_view sql);
    /// The first column of the first row, or 0.
    [[nodiscard]] core::Result<std::int64_t> integer(std::string_view sql);

    [[nodiscard]] bool isInTransaction() const;
    /// The file no longer lies where it was opened: what is written now would be lost with it.
    [[nodiscard]] bool hasMoved() const;
    /// Ends an open transaction without keeping anything of it. Nothing where none is open.
    void rollback();

    [[nodiscard]] const std::string &fileName() const { return m_fileName; }
    /// What went wrong last on this connection, in our terms. `code` is SQLite's extended result code.
    [[nodiscard]] core::Error error(int code) const;
    /// Content that can't be what was written: notes the damage. `what` says where it was met.
    [[nodiscard]] core::Error damaged(const std::string &what) const;
    /// Damage was met on this connection at some time.
    [[nodiscard]] bool isDamaged() const { return m_isDamaged; }
    /// The plain handle, for what this class does not wrap.
    [[nodiscard]] sqlite3 *handle() { return m_handle; }

private:
    Database(sqlite3 *handle, std::string fileName)
        : m_handle(handle)
        , m_fileName(std::move(fileName))
    {
    }
    [[nodiscard]] core::Status configure(const DatabaseOptions &options);
    void dropStatements();

    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    sqlite3 *m_handle;
    std::string m_fileName;
    mutable bool m_isDamaged = false; // Noted where every error comes by.
    std::unordered_map<std::string, sqlite3_stmt *, TextHash, std::equal_to<>> m_statements;
};

} // namespace vitrine::platform
