// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/values/Money.h"

#include <algorithm>
#include <numeric>

namespace vitrine::core {
namespace {

// The products below need more than 64 bits; both compilers that we build with have this type.
__extension__ using Wide = __int128;

// ISO 4217 (active codes of states), with the digits of the minor unit where they are not 2.
constexpr std::string_view kCodes =
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL "
    "HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD "
    "MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG "
    "QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD "
    "TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG ";
constexpr std::string_view kNoMinorUnit = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF ";
constexpr std::string_view kThreeDigits = "BHD IQD JOD KWD LYD OMR TND ";

bool holds(std::string_view list, std::string_view code)
{
    for (std::size_t at = 0; at + 4 <= list.size(); at += 4)
        if (list.substr(at, 3) == code)
            return true;
    return false;
}

Result<Money> bounded(Wide minorUnits, Currency currency)
{
    if (minorUnits > Money::kMaxMinorUnits || minorUnits < -Money::kMaxMinorUnits)
        return fail(ErrorCode::InvalidArgument, "an amount of money is out of bounds");
    return Money{static_cast<std::int64_t>(minorUnits), currency};
}

Status sameCurrency(Money a, Money b)
{
    if (a.currency == b.currency)
        return {};
    return fail(ErrorCode::InvalidArgument, "amounts in " + std::string(a.currency.code()) + " and " +
                                                std::string(b.currency.code()) + " can't be combined");
}

Wide divideRounded(Wide numerator, Wide denominator, Rounding rounding)
{
    const Wide quotient = numerator / denominator;
    const Wide rest = numerator % denominator;
    if (rest == 0 || rounding == Rounding::Down)
        return quotient;
    const Wide twice = (rest < 0 ? -rest : rest) * 2;
    const Wide away = numerator < 0 ? -1 : 1;
    if (twice > denominator)
        return quotient + away;
    if (twice < denominator)
        return quotient;
    return rounding == Rounding::HalfUp || quotient % 2 != 0 ? quotient + away : quotient;
}

} // namespace

Result<Currency> Currency::parse(std::string_view code)
{
    if (code.size() != 3 || !holds(kCodes, code))
        return fail(ErrorCode::InvalidArgument, "'" + std::string(code.substr(0, 16)) + "' is no ISO 4217 currency");
    return Currency({code[0], code[1], code[2]});
}

int Currency::exponent() const
{
    if (holds(kNoMinorUnit, code()))
        return 0;
    return holds(kThreeDigits, code()) ? 3 : 2;
}

Result<Money> Money::of(std::int64_t minorUnits, Currency currency) { return bounded(minorUnits, currency); }

Result<Money> add(Money a, Money b)
{
    VITRINE_CHECK(sameCurrency(a, b));
    return bounded(Wide{a.minorUnits} + b.minorUnits, a.currency);
}

Result<Money> subtract(Money a, Money b)
{
    VITRINE_CHECK(sameCurrency(a, b));
    return bounded(Wide{a.minorUnits} - b.minorUnits, a.currency);
}

Result<Money> multiply(Money amount, std::int64_t count)
{
    return bounded(Wide{amount.minorUnits} * count, amount.currency);
}

Result<Money> share(Money amount, PartsPerMillion rate, Rounding rounding)
{
    return bounded(divideRounded(Wide{amount.minorUnits} * rate.value, 1'000'000, rounding), amount.currency);
}

Result<std::vector<Money>> allocate(Money amount, std::span<const std::int64_t> weights)
{
    Wide total = 0;
    for (const std::int64_t weight : weights) {
        if (weight < 0)
            return fail(ErrorCode::InvalidArgument, "a weight is negative");
        total += weight;
    }
    if (total == 0)
        return fail(ErrorCode::InvalidArgument, "no weight to allocate by");

    std::vector<Money> parts;
    std::vector<Wide> rests;
    Wide given = 0;
    for (const std::int64_t weight : weights) {
        const Wide product = Wide{amount.minorUnits} * weight;
        const Wide part = product / total;
        parts.push_back({static_cast<std::int64_t>(part), amount.currency});
        rests.push_back(product % total < 0 ? -(product % total) : product % total);
        given += part;
    }
    // What truncation left over is less than one unit a part: the largest remainders get it.
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rests[a] > rests[b]; });
    Wide left = amount.minorUnits - given;
    const int unit = left < 0 ? -1 : 1;
    for (std::size_t i = 0; left != 0; ++i, left -= unit)
        parts[order[i]].minorUnits += unit;
    return parts;
}

} // namespace vitrine::core
