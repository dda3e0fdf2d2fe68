// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/theme/ValueWords.h"

#include "core/values/Format.h"

#include <QLocale>

namespace vitrine::qml {

namespace {

core::Language languageOf(const QString &code)
{
    return code == QLatin1StringView("bn") ? core::Language::Bn : core::Language::En;
}

} // namespace

QString ValueWords::mark(const MoneyValue &amount, const QString &language) const
{
    return amount.isSet() ? QString::fromStdString(core::moneyWords(amount.amount(), languageOf(language)).mark)
                          : QString();
}

QString ValueWords::figure(const MoneyValue &amount, const QString &language) const
{
    return amount.isSet() ? QString::fromStdString(core::moneyWords(amount.amount(), languageOf(language)).figure)
                          : QString();
}

QString ValueWords::money(const MoneyValue &amount, const QString &language) const
{
    return amount.isSet() ? QString::fromStdString(core::moneyWords(amount.amount(), languageOf(language)).joined())
                          : QString();
}

QString ValueWords::number(qint64 number, const QString &language) const
{
    return QString::fromStdString(core::numberWords(number, languageOf(language)));
}

QString ValueWords::digits(const QString &text, const QString &language) const
{
    return QString::fromStdString(core::localDigits(text.toStdString(), languageOf(language)));
}

QString ValueWords::date(const QDateTime &time, const QString &language) const
{
    if (!time.isValid())
        return {};
    const bool isBengali = languageOf(language) == core::Language::Bn;
    const QLocale locale(isBengali ? QLocale::Bengali : QLocale::English,
                         isBengali ? QLocale::Bangladesh : QLocale::UnitedKingdom);
    return digits(locale.toString(time.toLocalTime(), QStringLiteral("d MMMM yyyy")), language);
}

} // namespace vitrine::qml
