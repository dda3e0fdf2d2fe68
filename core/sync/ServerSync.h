// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commands/Registry.h"
#include "core/ports/Store.h"
#include "core/sync/ServerSyncStream.h"

#include <chrono>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// The server's side of one device's connection as a state machine: no socket, no thread, no clock, no store of its
/// own.
namespace vitrine::core::sync {

/// The actor of the device whose token hashes to this. Nothing where there is none.
[[nodiscard]] Result<std::optional<Actor>> actorOfTokenHash(ReadTx &tx, std::string_view tokenHash);

struct ServerSyncSettings {
    /// The store's id: what replicas are copies of.
    std::string origin{};
    std::chrono::milliseconds heartbeat{15'000};
    /// Who has this token; nothing where nobody has.
    std::function<Result<std::optional<Actor>>(ReadTx &tx, std::string_view token)> identify{};
};

/// Inputs come in any order; what they lead to is fetched afterwards: frames to send, commands to run, and whether
/// there is something to read. Whatever the device does, memory stays bounded: rows are read only as fast as they are
/// acknowledged, and a device that sends without end is told goodbye. One thread uses it.
class ServerSync
{
public:
    /// Time since some moment, by a clock that only runs forward.
    using Elapsed = std::chrono::milliseconds;

    /// Commands being run at one time; the rest waits here.
    static constexpr std::size_t kMaxRunning = 64;
    /// Of the commands that wait here.
    static constexpr std::size_t kMaxWaitingBytes = std::size_t{8} << 20;

    /// `settings` outlive this.
    ServerSync(const ServerSyncSettings &settings, Elapsed now);

    // Inputs
    void received(std::string_view frame, Elapsed now);
    /// How a command that nextCommand() gave out ended: decided, or why not now.
    void answered(const Uuid &key, const Result<CommandAnswer> &answer);
    /// The log has grown to `seq`.
    void committed(std::int64_t seq);
    void tick(Elapsed now);
    /// Says goodbye; nothing more happens here.
    void end(ErrorCode code, std::string detail);

    // What they lead to
    /// True: read() has something to do now.
    [[nodiscard]] bool wantsRead() const;
    /// Does one bounded piece of work over a fresh snapshot of the store. What fails ends the connection.
    void read(LogTx &tx);
    [[nodiscard]] std::vector<std::string> takeFrames() { return std::exchange(m_frames, {}); }
    /// A command to run now as actor(); nothing where none is due. Each is answered by answered().
    [[nodiscard]] std::optional<CommandRequest> nextCommand();
    [[nodiscard]] const Actor &actor() const { return m_actor; }
    /// Goodbye has been said: send what takeFrames() still holds and close.
    [[nodiscard]] bool isOver() const { return m_phase == Phase::Over; }

private:
    enum class Phase : std::uint8_t {
        Waiting,     ///< For the hello.
        Identifying, ///< A read finds out who this is.
        Streaming,
        Over,
    };

    void handle(const Hello &hello);
    void handle(const Submit &submit, std::string_view body);
    void handle(const Ack &ack);
    void dispatch(const Frame &frame);
    void protocolError(std::string detail);

    [[nodiscard]] Status identify(LogTx &tx);
    [[nodiscard]] Status welcome(LogTx &tx);
    void send(const Message &message, std::string_view payload = {});
    void flush();

    const ServerSyncSettings &m_settings;
    Phase m_phase = Phase::Waiting;
    Hello m_hello;
    Actor m_actor;
    Elapsed m_lastHeard{};

    ServerSyncStream m_stream;
    bool m_isWelcomed = false;

    std::deque<CommandRequest> m_waiting;
    std::size_t m_waitingBytes = 0;
    std::size_t m_running = 0;
    /// The command that may make this device known: what it changes decides what later ones may do and what may be
    /// seen, so nothing overtakes it.
    std::optional<Uuid> m_registering;

    std::vector<std::string> m_frames;
};

} // namespace vitrine::core::sync
