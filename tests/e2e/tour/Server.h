// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <QJsonDocument>
#include <QProcess>
#include <QString>

namespace vitrine::tour {

/// The real backend in a process of its own, on a port that it keeps over restarts.
class Server
{
public:
    Server(QString program, QString dataFolder)
        : m_program(std::move(program))
        , m_data(std::move(dataFolder))
    {
    }
    ~Server();

    /// Fills the data folder with the demo shop.
    [[nodiscard]] core::Status seed();
    [[nodiscard]] core::Status start();
    /// SIGKILL: as if the power went.
    void kill();

    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    /// GET as the shop's owner.
    [[nodiscard]] core::Result<QJsonDocument> get(const QString &path) const;
    /// `vitrine-server export --entity NAME --format json`, while the server runs.
    [[nodiscard]] core::Result<QJsonDocument> exported(const QString &entity) const;

private:
    [[nodiscard]] core::Result<QByteArray> run(const QStringList &arguments) const;

    QString m_program;
    QString m_data;
    QProcess m_process;
    int m_port = 0;
};

} // namespace vitrine::tour
