// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

/// What a field's name can't say stands in its type. Wrappers nest: `Indexed<Personal<std::string>>`.
namespace vitrine::core {

enum class FieldMark : std::uint8_t {
    Indexed = 1,    ///< A typed column with an index: conditions and orders can name it.
    Unique = 2,     ///< As Indexed, and no two rows share a value.
    Personal = 4,   ///< About a person: in the personal-data export, erased with the account.
    Secret = 8,     ///< Never leaves the store: not in API answers, sync, CSV or logs.
    Searchable = 16 ///< Fed to the full-text index.
};

namespace detail {

// What a wrapper may be assigned from directly besides its own value: literals and views. Classes in general are kept
// out so that aggregate reflection, which probes with a type convertible to anything, sees one way in.
template <typename U, typename T>
concept PlainSource = std::convertible_to<U, T> && (!std::is_class_v<std::remove_cvref_t<U>> ||
                                                    std::same_as<std::remove_cvref_t<U>, std::string_view>);

} // namespace detail

/// A value with a mark. Converts from and to the value; `*field` and `field->` reach it.
template <typename T, FieldMark Mark>
struct Marked {
    using Value = T;
    static constexpr FieldMark kMark = Mark;

    T value{};

    Marked() = default;
    Marked(T initial)
        : value(std::move(initial))
    {
    }
    template <detail::PlainSource<T> U>
    Marked(U &&source)
        : value(T(std::forward<U>(source)))
    {
    }

    operator const T &() const { return value; }
    const T &operator*() const { return value; }
    T &operator*() { return value; }
    const T *operator->() const { return &value; }
    T *operator->() { return &value; }

    bool operator==(const Marked &) const = default;
    bool operator==(const T &other) const { return value == other; }
};

template <typename T>
using Indexed = Marked<T, FieldMark::Indexed>;
template <typename T>
using Unique = Marked<T, FieldMark::Unique>;
template <typename T>
using Personal = Marked<T, FieldMark::Personal>;
template <typename T>
using Secret = Marked<T, FieldMark::Secret>;
template <typename T>
using Searchable = Marked<T, FieldMark::Searchable>;

/// A whole number within bounds (both included). Checked where it is read from outside.
template <std::int64_t Min, std::int64_t Max>
struct Whole {
    static constexpr std::int64_t kMin = Min;
    static constexpr std::int64_t kMax = Max;

    std::int64_t value = Min > 0 ? Min : 0;

    Whole() = default;
    Whole(std::int64_t initial)
        : value(initial)
    {
    }
    operator std::int64_t() const { return value; }
    bool operator==(const Whole &) const = default;
    template <std::integral I>
    bool operator==(I other) const
    {
        return value == static_cast<std::int64_t>(other);
    }
};

/// UTF-8 text of Min to Max characters (code points). `MultiLine` allows line breaks; other control characters are
/// refused. Checked where it is read from outside.
template <std::size_t Min, std::size_t Max, bool MultiLine = false>
struct Words {
    static constexpr std::size_t kMin = Min;
    static constexpr std::size_t kMax = Max;
    static constexpr bool kMultiLine = MultiLine;

    std::string value{};

    Words() = default;
    Words(std::string initial)
        : value(std::move(initial))
    {
    }
    template <detail::PlainSource<std::string> U>
    Words(U &&source)
        : value(std::forward<U>(source))
    {
    }
    operator const std::string &() const { return value; }
    const std::string &operator*() const { return value; }
    const std::string *operator->() const { return &value; }
    bool operator==(const Words &) const = default;
};

namespace detail {

template <typename T>
struct IsMarked : std::false_type {
};
template <typename T, FieldMark Mark>
struct IsMarked<Marked<T, Mark>> : std::true_type {
};

template <typename T>
struct Unwrap {
    using Type = T;
    static constexpr unsigned kMarks = 0;
};
template <typename T, FieldMark Mark>
struct Unwrap<Marked<T, Mark>> {
    using Type = typename Unwrap<T>::Type;
    static constexpr unsigned kMarks = Unwrap<T>::kMarks | static_cast<unsigned>(Mark);
};

} // namespace detail

template <typename T>
concept MarkedField = detail::IsMarked<T>::value;

/// The type under all marks.
template <typename T>
using Unwrapped = typename detail::Unwrap<T>::Type;

template <typename T>
[[nodiscard]] consteval bool hasMark(FieldMark mark)
{
    return (detail::Unwrap<T>::kMarks & static_cast<unsigned>(mark)) != 0;
}

/// Unique implies indexed.
template <typename T>
[[nodiscard]] consteval bool isColumn()
{
    return hasMark<T>(FieldMark::Indexed) || hasMark<T>(FieldMark::Unique);
}

template <typename T>
[[nodiscard]] const Unwrapped<T> &unwrap(const T &field)
{
    if constexpr (MarkedField<T>)
        return unwrap(field.value);
    else
        return field;
}
template <typename T>
[[nodiscard]] Unwrapped<T> &unwrap(T &field)
{
    if constexpr (MarkedField<T>)
        return unwrap(field.value);
    else
        return field;
}

} // namespace vitrine::core
