// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/// Values as words in the language that is on screen. A binding that calls one of these follows the language.
QtObject {
    function text(value: localText): string { return Theme.language === "bn" ? value.bn : value.en }
    function mark(amount: money): string { return ValueWords.mark(amount, Theme.language) }
    function figure(amount: money): string { return ValueWords.figure(amount, Theme.language) }
    function money(amount: money): string { return ValueWords.money(amount, Theme.language) }
    function number(value: real): string { return ValueWords.number(value, Theme.language) }
    function digits(value: string): string { return ValueWords.digits(value, Theme.language) }
    function date(value: date): string { return ValueWords.date(value, Theme.language) }
}
