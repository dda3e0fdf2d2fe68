// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/values/Format.h"

#include <algorithm>
#include <array>
#include <utility>

namespace vitrine::core {
namespace {

constexpr std::string_view kMinus = "\u2212";

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kMarks = {{
    {"BDT", "৳"},
    {"USD", "$"},
    {"EUR", "€"},
    {"GBP", "£"},
    {"INR", "₹"},
    {"JPY", "¥"},
    {"KRW", "₩"},
    {"NGN", "₦"},
    {"VND", "₫"},
}};

constexpr std::array<std::string_view, 5> kLakhCurrencies = {"BDT", "INR", "NPR", "PKR", "LKR"};

/// Commas after the last three digits, then after every two (lakh) or three.
std::string grouped(const std::string &digits, bool lakh)
{
    std::string out;
    const std::size_t count = digits.size();
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t left = count - i;
        const bool boundary = left == 3 || (left > 3 && (left - 3) % (lakh ? 2 : 3) == 0);
        if (i > 0 && boundary)
            out += ',';
        out += digits[i];
    }
    return out;
}

std::string magnitude(std::int64_t number)
{
    const auto size = number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
    return std::to_string(size);
}

} // namespace

std::string localDigits(std::string text, Language language)
{
    if (language != Language::Bn)
        return text;
    std::string out;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            out += "\xE0\xA7"; // U+09E6 BENGALI DIGIT ZERO onwards is E0 A7 A6 onwards.
            out += static_cast<char>(0xA6 + (c - '0'));
        } else {
            out += c;
        }
    }
    return out;
}

MoneyWords moneyWords(Money amount, Language language)
{
    const std::string_view code = amount.currency.code();
    const auto mark = std::ranges::find(kMarks, code, [](const auto &entry) { return entry.first; });
    const auto exponent = static_cast<std::size_t>(amount.currency.exponent());

    std::string digits = magnitude(amount.minorUnits);
    if (digits.size() <= exponent)
        digits.insert(0, exponent + 1 - digits.size(), '0');
    const std::string whole = digits.substr(0, digits.size() - exponent);
    const std::string minor = digits.substr(digits.size() - exponent);

    std::string figure = grouped(whole, std::ranges::find(kLakhCurrencies, code) != kLakhCurrencies.end());
    if (minor.find_first_not_of('0') != std::string::npos)
        figure += '.' + minor;
    figure = localDigits(std::move(figure), language);
    if (amount.minorUnits < 0)
        figure.insert(0, kMinus);
    return {std::string(mark != kMarks.end() ? mark->second : code), figure};
}

std::string numberWords(std::int64_t number, Language language)
{
    std::string words = localDigits(grouped(magnitude(number), true), language);
    if (number < 0)
        words.insert(0, kMinus);
    return words;
}

std::string countWords(std::uint64_t number, Language language)
{
    return localDigits(grouped(std::to_string(number), language == Language::Bn), language);
}

} // namespace vitrine::core
