// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>

/// What those who read a file beside Assimp share.
namespace vitrine::render::faults {

inline std::string line(std::size_t number) { return "line " + std::to_string(number); }
inline std::string byte(std::size_t offset) { return "byte " + std::to_string(offset); }

/// What ends the lines of this text, after a '\r' or not.
inline char newlineOf(std::string_view text) { return text.contains('\n') ? '\n' : '\r'; }

/// The line of what begins here.
inline std::string lineAt(std::string_view text, std::size_t at)
{
    return line(1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, at), newlineOf(text))));
}

/// What some editors put before a text.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

inline bool isCapital(char c) { return c >= 'A' && c <= 'Z'; }

inline std::string inSmallLetters(std::string_view text)
{
    std::string small(text);
    std::ranges::transform(small, small.begin(),
                           [](char c) { return isCapital(c) ? static_cast<char>(c + ('a' - 'A')) : c; });
    return small;
}

/// Takes the next line, without its end.
inline std::string_view takeLine(std::string_view &rest)
{
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view found = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (found.ends_with('\r'))
        found.remove_suffix(1);
    return found;
}

/// Takes the next word; empty at the end.
inline std::string_view takeWord(std::string_view &rest)
{
    constexpr std::string_view kBlank = " \t\r\n";
    rest.remove_prefix(std::min(rest.find_first_not_of(kBlank), rest.size()));
    const std::size_t end = std::min(rest.find_first_of(kBlank), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(end);
    return word;
}

inline bool isNumber(std::string_view word)
{
    if (word.starts_with('+'))
        word.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return !word.empty() && error != std::errc::invalid_argument && end == word.data() + word.size();
}

template <typename Number>
bool readWhole(std::string_view word, Number &into)
{
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), into);
    return !word.empty() && error == std::errc() && end == word.data() + word.size();
}

/// Takes a whole number of so many bytes, 8 at most. False where there are fewer.
inline bool takeNumber(std::string_view &from, std::size_t bytes, std::uint64_t &into, bool isBigEndian = false)
{
    if (from.size() < bytes)
        return false;
    into = 0;
    for (std::size_t i = 0; i < bytes; ++i)
        into = into << 8U | static_cast<unsigned char>(from[isBigEndian ? i : bytes - 1 - i]);
    from.remove_prefix(bytes);
    return true;
}

/// A word as it is quoted.
inline std::string quoted(std::string_view word) { return "'" + std::string(word.substr(0, 40)) + "'"; }

} // namespace vitrine::render::faults
