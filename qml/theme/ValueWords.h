// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/theme/MoneyValue.h"

#include <QDateTime>
#include <QObject>
#include <QQmlEngine>

namespace vitrine::qml {

/// Values as people read them. QML uses the singleton `Format`, which passes the language that is on screen; the
/// rules themselves are core/values/Format.h. `language` is "en" or "bn". GUI thread.
class ValueWords : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;

    /// Unset for an unknown currency.
    Q_INVOKABLE [[nodiscard]] vitrine::qml::MoneyValue amount(qint64 minorUnits, const QString &currency) const;
    /// "৳"; empty for an unset amount.
    Q_INVOKABLE [[nodiscard]] QString mark(const vitrine::qml::MoneyValue &amount, const QString &language) const;
    /// "1,23,456"; empty for an unset amount.
    Q_INVOKABLE [[nodiscard]] QString figure(const vitrine::qml::MoneyValue &amount, const QString &language) const;
    /// Mark and figure in one, for names read aloud and running text.
    Q_INVOKABLE [[nodiscard]] QString money(const vitrine::qml::MoneyValue &amount, const QString &language) const;
    /// "12.5 cm", "1.52 m", "8 mm"; in inches "4.9 in", "5 ft 2 in". Rounded to what a hand can tell.
    Q_INVOKABLE [[nodiscard]] QString length(double metres, bool inInches, const QString &language) const;
    Q_INVOKABLE [[nodiscard]] QString number(qint64 number, const QString &language) const;
    /// Digits of a text in the language's own, everything else as it is ("VT-1042", a size, a measure).
    Q_INVOKABLE [[nodiscard]] QString digits(const QString &text, const QString &language) const;
    /// "21 November 2026"; empty for an invalid date.
    Q_INVOKABLE [[nodiscard]] QString date(const QDateTime &time, const QString &language) const;
};

} // namespace vitrine::qml
