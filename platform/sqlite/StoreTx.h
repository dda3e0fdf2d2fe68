// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/Tx.h"
#include "platform/sqlite/RowReader.h"

namespace vitrine::platform {

/// Whether what a transaction writes is entered in the change log.
enum class Logging : std::uint8_t { On, Off };

/// A transaction over one connection. The owner opens and ends SQLite's own; between begin() calls this is one unit of
/// work. Where SQLite gives the whole transaction up (full disk, failed write), every later call here fails as well:
/// it would otherwise write outside of any transaction.
class StoreTx final : public core::Tx
{
public:
    StoreTx(Database &database, const Tables &tables, core::RandomSource &random, Logging logging)
        : m_database(database)
        , m_tables(tables)
        , m_reader(database, tables)
        , m_random(random)
        , m_logging(logging)
    {
    }

    /// Starts a unit of work at this time; its first log entry follows `head`.
    void begin(core::Time now, std::int64_t head);
    /// The last log entry after this unit of work, or the `head` that it began with.
    [[nodiscard]] std::int64_t head() const { return m_seq; }

    core::Result<std::optional<core::RawRow>> findRow(const core::EntitySchema &schema, const core::Uuid &id) override;
    core::Result<std::vector<core::RawRow>> selectRows(const core::EntitySchema &schema,
                                                       const core::Query &query) override;
    core::Result<std::int64_t> countRows(const core::EntitySchema &schema,
                                         const std::vector<core::Condition> &where) override;
    core::Time now() const override { return m_now; }
    core::RandomSource &random() override { return m_random; }
    core::Result<std::int64_t> writeRow(const core::EntitySchema &schema, const core::EncodedRow &row,
                                        std::int64_t expectedVersion, std::string_view event) override;
    core::Status eraseRow(const core::EntitySchema &schema, const core::Uuid &id, std::int64_t expectedVersion,
                          std::string_view event) override;
    core::Result<std::optional<core::StoredAnswer>> storedAnswer(const core::Uuid &key) override;
    core::Status storeAnswer(const core::StoredAnswer &answer) override;
    std::int64_t lastSeq() const override { return m_seq == m_base ? 0 : m_seq; }
    core::Status nested(const std::function<core::Status()> &body) override;

private:
    /// A row's place before a change.
    struct Head {
        std::int64_t version = 0;
        std::string scope{};
    };
    [[nodiscard]] core::Status usable() const;
    [[nodiscard]] core::Result<std::optional<Head>> headOf(const core::EntitySchema &schema, const core::Uuid &id);
    [[nodiscard]] core::Status put(const core::EntitySchema &schema, const std::string &sql,
                                   const core::EncodedRow &row, std::int64_t version);
    [[nodiscard]] core::Status testConstraints(const core::EntitySchema &schema, const core::EncodedRow &row);
    [[nodiscard]] core::Status logRow(const core::EntitySchema &schema, const core::EncodedRow &row,
                                      std::int64_t version, std::string_view oldScope, std::string_view event);
    [[nodiscard]] core::Status log(const core::EntitySchema &schema, std::string_view scope, const core::Uuid &id,
                                   std::int64_t version, std::string_view event, const std::string *body);

    Database &m_database;
    const Tables &m_tables;
    RowReader m_reader;
    core::RandomSource &m_random;
    Logging m_logging;
    core::Time m_now{};
    std::int64_t m_base = 0;
    std::int64_t m_seq = 0;
};

} // namespace vitrine::platform
