// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/theme/Fonts.h"

#include <QFont>
#include <QFontDatabase>
#include <QLoggingCategory>

#include <initializer_list>

namespace vitrine::qml {

Q_LOGGING_CATEGORY(logFonts, "vitrine.fonts")

namespace {

QString firstInstalled(std::initializer_list<QString> wanted, const QStringList &installed)
{
    for (const QString &family : wanted) {
        if (installed.contains(family))
            return family;
    }
    return {};
}

} // namespace

Fonts Fonts::choose(const QStringList &installed, const QString &fallback)
{
    const QString inter = QStringLiteral("Inter");
    const QString noto = QStringLiteral("Noto Sans Bengali");
    Fonts fonts;
    fonts.latin = firstInstalled({inter, QStringLiteral("Inter Variable"), QStringLiteral("Noto Sans")}, installed);
    fonts.bengali = firstInstalled({noto, QStringLiteral("Noto Sans Bengali UI"), QStringLiteral("Lohit Bengali"),
                                    QStringLiteral("Nirmala UI"), QStringLiteral("Kohinoor Bangla")},
                                   installed);
    if (!fonts.latin.startsWith(inter))
        fonts.missing << inter;
    if (!fonts.bengali.startsWith(noto))
        fonts.missing << noto;
    if (fonts.latin.isEmpty())
        fonts.latin = fallback;
    if (fonts.bengali.isEmpty())
        fonts.bengali = fallback;
    fonts.display = firstInstalled({QStringLiteral("Inter Display")}, installed);
    if (fonts.display.isEmpty())
        fonts.display = fonts.latin;
    return fonts;
}

Fonts Fonts::fromSystem()
{
    const Fonts fonts =
        choose(QFontDatabase::families(), QFontDatabase::systemFont(QFontDatabase::GeneralFont).family());
    for (const QString &family : fonts.missing)
        qCWarning(logFonts, "The font %s is not installed; %s stands in for it.", qUtf8Printable(family),
                  qUtf8Printable(family.contains(QLatin1StringView("Bengali")) ? fonts.bengali : fonts.latin));
    QFont::insertSubstitution(fonts.latin, fonts.bengali);
    QFont::insertSubstitution(fonts.display, fonts.bengali);
    QFont::insertSubstitution(fonts.bengali, fonts.latin);
    return fonts;
}

} // namespace vitrine::qml
