// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/net/AssetCache.h"

#include <QObject>
#include <QUrl>

#include <deque>
#include <functional>
#include <map>
#include <memory>

class QNetworkAccessManager;

namespace vitrine::net {

/// Brings assets from the server into the cache, verified. Lives on the thread that it is used on.
class AssetFetcher final : public QObject
{
public:
    using Done = std::function<void(core::Result<std::string>)>;

    /// Larger ones are no assets of a shop.
    static constexpr qint64 kMaxBytes = qint64{1} << 30;
    static constexpr int kMaxAtOnce = 4;

    /// `server`: http:// or https://; assets lie at /assets/<sha256> of it.
    AssetFetcher(AssetCache cache, QUrl server, QObject *parent = nullptr);
    ~AssetFetcher() override;

    /// `done` gets the path of a whole, verified file. InvalidArgument for what is no SHA-256, NotFound where the
    /// server has none, Unavailable where the server is not reached, Corrupt where it sends other bytes. A fetch that
    /// was cut off is taken up again where it stopped, in this call or a later one. Requests for one file share one
    /// fetch.
    void fetch(const std::string &sha256, Done done);

private:
    class Fetch;

    void startNext();
    void finished(const std::string &sha256, const core::Result<std::string> &outcome);

    AssetCache m_cache;
    const QUrl m_server;
    QNetworkAccessManager *m_network;
    std::map<std::string, std::vector<Done>> m_waiting;
    std::deque<std::string> m_queue;
    std::map<std::string, std::unique_ptr<Fetch>> m_running;
};

} // namespace vitrine::net
