// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Money.h"
#include "core/values/Text.h"

#include <string>

namespace vitrine::core {

/// An amount as people read it, in parts, so that a view can set the mark smaller and lighter than the figure.
struct MoneyWords {
    std::string mark;   ///< "৳", "$", or the code where the currency has no mark that is understood everywhere.
    std::string figure; ///< "1,23,456" or "1,23,456.50"; Bengali digits in Bengali; "−" (U+2212) before negatives.

    [[nodiscard]] std::string joined() const
    {
        return mark + (mark.size() > 1 && mark[0] >= 'A' && mark[0] <= 'Z' ? " " : "") + figure;
    }
    bool operator==(const MoneyWords &) const = default;
};

/// Lakh grouping for the currencies of South Asia (1,23,45,678), thousands elsewhere; the minor unit is shown only
/// where it is not zero.
[[nodiscard]] MoneyWords moneyWords(Money amount, Language language);

/// A whole number, grouped in lakh (as the home market reads it), with the language's digits.
[[nodiscard]] std::string numberWords(std::int64_t number, Language language);

/// The same as the language's readers group it: in lakh in Bengali, in thousands in English.
[[nodiscard]] std::string countWords(std::uint64_t number, Language language);

/// Replaces the digits 0–9 by the language's own.
[[nodiscard]] std::string localDigits(std::string text, Language language);

} // namespace vitrine::core
