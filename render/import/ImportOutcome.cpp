// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/ImportOutcome.h"

#include <simdjson.h>

#include <format>

namespace vitrine::render {
namespace {

std::string inQuotes(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += {'\\', c};
        else if (static_cast<unsigned char>(c) < 0x20)
            result += std::format("\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
        else
            result += c;
    }
    return result + "\"";
}

/// What is not UTF-8 (a file's name, say) would make the whole line unreadable.
std::string text(const std::string &value)
{
    return simdjson::validate_utf8(value.data(), value.size()) ? inQuotes(value) : inQuotes("(not UTF-8)");
}

std::unexpected<core::Error> unreadable()
{
    return core::fail(core::ErrorCode::Internal, "the importer's answer cannot be read");
}

} // namespace

std::string outcomeLine(const core::Result<std::string> &report)
{
    if (report)
        return R"({"ok":true,"report":)" + *report + "}";
    const core::Error &error = report.error();
    return std::format(R"({{"ok":false,"code":"{}","where":{},"detail":{}}})", core::name(error.code),
                       text(error.where), text(error.detail));
}

core::Result<std::uint64_t> parseOutcome(std::string_view line)
{
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    bool isOk = false;
    if (parser.parse(line.data(), line.size()).get(root) != simdjson::SUCCESS ||
        root["ok"].get_bool().get(isOk) != simdjson::SUCCESS)
        return unreadable();
    if (isOk) {
        std::uint64_t fileBytes = 0;
        if (root["report"]["fileBytes"].get_uint64().get(fileBytes) != simdjson::SUCCESS)
            return unreadable();
        return fileBytes;
    }
    std::string_view code;
    std::string_view where;
    std::string_view detail;
    if (root["code"].get_string().get(code) != simdjson::SUCCESS ||
        root["where"].get_string().get(where) != simdjson::SUCCESS ||
        root["detail"].get_string().get(detail) != simdjson::SUCCESS)
        return unreadable();
    const auto parsed = core::parseErrorCode(code);
    if (!parsed)
        return unreadable();
    return core::fail(*parsed, std::string(detail), std::string(where));
}

} // namespace vitrine::render
