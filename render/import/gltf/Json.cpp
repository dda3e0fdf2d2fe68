// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/Json.h"

#include "render/import/ImportLimits.h"

#include <cmath>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using simdjson::dom::element;

std::unexpected<core::Error> invalid(std::string detail, std::string where)
{
    return fail(ErrorCode::InvalidArgument, std::move(detail), std::move(where));
}

std::string shown(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.9g", value);
    return text;
}

Result<std::uint64_t> asCount(element value, const std::string &where)
{
    double number = 0;
    if (value.get_double().get(number) != simdjson::SUCCESS)
        return invalid("not a number", where);
    // 2^53: beyond it a double cannot say which integer was meant.
    if (number < 0 || number != std::floor(number) || number > 9007199254740992.0)
        return invalid(shown(number) + " where a whole number from 0 is needed", where);
    return static_cast<std::uint64_t>(number);
}

Result<std::int32_t> asIndex(element value, std::size_t size, std::string_view list, const std::string &where)
{
    VITRINE_TRY(const std::uint64_t index, asCount(value, where));
    if (index >= size)
        return invalid("there is no " + std::string(list) + "/" + std::to_string(index) + ", only " +
                           std::to_string(size) + " of them",
                       where);
    return static_cast<std::int32_t>(index);
}

} // namespace

std::string escapedKey(std::string_view key)
{
    std::string result;
    for (const char c : key) {
        if (c == '~')
            result += "~0";
        else if (c == '/')
            result += "~1";
        else
            result += c;
    }
    return result;
}

Result<JsonObject> JsonObject::from(element value, std::string pointer)
{
    simdjson::dom::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS)
        return invalid("not an object", std::move(pointer));
    return JsonObject(object, std::move(pointer));
}

std::string JsonObject::pointer(std::string_view key) const { return m_pointer + "/" + escapedKey(key); }

bool JsonObject::has(std::string_view key) const { return m_object.at_key(key).error() == simdjson::SUCCESS; }

std::vector<std::string_view> JsonObject::keys() const
{
    std::vector<std::string_view> result;
    for (const auto field : m_object)
        result.push_back(field.key);
    return result;
}

Result<double> JsonObject::number(std::string_view key, double fallback, double least, double most) const
{
    element value;
    if (m_object.at_key(key).get(value) != simdjson::SUCCESS)
        return fallback;
    double number = 0;
    if (value.get_double().get(number) != simdjson::SUCCESS)
        return invalid("not a number", pointer(key));
    if (!(number >= least && number <= most))
        return invalid(most >= static_cast<double>(std::numeric_limits<float>::max())
                           ? shown(number) + " is below " + shown(least)
                           : shown(number) + " is not from " + shown(least) + " to " + shown(most),
                       pointer(key));
    return number;
}

Result<float> JsonObject::factor(std::string_view key, float fallback, double least, double most) const
{
    VITRINE_TRY(const double value, number(key, static_cast<double>(fallback), least, most));
    return static_cast<float>(value);
}

Result<bool> JsonObject::flag(std::string_view key, bool fallback) const
{
    element value;
    if (m_object.at_key(key).get(value) != simdjson::SUCCESS)
        return fallback;
    bool flag = false;
    if (value.get_bool().get(flag) != simdjson::SUCCESS)
        return invalid("neither true nor false", pointer(key));
    return flag;
}

Result<std::string_view> JsonObject::text(std::string_view key) const
{
    element value;
    if (m_object.at_key(key).get(value) != simdjson::SUCCESS)
        return std::string_view();
    std::string_view text;
    if (value.get_string().get(text) != simdjson::SUCCESS)
        return invalid("not a text", pointer(key));
    return text;
}

Result<std::string> JsonObject::name(std::string_view key) const
{
    VITRINE_TRY(std::string_view name, text(key));
    if (name.size() > limits::kNameBytes) {
        name = name.substr(0, limits::kNameBytes);
        // Not through the middle of a character.
        while (!name.empty() && (static_cast<unsigned char>(name.back()) & 0xC0U) == 0x80U)
            name.remove_suffix(1);
        if (!name.empty() && static_cast<unsigned char>(name.back()) >= 0xC0U)
            name.remove_suffix(1);
    }
    return std::string(name);
}

Result<std::uint64_t> JsonObject::count(std::string_view key, std::optional<std::uint64_t> fallback,
                                        std::uint64_t least) const
{
    element value;
    if (m_object.at_key(key).get(value) != simdjson::SUCCESS) {
        if (fallback)
            return *fallback;
        return invalid("missing", pointer(key));
    }
    VITRINE_TRY(const std::uint64_t count, asCount(value, pointer(key)));
    if (count < least)
        return invalid(std::to_string(count) + ", at least " + std::to_string(least) + " is needed", pointer(key));
    return count;
}

Result<std::int32_t> JsonObject::index(std::string_view key, std::size_t size, std::string_view list) const
{
    element value;
    if (m_object.at_key(key).get(value) != simdjson::SUCCESS)
        return kNone;
    return asIndex(value, size, list, pointer(key));
}

Result<std::int32_t> JsonObject::requiredIndex(std::string_view key, std::size_t size, std::string_view list) const
{
    VITRINE_TRY(const std::int32_t found, index(key, size, list));
    if (found == kNone)
        return invalid("missing", pointer(key));
    return found;
}

Result<bool> JsonObject::numbers(std::string_view key, std::span<float> values) const
{
    if (!has(key))
        return false;
    VITRINE_TRY(const JsonArray list, array(key));
    if (list.size() != values.size())
        return invalid(std::to_string(list.size()) + " numbers where " + std::to_string(values.size()) + " are needed",
                       pointer(key));
    for (std::size_t i = 0; i < values.size(); ++i) {
        VITRINE_TRY(const double value, list.number(i));
        values[i] = static_cast<float>(value);
    }
    return true;
}

Result<std::optional<JsonObject>> JsonObject::object(std::string_view key) const
{
    element value;
    if (m_object.at_key(key).get(value) != simdjson::SUCCESS)
        return std::nullopt;
    VITRINE_TRY(JsonObject object, from(value, pointer(key)));
    return object;
}

Result<JsonArray> JsonObject::array(std::string_view key) const
{
    element value;
    if (m_object.at_key(key).get(value) != simdjson::SUCCESS)
        return JsonArray();
    simdjson::dom::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS)
        return invalid("not a list", pointer(key));
    return JsonArray(array, pointer(key));
}

Result<std::optional<JsonObject>> JsonObject::extension(std::string_view name) const
{
    VITRINE_TRY(const auto extensions, object("extensions"));
    if (!extensions)
        return std::nullopt;
    return extensions->object(name);
}

JsonArray::JsonArray(simdjson::dom::array array, std::string pointer)
    : m_elements(array.begin(), array.end())
    , m_pointer(std::move(pointer))
{
}

Result<JsonObject> JsonArray::object(std::size_t index) const
{
    return JsonObject::from(m_elements[index], pointer(index));
}

Result<std::string_view> JsonArray::text(std::size_t index) const
{
    std::string_view text;
    if (m_elements[index].get_string().get(text) != simdjson::SUCCESS)
        return invalid("not a text", pointer(index));
    return text;
}

Result<double> JsonArray::number(std::size_t index) const
{
    double number = 0;
    if (m_elements[index].get_double().get(number) != simdjson::SUCCESS)
        return invalid("not a number", pointer(index));
    if (!(std::abs(number) <= static_cast<double>(std::numeric_limits<float>::max())))
        return invalid(shown(number) + " is out of range", pointer(index));
    return number;
}

Result<std::int32_t> JsonArray::index(std::size_t index, std::size_t size, std::string_view list) const
{
    return asIndex(m_elements[index], size, list, pointer(index));
}

} // namespace vitrine::render::gltf
