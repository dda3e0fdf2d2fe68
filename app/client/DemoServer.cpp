// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/DemoServer.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <system_error>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace vitrine::app {

namespace {

constexpr int kSeedMs = 120'000;
constexpr int kStartMs = 20'000;
constexpr int kStopMs = 5'000;

QString program() { return QCoreApplication::applicationDirPath() + QStringLiteral("/vitrine-server"); }

core::Error unavailable(const QString &what) { return {core::ErrorCode::Unavailable, what.toStdString(), "--demo"}; }

/// Into a folder of another name, which gets its own when it is whole: a seed that was cut is begun anew.
core::Status seed(const std::filesystem::path &data)
{
    const std::filesystem::path partial = data.string() + ".partial";
    std::error_code error;
    std::filesystem::remove_all(partial, error);
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program(), {QStringLiteral("seed"), QStringLiteral("--data"),
                              QString::fromStdString(partial.string()), QStringLiteral("--demo")});
    if (!process.waitForFinished(kSeedMs) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return std::unexpected(
            unavailable(QStringLiteral("the demo shop could not be made: %1").arg(process.errorString())));
    std::filesystem::rename(partial, data, error);
    if (error)
        return std::unexpected(unavailable(QString::fromStdString(error.message())));
    return {};
}

} // namespace

DemoServer::~DemoServer()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(kStopMs))
        m_process.kill();
}

core::Result<std::string> DemoServer::start(const std::filesystem::path &data)
{
    if (!std::filesystem::exists(data))
        VITRINE_CHECK(seed(data));
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
#ifdef Q_OS_LINUX
    // A client that is killed takes its server with it.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
    m_process.start(program(),
                    {QStringLiteral("serve"), QStringLiteral("--data"), QString::fromStdString(data.string()),
                     QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    const QByteArray mark = "listening on ";
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < kStartMs) {
        if (!m_process.canReadLine() && !m_process.waitForReadyRead(kStartMs))
            break;
        while (m_process.canReadLine()) {
            const QByteArray line = m_process.readLine().trimmed();
            if (line.startsWith(mark))
                return line.mid(mark.size()).toStdString();
        }
    }
    return std::unexpected(unavailable(QStringLiteral("the server does not come up: %1").arg(m_process.errorString())));
}

} // namespace vitrine::app
