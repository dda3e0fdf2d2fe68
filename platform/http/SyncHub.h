// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/ServerSync.h"
#include "platform/http/CommandRunner.h"
#include "platform/http/Metrics.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <variant>
#include <vector>

namespace vitrine::http {

/// A device's connection as the hub sees it. Both may be called from the hub's thread at any time, also when the
/// connection is gone already.
class SyncPeer
{
public:
    virtual ~SyncPeer() = default;
    virtual void send(std::string frame) = 0;
    virtual void close() = 0;
};

/// All sync connections of a server: one thread that gives each ServerSync its inputs, its readings of the store and
/// its commands' answers. Sockets stay outside.
class SyncHub
{
public:
    using Connection = std::uint64_t;

    /// All outlive the hub.
    SyncHub(core::Store &store, CommandRunner &runner, Metrics &metrics, core::sync::ServerSyncSettings settings);
    ~SyncHub();

    // Any thread.
    [[nodiscard]] Connection opened(std::shared_ptr<SyncPeer> peer);
    void received(Connection connection, std::string frame);
    /// The peer did what no device may do: it is told so and let go.
    void misbehaved(Connection connection, core::ErrorCode code, std::string detail);
    void closed(Connection connection);
    /// The log has grown. Cheap: wake-ups that nobody has seen yet are one.
    void committed(std::int64_t seq);

    /// Hands no more commands to the store; what was handed to it is still answered.
    void drain();
    /// Tells all devices goodbye, lets them go and ends the thread. Idempotent.
    void finish();

private:
    using Elapsed = core::sync::ServerSync::Elapsed;

    struct Opened {
        Connection connection;
        std::shared_ptr<SyncPeer> peer;
    };
    struct Received {
        Connection connection;
        std::string frame;
    };
    struct Misbehaved {
        Connection connection;
        core::Error error;
    };
    struct Closed {
        Connection connection;
    };
    struct Answered {
        Connection connection;
        core::Uuid key;
        core::Result<core::CommandAnswer> answer;
    };
    using Event = std::variant<Opened, Received, Misbehaved, Closed, Answered>;

    struct Session {
        std::shared_ptr<SyncPeer> peer;
        core::sync::ServerSync sync;
    };

    void post(Event event);
    void run();
    /// False where nothing came within the time of a tick.
    void waitForWork(bool hasReading);
    void workOff(Event event);
    [[nodiscard]] bool readOnce();
    void runCommands();
    void sendFrames();
    void endAll();
    [[nodiscard]] Session *session(Connection connection);
    [[nodiscard]] static Elapsed now();

    core::Store &m_store;
    CommandRunner &m_runner;
    Metrics &m_metrics;
    const core::sync::ServerSyncSettings m_settings;

    // Of the hub's thread alone.
    std::unordered_map<Connection, Session> m_sessions;
    Elapsed m_ticked{};

    std::mutex m_mutex;
    std::condition_variable m_wake;
    // Guarded by m_mutex.
    std::vector<Event> m_events;
    std::int64_t m_head = 0;
    Connection m_last = 0;
    bool m_isDraining = false;
    bool m_isFinishing = false;
    // What the thread took from there for one round.
    std::vector<Event> m_taken;
    std::int64_t m_takenHead = 0;
    bool m_takenDraining = false;
    bool m_takenFinishing = false;

    std::thread m_thread;
};

} // namespace vitrine::http
