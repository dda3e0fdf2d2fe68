// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/// Values as words in the language that is on screen. A binding that calls one of these follows the language.
QtObject {
    function text(value: localText): string { return Theme.language === "bn" ? value.bn : value.en }
    /// Of two texts that came without a `localText`; the English one where there is no other.
    function either(english: string, bengali: string): string { return Theme.language === "bn" && bengali !== "" ? bengali : english }
    /// For lines that break: a hyphen after a single letter ("e-book") ends none.
    function unbroken(words: string): string { return words.replace(/(^|[\s(])([^\s(])-(?=\S)/g, "$1$2\u2011") }
    /// Unset where the currency is none that the shop knows.
    function amount(minorUnits: real, currency: string): money { return ValueWords.amount(minorUnits, currency) }
    function mark(amount: money): string { return ValueWords.mark(amount, Theme.language) }
    function figure(amount: money): string { return ValueWords.figure(amount, Theme.language) }
    function money(amount: money): string { return ValueWords.money(amount, Theme.language) }
    function length(metres: real, inInches: bool): string { return ValueWords.length(metres, inInches, Theme.language) }
    function number(value: real): string { return ValueWords.number(value, Theme.language) }
    function digits(value: string): string { return ValueWords.digits(value, Theme.language) }
    function date(value: date): string { return ValueWords.date(value, Theme.language) }
}
