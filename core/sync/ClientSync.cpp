// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/ClientSync.h"

#include "core/values/Contract.h"
#include "core/values/Hex.h"

#include <algorithm>
#include <array>

namespace vitrine::core::sync {
namespace {

using namespace std::chrono_literals;

constexpr Elapsed kOpenLimit = 10s;
constexpr Elapsed kGreetLimit = 10s;
constexpr int kMissedHeartbeats = 3;
/// What the server takes as a frame; a larger command would be cut off for ever.
constexpr std::size_t kMaxBody = std::size_t{256} << 10;

constexpr std::string_view kDeviceSetting = "device.id";
constexpr std::string_view kCustomerSetting = "device.customer";
constexpr std::string_view kTokenSetting = "device.token";
constexpr std::string_view kOwnerSetting = "sync.baseOwner";

std::string randomToken(RandomSource &random)
{
    std::string token;
    for (int word = 0; word < 4; ++word) {
        std::uint64_t bits = random.next();
        for (int digit = 0; digit < 16; ++digit, bits >>= 4)
            token += kHexDigits[bits & 15];
    }
    return token;
}

/// Reads an id kept in the settings, or makes it.
Result<Uuid> keptId(Replica &replica, std::string_view name, Time now, RandomSource &random)
{
    VITRINE_TRY(const std::optional<std::string> kept, replica.setting(name));
    if (kept)
        return Uuid::parse(*kept);
    const Uuid id = Uuid::make(now, random);
    VITRINE_CHECK(replica.setSetting(name, id.text()));
    return id;
}

} // namespace

ClientSync::ClientSync(const ClientSyncParts &parts)
    : m_replica(parts.replica)
    , m_random(parts.random)
    , m_port(parts.port)
    , m_sha256Hex(parts.sha256Hex)
    , m_outbox(parts.replica)
    , m_view(parts.replica, parts.predictions)
    , m_stage(parts.replica)
{
}

Status ClientSync::load(Time now)
{
    m_loadedAt = now;
    VITRINE_CHECK(m_outbox.load());
    VITRINE_CHECK(loadIdentity(now));
    VITRINE_TRY(const std::optional<std::string> owner, m_replica.setting(kOwnerSetting));
    m_baseOwner = owner.value_or(std::string());
    VITRINE_CHECK(m_outbox.dropArrived(m_replica.cursor()).transform([](bool) {}));
    VITRINE_CHECK(m_view.rebase(m_outbox.commands(), actor()));
    (void)m_view.takeTouched();
    refreshState();
    m_told = m_state;
    return {};
}

Status ClientSync::loadIdentity(Time now)
{
    VITRINE_TRY(const Uuid device, keptId(m_replica, kDeviceSetting, now, m_random));
    VITRINE_TRY(const Uuid customer, keptId(m_replica, kCustomerSetting, now, m_random));
    m_identity.device = Id<Device>(device);
    m_identity.customer = Id<Customer>(customer);
    VITRINE_TRY(std::optional<std::string> token, m_replica.setting(kTokenSetting));
    if (token) {
        m_identity.token = std::move(*token);
        return {};
    }
    m_identity.token = randomToken(m_random);
    VITRINE_CHECK(m_replica.setSetting(kTokenSetting, m_identity.token));
    return queueRegistration(now);
}

Status ClientSync::queueRegistration(Time now)
{
    const RegisterDevice command{m_identity.device, m_identity.customer, m_sha256Hex(m_identity.token)};
    return m_outbox
        .add({.key = Uuid::make(now, m_random),
              .name = std::string(kRegistration),
              .body = toJson(command),
              .queuedAt = now})
        .transform([](auto) {});
}

// Inputs --------------------------------------------------------------------------------------------------------------

void ClientSync::start(Elapsed now)
{
    if (m_phase != Phase::Stopped)
        return;
    m_state.connection = Connection::Connecting;
    open(now);
    finish();
}

void ClientSync::connected(Elapsed now)
{
    if (m_phase != Phase::Opening)
        return;
    m_phase = Phase::Greeting;
    m_phaseEnds = now + kGreetLimit;
    const bool isOwnBase = m_baseOwner == m_identity.customer.text() && !m_wantsSnapshot;
    m_askedCursor = isOwnBase ? m_replica.cursor() : 0;
    m_port.send(encode(Hello{
        .token = m_identity.token, .origin = isOwnBase ? m_replica.origin() : std::string(), .cursor = m_askedCursor}));
    finish();
}

void ClientSync::disconnected(Elapsed now)
{
    if (m_phase == Phase::Stopped || m_phase == Phase::Waiting)
        return;
    giveUpConnection(now, Again::AfterWaiting);
    finish();
}

void ClientSync::received(std::string_view text, Elapsed now)
{
    if (m_phase != Phase::Greeting && m_phase != Phase::Enrolling && m_phase != Phase::Following)
        return;
    m_silenceEnds = now + kMissedHeartbeats * m_heartbeat;
    if (const auto frame = decode(text); frame)
        dispatch(*frame, now);
    else
        fault(frame.error(), now);
    finish();
}

void ClientSync::tick(Elapsed now)
{
    const auto due = [now](const std::optional<Elapsed> &at) { return at && *at <= now; };
    if (due(m_nextTry)) {
        open(now);
    } else if (due(m_phaseEnds) || due(m_silenceEnds) || due(m_answerDue)) {
        fault({ErrorCode::Timeout, "the server fell silent"}, now);
    } else {
        if (due(m_nextPing)) {
            m_nextPing = now + m_heartbeat;
            m_port.send(encode(Ping{++m_pings}));
        }
        commitUnlessHeld(now);
        pump(now);
    }
    finish();
}

void ClientSync::retryNow(Elapsed now)
{
    if (m_phase != Phase::Waiting)
        return;
    m_backOff.reset();
    open(now);
    finish();
}

void ClientSync::stop()
{
    if (m_phase == Phase::Stopped)
        return;
    if (m_phase != Phase::Waiting)
        m_port.closeSocket();
    forgetConnection();
    m_phase = Phase::Stopped;
    m_state.connection = Connection::Offline;
    finish();
}

Submitted ClientSync::submit(std::string name, std::string body, Time queuedAt, Elapsed now)
{
    const auto refuse = [this](Error error) {
        finish();
        return Submitted{0, {std::unexpected(std::move(error)), true}};
    };
    if (body.size() > kMaxBody)
        return refuse({ErrorCode::TooLarge, "a command of " + std::to_string(body.size()) + " bytes"});
    if (body.contains('\n'))
        return refuse({ErrorCode::Malformed, "a command's body stands in one line"});

    QueuedCommand command{
        .key = Uuid::make(queuedAt, m_random), .name = std::move(name), .body = std::move(body), .queuedAt = queuedAt};
    Result<std::string> reply = std::string("{}");
    if (isViewReady())
        reply = m_view.run(command, actor());
    if (!reply)
        return refuse(std::move(reply).error());
    const Result<std::int64_t> position = m_outbox.add(std::move(command));
    if (!position) {
        rebase();
        return refuse(position.error());
    }
    pump(now);
    finish();
    return {*position, {std::move(reply), false}};
}

Status ClientSync::dismissParked(std::int64_t position)
{
    const auto found = std::ranges::find(outbox(), position, &QueuedCommand::position);
    if (found == outbox().end() || !found->isParked())
        return fail(ErrorCode::NotFound, "no command is parked at " + std::to_string(position));
    Status status = m_outbox.remove(position);
    finish();
    return status;
}

std::optional<Elapsed> ClientSync::nextWake() const
{
    std::optional<Elapsed> next;
    for (const auto &at : {m_nextTry, m_phaseEnds, m_nextPing, m_silenceEnds, m_nextSubmit, m_holdEnds, m_answerDue})
        if (at && (!next || *at < *next))
            next = at;
    return next;
}

// The connection ------------------------------------------------------------------------------------------------------

void ClientSync::open(Elapsed now)
{
    m_nextTry.reset();
    m_phase = Phase::Opening;
    m_phaseEnds = now + kOpenLimit;
    m_nextBatch = 1;
    m_port.openSocket();
}

void ClientSync::forgetConnection()
{
    // A checkpoint that came whole is worth as much as before the cut.
    if (m_stage.isComplete())
        note(commitStage());
    const bool wasStreaming = m_stage.isStreaming();
    m_stage.drop();
    if (wasStreaming)
        rebase();
    m_outbox.nothingInFlight();
    m_heldFor.clear();
    for (auto *deadline :
         {&m_nextTry, &m_phaseEnds, &m_nextPing, &m_silenceEnds, &m_nextSubmit, &m_holdEnds, &m_answerDue})
        deadline->reset();
}

void ClientSync::giveUpConnection(Elapsed now, Again again)
{
    m_port.closeSocket();
    forgetConnection();
    if (again == Again::AtOnce && !m_usedShortcut) {
        m_usedShortcut = true;
        open(now);
        return;
    }
    // A cut is no news while the first try after it may succeed at once.
    m_state.connection = m_state.connection == Connection::Online ? Connection::Connecting : Connection::Offline;
    m_phase = Phase::Waiting;
    m_nextTry = now + m_backOff.next(m_random);
}

void ClientSync::fault(const Error &error, Elapsed now)
{
    m_port.trouble(error);
    giveUpConnection(now, Again::AfterWaiting);
}

void ClientSync::dispatch(const Frame &frame, Elapsed now)
{
    if (const auto *goodbye = std::get_if<Goodbye>(&frame.message))
        return fault({ErrorCode::Unavailable, "the server said goodbye: " + goodbye->code + ", " + goodbye->detail},
                     now);
    if (std::holds_alternative<Welcome>(frame.message) != (m_phase == Phase::Greeting))
        return fault({ErrorCode::Malformed, "a greeting out of turn"}, now);

    if (const auto *welcome = std::get_if<Welcome>(&frame.message))
        handle(*welcome, now);
    else if (const auto *answer = std::get_if<Answer>(&frame.message))
        handle(*answer, frame.payload.front(), now);
    else if (m_phase == Phase::Enrolling)
        return; // Rows for nobody: the connection is opened anew once the device is known.
    else if (std::holds_alternative<Changes>(frame.message))
        handleChanges(frame, now);
    else if (const auto *checkpoint = std::get_if<Checkpoint>(&frame.message))
        handle(*checkpoint, now);
}

void ClientSync::handle(const Welcome &welcome, Elapsed now)
{
    if (welcome.protocol != kProtocol)
        return fault({ErrorCode::Unsupported, "the server speaks protocol " + std::to_string(welcome.protocol)}, now);
    const bool isOther = welcome.origin != m_replica.origin();
    if (isOther && !m_replica.origin().empty())
        askOtherStore();
    const bool fromEmpty = welcome.snapshot || m_askedCursor == 0;
    if (isOther && !fromEmpty) {
        m_wantsSnapshot = true;
        return fault({ErrorCode::Conflict, "the server goes on in the log of another store"}, now);
    }

    m_origin = welcome.origin;
    m_isKnown = welcome.known;
    m_heartbeat = std::clamp<std::chrono::milliseconds>(std::chrono::milliseconds(welcome.heartbeatMs), 1s, 5min);
    m_phaseEnds.reset();
    m_nextPing = now + m_heartbeat;
    m_silenceEnds = now + kMissedHeartbeats * m_heartbeat;
    if (!m_isKnown && !m_isAnonymous)
        return enroll(now);

    // The server knows the token: a registration that still waits has been done, and only its answer was lost. (Asking
    // again would ask as somebody else than the first time, which an idempotency key does not allow.)
    const QueuedCommand *registration = m_outbox.waitingRegistration();
    if (m_isKnown && registration != nullptr)
        note(m_outbox.accept(registration->key, 1));
    m_phase = Phase::Following;
    m_stage.begin(fromEmpty);
    pump(now);
}

// Who this device is --------------------------------------------------------------------------------------------------

void ClientSync::askOtherStore()
{
    for (const QueuedCommand &command : outbox())
        if (command.acceptedSeq != 0)
            m_toldAlready.insert(command.position);
    note(m_outbox.forgetAcceptances());
}

void ClientSync::enroll(Elapsed now)
{
    m_phase = Phase::Enrolling;
    if (m_outbox.waitingRegistration() == nullptr) {
        std::vector<std::int64_t> old;
        for (const QueuedCommand &command : outbox())
            if (command.name == kRegistration)
                old.push_back(command.position);
        for (const std::int64_t position : old)
            note(m_outbox.remove(position));
        note(queueRegistration(m_loadedAt));
    }
    pump(now);
}

void ClientSync::enrolled(const QueuedCommand &registration, const Answer &answer, std::string_view payload,
                          Elapsed now)
{
    if (!answer.ok) {
        m_isAnonymous = true;
        refused(registration, payload);
    } else {
        note(m_outbox.accept(registration.key, std::max<std::int64_t>(answer.seq, 1)));
    }
    // The new connection starts with the rows of this customer in its snapshot; one that was opened as nobody's would
    // have to be told of them somehow.
    giveUpConnection(now, Again::AtOnce);
}

Status ClientSync::ownBase(std::string owner)
{
    if (m_baseOwner == owner)
        return {};
    VITRINE_CHECK(m_replica.setSetting(kOwnerSetting, owner));
    m_baseOwner = std::move(owner);
    return {};
}

// Telling -------------------------------------------------------------------------------------------------------------

void ClientSync::rebase()
{
    if (isViewReady())
        note(m_view.rebase(m_outbox.commands(), actor()));
}

void ClientSync::tell(std::int64_t position, Result<std::string> reply)
{
    if (m_toldAlready.erase(position) == 0)
        m_decisions.push_back({position, {std::move(reply), true}});
}

void ClientSync::note(const Status &status)
{
    if (!status)
        m_port.trouble(status.error());
}

void ClientSync::refreshState()
{
    m_state.waitingCommands = m_outbox.waiting();
    m_state.parkedCommands = m_outbox.parked();
}

void ClientSync::finish()
{
    (void)m_outbox.catchUp(); // Was told when it failed first.
    m_changedEntities.merge(m_view.takeTouched());
    refreshState();
    // While a large checkpoint comes in there is nothing to read: the news waits for its end.
    std::set<std::string> entities = isViewReady() ? std::exchange(m_changedEntities, {}) : std::set<std::string>();
    const bool isNews = !entities.empty() || m_state.connection != m_told.connection ||
                        m_state.waitingCommands != m_told.waitingCommands ||
                        m_state.parkedCommands != m_told.parkedCommands;
    m_told = m_state;
    if (isNews) {
        SessionNotice notice = m_state;
        notice.entities = std::move(entities);
        m_port.changed(notice);
    }
    for (const auto &[position, outcome] : std::exchange(m_decisions, {}))
        m_port.decided(position, outcome);
}

} // namespace vitrine::core::sync
