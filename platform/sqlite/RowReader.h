// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/Tx.h"
#include "platform/sqlite/Database.h"
#include "platform/sqlite/Tables.h"

namespace vitrine::platform {

/// Reading rows over one connection: what all transactions of the stores share. The caller holds the transaction.
class RowReader
{
public:
    RowReader(Database &database, const Tables &tables)
        : m_database(database)
        , m_tables(tables)
    {
    }

    [[nodiscard]] core::Result<std::optional<core::RawRow>> find(const core::EntitySchema &schema,
                                                                 const core::Uuid &id);
    [[nodiscard]] core::Result<std::vector<core::RawRow>> select(const core::EntitySchema &schema,
                                                                 const core::Query &query);
    [[nodiscard]] core::Result<std::int64_t> count(const core::EntitySchema &schema,
                                                   const std::vector<core::Condition> &where);

private:
    Database &m_database;
    const Tables &m_tables;
};

} // namespace vitrine::platform
