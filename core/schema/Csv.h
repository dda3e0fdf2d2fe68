// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/Entity.h"

#include <string>
#include <string_view>
#include <vector>

/// Rows as CSV (RFC 4180: comma, CRLF, quotes doubled) and back. The columns are schema.csvPaths(): one for each field,
/// fields of records with a dot ("name.en"), lists and maps as compact JSON in one cell. Text that a spreadsheet would
/// run as a formula (=, +, -, @ at its beginning) stands behind an apostrophe, which reading takes off again. Derived
/// from the struct.
namespace vitrine::core {

/// The header line, with its line end.
[[nodiscard]] std::string csvHeader(const EntitySchema &schema);

/// One line for a document as EntitySchema::outside gives it, with its line end. An absent optional field is an empty
/// cell, an empty text is "" in quotes, so that they come back as what they were. Malformed where it is no JSON object.
[[nodiscard]] Result<std::string> csvRow(const EntitySchema &schema, std::string_view body);

/// Splits CSV into records of cells. A cell that was quoted is told from a bare one.
struct CsvCell {
    std::string text{};
    bool isQuoted = false;

    bool operator==(const CsvCell &) const = default;
};
/// Takes CRLF and LF, a byte-order mark, and a last line without an end. Malformed, with the line, for a quote that is
/// never closed or stands within a bare cell, or text after a closing quote.
[[nodiscard]] Result<std::vector<std::vector<CsvCell>>> parseCsv(std::string_view text);

/// The documents of a CSV with a header, as JSON that fromJson reads: columns may stand in any order and be left out.
/// InvalidArgument for a column that the entity does not have or that stands twice, and for a line with another number
/// of cells than the header (the place is "record 7", counted after the header). Values are typed by the document's
/// schema when they are read.
[[nodiscard]] Result<std::vector<std::string>> csvToJson(const EntitySchema &schema, std::string_view text);

} // namespace vitrine::core
