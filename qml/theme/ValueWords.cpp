// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/theme/ValueWords.h"

#include "core/values/Format.h"

#include <QLocale>

#include <cmath>

namespace vitrine::qml {

namespace {

core::Language languageOf(const QString &code)
{
    return code == QLatin1StringView("bn") ? core::Language::Bn : core::Language::En;
}

} // namespace

MoneyValue ValueWords::amount(qint64 minorUnits, const QString &currency) const
{
    const auto code = core::Currency::parse(currency.toStdString());
    const auto money = code ? core::Money::of(minorUnits, *code) : core::Result<core::Money>(core::Money{});
    return money ? MoneyValue(*money) : MoneyValue();
}

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

QString ValueWords::length(double metres, bool inInches, const QString &language) const
{
    const bool isBengali = languageOf(language) == core::Language::Bn;
    const auto words = [&](double value, int decimals, const QString &unit) {
        QString figure = QString::number(value, 'f', decimals);
        if (figure.contains(QLatin1Char('.')) && figure.endsWith(QLatin1Char('0')))
            figure.chop(decimals == 1 ? 2 : 1);
        return digits(figure, language) + QChar(0x00A0) + unit;
    };
    const auto unit = [&](const char *english, const char *bengali) {
        return QString::fromUtf8(isBengali ? bengali : english);
    };
    if (inInches) {
        const double inches = metres / 0.0254;
        if (inches < 36)
            return words(inches, 1, unit("in", "ইঞ্চি"));
        const auto whole = std::lround(inches);
        const auto feet = whole / 12;
        return words(static_cast<double>(feet), 0, unit("ft", "ফুট")) + QLatin1Char(' ') +
               words(static_cast<double>(whole - 12 * feet), 0, unit("in", "ইঞ্চি"));
    }
    if (metres < 0.03)
        return words(metres * 1000, 0, unit("mm", "মিমি"));
    if (metres < 1)
        return words(metres * 100, 1, unit("cm", "সেমি"));
    return words(metres, 2, unit("m", "মি"));
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
