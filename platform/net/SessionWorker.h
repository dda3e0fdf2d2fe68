// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/ClientSync.h"
#include "platform/net/SyncSocket.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>
#include <unordered_map>

namespace vitrine::net {

/// The session's own thread: replica, state machine and socket. Made and loaded on the thread that opens the session,
/// then moved; from there on every call comes on its own thread.
class SessionWorker final : public QObject, private core::sync::ClientPort
{
public:
    /// Called on the worker's thread; whoever takes them carries them over to the GUI thread.
    struct Events {
        std::function<void(const core::SessionNotice &)> changed;
        std::function<void(std::uint64_t ticket, const core::SubmitOutcome &)> submitted;
        std::function<void(std::uint64_t ticket)> wasRead;
    };
    struct Parts {
        std::unique_ptr<core::Replica> replica;
        QUrl address;
        // Outlive the worker.
        const core::Clock &clock;
        core::RandomSource &random;
        Events events;
    };
    using Work = std::function<void(core::ReadTx &)>;

    explicit SessionWorker(Parts parts);
    ~SessionWorker() override;

    /// Before the move. Errors of the replica.
    [[nodiscard]] core::Status load();
    [[nodiscard]] core::sync::DeviceIdentity identity() const { return m_sync.identity(); }
    [[nodiscard]] core::SessionNotice state() const { return m_sync.state(); }
    /// The latest reading in the own cart, from which this device's clock goes on.
    [[nodiscard]] core::Result<core::Hlc> latestHlc();

    void start();
    void stop();
    void read(std::uint64_t ticket, Work work);
    void submit(std::uint64_t ticket, std::string name, std::string body);
    void dismissParked(std::int64_t position);
    void retryNow();
    /// A copy: for the list of what waits and what was refused.
    [[nodiscard]] std::vector<core::QueuedCommand> outbox() const;

private:
    // ClientPort
    void openSocket() override;
    void closeSocket() override;
    void send(std::string frame) override;
    void changed(const core::SessionNotice &notice) override;
    void decided(std::int64_t position, const core::SubmitOutcome &outcome) override;
    void trouble(const core::Error &error) override;

    [[nodiscard]] core::sync::Elapsed now() const { return core::sync::Elapsed(m_sinceStart.elapsed()); }
    /// After every input: what was put off, and the next wake-up.
    void settle();

    const std::unique_ptr<core::Replica> m_replica;
    const core::Clock &m_clock;
    const Events m_events;
    core::CommandRegistry m_predictions;
    core::sync::ClientSync m_sync;
    SyncSocket m_socket;
    QTimer m_wake;
    QElapsedTimer m_sinceStart;
    /// Reads that came while a large checkpoint was being streamed in.
    std::vector<std::pair<std::uint64_t, Work>> m_waitingReads;
    std::unordered_map<std::int64_t, std::uint64_t> m_ticketAt;
};

} // namespace vitrine::net
