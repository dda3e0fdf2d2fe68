// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/JsonFault.h"

#include "core/schema/Json.h"

#include <algorithm>
#include <optional>

namespace vitrine::core {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::size_t kMaxShown = 40;

bool isWholeNumber(std::string_view token)
{
    if (token.starts_with('-'))
        token.remove_prefix(1);
    return !token.empty() && token.front() != '0' &&
           std::ranges::all_of(token, [](char c) { return c >= '0' && c <= '9'; });
}

/// Reads everything of a text in order until something can't be read.
class FaultFinder
{
public:
    explicit FaultFinder(std::string_view text)
        : m_text(text)
    {
    }

    std::optional<Error> find(simdjson::error_code refusal)
    {
        auto begun = m_parser.iterate(m_text).get(m_document);
        if (begun != simdjson::SUCCESS)
            return std::nullopt;
        m_refusal = refusal;
        ondemand::value root;
        if (m_document.get_value().get(root) == simdjson::SUCCESS)
            visit(root, JsonPath{}, 0);
        return std::move(m_fault);
    }

private:
    /// False where the fault is found: nothing after it can be read.
    bool visit(ondemand::value value, const JsonPath &path, std::size_t depth)
    {
        // A scalar that can't be read has been passed over by then: its place is kept from before.
        const char *const place = std::string_view(value.raw_json_token()).data();
        ondemand::json_type type;
        if (depth > 64 || value.type().get(type) != simdjson::SUCCESS)
            return blame(path);
        switch (type) {
        case ondemand::json_type::object:
            return visitObject(value, path, depth);
        case ondemand::json_type::array:
            return visitArray(value, path, depth);
        case ondemand::json_type::number:
            return visitNumber(value, path, place);
        case ondemand::json_type::string: {
            std::string_view ignored;
            return value.get_string().get(ignored) == simdjson::SUCCESS || blame(path, place);
        }
        case ondemand::json_type::boolean: {
            bool ignored = false;
            return value.get_bool().get(ignored) == simdjson::SUCCESS || blame(path, place);
        }
        default: {
            bool isNull = false;
            return (value.is_null().get(isNull) == simdjson::SUCCESS && isNull) || blame(path, place);
        }
        }
    }

    bool visitObject(ondemand::value &value, const JsonPath &path, std::size_t depth)
    {
        ondemand::object object;
        if (value.get_object().get(object) != simdjson::SUCCESS)
            return blame(path);
        for (auto field : object) {
            std::string_view key;
            if (field.unescaped_key().get(key) != simdjson::SUCCESS)
                return blame(path);
            // The parser reuses the place where it unescapes.
            const std::string name(key);
            const JsonPath here{&path, name, 0};
            ondemand::value item;
            if (field.value().get(item) != simdjson::SUCCESS)
                return blame(here);
            if (!visit(item, here, depth + 1))
                return false;
        }
        return true;
    }

    bool visitArray(ondemand::value &value, const JsonPath &path, std::size_t depth)
    {
        ondemand::array array;
        if (value.get_array().get(array) != simdjson::SUCCESS)
            return blame(path);
        std::size_t index = 0;
        for (auto element : array) {
            const JsonPath here{&path, {}, index++};
            ondemand::value item;
            if (element.get(item) != simdjson::SUCCESS)
                return blame(here);
            if (!visit(item, here, depth + 1))
                return false;
        }
        return true;
    }

    bool visitNumber(ondemand::value &value, const JsonPath &path, const char *place)
    {
        std::string_view token = value.raw_json_token();
        while (!token.empty() && static_cast<unsigned char>(token.back()) <= ' ')
            token.remove_suffix(1);
        ondemand::number number;
        if (value.get_number().get(number) == simdjson::SUCCESS)
            return true;
        if (!isWholeNumber(token))
            return blame(path, place);
        m_fault = Error{ErrorCode::InvalidArgument,
                        std::string(token.substr(0, kMaxShown)) + (token.size() > kMaxShown ? "…" : "") +
                            " does not fit 64 bits",
                        path.text()};
        return false;
    }

    /// `place` is the fault's first byte; where it is not known, the parser says how far it came.
    bool blame(const JsonPath &path, const char *place = nullptr)
    {
        std::string detail = std::string("broken JSON: ") + simdjson::error_message(m_refusal);
        if (place != nullptr || m_document.current_location().get(place) == simdjson::SUCCESS)
            detail += " (byte " + std::to_string(place - m_text.data()) + ')';
        m_fault = Error{ErrorCode::Malformed, std::move(detail), path.text()};
        return false;
    }

    const simdjson::padded_string m_text;
    ondemand::parser m_parser;
    ondemand::document m_document;
    simdjson::error_code m_refusal = simdjson::SUCCESS;
    std::optional<Error> m_fault{};
};

} // namespace

Error explainJsonFault(std::string_view text, simdjson::error_code refusal)
{
    if (auto fault = FaultFinder(text).find(refusal))
        return std::move(*fault);
    return {ErrorCode::Malformed, std::string("broken JSON: ") + simdjson::error_message(refusal)};
}

} // namespace vitrine::core
