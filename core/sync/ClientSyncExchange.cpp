// SPDX-License-Identifier: GPL-3.0-or-later
// What a ClientSync does with an open connection: rows come in, commands go out, answers come back.
#include "core/sync/ClientSync.h"

namespace vitrine::core::sync {
namespace {

using namespace std::chrono_literals;

/// A connection that pings but answers no command for so long is given up.
constexpr Elapsed kAnswerLimit = 30s;
/// A checkpoint may hold the effect of a command whose answer is a moment behind. Committed at once, the effect would
/// be shown twice until the answer comes; so the commit waits, but no longer than this.
constexpr Elapsed kHoldLimit = 300ms;

bool isCounterOffer(std::string_view reply)
{
    struct Mark {
        std::string outcome{};
    };
    const auto mark = fromJson<Mark>(reply, JsonReading::Stored);
    return mark && mark->outcome == enumName(OrderOutcome::CounterOffer);
}

std::string offerJson(std::string_view reply)
{
    JsonWriter writer;
    writer.beginObject();
    writer.member("code", name(ErrorCode::Conflict));
    writer.member("detail", "the shop made another offer");
    writer.member("where", "");
    writer.rawMember("offer", reply);
    writer.endObject();
    return std::move(writer).take();
}

} // namespace

// Rows ----------------------------------------------------------------------------------------------------------------

void ClientSync::handleChanges(const Frame &frame, Elapsed now)
{
    const std::int64_t batch = std::get<Changes>(frame.message).batch;
    if (batch != m_nextBatch)
        return fault({ErrorCode::Malformed,
                      "batch " + std::to_string(batch) + " came instead of " + std::to_string(m_nextBatch)},
                     now);
    ++m_nextBatch;
    Status taken =
        decodeChanges(frame).and_then([this](std::vector<Change> changes) { return m_stage.take(std::move(changes)); });
    if (!taken) {
        rebase();
        return fault(taken.error(), now);
    }
    m_port.send(encode(Ack{batch}));
}

void ClientSync::handle(const Checkpoint &checkpoint, Elapsed now)
{
    m_stage.complete(checkpoint.cursor);
    m_heldFor = m_outbox.inFlight();
    if (!m_holdEnds)
        m_holdEnds = now + kHoldLimit;
    commitUnlessHeld(now);
}

void ClientSync::commitUnlessHeld(Elapsed now)
{
    if (!m_stage.isComplete())
        return;
    if (!m_heldFor.empty() && now < m_holdEnds && isViewReady())
        return;
    m_holdEnds.reset();
    m_heldFor.clear();
    if (const Status status = commitStage(); !status)
        return fault(status.error(), now);
    m_backOff.reset();
    m_usedShortcut = false;
    m_state.connection = Connection::Online;
}

Status ClientSync::commitStage()
{
    // Should the power fail between the two writes, the base counts as nobody's, and is fetched anew.
    if (!m_isKnown)
        VITRINE_CHECK(ownBase({}));
    auto committed = m_stage.commit(m_origin);
    if (!committed) {
        rebase();
        return std::unexpected(std::move(committed).error());
    }
    m_wantsSnapshot = false;
    m_changedEntities.merge(committed->entities);
    const Result<bool> dropped = m_outbox.dropArrived(m_replica.cursor());
    if (committed->isNew || dropped.value_or(true))
        rebase();
    if (m_isKnown)
        VITRINE_CHECK(ownBase(m_identity.customer.text()));
    return dropped.transform([](bool) {});
}

// Commands ------------------------------------------------------------------------------------------------------------

void ClientSync::pump(Elapsed now)
{
    if (m_phase != Phase::Following && m_phase != Phase::Enrolling)
        return;
    if (m_nextSubmit && now < *m_nextSubmit)
        return;
    m_nextSubmit.reset();
    while (m_outbox.inFlight().size() < kMaxInFlight) {
        const QueuedCommand *command = m_outbox.nextToSend(m_phase == Phase::Enrolling);
        if (command == nullptr)
            break;
        m_outbox.sent(command->key);
        m_port.send(encode(Submit{command->key, command->name}, command->body));
    }
    if (m_outbox.inFlight().empty())
        m_answerDue.reset();
    else if (!m_answerDue)
        m_answerDue = now + kAnswerLimit;
}

void ClientSync::handle(const Answer &answer, std::string_view payload, Elapsed now)
{
    const QueuedCommand *command = m_outbox.find(answer.key);
    // An answer that came twice, or to what this device has forgotten.
    if (command == nullptr || command->isParked() || command->acceptedSeq != 0)
        return;
    m_answerDue.reset();
    m_heldFor.erase(answer.key);
    if (answer.passing) {
        m_outbox.returned(answer.key);
        m_nextSubmit = now + m_passingBackOff.next(m_random);
    } else {
        m_passingBackOff.reset();
        if (m_phase == Phase::Enrolling && command->name == kRegistration)
            return enrolled(*command, answer, payload, now);
        if (!answer.ok)
            refused(*command, payload);
        else if (isCounterOffer(payload))
            offered(*command, payload);
        else
            accepted(*command, answer.seq, payload);
    }
    commitUnlessHeld(now);
    pump(now);
}

void ClientSync::accepted(const QueuedCommand &command, std::int64_t seq, std::string_view reply)
{
    tell(command.position, std::string(reply));
    if (seq > m_replica.cursor())
        return note(m_outbox.accept(command.key, seq));
    // Nothing changed, or the base has it already.
    note(m_outbox.remove(command.position));
    rebase();
}

void ClientSync::refused(const QueuedCommand &command, std::string_view error)
{
    const Error reason = errorFromJson(error);
    tell(command.position, std::unexpected(reason));
    note(m_outbox.park(command.key, errorJson(reason)));
    rebase();
}

void ClientSync::offered(const QueuedCommand &command, std::string_view reply)
{
    tell(command.position, std::string(reply));
    note(m_outbox.park(command.key, offerJson(reply)));
    rebase();
}

} // namespace vitrine::core::sync
