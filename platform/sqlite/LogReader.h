// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/Store.h"
#include "platform/sqlite/RowReader.h"

namespace vitrine::platform {

/// A snapshot of the store over one connection, on which the caller holds a read transaction.
class LogReader final : public core::LogTx
{
public:
    LogReader(Database &database, const Tables &tables)
        : m_database(database)
        , m_reader(database, tables)
    {
    }

    core::Result<std::optional<core::RawRow>> findRow(const core::EntitySchema &schema, const core::Uuid &id) override
    {
        return m_reader.find(schema, id);
    }
    core::Result<std::vector<core::RawRow>> selectRows(const core::EntitySchema &schema,
                                                       const core::Query &query) override
    {
        return m_reader.select(schema, query);
    }
    core::Result<std::int64_t> countRows(const core::EntitySchema &schema,
                                         const std::vector<core::Condition> &where) override
    {
        return m_reader.count(schema, where);
    }
    core::Result<std::int64_t> head() override;
    core::Result<std::int64_t> horizon() override;
    /// Contract: at most 400 scopes.
    core::Result<std::vector<core::Change>> changesAfter(std::int64_t cursor, const std::set<std::string> &scopes,
                                                         std::int64_t limit) override;

private:
    Database &m_database;
    RowReader m_reader;
};

} // namespace vitrine::platform
