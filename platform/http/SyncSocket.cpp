// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/SyncSocket.h"

namespace vitrine::http {

using core::ErrorCode;

namespace {

class DrogonPeer final : public SyncPeer
{
public:
    explicit DrogonPeer(drogon::WebSocketConnectionPtr connection)
        : m_connection(std::move(connection))
    {
    }
    void send(std::string frame) override { m_connection->send(frame); }
    void close() override { m_connection->shutdown(drogon::CloseCode::kEndpointGone); }

private:
    drogon::WebSocketConnectionPtr m_connection;
};

} // namespace

std::string addressKey(const trantor::InetAddress &address)
{
    if (address.isIpV6())
        return std::string(reinterpret_cast<const char *>(address.ip6NetEndian()), 8);
    const std::uint32_t bytes = address.ipNetEndian();
    return std::string(reinterpret_cast<const char *>(&bytes), sizeof bytes);
}

void SyncSocket::handleNewConnection(const drogon::HttpRequestPtr &, const drogon::WebSocketConnectionPtr &connection)
{
    // The protocol has heartbeats of its own.
    connection->disablePing();
    connection->setContext(
        std::make_shared<SyncHub::Connection>(m_hub.opened(std::make_shared<DrogonPeer>(connection))));
}

void SyncSocket::handleNewMessage(const drogon::WebSocketConnectionPtr &connection, std::string &&message,
                                  const drogon::WebSocketMessageType &type)
{
    if (!connection->hasContext())
        return;
    const auto id = connection->getContextRef<SyncHub::Connection>();
    if (!m_rate.allows(addressKey(connection->peerAddr()), std::chrono::steady_clock::now().time_since_epoch()))
        return m_hub.misbehaved(id, ErrorCode::RateLimited, "too many frames from this address");
    if (type == drogon::WebSocketMessageType::Text)
        m_hub.received(id, std::move(message));
    else if (type == drogon::WebSocketMessageType::Binary)
        m_hub.misbehaved(id, ErrorCode::Malformed, "frames are text");
}

void SyncSocket::handleConnectionClosed(const drogon::WebSocketConnectionPtr &connection)
{
    if (connection->hasContext())
        m_hub.closed(connection->getContextRef<SyncHub::Connection>());
}

} // namespace vitrine::http
