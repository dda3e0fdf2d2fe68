// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/Reconnect.h"

#include <QFile>
#include <QGuiApplication>
#include <QNetworkInformation>
#include <QTimer>

namespace vitrine::app {

namespace {

/// Its backends ask the system bus and wait for the answer: never before the first frames, and not where there is no
/// bus to answer.
constexpr int kLoadAfterMs = 1500;

bool canAskSystem()
{
#if defined(Q_OS_LINUX)
    return !qEnvironmentVariableIsEmpty("DBUS_SYSTEM_BUS_ADDRESS") ||
           QFile::exists(QStringLiteral("/run/dbus/system_bus_socket"));
#else
    return true;
#endif
}

void followNetwork(QObject *context, const std::function<void()> &retry)
{
    using Reachability = QNetworkInformation::Reachability;
    if (!canAskSystem() || !QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    // The shop can stand on the same machine or the same site: any network is worth a try.
    QObject::connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, context,
                     [retry](Reachability now) {
                         if (now != Reachability::Disconnected)
                             retry();
                     });
}

} // namespace

void retryWhenPromising(QObject *context, const std::function<void()> &retry)
{
    QObject::connect(qGuiApp, &QGuiApplication::applicationStateChanged, context, [retry](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            retry();
    });
    QTimer::singleShot(kLoadAfterMs, context, [context, retry] { followNetwork(context, retry); });
}

} // namespace vitrine::app
