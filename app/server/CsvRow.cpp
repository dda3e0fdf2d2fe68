// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/CsvRow.h"

#include "core/schema/Json.h"

namespace vitrine::server {
namespace {

void appendCell(std::string &row, std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        row += text;
        return;
    }
    row += '"';
    for (const char c : text) {
        if (c == '"')
            row += '"';
        row += c;
    }
    row += '"';
}

std::string cellText(core::JsonValue value)
{
    std::string_view text;
    if (value.is_null())
        return {};
    if (value.get_string().get(text) == simdjson::SUCCESS)
        return std::string(text);
    return simdjson::minify(value);
}

/// "name.en" within the document; empty where one of the parts is not there.
std::string cellAt(core::JsonValue value, std::string_view path)
{
    while (true) {
        const std::size_t dot = path.find('.');
        if (value[path.substr(0, dot)].get(value) != simdjson::SUCCESS)
            return {};
        if (dot == std::string_view::npos)
            return cellText(value);
        path.remove_prefix(dot + 1);
    }
}

} // namespace

std::string csvHeader(std::span<const std::string> paths)
{
    std::string row;
    for (const std::string &path : paths) {
        row += &path == paths.data() ? "" : ",";
        appendCell(row, path);
    }
    return row + "\r\n";
}

core::Result<std::string> csvRow(std::span<const std::string> paths, std::string_view document)
{
    const auto value = core::parseJson(document);
    if (!value)
        return core::fail(core::ErrorCode::Corrupt, "a row can't be read: " + core::describe(value.error()));
    std::string row;
    for (const std::string &path : paths) {
        row += &path == paths.data() ? "" : ",";
        appendCell(row, cellAt(*value, path));
    }
    return row + "\r\n";
}

} // namespace vitrine::server
