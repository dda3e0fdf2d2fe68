// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/RateLimit.h"
#include "platform/http/SyncHub.h"

#include <drogon/WebSocketController.h>

namespace vitrine::http {

/// Carries frames between Drogon's WebSockets at /v1/sync and the hub.
class SyncSocket final : public drogon::WebSocketController<SyncSocket, false>
{
public:
    WS_PATH_LIST_BEGIN
    WS_PATH_ADD("/v1/sync");
    WS_PATH_LIST_END

    /// Both outlive this.
    SyncSocket(SyncHub &hub, RateLimit &rate)
        : m_hub(hub)
        , m_rate(rate)
    {
    }

    void handleNewConnection(const drogon::HttpRequestPtr &request,
                             const drogon::WebSocketConnectionPtr &connection) override;
    void handleNewMessage(const drogon::WebSocketConnectionPtr &connection, std::string &&message,
                          const drogon::WebSocketMessageType &type) override;
    void handleConnectionClosed(const drogon::WebSocketConnectionPtr &connection) override;

private:
    SyncHub &m_hub;
    RateLimit &m_rate;
};

/// The address's bytes: what limits are kept by, without formatting it. IPv6 by its /64, which is what one customer
/// has.
[[nodiscard]] std::string addressKey(const trantor::InetAddress &address);

} // namespace vitrine::http
