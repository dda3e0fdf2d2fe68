// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/MotionHints.h"

#include <QRegularExpression>

#include <algorithm>

namespace vitrine::app {

bool MotionHints::take(const QString &space, const QString &key, const QVariant &value)
{
    if (space == QLatin1StringView("org.freedesktop.appearance") && key == QLatin1StringView("reduced-motion"))
        m_reduces[key] = value.toUInt() == 1; // Unknown values are to be read as 0.
    else if (space == QLatin1StringView("org.gnome.desktop.interface") && key == QLatin1StringView("enable-animations"))
        m_reduces[key] = !value.toBool();
    else if (space == QLatin1StringView("org.kde.kdeglobals.KDE") &&
             key == QLatin1StringView("AnimationDurationFactor")) {
        bool isNumber = false;
        const double factor = value.toDouble(&isNumber);
        m_reduces[key] = isNumber && factor == 0;
    } else {
        return false;
    }
    return true;
}

void MotionHints::takeGtkSettings(const QString &text)
{
    static const QRegularExpression line(QStringLiteral(R"(^\s*gtk-enable-animations\s*=\s*(\S+)\s*$)"),
                                         QRegularExpression::MultilineOption);
    if (const QRegularExpressionMatch match = line.match(text); match.hasMatch())
        take(QStringLiteral("org.gnome.desktop.interface"), QStringLiteral("enable-animations"),
             match.captured(1) != QLatin1StringView("0") && match.captured(1) != QLatin1StringView("false"));
}

bool MotionHints::isReduced() const
{
    return std::ranges::any_of(m_reduces, [](const auto &hint) { return hint.second; });
}

} // namespace vitrine::app
