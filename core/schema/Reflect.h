// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/Fields.h"
#include "core/values/Id.h"
#include "core/values/Money.h"
#include "core/values/Time.h"

#include <boost/pfr.hpp>
#include <magic_enum/magic_enum.hpp>

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

/// Compile-time facts about structs: what JSON, CSV, columns and API descriptions are all derived from.
namespace vitrine::core {

namespace detail {

template <typename T>
struct IsId : std::false_type {
};
template <typename Tag>
struct IsId<Id<Tag>> : std::true_type {
};

template <typename T>
struct IsWhole : std::false_type {
};
template <std::int64_t Min, std::int64_t Max>
struct IsWhole<Whole<Min, Max>> : std::true_type {
};

template <typename T>
struct IsWords : std::false_type {
};
template <std::size_t Min, std::size_t Max, bool MultiLine>
struct IsWords<Words<Min, Max, MultiLine>> : std::true_type {
};

template <typename T>
struct IsOptional : std::false_type {
};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type {
};

template <typename T>
struct IsVector : std::false_type {
};
template <typename T>
struct IsVector<std::vector<T>> : std::true_type {
};

template <typename T>
struct IsMap : std::false_type {
};
template <typename T>
struct IsMap<std::map<std::string, T>> : std::true_type {
};

} // namespace detail

template <typename T>
concept IdField = detail::IsId<T>::value || std::same_as<T, Uuid>;
template <typename T>
concept WholeField = detail::IsWhole<T>::value;
template <typename T>
concept WordsField = detail::IsWords<T>::value;
template <typename T>
concept OptionalField = detail::IsOptional<T>::value;
template <typename T>
concept ListField = detail::IsVector<T>::value;
template <typename T>
concept MapField = detail::IsMap<T>::value;
template <typename T>
concept IntegerField = std::integral<T> && !std::same_as<T, bool>;

/// Written as one JSON value of its own kind, not field by field.
template <typename T>
concept LeafField = std::is_arithmetic_v<T> || std::is_enum_v<T> || std::same_as<T, std::string> || IdField<T> ||
                    std::same_as<T, Time> || std::same_as<T, Currency> || std::same_as<T, PartsPerMillion> ||
                    WholeField<T> || WordsField<T>;

/// A plain aggregate, reflected field by field.
template <typename T>
concept Record = std::is_class_v<T> && std::is_aggregate_v<T> && !LeafField<T> && !OptionalField<T> && !ListField<T> &&
                 !MapField<T> && !MarkedField<T>;

template <Record T>
inline constexpr std::size_t kFieldCount = boost::pfr::tuple_size_v<T>;

template <Record T, std::size_t I>
using FieldType = boost::pfr::tuple_element_t<I, T>;

/// The names of the fields, in the order of the struct, as they stand in the source.
template <Record T>
[[nodiscard]] constexpr const auto &fieldNames()
{
    static constexpr auto names = boost::pfr::names_as_array<T>();
    return names;
}

/// Calls `visit(std::integral_constant<std::size_t, I>)` for each field.
template <Record T, typename Visitor>
constexpr void forEachFieldIndex(Visitor &&visit)
{
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (visit(std::integral_constant<std::size_t, I>{}), ...);
    }(std::make_index_sequence<kFieldCount<T>>{});
}

/// "CashOnDelivery" → "cashOnDelivery": enumerators in JSON, SQL and CSV.
template <typename E>
    requires std::is_enum_v<E>
[[nodiscard]] std::string enumName(E value)
{
    std::string name(magic_enum::enum_name(value));
    if (!name.empty() && name[0] >= 'A' && name[0] <= 'Z')
        name[0] = static_cast<char>(name[0] - 'A' + 'a');
    return name;
}

template <typename E>
    requires std::is_enum_v<E>
[[nodiscard]] std::optional<E> enumNamed(std::string_view name)
{
    for (const E value : magic_enum::enum_values<E>())
        if (enumName(value) == name)
            return value;
    return std::nullopt;
}

template <typename E>
    requires std::is_enum_v<E>
[[nodiscard]] std::vector<std::string> enumNames()
{
    std::vector<std::string> names;
    for (const E value : magic_enum::enum_values<E>())
        names.push_back(enumName(value));
    return names;
}

/// "cash, card, wallet": for messages.
[[nodiscard]] inline std::string joinChoices(std::span<const std::string> choices)
{
    std::string joined;
    for (const std::string &choice : choices)
        joined += (joined.empty() ? "" : ", ") + choice;
    return joined;
}

} // namespace vitrine::core
