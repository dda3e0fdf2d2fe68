// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/JsonWriter.h"
#include "core/schema/Reflect.h"
#include "core/values/Result.h"

#include <simdjson.h>

#include <bitset>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>

/// JSON from and to any reflected struct. Derived, never written by hand for one struct.
namespace vitrine::core {

using JsonValue = simdjson::dom::element;

/// How much a reader forgives.
enum class JsonReading : std::uint8_t {
    Strict, ///< From outside: unknown, double and missing fields are errors; only std::optional may be left out.
    Stored, ///< Our own rows, perhaps older or newer than this build: missing fields keep their defaults, unknown ones
            ///< are ignored.
};

/// Where in a document a reader is. Lives on the stack, so that a path costs nothing until an error prints it.
struct JsonPath {
    const JsonPath *parent = nullptr;
    std::string_view field{};
    std::size_t index = 0;

    /// "lines[2].quantity"
    [[nodiscard]] std::string text() const;
};

/// Parses a document. The value lives until the next call on this thread. Errors as explainJsonFault gives
/// them, with the field's path; TooLarge over `maxBytes` or over a depth of 64.
[[nodiscard]] Result<JsonValue> parseJson(std::string_view text, std::size_t maxBytes = std::size_t{16} << 20);

/// A document whose value does not end with the next parse on this thread.
class JsonDocument
{
public:
    [[nodiscard]] static Result<JsonDocument> parse(std::string_view text,
                                                    std::size_t maxBytes = std::size_t{16} << 20);
    [[nodiscard]] JsonValue root() const { return m_root; }

private:
    std::unique_ptr<simdjson::dom::parser> m_parser;
    JsonValue m_root;
};

namespace detail {

[[nodiscard]] std::unexpected<Error> wrongType(JsonValue value, std::string_view expected, const JsonPath &path);
[[nodiscard]] std::unexpected<Error> refuse(std::string what, const JsonPath &path);
[[nodiscard]] Status checkWords(std::string_view text, std::size_t min, std::size_t max, bool multiLine,
                                const JsonPath &path);
[[nodiscard]] Status readInteger(JsonValue value, std::int64_t min, std::int64_t max, const JsonPath &path,
                                 std::int64_t &out);
[[nodiscard]] Status readString(JsonValue value, const JsonPath &path, std::string_view &out);

template <typename T>
[[nodiscard]] Status readLeaf(JsonValue value, T &out, JsonReading mode, const JsonPath &path);
template <Record T>
[[nodiscard]] Status readRecord(JsonValue value, T &out, JsonReading mode, const JsonPath &path);

template <typename T>
[[nodiscard]] Status readValue(JsonValue value, T &out, JsonReading mode, const JsonPath &path)
{
    if constexpr (MarkedField<T>) {
        return readValue(value, out.value, mode, path);
    } else if constexpr (OptionalField<T>) {
        if (value.is_null()) {
            out.reset();
            return {};
        }
        return readValue(value, out.emplace(), mode, path);
    } else if constexpr (ListField<T>) {
        simdjson::dom::array array;
        if (value.get_array().get(array) != simdjson::SUCCESS)
            return wrongType(value, "a list", path);
        out.clear();
        out.reserve(array.size());
        for (const JsonValue item : array) {
            const JsonPath here{&path, {}, out.size()};
            VITRINE_CHECK(readValue(item, out.emplace_back(), mode, here));
        }
        return {};
    } else if constexpr (MapField<T>) {
        simdjson::dom::object object;
        if (value.get_object().get(object) != simdjson::SUCCESS)
            return wrongType(value, "an object", path);
        out.clear();
        for (const auto [key, item] : object) {
            const JsonPath here{&path, key, 0};
            VITRINE_CHECK(readValue(item, out[std::string(key)], mode, here));
        }
        return {};
    } else if constexpr (Record<T>) {
        return readRecord(value, out, mode, path);
    } else {
        return readLeaf(value, out, mode, path);
    }
}

template <typename T>
Status readLeaf(JsonValue value, T &out, [[maybe_unused]] JsonReading mode, const JsonPath &path)
{
    if constexpr (std::same_as<T, bool>) {
        if (value.get_bool().get(out) != simdjson::SUCCESS)
            return wrongType(value, "true or false", path);
        return {};
    } else if constexpr (WholeField<T>) {
        return readInteger(value, T::kMin, T::kMax, path, out.value);
    } else if constexpr (IntegerField<T>) {
        std::int64_t number = 0;
        constexpr auto low = static_cast<std::int64_t>(std::numeric_limits<T>::min());
        constexpr auto high = sizeof(T) == 8 ? std::numeric_limits<std::int64_t>::max()
                                             : static_cast<std::int64_t>(std::numeric_limits<T>::max());
        VITRINE_CHECK(readInteger(value, low, high, path, number));
        out = static_cast<T>(number);
        return {};
    } else if constexpr (std::same_as<T, PartsPerMillion>) {
        return readInteger(value, -1'000'000'000, 1'000'000'000, path, out.value);
    } else if constexpr (std::floating_point<T>) {
        double number = 0;
        if (value.get_double().get(number) != simdjson::SUCCESS || !std::isfinite(number))
            return wrongType(value, "a number", path);
        out = static_cast<T>(number);
        return {};
    } else {
        std::string_view text;
        VITRINE_CHECK(readString(value, path, text));
        if constexpr (std::same_as<T, std::string>) {
            out.assign(text);
        } else if constexpr (WordsField<T>) {
            if (mode == JsonReading::Strict)
                VITRINE_CHECK(checkWords(text, T::kMin, T::kMax, T::kMultiLine, path));
            out.value.assign(text);
        } else if constexpr (std::is_enum_v<T>) {
            const auto named = enumNamed<T>(text);
            if (!named)
                return refuse("'" + std::string(text.substr(0, 40)) + "' is none of " + joinChoices(enumNames<T>()),
                              path);
            out = *named;
        } else if constexpr (std::same_as<T, Time>) {
            auto time = parseTime(text);
            if (!time)
                return refuse(std::move(time.error().detail), path);
            out = *time;
        } else if constexpr (std::same_as<T, Currency>) {
            auto currency = Currency::parse(text);
            // XXX is what an amount that nobody set is stored with; from outside it is as wrong as any unknown code.
            if (!currency && !(mode == JsonReading::Stored && text == "XXX"))
                return refuse(std::move(currency.error().detail), path);
            out = currency.value_or(Currency());
        } else {
            static_assert(IdField<T>);
            auto id = Uuid::parse(text);
            if (!id)
                return refuse(std::move(id.error().detail), path);
            out = T(*id);
        }
        return {};
    }
}

/// Reads one field of T by its name. False where T has no such field.
template <Record T>
[[nodiscard]] Result<bool> readField(std::string_view key, JsonValue item, T &out, JsonReading mode,
                                     const JsonPath &path, std::bitset<kFieldCount<T>> &seen)
{
    bool known = false;
    Status status;
    forEachFieldIndex<T>([&](auto i) {
        constexpr std::size_t kIndex = decltype(i)::value;
        if (known || fieldNames<T>()[kIndex] != key)
            return;
        known = true;
        const JsonPath here{&path, fieldNames<T>()[kIndex], 0};
        if (seen[kIndex] && mode == JsonReading::Strict) {
            status = refuse("given twice", here);
            return;
        }
        seen[kIndex] = true;
        status = readValue(item, boost::pfr::get<kIndex>(out), mode, here);
    });
    if (!status)
        return passOn(std::move(status));
    return known;
}

template <Record T>
Status readRecord(JsonValue value, T &out, JsonReading mode, const JsonPath &path)
{
    simdjson::dom::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS)
        return wrongType(value, "an object", path);
    std::bitset<kFieldCount<T>> seen;
    for (const auto [key, item] : object) {
        VITRINE_TRY(const bool known, readField(key, item, out, mode, path, seen));
        if (!known && mode == JsonReading::Strict)
            return refuse("unknown field", JsonPath{&path, key, 0});
    }
    if (mode == JsonReading::Strict && !seen.all()) {
        Status missing;
        forEachFieldIndex<T>([&](auto i) {
            constexpr std::size_t kIndex = decltype(i)::value;
            if (missing && !seen[kIndex] && !OptionalField<Unwrapped<FieldType<T, kIndex>>>)
                missing = refuse("missing", JsonPath{&path, fieldNames<T>()[kIndex], 0});
        });
        VITRINE_CHECK(missing);
    }
    if constexpr (std::same_as<T, Money>) {
        if (auto bounded = Money::of(out.minorUnits, out.currency); !bounded)
            return refuse(std::move(bounded.error().detail), path);
    }
    return {};
}

} // namespace detail

/// Fills `out` from a JSON value. Errors are InvalidArgument with the field's path.
template <typename T>
[[nodiscard]] Status readJson(JsonValue value, T &out, JsonReading mode)
{
    return detail::readValue(value, out, mode, JsonPath{});
}

template <typename T>
[[nodiscard]] Result<T> fromJson(std::string_view text, JsonReading mode)
{
    VITRINE_TRY(const JsonValue value, parseJson(text));
    T out{};
    VITRINE_CHECK(readJson(value, out, mode));
    return out;
}

/// Who is going to read what is written.
enum class JsonAudience : std::uint8_t {
    Store,   ///< Everything.
    Outside, ///< Everything but Secret fields.
};

template <typename T>
void writeJson(JsonWriter &writer, const T &value, JsonAudience audience)
{
    if constexpr (MarkedField<T>) {
        writeJson(writer, value.value, audience);
    } else if constexpr (OptionalField<T>) {
        if (value)
            writeJson(writer, *value, audience);
        else
            writer.null();
    } else if constexpr (ListField<T>) {
        writer.beginArray();
        for (const auto &item : value)
            writeJson(writer, item, audience);
        writer.endArray();
    } else if constexpr (MapField<T>) {
        writer.beginObject();
        for (const auto &[key, item] : value) {
            writer.key(key);
            writeJson(writer, item, audience);
        }
        writer.endObject();
    } else if constexpr (Record<T>) {
        writer.beginObject();
        forEachFieldIndex<T>([&](auto i) {
            constexpr std::size_t kIndex = decltype(i)::value;
            using Field = FieldType<T, kIndex>;
            if (hasMark<Field>(FieldMark::Secret) && audience == JsonAudience::Outside)
                return;
            const Field &field = boost::pfr::get<kIndex>(value);
            if constexpr (OptionalField<Unwrapped<Field>>)
                if (!unwrap(field))
                    return;
            writer.key(fieldNames<T>()[kIndex]);
            writeJson(writer, field, audience);
        });
        writer.endObject();
    } else if constexpr (std::same_as<T, bool>) {
        writer.boolean(value);
    } else if constexpr (WholeField<T> || std::same_as<T, PartsPerMillion>) {
        writer.integer(value.value);
    } else if constexpr (IntegerField<T>) {
        writer.integer(static_cast<std::int64_t>(value));
    } else if constexpr (std::floating_point<T>) {
        writer.real(static_cast<double>(value));
    } else if constexpr (std::same_as<T, std::string>) {
        writer.string(value);
    } else if constexpr (WordsField<T>) {
        writer.string(value.value);
    } else if constexpr (std::is_enum_v<T>) {
        writer.string(enumName(value));
    } else if constexpr (std::same_as<T, Time>) {
        writer.string(formatTime(value));
    } else if constexpr (std::same_as<T, Currency>) {
        writer.string(value.code());
    } else {
        static_assert(IdField<T>);
        writer.string(value.text());
    }
}

template <typename T>
[[nodiscard]] std::string toJson(const T &value, JsonAudience audience = JsonAudience::Outside)
{
    JsonWriter writer;
    writeJson(writer, value, audience);
    return std::move(writer).take();
}

} // namespace vitrine::core
