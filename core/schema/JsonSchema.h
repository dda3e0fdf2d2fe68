// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/JsonWriter.h"
#include "core/schema/Reflect.h"

/// JSON Schema (draft 2020-12, as OpenAPI 3.1 uses it) of any reflected struct.
namespace vitrine::core {

template <typename T>
void writeJsonSchema(JsonWriter &writer);

namespace detail {

template <Record T>
void writeRecordSchema(JsonWriter &writer)
{
    writer.member("type", "object");
    writer.key("properties");
    writer.beginObject();
    forEachFieldIndex<T>([&](auto i) {
        using Field = FieldType<T, decltype(i)::value>;
        if constexpr (!hasMark<Field>(FieldMark::Secret)) {
            writer.key(fieldNames<T>()[decltype(i)::value]);
            writeJsonSchema<Field>(writer);
        }
    });
    writer.endObject();
    writer.key("required");
    writer.beginArray();
    forEachFieldIndex<T>([&](auto i) {
        using Field = FieldType<T, decltype(i)::value>;
        if constexpr (!hasMark<Field>(FieldMark::Secret) && !OptionalField<Unwrapped<Field>>)
            writer.string(fieldNames<T>()[decltype(i)::value]);
    });
    writer.endArray();
    writer.rawMember("additionalProperties", "false");
}

template <typename T>
void writeLeafSchema(JsonWriter &writer)
{
    if constexpr (std::same_as<T, bool>) {
        writer.member("type", "boolean");
    } else if constexpr (WholeField<T>) {
        writer.member("type", "integer");
        writer.member("minimum", T::kMin);
        writer.member("maximum", T::kMax);
    } else if constexpr (IntegerField<T> || std::same_as<T, PartsPerMillion>) {
        writer.member("type", "integer");
    } else if constexpr (std::floating_point<T>) {
        writer.member("type", "number");
    } else {
        writer.member("type", "string");
        if constexpr (WordsField<T>) {
            writer.member("minLength", static_cast<std::int64_t>(T::kMin));
            writer.member("maxLength", static_cast<std::int64_t>(T::kMax));
        } else if constexpr (std::is_enum_v<T>) {
            writer.key("enum");
            writer.beginArray();
            for (const T value : magic_enum::enum_values<T>())
                writer.string(enumName(value));
            writer.endArray();
        } else if constexpr (std::same_as<T, Time>) {
            writer.member("format", "date-time");
        } else if constexpr (std::same_as<T, Currency>) {
            writer.member("pattern", "^[A-Z]{3}$");
        } else if constexpr (IdField<T>) {
            writer.member("format", "uuid");
        }
    }
}

} // namespace detail

/// Writes the schema of T as one JSON object.
template <typename T>
void writeJsonSchema(JsonWriter &writer)
{
    if constexpr (MarkedField<T>) {
        writeJsonSchema<Unwrapped<T>>(writer);
    } else if constexpr (OptionalField<T>) {
        writeJsonSchema<typename T::value_type>(writer);
    } else {
        writer.beginObject();
        if constexpr (ListField<T>) {
            writer.member("type", "array");
            writer.key("items");
            writeJsonSchema<typename T::value_type>(writer);
        } else if constexpr (MapField<T>) {
            writer.member("type", "object");
            writer.key("additionalProperties");
            writeJsonSchema<typename T::mapped_type>(writer);
        } else if constexpr (Record<T>) {
            detail::writeRecordSchema<T>(writer);
        } else {
            detail::writeLeafSchema<T>(writer);
        }
        writer.endObject();
    }
}

} // namespace vitrine::core
