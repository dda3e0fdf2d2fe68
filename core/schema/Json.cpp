// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Json.h"

#include "core/schema/JsonFault.h"

namespace vitrine::core {
namespace {

constexpr std::size_t kMaxDepth = 64;

std::string_view kindOf(JsonValue value)
{
    switch (value.type()) {
    case simdjson::dom::element_type::ARRAY:
        return "a list";
    case simdjson::dom::element_type::OBJECT:
        return "an object";
    case simdjson::dom::element_type::STRING:
        return "text";
    case simdjson::dom::element_type::BOOL:
        return "true or false";
    case simdjson::dom::element_type::NULL_VALUE:
        return "null";
    default:
        return "a number";
    }
}

Result<JsonValue> parseWith(simdjson::dom::parser &parser, std::string_view text, std::size_t maxBytes)
{
    if (text.size() > maxBytes)
        return fail(ErrorCode::TooLarge,
                    std::to_string(text.size()) + " bytes of JSON, the limit is " + std::to_string(maxBytes));
    // simdjson sizes its buffers for the depth; allocating anew for each document would cost more than the parsing.
    if (parser.max_depth() != kMaxDepth || parser.capacity() < text.size())
        if (parser.allocate(std::max<std::size_t>(text.size(), 4096), kMaxDepth) != simdjson::SUCCESS)
            return fail(ErrorCode::TooLarge, "no memory for a JSON document of this size");
    JsonValue root;
    const auto error = parser.parse(text.data(), text.size(), true).get(root);
    if (error == simdjson::DEPTH_ERROR)
        return fail(ErrorCode::TooLarge, "JSON nested deeper than " + std::to_string(kMaxDepth));
    if (error == simdjson::MEMALLOC)
        return fail(ErrorCode::TooLarge, "no memory for a JSON document of this size");
    if (error != simdjson::SUCCESS)
        return std::unexpected(explainJsonFault(text, error));
    return root;
}

} // namespace

std::string JsonPath::text() const
{
    std::string out = parent != nullptr ? parent->text() : std::string();
    if (parent == nullptr)
        return out;
    if (field.data() == nullptr)
        return out + '[' + std::to_string(index) + ']';
    if (!out.empty())
        out += '.';
    return out.append(field.substr(0, 80));
}

Result<JsonValue> parseJson(std::string_view text, std::size_t maxBytes)
{
    thread_local simdjson::dom::parser parser;
    return parseWith(parser, text, maxBytes);
}

Result<JsonDocument> JsonDocument::parse(std::string_view text, std::size_t maxBytes)
{
    JsonDocument document;
    document.m_parser = std::make_unique<simdjson::dom::parser>();
    VITRINE_TRY(document.m_root, parseWith(*document.m_parser, text, maxBytes));
    return document;
}

namespace detail {

std::unexpected<Error> refuse(std::string what, const JsonPath &path)
{
    return fail(ErrorCode::InvalidArgument, std::move(what), path.text());
}

std::unexpected<Error> wrongType(JsonValue value, std::string_view expected, const JsonPath &path)
{
    return refuse("expected " + std::string(expected) + ", got " + std::string(kindOf(value)), path);
}

Status readString(JsonValue value, const JsonPath &path, std::string_view &out)
{
    if (value.get_string().get(out) != simdjson::SUCCESS)
        return wrongType(value, "text", path);
    return {};
}

Status readInteger(JsonValue value, std::int64_t min, std::int64_t max, const JsonPath &path, std::int64_t &out)
{
    std::int64_t number = 0;
    if (value.get_int64().get(number) != simdjson::SUCCESS)
        return wrongType(value, "a whole number", path);
    if (number < min || number > max)
        return refuse(std::to_string(number) + " is not within " + std::to_string(min) + " and " + std::to_string(max),
                      path);
    out = number;
    return {};
}

Status checkWords(std::string_view text, std::size_t min, std::size_t max, bool multiLine, const JsonPath &path)
{
    std::size_t characters = 0;
    bool blank = true;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && !(multiLine && (c == '\n' || c == '\t'))) || byte == 0x7f)
            return refuse("has a control character", path);
        blank = blank && c == ' ';
        // Continuation bytes of UTF-8 (10xxxxxx) belong to the character before them.
        characters += (byte & 0xc0) != 0x80;
    }
    if (min > 0 && blank)
        return refuse("is empty", path);
    if (characters < min || characters > max)
        return refuse(std::to_string(characters) + " characters, not within " + std::to_string(min) + " and " +
                          std::to_string(max),
                      path);
    return {};
}

} // namespace detail
} // namespace vitrine::core
