// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/Entity.h"

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace vitrine::platform {

class Statement;

/// Where an entity's checks and unique fields are held to.
enum class Constraints : std::uint8_t {
    InTable, ///< By the database at each write: the server's store, where they must hold whatever the code believes.
    ByTx, ///< By the transaction of a command alone: a replica, whose rows are the server's word. A constraint in the
          ///< table could stop a sync for ever: pages of a snapshot that are read one after the other may disagree
          ///< until the catch-up, and an older client's checks may be stricter than the server's.
};

/// The SQL of one entity's table, derived from its schema. Columns: id, version, scope, the indexed fields, body.
struct TableSql {
    std::string create;
    std::vector<std::string> createIndexes;
    std::string find;    ///< ?1 id → version, scope, body
    std::string head;    ///< ?1 id → version, scope
    std::string insert;  ///< ?1 id, ?2 version, ?3 scope, ?4… the columns, body
    std::string update;  ///< The same parameters; the row of this id.
    std::string upsert;  ///< The same parameters; inserts or replaces.
    std::string erase;   ///< ?1 id
    std::string test;    ///< ?1… the columns → one truth value for each check of the schema. Empty without checks.
    std::string readAll; ///< id, version, scope, the columns, body; in no order.
};

/// Binds what `insert`, `update` and `upsert` take. `row` gives the id and the columns; scope and body are said apart,
/// since most callers keep the document as it came. Nothing is copied: all must live until the statement has run.
void bindRow(Statement &statement, const core::EncodedRow &row, std::int64_t version, std::string_view scope,
             std::string_view body);

[[nodiscard]] std::string quotedName(std::string_view name);

/// The SQL of all tables of a store. Immutable: any thread may read.
class Tables
{
public:
    /// The schemas must outlive this. Contract: names differ.
    Tables(std::span<const core::EntitySchema *const> schemas, Constraints constraints);

    /// Contract: one of the schemas.
    [[nodiscard]] const TableSql &of(const core::EntitySchema &schema) const;
    [[nodiscard]] std::span<const core::EntitySchema *const> schemas() const { return m_schemas; }
    /// Null where no table is called so.
    [[nodiscard]] const core::EntitySchema *named(std::string_view entity) const;
    [[nodiscard]] Constraints constraints() const { return m_constraints; }

private:
    std::vector<const core::EntitySchema *> m_schemas;
    std::unordered_map<const core::EntitySchema *, TableSql> m_sql;
    Constraints m_constraints;
};

} // namespace vitrine::platform
