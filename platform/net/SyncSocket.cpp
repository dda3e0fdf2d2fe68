// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/net/SyncSocket.h"

#include <QWebSocket>

#include <utility>

namespace vitrine::net {

SyncSocket::SyncSocket(QUrl address, Events events, QObject *parent)
    : QObject(parent)
    , m_address(std::move(address))
    , m_events(std::move(events))
{
}

SyncSocket::~SyncSocket() { close(); }

void SyncSocket::open()
{
    close();
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setMaxAllowedIncomingFrameSize(kMaxFrame);
    m_socket->setMaxAllowedIncomingMessageSize(kMaxFrame);
    connect(m_socket, &QWebSocket::connected, this, [this] { m_events.connected(); });
    connect(m_socket, &QWebSocket::disconnected, this, [this] { lost(m_socket->closeReason().toStdString()); });
    connect(m_socket, &QWebSocket::errorOccurred, this, [this] { lost(m_socket->errorString().toStdString()); });
    connect(m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &frame) {
        const QByteArray utf8 = frame.toUtf8();
        m_events.received({utf8.constData(), static_cast<std::size_t>(utf8.size())});
    });
    m_socket->open(m_address);
}

void SyncSocket::close()
{
    if (m_socket == nullptr)
        return;
    // Its signals may be on the stack right now, so it dies later; and nothing more of it may be heard.
    QWebSocket *socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

void SyncSocket::send(const std::string &frame)
{
    if (m_socket != nullptr)
        m_socket->sendTextMessage(QString::fromUtf8(frame));
}

void SyncSocket::lost(const std::string &why)
{
    close();
    m_events.disconnected(why);
}

} // namespace vitrine::net
