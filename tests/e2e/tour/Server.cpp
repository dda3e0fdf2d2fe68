// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/tour/Server.h"

#include <QEventLoop>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace vitrine::tour {
namespace {

constexpr int kDeadlineMs = 60'000;

core::Error internal(const QString &what) { return {core::ErrorCode::Internal, what.toStdString()}; }

} // namespace

Server::~Server()
{
    m_process.terminate();
    if (!m_process.waitForFinished(kDeadlineMs))
        m_process.kill();
}

core::Status Server::seed()
{
    return run({"seed", "--data", m_data, "--demo"}).transform([](const QByteArray &) {});
}

core::Status Server::start()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(m_program, {"serve", "--data", m_data, "--listen", QStringLiteral("127.0.0.1:%1").arg(m_port)});
    const QByteArray mark = "listening on http://127.0.0.1:";
    while (true) {
        while (m_process.canReadLine()) {
            const QByteArray line = m_process.readLine().trimmed();
            if (line.startsWith(mark)) {
                m_port = line.mid(mark.size()).toInt();
                return {};
            }
        }
        if (!m_process.waitForReadyRead(kDeadlineMs))
            return std::unexpected(internal("the server does not listen: " + m_process.errorString()));
    }
}

void Server::kill()
{
    m_process.kill();
    m_process.waitForFinished(kDeadlineMs);
}

core::Result<QByteArray> Server::run(const QStringList &arguments) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(m_program, arguments);
    if (!process.waitForFinished(kDeadlineMs) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
        return std::unexpected(internal("vitrine-server " + arguments.join(' ') + " failed"));
    return process.readAllStandardOutput();
}

core::Result<QJsonDocument> Server::get(const QString &path) const
{
    QFile token(m_data + "/owner.token");
    if (!token.open(QIODevice::ReadOnly))
        return std::unexpected(internal("no owner's token in " + m_data));
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(url() + path));
    request.setRawHeader("Authorization", "Bearer " + token.readAll().trimmed());
    request.setTransferTimeout(kDeadlineMs);
    QNetworkReply *reply = network.get(request);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const QByteArray body = reply->readAll();
    if (reply->error() != QNetworkReply::NoError)
        return std::unexpected(internal(path + ": " + reply->errorString() + ' ' + QString::fromUtf8(body)));
    return QJsonDocument::fromJson(body);
}

core::Result<QJsonDocument> Server::exported(const QString &entity) const
{
    VITRINE_TRY(const QByteArray json, run({"export", "--data", m_data, "--entity", entity, "--format", "json"}));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (document.isNull())
        return std::unexpected(internal("the export is no JSON: " + error.errorString()));
    return document;
}

} // namespace vitrine::tour
