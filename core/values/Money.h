// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace vitrine::core {

/// An ISO 4217 currency that is in use. The default one is XXX, "no currency": it counts as unset.
class Currency
{
public:
    constexpr Currency() = default;

    /// "BDT". Lower case, unknown and historic codes are InvalidArgument.
    [[nodiscard]] static Result<Currency> parse(std::string_view code);
    [[nodiscard]] static constexpr Currency bdt() { return Currency({'B', 'D', 'T'}); }

    [[nodiscard]] std::string_view code() const { return {m_code.data(), m_code.size()}; }
    [[nodiscard]] bool isSet() const { return *this != Currency(); }
    /// Digits of the minor unit by ISO 4217: 2 for BDT, 0 for JPY, 3 for KWD.
    [[nodiscard]] int exponent() const;

    auto operator<=>(const Currency &) const = default;

private:
    constexpr explicit Currency(std::array<char, 3> code)
        : m_code(code)
    {
    }
    std::array<char, 3> m_code{'X', 'X', 'X'};
};

/// A share in parts per million: 150'000 is 15 %.
struct PartsPerMillion {
    std::int64_t value = 0;
    auto operator<=>(const PartsPerMillion &) const = default;
};

enum class Rounding : std::uint8_t {
    HalfEven, ///< To the nearest, ties to the even neighbour: sums of many carry no bias.
    HalfUp,   ///< To the nearest, ties away from zero: what invoices and tax offices expect.
    Down,     ///< Towards zero.
};

/// An amount in the minor unit of its currency (paisa for BDT). Within ±kMaxMinorUnits, which is below 2^53,
/// so that every JSON reader gets it exactly. All arithmetic is checked: Results, never a wrapped number.
struct Money {
    static constexpr std::int64_t kMaxMinorUnits = 1'000'000'000'000'000;

    std::int64_t minorUnits = 0;
    Currency currency{};

    /// InvalidArgument where the amount is out of bounds.
    [[nodiscard]] static Result<Money> of(std::int64_t minorUnits, Currency currency);

    bool operator==(const Money &) const = default;
};

/// Sum and difference. InvalidArgument: two currencies, or a result out of bounds.
[[nodiscard]] Result<Money> add(Money a, Money b);
[[nodiscard]] Result<Money> subtract(Money a, Money b);
[[nodiscard]] Result<Money> multiply(Money amount, std::int64_t count);
/// amount × rate, rounded to the minor unit as named.
[[nodiscard]] Result<Money> share(Money amount, PartsPerMillion rate, Rounding rounding);

/// Splits an amount in proportion to the weights so that the parts sum to it exactly (largest remainder, ties to
/// the earlier part). InvalidArgument: no weights, a negative one, or all zero.
[[nodiscard]] Result<std::vector<Money>> allocate(Money amount, std::span<const std::int64_t> weights);

} // namespace vitrine::core
