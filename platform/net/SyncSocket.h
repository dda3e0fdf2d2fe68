// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUrl>

#include <functional>
#include <string>
#include <string_view>

class QWebSocket;

namespace vitrine::net {

/// One WebSocket at a time to one address, as ClientSync wants it. Lives on the thread that it is used on.
class SyncSocket final : public QObject
{
public:
    /// No batch of changes comes near this; a peer that sends more is no server of ours.
    static constexpr quint64 kMaxFrame = quint64{32} << 20;

    struct Events {
        std::function<void()> connected;
        /// Lost, or could not be opened; with words for the log. Never after close().
        std::function<void(std::string why)> disconnected;
        std::function<void(std::string_view frame)> received;
    };

    /// `address`: ws:// or wss://.
    SyncSocket(QUrl address, Events events, QObject *parent);
    ~SyncSocket() override;

    /// Gives an open socket up first.
    void open();
    void close();
    /// Dropped where no socket is open: the state machine sends again what was not answered.
    void send(const std::string &frame);

private:
    void lost(const std::string &why);

    const QUrl m_address;
    const Events m_events;
    QWebSocket *m_socket = nullptr;
};

} // namespace vitrine::net
