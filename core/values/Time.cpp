// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/values/Time.h"

#include <charconv>
#include <format>

namespace vitrine::core {
namespace {

bool readDigits(std::string_view text, std::size_t at, std::size_t count, int &value)
{
    if (at + count > text.size())
        return false;
    const char *begin = text.data() + at;
    const auto [end, error] = std::from_chars(begin, begin + count, value);
    return error == std::errc() && end == begin + count && *begin != '-';
}

} // namespace

std::string formatTime(Time time) { return std::format("{:%FT%T}Z", time); }

Result<Time> parseTime(std::string_view text)
{
    using namespace std::chrono;
    const auto refuse = [&] {
        return fail(ErrorCode::InvalidArgument,
                    "'" + std::string(text.substr(0, 40)) + "' is no UTC time such as 2026-02-28T09:05:00Z");
    };
    int y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0;
    const bool shaped = text.size() >= 20 && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' &&
                        text[16] == ':' && text.back() == 'Z';
    if (!shaped || !readDigits(text, 0, 4, y) || !readDigits(text, 5, 2, mo) || !readDigits(text, 8, 2, d) ||
        !readDigits(text, 11, 2, h) || !readDigits(text, 14, 2, mi) || !readDigits(text, 17, 2, s))
        return refuse();
    const year_month_day date{year{y}, month{static_cast<unsigned>(mo)}, day{static_cast<unsigned>(d)}};
    if (!date.ok() || h > 23 || mi > 59 || s > 59)
        return refuse();
    int micros = 0;
    if (text.size() > 20) {
        const std::size_t digits = text.size() - 21;
        if (text[19] != '.' || digits == 0 || digits > 6 || !readDigits(text, 20, digits, micros))
            return refuse();
        for (std::size_t i = digits; i < 6; ++i)
            micros *= 10;
    }
    return Time{sys_days{date} + hours{h} + minutes{mi} + seconds{s} + microseconds{micros}};
}

} // namespace vitrine::core
