// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/net/NetShopSession.h"

#include "core/values/Contract.h"
#include "platform/sqlite/SqliteReplica.h"
#include "platform/system/Priority.h"

#include <QPointer>

#include <utility>

namespace vitrine::net {
namespace {

using core::ErrorCode;
using core::fail;

core::Result<QUrl> parseServerUrl(const std::string &text)
{
    QUrl url(QString::fromStdString(text), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http" && url.scheme() != "https"))
        return fail(ErrorCode::InvalidArgument, "'" + text + "' is no server's address (http://HOST:PORT)",
                    "serverUrl");
    QString path = url.path();
    while (path.endsWith('/'))
        path.chop(1);
    url.setPath(path);
    return url;
}

QUrl syncUrl(QUrl server)
{
    server.setScheme(server.scheme() == "https" ? "wss" : "ws");
    server.setPath(server.path() + "/v1/sync");
    return server;
}

/// Stops a thread and destroys what lives on it, there.
void finish(QThread &thread, QObject *resident)
{
    if (resident == nullptr)
        return;
    if (!thread.isRunning()) {
        delete resident;
        return;
    }
    resident->deleteLater(); // Objects of a thread are destroyed by its event loop, at the latest when it ends.
    thread.quit();
    thread.wait();
}

} // namespace

core::Result<std::unique_ptr<NetShopSession>> NetShopSession::open(const SessionOptions &options)
{
    std::unique_ptr<NetShopSession> session(new NetShopSession(options));
    VITRINE_CHECK(session->load(options));
    session->startThreads();
    return session;
}

NetShopSession::NetShopSession(const SessionOptions &options)
    : m_clock(options.clock)
    , m_random(options.random)
{
    m_syncThread.setObjectName("vitrine sync");
    m_assetThread.setObjectName("vitrine assets");
}

core::Status NetShopSession::load(const SessionOptions &options)
{
    VITRINE_TRY(const QUrl server, parseServerUrl(options.serverUrl));
    VITRINE_TRY(
        auto replica,
        platform::SqliteReplica::open(
            {.folder = options.dataDir, .entities = core::allEntities(), .clock = m_clock, .random = m_random}));
    for (const std::string &recovery : replica->recoveries())
        qWarning("vitrine: %s", recovery.c_str());
    VITRINE_TRY(AssetCache cache, AssetCache::open(options.dataDir / "assets", options.maxAssetBytes));
    m_worker = new SessionWorker({.replica = std::move(replica),
                                  .address = syncUrl(server),
                                  .clock = m_clock,
                                  .random = m_random,
                                  .events = workerEvents()});
    VITRINE_CHECK(m_worker->load());
    m_identity = m_worker->identity();
    m_state = m_worker->state();
    m_state.connection = core::Connection::Connecting;
    VITRINE_TRY(m_hlc, m_worker->latestHlc());
    m_fetcher = new AssetFetcher(std::move(cache), server);
    return {};
}

SessionWorker::Events NetShopSession::workerEvents()
{
    return {.changed = [this](const core::SessionNotice &notice) { post([this, notice] { take(notice); }); },
            .submitted =
                [this](std::uint64_t ticket, const core::SubmitOutcome &outcome) {
                    post([this, ticket, outcome] { submitted(ticket, outcome); });
                },
            .wasRead =
                [this](std::uint64_t ticket) {
                    post([this, ticket] {
                        const auto read = m_reads.extract(ticket);
                        if (const Guard guard = read.mapped().guard.lock())
                            read.mapped().callback();
                    });
                }};
}

void NetShopSession::startThreads()
{
    m_worker->moveToThread(&m_syncThread);
    m_fetcher->moveToThread(&m_assetThread);
    m_syncThread.start();
    // Qt's own priorities mean nothing to Linux's usual scheduler. Qt's network thread is started by this one.
    QObject::connect(&m_assetThread, &QThread::started, m_fetcher, [] { platform::stepBack(); });
    m_assetThread.start();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->start(); }, Qt::QueuedConnection);
}

NetShopSession::~NetShopSession()
{
    if (m_syncThread.isRunning())
        QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->stop(); }, Qt::BlockingQueuedConnection);
    finish(m_syncThread, m_worker);
    finish(m_assetThread, m_fetcher);
}

void NetShopSession::post(std::function<void()> call)
{
    QMetaObject::invokeMethod(&m_gui, std::move(call), Qt::QueuedConnection);
}

void NetShopSession::readErased(const Guard &guard, std::function<void(core::ReadTx &)> work,
                                std::function<void()> done)
{
    const std::uint64_t ticket = ++m_lastTicket;
    m_reads[ticket] = {guard, std::move(done)};
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, ticket, work = std::move(work)]() mutable { worker->read(ticket, std::move(work)); },
        Qt::QueuedConnection);
}

void NetShopSession::submitJson(const Guard &guard, std::string name, std::string body,
                                std::function<void(core::SubmitOutcome)> progress)
{
    const std::uint64_t ticket = ++m_lastTicket;
    m_submits[ticket] = {guard, std::move(progress)};
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, ticket, name = std::move(name), body = std::move(body)]() mutable {
            worker->submit(ticket, std::move(name), std::move(body));
        },
        Qt::QueuedConnection);
}

void NetShopSession::submitted(std::uint64_t ticket, const core::SubmitOutcome &outcome)
{
    const auto found = m_submits.find(ticket);
    if (found == m_submits.end())
        return;
    // A copy: the callback may submit more, and the map may move.
    const auto waiting = found->second;
    if (outcome.isFinal)
        m_submits.erase(found);
    if (const Guard guard = waiting.guard.lock())
        waiting.callback(outcome);
}

void NetShopSession::dismissParked(std::int64_t position)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, position] { worker->dismissParked(position); }, Qt::QueuedConnection);
}

void NetShopSession::retryNow()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->retryNow(); }, Qt::QueuedConnection);
}

void NetShopSession::outbox(const Guard &guard, std::function<void(std::vector<core::QueuedCommand>)> done)
{
    auto commands = std::make_shared<std::vector<core::QueuedCommand>>();
    const std::uint64_t ticket = ++m_lastTicket;
    m_reads[ticket] = {guard, [commands, done = std::move(done)] { done(std::move(*commands)); }};
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, ticket, commands] {
            worker->read(ticket, [worker, commands](core::ReadTx &) { *commands = worker->outbox(); });
        },
        Qt::QueuedConnection);
}

core::Hlc NetShopSession::nextHlc()
{
    m_hlc = core::nextHlc(m_hlc, m_clock.now(), m_identity.device.uuid());
    return m_hlc;
}

core::Uuid NetShopSession::newId() { return core::Uuid::make(m_clock.now(), m_random); }

void NetShopSession::observe(const Guard &guard, std::function<void(const core::SessionNotice &)> listener)
{
    m_observers.push_back({guard, std::move(listener)});
}

void NetShopSession::take(const core::SessionNotice &notice)
{
    m_changedEntities.insert(notice.entities.begin(), notice.entities.end());
    m_state = notice;
    m_state.entities = m_changedEntities;
    if (!std::exchange(m_isNoticePosted, true))
        post([this] { notifyObservers(); });
}

void NetShopSession::notifyObservers()
{
    m_isNoticePosted = false;
    m_changedEntities.clear();
    std::erase_if(m_observers, [](const auto &observer) { return observer.guard.expired(); });
    // Copies: a listener may observe more, and the state may be taken anew by what it calls.
    const auto observers = m_observers;
    const core::SessionNotice notice = m_state;
    for (const auto &[weak, listener] : observers)
        if (const Guard guard = weak.lock())
            listener(notice);
}

NetShopSession::AssetRequest NetShopSession::asset(std::string sha256, AssetListener listener)
{
    const std::uint64_t ticket = ++m_lastTicket;
    m_assets[ticket] = std::move(listener);
    const auto done = [this, ticket](core::Result<std::string> outcome) {
        post([this, ticket, outcome = std::move(outcome)] {
            if (const auto asset = m_assets.extract(ticket))
                asset.mapped().done(outcome);
        });
    };
    const auto progress = [this, ticket](double part) {
        post([this, ticket, part] {
            if (const auto asset = m_assets.find(ticket); asset != m_assets.end() && asset->second.progress)
                std::function(asset->second.progress)(part); // a copy: it may give up
        });
    };
    QMetaObject::invokeMethod(
        m_fetcher,
        [fetcher = m_fetcher, ticket, sha256 = std::move(sha256), done, progress] {
            fetcher->fetch(ticket, sha256, done, progress);
        },
        Qt::QueuedConnection);
    const auto giveUp = [session = QPointer(&m_gui), this, ticket](const void *) {
        if (session)
            giveUpAsset(ticket);
    };
    return {&m_assets, giveUp};
}

void NetShopSession::giveUpAsset(std::uint64_t ticket)
{
    if (m_assets.erase(ticket) == 0)
        return;
    QMetaObject::invokeMethod(
        m_fetcher, [fetcher = m_fetcher, ticket] { fetcher->giveUp(ticket); }, Qt::QueuedConnection);
}

core::Result<std::unique_ptr<core::ShopSession>> openShopSession(const SessionOptions &options)
{
    return NetShopSession::open(options).transform(
        [](std::unique_ptr<NetShopSession> session) { return std::unique_ptr<core::ShopSession>(std::move(session)); });
}

} // namespace vitrine::net
