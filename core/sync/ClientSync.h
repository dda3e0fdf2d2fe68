// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/ShopSession.h"
#include "core/sync/ClientSyncBackOff.h"
#include "core/sync/ClientSyncOutbox.h"
#include "core/sync/ClientSyncStage.h"
#include "core/sync/ClientSyncView.h"
#include "core/sync/Messages.h"

#include <chrono>
#include <functional>
#include <optional>

/// The device's side of the sync as a state machine: no socket, no thread, no clock.
namespace vitrine::core::sync {

/// Time since the session began, by a clock that only runs forward.
using Elapsed = std::chrono::milliseconds;

/// What a ClientSync asks of the world. Called from within its inputs, which must not be called back from here.
class ClientPort
{
public:
    virtual ~ClientPort() = default;
    /// Answered later by connected() or disconnected().
    virtual void openSocket() = 0;
    /// The socket is given up at once; nothing more comes from it.
    virtual void closeSocket() = 0;
    virtual void send(std::string frame) = 0;
    /// At most once for each input, after it was worked off.
    virtual void changed(const SessionNotice &notice) = 0;
    /// How the command at this place of the outbox ended.
    virtual void decided(std::int64_t position, const SubmitOutcome &outcome) = 0;
    /// For the log: what went wrong and was dealt with.
    virtual void trouble(const Error &error) = 0;
};

struct DeviceIdentity {
    Id<Device> device{};
    Id<Customer> customer{};
    /// 64 hexadecimal digits: 256 random bits.
    std::string token{};
};

struct ClientSyncParts {
    // All outlive the ClientSync.
    Replica &replica;
    const CommandRegistry &predictions;
    /// Makes ids, the token and jitter: the operating system's in programs.
    RandomSource &random;
    ClientPort &port;
    /// Lower-case hexadecimal SHA-256 of its argument.
    std::string (*sha256Hex)(std::string_view);
};

/// What a submit came to on this device.
struct Submitted {
    /// Place in the outbox; 0 where the device refused the command itself.
    std::int64_t position = 0;
    /// Of the local run. {} where it had to be put off, since a large checkpoint is just coming in.
    SubmitOutcome outcome{};
};

/// Keeps a replica in step with the server and brings the outbox to it.
///
/// load() first, then start(); afterwards any input in any order: what does not fit the state is ignored. After every
/// input, nextWake() says when tick() is due. One thread.
///
/// A parked command's `parkedError` is the JSON of the error; a counter-offer is parked too, as a Conflict with the
/// whole reply in a further member, "offer".
class ClientSync
{
public:
    /// Commands on their way to the server at one time.
    static constexpr std::size_t kMaxInFlight = 16;

    explicit ClientSync(const ClientSyncParts &parts);

    /// Reads (at the first start: makes) the identity, and shows the outbox over the base. `now` is the wall clock's.
    [[nodiscard]] Status load(Time now);

    void start(Elapsed now);
    void connected(Elapsed now);
    /// The socket was lost, or could not be opened.
    void disconnected(Elapsed now);
    void received(std::string_view frame, Elapsed now);
    void tick(Elapsed now);
    /// There is a network again, or the shopper asks: no more waiting before the next try.
    void retryNow(Elapsed now);
    /// Closes the connection; start() takes it up again.
    void stop();

    /// Runs a command's prediction, queues it durably, and sends it when it can. `queuedAt` is the wall clock's.
    [[nodiscard]] Submitted submit(std::string name, std::string body, Time queuedAt, Elapsed now);
    /// Takes a parked command off the list. NotFound where none is parked there.
    [[nodiscard]] Status dismissParked(std::int64_t position);

    [[nodiscard]] std::optional<Elapsed> nextWake() const;
    /// False while a large checkpoint is streamed into the replica: its view must not be read then.
    [[nodiscard]] bool isViewReady() const { return !m_stage.isStreaming(); }
    [[nodiscard]] const DeviceIdentity &identity() const { return m_identity; }
    [[nodiscard]] std::span<const QueuedCommand> outbox() const { return m_outbox.commands(); }
    /// Without the entities, which go with each notice.
    [[nodiscard]] const SessionNotice &state() const { return m_state; }

private:
    enum class Phase : std::uint8_t {
        Stopped,
        Waiting,   ///< Until the next try.
        Opening,   ///< The socket.
        Greeting,  ///< Hello was sent.
        Enrolling, ///< The server does not know this device: nothing is taken in before it has answered that.
        Following,
    };
    enum class Again : std::uint8_t { AtOnce, AfterWaiting };

    [[nodiscard]] Status loadIdentity(Time now);
    [[nodiscard]] Status queueRegistration(Time now);
    [[nodiscard]] Actor actor() const { return Actor::shopper(m_identity.device, m_identity.customer); }

    void open(Elapsed now);
    void giveUpConnection(Elapsed now, Again again);
    void fault(const Error &error, Elapsed now);

    void handle(const Welcome &welcome, Elapsed now);
    void handle(const Answer &answer, std::string_view payload, Elapsed now);
    void handleChanges(const Frame &frame, Elapsed now);
    void handle(const Checkpoint &checkpoint, Elapsed now);
    void dispatch(const Frame &frame, Elapsed now);

    void askOtherStore();
    void enroll(Elapsed now);
    void enrolled(const QueuedCommand &registration, const Answer &answer, std::string_view payload, Elapsed now);
    void accepted(const QueuedCommand &command, std::int64_t seq, std::string_view reply);
    void refused(const QueuedCommand &command, std::string_view error);
    void offered(const QueuedCommand &command, std::string_view reply);

    void commitUnlessHeld(Elapsed now);
    [[nodiscard]] Status commitStage();
    [[nodiscard]] Status ownBase(std::string owner);
    void forgetConnection();
    void pump(Elapsed now);
    void rebase();
    void tell(std::int64_t position, Result<std::string> reply);
    void note(const Status &status);
    void refreshState();
    void finish();

    Replica &m_replica;
    RandomSource &m_random;
    ClientPort &m_port;
    std::string (*m_sha256Hex)(std::string_view);

    ClientOutbox m_outbox;
    ClientView m_view;
    ClientStage m_stage;
    DeviceIdentity m_identity;
    Time m_loadedAt{};

    Phase m_phase = Phase::Stopped;
    BackOff m_backOff;
    BackOff m_passingBackOff;
    /// Of the connection.
    std::int64_t m_nextBatch = 1;
    std::int64_t m_pings = 0;
    std::int64_t m_askedCursor = 0;
    std::string m_origin;
    std::chrono::milliseconds m_heartbeat{15'000};
    bool m_isKnown = false;
    bool m_wantsSnapshot = false;
    /// Whose rows the base has besides the catalogue: a customer's id; empty for nobody's.
    std::string m_baseOwner;
    /// The server refused to know this device; asked again at the next start.
    bool m_isAnonymous = false;
    /// One reconnect without waiting was used since the last time online.
    bool m_usedShortcut = false;
    /// Answers that a completed checkpoint waits for.
    std::set<Uuid> m_heldFor;

    // Deadlines, where one runs.
    std::optional<Elapsed> m_nextTry;
    std::optional<Elapsed> m_phaseEnds;
    std::optional<Elapsed> m_nextPing;
    std::optional<Elapsed> m_silenceEnds;
    std::optional<Elapsed> m_nextSubmit;
    std::optional<Elapsed> m_holdEnds;
    std::optional<Elapsed> m_answerDue;

    SessionNotice m_state;
    /// As the port was told last.
    SessionNotice m_told;
    std::set<std::string> m_changedEntities;
    std::vector<std::pair<std::int64_t, SubmitOutcome>> m_decisions;
    /// Places of commands that one store accepted and another has to decide again: told once is enough.
    std::set<std::int64_t> m_toldAlready;
};

} // namespace vitrine::core::sync
