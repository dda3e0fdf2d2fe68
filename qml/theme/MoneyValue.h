// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Money.h"

#include <QString>
#include <QtQmlIntegration>

namespace vitrine::qml {

/// An amount as QML sees it: the value type `money`. Views pass it to MoneyLabel; nothing computes with it in QML.
class MoneyValue
{
    Q_GADGET
    QML_VALUE_TYPE(money)
    Q_PROPERTY(qint64 minorUnits READ minorUnits FINAL)
    Q_PROPERTY(QString currency READ currency FINAL)
    Q_PROPERTY(bool isSet READ isSet FINAL)

public:
    MoneyValue() = default;
    // Not explicit: rows of models are written with the shop's own Money.
    MoneyValue(core::Money amount)
        : m_amount(amount)
    {
    }

    [[nodiscard]] core::Money amount() const { return m_amount; }
    [[nodiscard]] qint64 minorUnits() const { return m_amount.minorUnits; }
    [[nodiscard]] QString currency() const { return QString::fromLatin1(m_amount.currency.code()); }
    [[nodiscard]] bool isSet() const { return m_amount.currency.isSet(); }

    bool operator==(const MoneyValue &) const = default;

private:
    core::Money m_amount{};
};

} // namespace vitrine::qml
