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
    /// How much is here, 0 to 1.
    using Progress = std::function<void(double)>;

    /// Larger ones are no assets of a shop.
    static constexpr qint64 kMaxBytes = qint64{1} << 30;
    static constexpr int kMaxAtOnce = 4;

    /// `server`: http:// or https://; assets lie at /assets/<sha256> of it.
    AssetFetcher(AssetCache cache, QUrl server, QObject *parent = nullptr);
    ~AssetFetcher() override;

    /// `done` gets the path of a whole, verified file. InvalidArgument for what is no SHA-256, NotFound where the
    /// server has none, Unavailable where the server is not reached, Corrupt where it sends other bytes. A fetch that
    /// was cut off is taken up again where it stopped, in this call or a later one. Requests for one file share one
    /// fetch. `progress` rises, a percent or more at a time; it is told nothing where the server does not say how much
    /// there is. `ticket` is the caller's own, one for each call.
    void fetch(std::uint64_t ticket, const std::string &sha256, Done done, Progress progress = {});
    /// Forgets a call; a fetch that nobody waits for any more ends at once, and what has come of it stays.
    void giveUp(std::uint64_t ticket);

private:
    class Fetch;
    struct Waiting {
        std::uint64_t ticket = 0;
        Done done;
        Progress progress;
    };

    void startNext();
    void startNextLater(std::shared_ptr<Fetch> ended);
    void progressed(const std::string &sha256, double part);
    void finished(const std::string &sha256, const core::Result<std::string> &outcome);

    AssetCache m_cache;
    const QUrl m_server;
    QNetworkAccessManager *m_network;
    std::map<std::string, std::vector<Waiting>> m_waiting;
    std::deque<std::string> m_queue;
    std::map<std::string, std::shared_ptr<Fetch>> m_running;
};

} // namespace vitrine::net
