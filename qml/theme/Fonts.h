// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace vitrine::qml {

/// The families that the interface is set in, chosen from what is installed.
struct Fonts {
    QString latin;       ///< "Inter" where it is installed.
    QString display;     ///< "Inter Display", the cut for large sizes, where it is installed.
    QString bengali;     ///< "Noto Sans Bengali" where it is installed.
    QStringList missing; ///< Wanted families that are not installed.

    /// Chooses among `installed`; `fallback` stands in for a missing one. Pure, so that a test can give any list.
    [[nodiscard]] static Fonts choose(const QStringList &installed, const QString &fallback);

    /// Chooses among the system's families, says on the log what is missing, and makes the families stand in for
    /// each other glyph by glyph, so that Bengali in an English screen is never taken from a serif that fontconfig
    /// likes. Needs a QGuiApplication. GUI thread.
    [[nodiscard]] static Fonts fromSystem();
};

} // namespace vitrine::qml
