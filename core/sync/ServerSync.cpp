// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/ServerSync.h"

#include "core/entities/Sales.h"
#include "core/values/Contract.h"

namespace vitrine::core::sync {
namespace {

constexpr int kMissedHeartbeats = 3;
constexpr std::string_view kRegistration = "registerDevice";

bool isPassing(ErrorCode code)
{
    return code == ErrorCode::Unavailable || code == ErrorCode::StorageFull || code == ErrorCode::Corrupt ||
           code == ErrorCode::Internal;
}

} // namespace

Result<std::optional<Actor>> actorOfTokenHash(ReadTx &tx, std::string_view tokenHash)
{
    VITRINE_TRY(const auto device, tx.findBy<Device>("tokenHash", std::string(tokenHash)));
    if (!device)
        return std::nullopt;
    return Actor::shopper(device->value.id, *device->value.customer);
}

ServerSync::ServerSync(const ServerSyncSettings &settings, Elapsed now)
    : m_settings(settings)
    , m_lastHeard(now)
{
    VITRINE_EXPECT(settings.identify != nullptr);
}

// Inputs --------------------------------------------------------------------------------------------------------------

void ServerSync::received(std::string_view text, Elapsed now)
{
    if (isOver())
        return;
    m_lastHeard = now;
    if (const auto frame = decode(text))
        dispatch(*frame);
    else
        end(frame.error().code, describe(frame.error()));
    flush();
}

void ServerSync::dispatch(const Frame &frame)
{
    if (const auto *hello = std::get_if<Hello>(&frame.message))
        return handle(*hello);
    if (m_phase == Phase::Waiting)
        return protocolError("the first frame has to be a hello");
    if (const auto *submit = std::get_if<Submit>(&frame.message))
        return handle(*submit, frame.payload.front());
    if (const auto *ack = std::get_if<Ack>(&frame.message))
        return handle(*ack);
    if (const auto *ping = std::get_if<Ping>(&frame.message))
        return send(Pong{ping->number});
    protocolError("this frame is a server's to send");
}

void ServerSync::handle(const Hello &hello)
{
    if (m_phase != Phase::Waiting)
        return protocolError("a second hello");
    if (hello.protocol != kProtocol)
        return end(ErrorCode::Unsupported, "this server speaks protocol " + std::to_string(kProtocol));
    m_hello = hello;
    m_phase = Phase::Identifying;
}

void ServerSync::handle(const Submit &submit, std::string_view body)
{
    m_waitingBytes += submit.name.size() + body.size() + sizeof(CommandRequest);
    if (m_waitingBytes > kMaxWaitingBytes)
        return end(ErrorCode::TooLarge, "too many commands wait for their answers");
    m_waiting.push_back({submit.key, submit.name, std::string(body)});
}

void ServerSync::handle(const Ack &ack)
{
    if (!m_stream.acknowledge(ack.batch))
        protocolError("batch " + std::to_string(ack.batch) + " was not waiting for an ack");
}

void ServerSync::answered(const Uuid &key, const Result<CommandAnswer> &answer)
{
    if (isOver())
        return;
    --m_running;
    const bool isRegistration = m_registering == key;
    if (isRegistration)
        m_registering.reset();
    if (!answer) {
        send(Answer{key, false, 0, true}, errorJson(answer.error()));
    } else if (!answer->reply) {
        send(Answer{key, false, answer->seq, isPassing(answer->reply.error().code)}, errorJson(answer->reply.error()));
    } else {
        send(Answer{key, true, answer->seq, false}, *answer->reply);
        m_stream.noteHead(answer->seq);
        m_stream.owe(answer->seq);
        if (isRegistration && m_hello.token)
            m_phase = Phase::Identifying;
    }
}

void ServerSync::committed(std::int64_t seq) { m_stream.noteHead(seq); }

void ServerSync::tick(Elapsed now)
{
    if (!isOver() && now - m_lastHeard >= kMissedHeartbeats * m_settings.heartbeat)
        end(ErrorCode::Timeout, "nothing was heard for " + std::to_string(kMissedHeartbeats) + " heartbeats");
}

void ServerSync::end(ErrorCode code, std::string detail)
{
    if (isOver())
        return;
    send(Goodbye{std::string(name(code)), std::move(detail)});
    m_phase = Phase::Over;
    m_waiting.clear();
}

void ServerSync::protocolError(std::string detail) { end(ErrorCode::Malformed, std::move(detail)); }

// What they lead to ---------------------------------------------------------------------------------------------------

bool ServerSync::wantsRead() const
{
    if (m_phase == Phase::Identifying)
        return true;
    // While a registration runs its own entries may be in the log already. A checkpoint past them, without the rows
    // that it lets this device see, would make a later connection skip those rows.
    return m_phase == Phase::Streaming && !m_registering && m_stream.wantsRead();
}

void ServerSync::read(LogTx &tx)
{
    VITRINE_EXPECT(wantsRead());
    const Status status = m_phase == Phase::Identifying ? identify(tx) : m_stream.read(tx);
    if (!status)
        end(status.error().code, status.error().detail);
    flush();
}

Status ServerSync::identify(LogTx &tx)
{
    if (m_hello.token) {
        VITRINE_TRY(const std::optional<Actor> known, m_settings.identify(tx, *m_hello.token));
        m_actor = known.value_or(Actor::nobody());
    }
    m_phase = Phase::Streaming;
    if (!m_isWelcomed)
        return welcome(tx);
    m_stream.widen(m_actor.scopes());
    return {};
}

Status ServerSync::welcome(LogTx &tx)
{
    VITRINE_TRY(const std::int64_t head, tx.head());
    VITRINE_TRY(const std::int64_t horizon, tx.horizon());
    const std::int64_t cursor = m_hello.cursor;
    const bool goesOn = cursor > 0 && m_hello.origin == m_settings.origin && cursor <= head && cursor + 1 >= horizon;
    m_isWelcomed = true;
    send(Welcome{.origin = m_settings.origin,
                 .snapshot = !goesOn,
                 .known = m_actor.isKnown(),
                 .heartbeatMs = m_settings.heartbeat.count()});
    if (goesOn)
        m_stream.followFrom(cursor, m_actor.scopes());
    else
        m_stream.startOver(head, m_actor.scopes());
    m_stream.noteHead(head);
    return {};
}

std::optional<CommandRequest> ServerSync::nextCommand()
{
    if (m_phase != Phase::Streaming || m_registering || m_waiting.empty() || m_running >= kMaxRunning)
        return std::nullopt;
    if (!m_actor.isKnown() && m_waiting.front().name == kRegistration) {
        // What was submitted before it is decided as who this was before.
        if (m_running > 0)
            return std::nullopt;
        m_registering = m_waiting.front().key;
    }
    CommandRequest command = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_waitingBytes -= command.name.size() + command.body.size() + sizeof(CommandRequest);
    ++m_running;
    return command;
}

void ServerSync::send(const Message &message, std::string_view payload)
{
    m_frames.push_back(encode(message, payload));
}

void ServerSync::flush()
{
    if (m_phase == Phase::Streaming || m_phase == Phase::Identifying)
        m_stream.take(m_frames);
}

} // namespace vitrine::core::sync
