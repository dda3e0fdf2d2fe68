// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/ShopSession.h"
#include "platform/net/AssetFetcher.h"
#include "platform/net/SessionWorker.h"

#include <QObject>
#include <QThread>

#include <filesystem>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace vitrine::net {

struct SessionOptions {
    /// The device's own folder, made where it is missing: replica, outbox, asset cache. One process at a time.
    std::filesystem::path dataDir;
    /// "http://127.0.0.1:8080" or "https://shop.example"; a path in front of the server's own is kept.
    std::string serverUrl;
    // Both outlive the session. `random` need not be thread-safe, and is used by nobody else meanwhile.
    const core::Clock &clock;
    core::RandomSource &random;
    std::uintmax_t maxAssetBytes = AssetCache::kDefaultMaxBytes;
};

/// The session of a real device, on SQLite and Qt's sockets. Works through the event loop of the thread that opens it;
/// call it from there only. Its destructor waits for the write at hand, nothing else.
class NetShopSession final : public core::ShopSession
{
public:
    /// InvalidArgument for an address that is none; the replica's and the folder's own errors ("another running
    /// program uses this data folder") as they are. No network is needed.
    [[nodiscard]] static core::Result<std::unique_ptr<NetShopSession>> open(const SessionOptions &options);
    ~NetShopSession() override;

    core::Id<core::Customer> customer() const override { return m_identity.customer; }
    const core::SessionNotice &state() const override { return m_state; }
    void submitJson(const Guard &guard, std::string name, std::string body,
                    std::function<void(core::SubmitOutcome)> progress) override;
    void outbox(const Guard &guard, std::function<void(std::vector<core::QueuedCommand>)> done) override;
    void dismissParked(std::int64_t position) override;
    core::Hlc nextHlc() override;
    core::Uuid newId() override;
    void observe(const Guard &guard, std::function<void(const core::SessionNotice &)> listener) override;
    AssetRequest asset(std::string sha256, AssetListener listener) override;

    /// The network is back, or the shopper asks: the next try comes now.
    void retryNow();
    [[nodiscard]] core::Id<core::Device> device() const { return m_identity.device; }

protected:
    void readErased(const Guard &guard, std::function<void(core::ReadTx &)> work, std::function<void()> done) override;

private:
    /// Ids are made on two threads.
    class LockedRandom final : public core::RandomSource
    {
    public:
        explicit LockedRandom(core::RandomSource &random)
            : m_random(random)
        {
        }
        std::uint64_t next() override
        {
            const std::scoped_lock lock(m_mutex);
            return m_random.next();
        }

    private:
        std::mutex m_mutex;
        core::RandomSource &m_random;
    };
    using WeakGuard = std::weak_ptr<const void>;
    template <typename Callback>
    struct Waiting {
        WeakGuard guard;
        Callback callback;
    };
    template <typename Callback>
    using WaitingMap = std::unordered_map<std::uint64_t, Waiting<Callback>>;

    explicit NetShopSession(const SessionOptions &options);
    [[nodiscard]] core::Status load(const SessionOptions &options);
    [[nodiscard]] SessionWorker::Events workerEvents();
    void startThreads();
    /// Runs `call` on the GUI thread, unless the session is gone by then. From any thread.
    void post(std::function<void()> call);

    void take(const core::SessionNotice &notice);
    void notifyObservers();
    void giveUpAsset(std::uint64_t ticket);
    void submitted(std::uint64_t ticket, const core::SubmitOutcome &outcome);

    const core::Clock &m_clock;
    LockedRandom m_random;
    core::sync::DeviceIdentity m_identity;
    core::SessionNotice m_state;
    std::set<std::string> m_changedEntities;
    bool m_isNoticePosted = false;
    core::Hlc m_hlc;

    std::uint64_t m_lastTicket = 0;
    WaitingMap<std::function<void()>> m_reads;
    WaitingMap<std::function<void(core::SubmitOutcome)>> m_submits;
    std::unordered_map<std::uint64_t, AssetListener> m_assets;
    std::vector<Waiting<std::function<void(const core::SessionNotice &)>>> m_observers;

    /// The GUI thread's end of posted calls. Above the threads, so that it outlives them.
    QObject m_gui;
    QThread m_syncThread;
    QThread m_assetThread;
    // Each lives on its thread and dies there.
    SessionWorker *m_worker = nullptr;
    AssetFetcher *m_fetcher = nullptr;
};

/// What programs use.
[[nodiscard]] core::Result<std::unique_ptr<core::ShopSession>> openShopSession(const SessionOptions &options);

} // namespace vitrine::net
