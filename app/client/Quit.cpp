// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/Quit.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace vitrine::app {

#ifdef Q_OS_UNIX
namespace {

// A handler may do next to nothing: it writes one byte, and the event loop reads it.
int g_signalSockets[2];

void onSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(g_signalSockets[0], &byte, 1);
}

} // namespace

void quitOnSignals()
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, g_signalSockets) != 0)
        return; // Without it the signals end the program at once, as they do by default.
    auto *notifier = new QSocketNotifier(g_signalSockets[1], QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(notifier, &QSocketNotifier::activated, QCoreApplication::instance(), &QCoreApplication::quit);
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) { // The last is of a terminal that is closed.
        struct sigaction before = {};
        ::sigaction(signal, &action, &before);
        if (before.sa_handler == SIG_IGN) // as by nohup
            ::sigaction(signal, &before, nullptr);
    }
}
#else
void quitOnSignals() {}
#endif

} // namespace vitrine::app
