// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/tour/Client.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QThread>

namespace vitrine::tour {
namespace {

constexpr int kDeadlineMs = 90'000;
/// How often a state is looked at while waiting for it.
constexpr unsigned long kLookMs = 15;
/// So many looks in a row without a new frame count as rest: longer than a software rasteriser's slowest frame.
constexpr int kStillLooks = 40;

} // namespace

Client::~Client()
{
    m_process.kill();
    m_process.waitForFinished();
}

core::Status Client::start(const QStringList &arguments)
{
    const QString socket =
        QStringLiteral("vitrine-tour-%1-%2").arg(QCoreApplication::applicationPid()).arg(m_desktop.display().mid(1));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("DISPLAY", m_desktop.display());
    environment.insert("QT_QPA_PLATFORM", "xcb");
    environment.remove("WAYLAND_DISPLAY");
    // The caches stay where they are: shaders are slow to compile.
    if (!environment.contains("XDG_CACHE_HOME"))
        environment.insert("XDG_CACHE_HOME", QDir::homePath() + "/.cache");
    environment.insert("HOME", m_home);
    environment.remove("XDG_CONFIG_HOME");
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedChannels);
    m_process.start(m_program, arguments + QStringList{"--automation", socket});
    if (!m_process.waitForStarted())
        return core::fail(core::ErrorCode::Unavailable,
                          "the client can't be started: " + m_process.errorString().toStdString());
    return waitUntil("the client's window", [&] {
        m_socket.abort();
        m_socket.connectToServer(socket);
        return m_socket.waitForConnected(100);
    });
}

core::Status Client::stop()
{
    m_socket.abort();
    m_process.terminate();
    if (!m_process.waitForFinished(kDeadlineMs))
        return core::fail(core::ErrorCode::Timeout, "the client does not end");
    if (m_process.exitStatus() != QProcess::NormalExit || m_process.exitCode() != 0)
        return core::fail(core::ErrorCode::Internal,
                          "the client ended with code " + std::to_string(m_process.exitCode()));
    return {};
}

QJsonObject Client::ask(const QJsonObject &request)
{
    m_socket.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    m_socket.flush();
    while (!m_socket.canReadLine())
        if (!m_socket.waitForReadyRead(kDeadlineMs))
            return {};
    return QJsonDocument::fromJson(m_socket.readLine()).object();
}

core::Status Client::waitUntil(const std::string &what, const std::function<bool()> &condition)
{
    const QDeadlineTimer deadline(kDeadlineMs);
    while (!condition()) {
        if (deadline.hasExpired())
            return core::fail(core::ErrorCode::Timeout, "waited in vain for " + what);
        if (m_process.state() != QProcess::Running)
            return core::fail(core::ErrorCode::Internal, "the client ended while waiting for " + what);
        QThread::msleep(kLookMs);
        m_process.waitForFinished(0);
    }
    return {};
}

core::Result<QRect> Client::waitFor(const QString &item)
{
    QRect place;
    VITRINE_CHECK(waitUntil(item.toStdString(), [&] {
        const QJsonObject reply = ask({{"item", item}});
        const QRect now =
            QRectF(reply["x"].toDouble(), reply["y"].toDouble(), reply["width"].toDouble(), reply["height"].toDouble())
                .toAlignedRect();
        const bool still = reply["found"].toBool() && now == place;
        place = now;
        return still;
    }));
    return place;
}

core::Status Client::waitGone(const QString &item)
{
    return waitUntil("the end of " + item.toStdString(), [&] { return !isShown(item); });
}

core::Status Client::waitValue(const QString &item, const char *property, const QString &expected)
{
    return waitUntil((item + '.' + property + " = " + expected).toStdString(),
                     [&] { return value(item, property) == expected; });
}

core::Status Client::waitContains(const QString &item, const char *property, const QString &part)
{
    return waitUntil((item + '.' + property + " with " + part).toStdString(),
                     [&] { return value(item, property).contains(part); });
}

core::Status Client::waitChange(const QString &item, const char *property, const QString &before)
{
    return waitUntil((item + '.' + property + " other than " + before).toStdString(), [&] {
        const QString now = value(item, property);
        return !now.isEmpty() && now != before;
    });
}

core::Status Client::waitSeen(const QString &item)
{
    return waitUntil(item.toStdString(), [&] { return isShown(item); });
}

core::Status Client::waitFrame()
{
    // The next one may be on its way already.
    const double before = frames();
    return waitUntil("two more frames", [&] { return frames() >= before + 2; });
}

core::Status Client::waitStill()
{
    double last = -1;
    int unchanged = 0;
    return waitUntil("the window to come to rest", [&] {
        const double count = frames();
        unchanged = count == last ? unchanged + 1 : 0;
        last = count;
        return unchanged >= kStillLooks;
    });
}

QString Client::value(const QString &item, const char *property)
{
    return ask({{"item", item}, {"property", property}})["value"].toVariant().toString();
}

bool Client::isShown(const QString &item) { return ask({{"item", item}})["found"].toBool(); }

QStringList Client::items(const QString &prefix)
{
    return ask({{"items", prefix}})["names"].toVariant().toStringList();
}

core::Status Client::click(const QString &item)
{
    VITRINE_TRY(const QRect place, waitFor(item));
    m_desktop.click(place.center());
    return {};
}

core::Status Client::fill(const QString &item, const QString &text)
{
    VITRINE_CHECK(click(item));
    VITRINE_CHECK(waitValue(item, "activeFocus", "true"));
    m_desktop.type(text);
    return waitValue(item, "text", text);
}

} // namespace vitrine::tour
