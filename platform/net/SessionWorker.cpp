// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/net/SessionWorker.h"

#include "platform/system/Sha256.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace vitrine::net {
namespace {

Q_LOGGING_CATEGORY(logSync, "vitrine.sync", QtInfoMsg)

} // namespace

SessionWorker::SessionWorker(Parts parts)
    : m_replica(std::move(parts.replica))
    , m_clock(parts.clock)
    , m_events(std::move(parts.events))
    , m_sync({*m_replica, m_predictions, parts.random, *this, platform::sha256Hex})
    , m_socket(std::move(parts.address),
               {.connected =
                    [this] {
                        m_sync.connected(now());
                        settle();
                    },
                .disconnected =
                    [this](const std::string &why) {
                        qCDebug(logSync, "disconnected: %s", why.c_str());
                        m_sync.disconnected(now());
                        settle();
                    },
                .received =
                    [this](std::string_view frame) {
                        m_sync.received(frame, now());
                        settle();
                    }},
               this)
    , m_wake(this)
{
    core::addPredictions(m_predictions);
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::CoarseTimer);
    connect(&m_wake, &QTimer::timeout, this, [this] {
        m_sync.tick(now());
        settle();
    });
    m_sinceStart.start();
}

SessionWorker::~SessionWorker() = default;

core::Status SessionWorker::load() { return m_sync.load(m_clock.now()); }

core::Result<core::Hlc> SessionWorker::latestHlc()
{
    VITRINE_TRY(const auto cart, m_replica->view().find(core::Cart::idFor(identity().customer)));
    core::Hlc latest;
    if (cart)
        for (const core::CartLine &line : cart->value.lines)
            latest = std::max(latest, line.changed);
    return latest;
}

void SessionWorker::start()
{
    m_sync.start(now());
    settle();
}

void SessionWorker::stop()
{
    m_wake.stop();
    m_sync.stop();
    m_waitingReads.clear();
}

void SessionWorker::read(std::uint64_t ticket, Work work)
{
    if (!m_sync.isViewReady()) {
        m_waitingReads.emplace_back(ticket, std::move(work));
        return;
    }
    work(m_replica->view());
    m_events.wasRead(ticket);
}

void SessionWorker::submit(std::uint64_t ticket, std::string name, std::string body)
{
    const auto submitted = m_sync.submit(std::move(name), std::move(body), m_clock.now(), now());
    if (!submitted.outcome.isFinal)
        m_ticketAt[submitted.position] = ticket;
    m_events.submitted(ticket, submitted.outcome);
    settle();
}

void SessionWorker::dismissParked(std::int64_t position)
{
    // One that is gone already was dismissed twice: nothing is left to do.
    if (const core::Status status = m_sync.dismissParked(position);
        !status && status.error().code != core::ErrorCode::NotFound)
        trouble(status.error());
    settle();
}

void SessionWorker::retryNow()
{
    m_sync.retryNow(now());
    settle();
}

std::vector<core::QueuedCommand> SessionWorker::outbox() const
{
    const auto commands = m_sync.outbox();
    return {commands.begin(), commands.end()};
}

void SessionWorker::settle()
{
    if (m_sync.isViewReady())
        for (auto &[ticket, work] : std::exchange(m_waitingReads, {}))
            read(ticket, std::move(work));
    const auto wake = m_sync.nextWake();
    if (wake)
        m_wake.start(std::max(*wake - now(), core::sync::Elapsed(0)));
    else
        m_wake.stop();
}

void SessionWorker::openSocket() { m_socket.open(); }

void SessionWorker::closeSocket() { m_socket.close(); }

void SessionWorker::send(std::string frame) { m_socket.send(frame); }

void SessionWorker::changed(const core::SessionNotice &notice) { m_events.changed(notice); }

void SessionWorker::decided(std::int64_t position, const core::SubmitOutcome &outcome)
{
    // Nothing for commands of an earlier run of the program: whoever asked is gone.
    if (const auto found = m_ticketAt.find(position); found != m_ticketAt.end()) {
        m_events.submitted(found->second, outcome);
        m_ticketAt.erase(found);
    }
}

void SessionWorker::trouble(const core::Error &error) { qCWarning(logSync, "%s", core::describe(error).c_str()); }

} // namespace vitrine::net
