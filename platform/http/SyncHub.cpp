// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/SyncHub.h"

namespace vitrine::http {

using core::ErrorCode;
using core::Status;
using core::sync::ServerSync;
using namespace std::chrono_literals;

namespace {

constexpr auto kTick = 250ms;

template <typename... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};

} // namespace

SyncHub::SyncHub(core::Store &store, CommandRunner &runner, Metrics &metrics, core::sync::ServerSyncSettings settings)
    : m_store(store)
    , m_runner(runner)
    , m_metrics(metrics)
    , m_settings(std::move(settings))
    , m_thread([this] { run(); })
{
}

SyncHub::~SyncHub() { finish(); }

// From any thread -----------------------------------------------------------------------------------------------------

SyncHub::Connection SyncHub::opened(std::shared_ptr<SyncPeer> peer)
{
    const std::scoped_lock lock(m_mutex);
    m_events.push_back(Opened{++m_last, std::move(peer)});
    m_wake.notify_one();
    return m_last;
}

void SyncHub::received(Connection connection, std::string frame) { post(Received{connection, std::move(frame)}); }

void SyncHub::misbehaved(Connection connection, ErrorCode code, std::string detail)
{
    post(Misbehaved{connection, {code, std::move(detail)}});
}

void SyncHub::closed(Connection connection) { post(Closed{connection}); }

void SyncHub::committed(std::int64_t seq)
{
    const std::scoped_lock lock(m_mutex);
    m_head = std::max(m_head, seq);
    m_wake.notify_one();
}

void SyncHub::drain()
{
    const std::scoped_lock lock(m_mutex);
    m_isDraining = true;
    m_wake.notify_one();
}

void SyncHub::finish()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isFinishing = true;
        m_wake.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void SyncHub::post(Event event)
{
    const std::scoped_lock lock(m_mutex);
    m_events.push_back(std::move(event));
    m_wake.notify_one();
}

// On the hub's thread -------------------------------------------------------------------------------------------------

SyncHub::Elapsed SyncHub::now()
{
    return std::chrono::duration_cast<Elapsed>(std::chrono::steady_clock::now().time_since_epoch());
}

void SyncHub::run()
{
    bool hasReading = false;
    while (true) {
        waitForWork(hasReading);
        for (Event &event : m_taken)
            workOff(std::move(event));
        m_taken.clear();
        for (auto &[connection, session] : m_sessions) {
            session.sync.committed(m_takenHead);
            if (now() - m_ticked >= kTick)
                session.sync.tick(now());
        }
        if (now() - m_ticked >= kTick)
            m_ticked = now();
        if (m_takenFinishing)
            return endAll();
        hasReading = readOnce();
        runCommands();
        sendFrames();
    }
}

void SyncHub::waitForWork(bool hasReading)
{
    std::unique_lock lock(m_mutex);
    const auto hasWork = [this] { return !m_events.empty() || m_head > m_takenHead || m_isFinishing; };
    if (!hasReading)
        m_wake.wait_for(lock, kTick, hasWork);
    m_taken.swap(m_events);
    m_takenHead = m_head;
    m_takenDraining = m_isDraining;
    m_takenFinishing = m_isFinishing;
}

SyncHub::Session *SyncHub::session(Connection connection)
{
    const auto found = m_sessions.find(connection);
    return found == m_sessions.end() ? nullptr : &found->second;
}

void SyncHub::workOff(Event event)
{
    std::visit(Overloaded{
                   [this](Opened &opened) {
                       m_sessions.emplace(opened.connection,
                                          Session{std::move(opened.peer), ServerSync(m_settings, now())});
                   },
                   [this](Received &received) {
                       m_metrics.countSyncFrames(1, 0);
                       if (Session *of = session(received.connection))
                           of->sync.received(received.frame, now());
                   },
                   [this](Misbehaved &misbehaved) {
                       if (Session *of = session(misbehaved.connection))
                           of->sync.end(misbehaved.error.code, std::move(misbehaved.error.detail));
                   },
                   [this](Closed &closed) { m_sessions.erase(closed.connection); },
                   [this](Answered &answered) {
                       if (Session *of = session(answered.connection))
                           of->sync.answered(answered.key, answered.answer);
                   },
               },
               event);
    m_metrics.setSyncConnections(static_cast<std::int64_t>(m_sessions.size()));
}

/// One piece for each session that wants one, all over one snapshot. True: some want more.
bool SyncHub::readOnce()
{
    const auto wants = [](const auto &entry) { return entry.second.sync.wantsRead(); };
    if (!std::ranges::any_of(m_sessions, wants))
        return false;
    const Status status = m_store.read([&](core::LogTx &tx) -> Status {
        for (auto &[connection, session] : m_sessions)
            if (session.sync.wantsRead())
                session.sync.read(tx);
        return {};
    });
    if (!status)
        for (auto &[connection, session] : m_sessions)
            if (session.sync.wantsRead())
                session.sync.end(ErrorCode::Unavailable, "the store can't be read");
    return std::ranges::any_of(m_sessions, wants);
}

void SyncHub::runCommands()
{
    if (m_takenDraining)
        return;
    for (auto &[connection, session] : m_sessions)
        while (auto command = session.sync.nextCommand()) {
            const core::Uuid key = command->key;
            m_runner.run(std::move(*command), session.sync.actor(),
                         [this, connection, key](core::Result<core::CommandAnswer> answer) {
                             post(Answered{connection, key, std::move(answer)});
                         });
        }
}

void SyncHub::sendFrames()
{
    std::erase_if(m_sessions, [this](auto &entry) {
        Session &session = entry.second;
        std::vector<std::string> frames = session.sync.takeFrames();
        if (!frames.empty())
            m_metrics.countSyncFrames(0, std::ssize(frames));
        for (std::string &frame : frames)
            session.peer->send(std::move(frame));
        if (!session.sync.isOver())
            return false;
        session.peer->close();
        return true;
    });
    m_metrics.setSyncConnections(static_cast<std::int64_t>(m_sessions.size()));
}

void SyncHub::endAll()
{
    for (auto &[connection, session] : m_sessions)
        session.sync.end(ErrorCode::Unavailable, "the server is stopping");
    sendFrames();
}

} // namespace vitrine::http
