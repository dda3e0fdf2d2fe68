// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace vitrine::core {

/// By value; lower case, as everything of ours is written.
inline constexpr std::string_view kHexDigits = "0123456789abcdef";

/// What a hexadecimal digit of either case means; -1 for any other character.
[[nodiscard]] constexpr int hexValue(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F')
        return digit - 'A' + 10;
    return -1;
}

/// Whether a text is a SHA-256 as we write it: 64 lower-case digits.
[[nodiscard]] constexpr bool isSha256(std::string_view text)
{
    return text.size() == 64 && text.find_first_not_of(kHexDigits) == std::string_view::npos;
}

} // namespace vitrine::core
