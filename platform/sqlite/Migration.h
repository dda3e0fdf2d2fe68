// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/sqlite/Database.h"
#include "platform/sqlite/Tables.h"

namespace vitrine::platform {

/// Makes the file's tables those that the code derives, in one transaction: all or nothing. New entities get tables; an
/// entity whose columns or checks changed has its table built anew from the documents of its rows; changed indexes are
/// made anew. Documents and versions stay as they are. `origin` names a store that is new; a
/// replica passes the unset id and is named by what it copies.
///
/// Unsupported where a newer build's format is found, Corrupt where a document can't be read, InvalidArgument where old
/// rows break a new unique field or check; the file is as before then.
[[nodiscard]] core::Status migrate(Database &database, const Tables &tables, const core::Uuid &origin);

/// For filling an empty database fast: without its indexes, which are made afterwards, sorted at once instead of kept
/// sorted.
[[nodiscard]] core::Status dropIndexes(Database &database, const Tables &tables);
[[nodiscard]] core::Status createIndexes(Database &database, const Tables &tables);

/// For a store that may not be changed: Unsupported where migrate() would have something to do.
[[nodiscard]] core::Status expectCurrent(Database &database, const Tables &tables);

/// A fact about the store itself; empty where never set.
[[nodiscard]] core::Result<std::string> meta(Database &database, std::string_view name);
[[nodiscard]] core::Status setMeta(Database &database, std::string_view name, std::string_view value);

} // namespace vitrine::platform
