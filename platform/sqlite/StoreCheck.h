// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/sqlite/Database.h"
#include "platform/sqlite/Tables.h"

namespace vitrine::platform {

/// What a full check of a store found.
struct CheckReport {
    std::int64_t rows = 0;
    std::int64_t logEntries = 0;
    /// One English sentence each; the first hundred. Empty: all is well.
    std::vector<std::string> problems{};
};

/// Reads everything: the file's own structure, each document, each column against its document, the log's numbers.
/// Problems are in the report; an error means that the checking itself could not go on.
[[nodiscard]] core::Result<CheckReport> checkDatabase(Database &database, const Tables &tables);

/// The cheap check at every open: small files are walked through, of larger ones only the schema is read (whatever is
/// damaged there shows as Corrupt where it is touched, and in checkDatabase).
[[nodiscard]] core::Status quickCheck(Database &database, std::uintmax_t fileBytes);

} // namespace vitrine::platform
