// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/AddressRules.h"

#include "core/values/Regions.h"

#include <algorithm>
#include <array>

namespace vitrine::core {
namespace {

constexpr std::ptrdiff_t kMinPhoneDigits = 6;
constexpr std::ptrdiff_t kMaxPhoneDigits = 15; // ITU-T E.164

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// No control characters, and none that turn the direction of what follows: on a courier's label either makes another
/// text of it.
bool isPlainLine(std::string_view text)
{
    const auto isControl = [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; };
    constexpr std::array<std::string_view, 9> kTurns = {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e",
                                                        "\u2066", "\u2067", "\u2068", "\u2069"};
    return std::ranges::none_of(text, isControl) &&
           std::ranges::none_of(kTurns, [&](std::string_view turn) { return text.contains(turn); });
}

/// Whether a number is a courier's kind of number is the form's matter: the shop sells to every country.
Status checkPhone(std::string_view phone)
{
    const std::ptrdiff_t digits = std::ranges::count_if(phone, isDigit);
    const bool isWritten = phone.find_first_not_of("0123456789 -().", phone.starts_with('+') ? 1 : 0) == phone.npos;
    if (!isWritten || digits < kMinPhoneDigits || digits > kMaxPhoneDigits)
        return fail(ErrorCode::InvalidArgument, "is no phone number of 6 to 15 digits", "address.phone");
    return {};
}

} // namespace

Status checkAddress(const PostalAddress &address)
{
    const std::string postcode = address.postcode ? address.postcode->value : std::string();
    const std::array<std::pair<std::string_view, const char *>, 5> lines = {
        {{address.name.value, "address.name"},
         {address.division.value, "address.division"},
         {address.district.value, "address.district"},
         {address.line.value, "address.line"},
         {postcode, "address.postcode"}}};
    for (const auto &[text, where] : lines)
        if (!isPlainLine(text))
            return fail(ErrorCode::InvalidArgument, "is not one line of plain text", where);
    VITRINE_CHECK(checkPhone(address.phone.value));
    if (!isCountry(address.country.value))
        return fail(ErrorCode::InvalidArgument, "is no country's code of ISO 3166", "address.country");
    if (address.country.value != "BD")
        return {};
    const Division *division = divisionNamed(address.division.value);
    if (division == nullptr)
        return fail(ErrorCode::InvalidArgument, "is no division of Bangladesh", "address.division");
    if (districtNamed(*division, address.district.value) == nullptr)
        return fail(ErrorCode::InvalidArgument, "is no district of " + std::string(division->name.en),
                    "address.district");
    return {};
}

} // namespace vitrine::core
