// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/SystemMotion.h"

#if defined(Q_OS_WIN)
#include <windows.h>
#elif defined(Q_OS_MACOS)
#include <CoreFoundation/CoreFoundation.h>
#else
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QFile>
#include <QStandardPaths>
#endif

namespace vitrine::app {

namespace {

#ifdef VITRINE_HAS_PORTAL
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");

/// Without one of these libdbus would start a bus of its own, which nobody listens on.
bool hasSessionBus()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
           (!qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR") &&
            QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus")));
}
#endif

#ifdef Q_OS_WIN
bool isReducedNow()
{
    BOOL isAnimated = TRUE;
    return SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, &isAnimated, 0) != 0 && isAnimated == FALSE;
}
#elif defined(Q_OS_MACOS)
bool isReducedNow()
{
    return CFPreferencesGetAppBooleanValue(CFSTR("reduceMotion"), CFSTR("com.apple.universalaccess"), nullptr) != 0;
}
#endif

} // namespace

SystemMotion::SystemMotion(QObject *parent)
    : QObject(parent)
{
#ifdef VITRINE_HAS_PORTAL
    readGtkFiles();
    if (hasSessionBus())
        askPortal(QDBusConnection::sessionBus().name(), QStringLiteral("org.freedesktop.portal.Desktop"));
#else
    m_isReduced = isReducedNow();
#endif
}

#ifdef VITRINE_HAS_PORTAL
SystemMotion::SystemMotion(const QString &connection, const QString &service, QObject *parent)
    : QObject(parent)
{
    askPortal(connection, service);
}

void SystemMotion::askPortal(const QString &connection, const QString &service)
{
    QDBusConnection bus(connection);
    bus.connect(service, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(service, kPath, kInterface, QStringLiteral("ReadAll"));
    question << QStringList{QStringLiteral("org.freedesktop.appearance"), QStringLiteral("org.gnome.desktop.interface"),
                            QStringLiteral("org.kde.kdeglobals.KDE")};
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusMessage reply = answer->reply();
        // No portal is no news.
        if (reply.type() != QDBusMessage::ReplyMessage || reply.signature() != QLatin1StringView("a{sa{sv}}"))
            return;
        QMap<QString, QVariantMap> spaces;
        reply.arguments().constFirst().value<QDBusArgument>() >> spaces;
        for (auto space = spaces.cbegin(); space != spaces.cend(); ++space)
            for (auto setting = space->cbegin(); setting != space->cend(); ++setting)
                m_hints.take(space.key(), setting.key(), setting.value());
        settle();
    });
}
void SystemMotion::onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (m_hints.take(space, key, value.variant()))
        settle();
}

void SystemMotion::readGtkFiles()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    for (const char *name : {"/gtk-4.0/settings.ini", "/gtk-3.0/settings.ini"}) {
        QFile file(folder + QLatin1StringView(name));
        if (m_hints.isEmpty() && file.open(QIODevice::ReadOnly))
            m_hints.takeGtkSettings(QString::fromUtf8(file.read(64 * 1024)));
    }
    m_isReduced = m_hints.isReduced();
}

void SystemMotion::settle()
{
    if (m_hints.isReduced() == m_isReduced)
        return;
    m_isReduced = m_hints.isReduced();
    emit changed();
}
#endif

} // namespace vitrine::app
