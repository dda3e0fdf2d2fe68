// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/shell/Preferences.h"

#include <QLocale>

namespace vitrine::qml {

namespace {

const QString kLess = QStringLiteral("less");
const QString kFull = QStringLiteral("full");

} // namespace

Preferences::Preferences(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_language(QLocale::system().language() == QLocale::Bengali ? QStringLiteral("bn") : QStringLiteral("en"))
{
    if (m_file.isEmpty())
        return;
    const QSettings settings(m_file, QSettings::IniFormat);
    m_isDark = settings.value(QStringLiteral("dark"), m_isDark).toBool();
    const QString motion = settings.value(QStringLiteral("motion")).toString();
    m_motion = motion == kLess ? LessMotion : motion == kFull ? FullMotion : AsSystem;
    m_compared = settings.value(QStringLiteral("compared")).toStringList();
    m_turns = settings.value(QStringLiteral("turns"), m_turns).toBool();
    m_knowsHands = settings.value(QStringLiteral("knowsHands"), m_knowsHands).toBool();
    m_language = settings.value(QStringLiteral("language"), m_language).toString();
}

void Preferences::write(const QString &key, const QVariant &value)
{
    if (!m_file.isEmpty()) {
        QSettings settings(m_file, QSettings::IniFormat);
        settings.setValue(key, value);
    }
    emit changed();
}

void Preferences::setIsDark(bool isDark)
{
    if (isDark == m_isDark)
        return;
    m_isDark = isDark;
    write(QStringLiteral("dark"), isDark);
}

void Preferences::setMotion(Motion motion)
{
    if (motion == m_motion)
        return;
    m_motion = motion;
    write(QStringLiteral("motion"), motion == LessMotion   ? kLess
                                    : motion == FullMotion ? kFull
                                                           : QStringLiteral("system"));
}

void Preferences::setSystemReducesMotion(bool isReduced)
{
    if (isReduced == m_doesSystemReduceMotion)
        return;
    m_doesSystemReduceMotion = isReduced;
    emit changed();
}

void Preferences::setCompared(const QStringList &compared)
{
    if (compared == m_compared)
        return;
    m_compared = compared;
    write(QStringLiteral("compared"), compared);
}

void Preferences::setTurns(bool turns)
{
    if (turns == m_turns)
        return;
    m_turns = turns;
    write(QStringLiteral("turns"), turns);
}

void Preferences::setKnowsHands(bool knowsHands)
{
    if (knowsHands == m_knowsHands)
        return;
    m_knowsHands = knowsHands;
    write(QStringLiteral("knowsHands"), knowsHands);
}

void Preferences::setLanguage(const QString &language)
{
    if (language == m_language)
        return;
    m_language = language;
    write(QStringLiteral("language"), language);
}

} // namespace vitrine::qml
