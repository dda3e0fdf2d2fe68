// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Csv.h"

#include <algorithm>

namespace vitrine::core {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

/// The member at a dotted path; no value where the path ends early.
Result<JsonValue> memberAt(JsonValue value, std::string_view path)
{
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('.'), path.size());
        JsonValue next;
        if (value.at_key(path.substr(0, end)).get(next) != simdjson::SUCCESS)
            return fail(ErrorCode::NotFound, "nothing there", std::string(path));
        value = next;
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return value;
}

void appendQuoted(std::string &line, std::string_view text)
{
    line += '"';
    for (const char c : text)
        line.append(c == '"' ? 2 : 1, c);
    line += '"';
}

/// Whether a spreadsheet would take the text, or what stands behind its apostrophes, for a formula.
bool looksLikeFormula(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    return !text.empty() && std::string_view("=+-@\t\r").contains(text.front());
}

/// The text of a cell as it was before appendText guarded it.
std::string_view unguarded(std::string_view text)
{
    if (text.starts_with('\'') && looksLikeFormula(text))
        text.remove_prefix(1);
    return text;
}

void appendText(std::string &line, std::string_view plain)
{
    // A cell that begins so is run by spreadsheets; one apostrophe before it, which they hide, makes it text (OWASP,
    // "CSV Injection"). Apostrophes that stand there already get one more, so that reading takes off exactly ours.
    const std::string text = (looksLikeFormula(plain) ? "'" : "") + std::string(plain);
    const bool needsQuotes = text.empty() || text.find_first_of(",\"\r\n") != std::string_view::npos ||
                             text.front() == ' ' || text.back() == ' ';
    if (needsQuotes)
        appendQuoted(line, text);
    else
        line += text;
}

void appendCell(std::string &line, JsonValue value)
{
    if (value.is_null())
        return;
    if (std::string_view text; value.get_string().get(text) == simdjson::SUCCESS)
        return appendText(line, text);
    const std::string json = simdjson::minify(value);
    if (value.is_array() || value.is_object())
        return appendQuoted(line, json);
    line += json;
}

/// Reads one CSV text, cell by cell.
class CsvReader
{
public:
    explicit CsvReader(std::string_view text)
        : m_text(text)
    {
        if (m_text.starts_with("\xef\xbb\xbf"))
            m_at = 3;
    }

    Result<std::vector<std::vector<CsvCell>>> run()
    {
        std::vector<std::vector<CsvCell>> records;
        while (m_at < m_text.size()) {
            std::vector<CsvCell> &record = records.emplace_back();
            do {
                VITRINE_TRY(CsvCell cell, readCell());
                record.push_back(std::move(cell));
            } while (take(','));
            if (m_at < m_text.size() && !takeLineEnd())
                return malformed("text after a closing quote");
        }
        return records;
    }

private:
    std::unexpected<Error> malformed(std::string what) const
    {
        return fail(ErrorCode::Malformed, std::move(what), "line " + std::to_string(m_line));
    }

    bool take(char c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    bool takeLineEnd()
    {
        const bool wasReturn = take('\r');
        if (!take('\n') && !wasReturn)
            return false;
        ++m_line;
        return true;
    }

    Result<CsvCell> readCell()
    {
        if (take('"'))
            return readQuoted();
        const std::size_t end = std::min(m_text.find_first_of(",\"\r\n", m_at), m_text.size());
        if (end < m_text.size() && m_text[end] == '"')
            return malformed("a quote within a bare cell");
        CsvCell cell{std::string(m_text.substr(m_at, end - m_at)), false};
        m_at = end;
        return cell;
    }

    Result<CsvCell> readQuoted()
    {
        CsvCell cell{{}, true};
        for (;;) {
            const std::size_t quote = m_text.find('"', m_at);
            if (quote == std::string_view::npos)
                return malformed("a quote that is never closed");
            const std::string_view part = m_text.substr(m_at, quote - m_at);
            m_at = quote + 1;
            cell.text += part;
            if (!take('"')) {
                m_line += std::ranges::count(cell.text, '\n');
                return cell;
            }
            cell.text += '"';
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::int64_t m_line = 1;
};

/// A column of a CSV as the entity's JSON schema knows it.
struct CsvColumn {
    std::vector<std::string> path;
    bool isText = false;
};

std::vector<std::string> split(std::string_view path)
{
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('.', begin), path.size());
        parts.emplace_back(path.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

Result<std::vector<CsvColumn>> readHeader(const EntitySchema &schema, const std::vector<CsvCell> &header)
{
    JsonWriter writer;
    schema.describe(writer);
    VITRINE_TRY(const JsonDocument description, JsonDocument::parse(writer.text()));
    const std::vector<std::string> known = schema.csvPaths();
    std::vector<CsvColumn> columns;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string &name = header[i].text;
        if (std::ranges::find(known, name) == known.end())
            return fail(ErrorCode::InvalidArgument, "unknown column", name);
        if (std::ranges::count(header.begin(), header.begin() + static_cast<std::ptrdiff_t>(i), name, &CsvCell::text) >
            0)
            return fail(ErrorCode::InvalidArgument, "given twice", name);
        CsvColumn &column = columns.emplace_back(split(name));
        std::string place;
        for (const std::string &part : column.path)
            place += (place.empty() ? "properties." : ".properties.") + part;
        VITRINE_TRY(const JsonValue type, memberAt(description.root(), place + ".type"));
        column.isText = std::string_view(type) == "string";
    }
    return columns;
}

/// Writes the cells of a record as nested objects. Columns of one record stand side by side in `order`.
Status writeCells(JsonWriter &writer, const std::vector<CsvColumn> &columns, const std::vector<CsvCell> &cells,
                  std::span<const std::size_t> order, std::size_t depth, const std::string &where)
{
    writer.beginObject();
    for (std::size_t i = 0; i < order.size();) {
        const CsvColumn &column = columns[order[i]];
        const CsvCell &cell = cells[order[i]];
        const std::string &name = column.path[depth];
        if (column.path.size() > depth + 1) {
            std::size_t end = i;
            bool hasValue = false;
            for (; end < order.size() && columns[order[end]].path[depth] == name; ++end)
                hasValue = hasValue || !cells[order[end]].text.empty() || cells[order[end]].isQuoted;
            if (hasValue) {
                writer.key(name);
                VITRINE_CHECK(writeCells(writer, columns, cells, order.subspan(i, end - i), depth + 1, where));
            }
            i = end;
            continue;
        }
        ++i;
        if (cell.text.empty() && !cell.isQuoted)
            continue;
        writer.key(name);
        if (column.isText) {
            writer.string(unguarded(cell.text));
        } else {
            if (const auto json = parseJson(cell.text); !json)
                return fail(ErrorCode::InvalidArgument, "'" + cell.text.substr(0, 40) + "' is no value of " + name,
                            where);
            writer.raw(cell.text);
        }
    }
    writer.endObject();
    return {};
}

} // namespace

std::string csvHeader(const EntitySchema &schema)
{
    std::string line;
    for (const std::string &path : schema.csvPaths())
        line += (line.empty() ? "" : ",") + path;
    return line.append(kLineEnd);
}

Result<std::string> csvRow(const EntitySchema &schema, std::string_view body)
{
    VITRINE_TRY(const JsonValue document, parseJson(body));
    if (!document.is_object())
        return fail(ErrorCode::Malformed, "a document is an object");
    std::string line;
    bool isFirst = true;
    for (const std::string &path : schema.csvPaths()) {
        if (!std::exchange(isFirst, false))
            line += ',';
        if (const auto value = memberAt(document, path); value)
            appendCell(line, *value);
    }
    return line.append(kLineEnd);
}

Result<std::vector<std::vector<CsvCell>>> parseCsv(std::string_view text) { return CsvReader(text).run(); }

Result<std::vector<std::string>> csvToJson(const EntitySchema &schema, std::string_view text)
{
    VITRINE_TRY(const auto records, parseCsv(text));
    std::vector<std::string> documents;
    if (records.empty())
        return documents;
    VITRINE_TRY(const std::vector<CsvColumn> columns, readHeader(schema, records.front()));
    std::vector<std::size_t> order(columns.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::sort(order, {}, [&](std::size_t i) -> const auto & { return columns[i].path; });
    for (std::size_t i = 1; i < records.size(); ++i) {
        const std::string where = "record " + std::to_string(i);
        if (records[i].size() != columns.size())
            return fail(ErrorCode::InvalidArgument,
                        std::to_string(records[i].size()) + " cells under " + std::to_string(columns.size()) +
                            " columns",
                        where);
        JsonWriter writer;
        VITRINE_CHECK(writeCells(writer, columns, records[i], order, 0, where));
        documents.push_back(std::move(writer).take());
    }
    return documents;
}

} // namespace vitrine::core
