// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantMap>

#include <map>

namespace vitrine::app {

/// What desktops say about motion, in the words of each: the standard key (`reduced-motion`), GNOME's
/// (`enable-animations`), KDE's (`AnimationDurationFactor`). Whoever asks for less is heard.
class MotionHints
{
public:
    /// Takes one value of the settings portal, or of a file in the same words; keys that say nothing of motion are
    /// passed over. True where it was one of ours.
    bool take(const QString &space, const QString &key, const QVariant &value);
    /// The text of GTK's settings.ini: `gtk-enable-animations`.
    void takeGtkSettings(const QString &text);

    [[nodiscard]] bool isReduced() const;
    /// Nothing was said at all.
    [[nodiscard]] bool isEmpty() const { return m_reduces.empty(); }

private:
    /// By key: does it ask for less?
    std::map<QString, bool> m_reduces{};
};

} // namespace vitrine::app
