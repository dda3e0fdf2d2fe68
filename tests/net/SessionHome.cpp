// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/SessionHome.h"

#include "tests/net/ServerProcess.h"

#include <catch2/reporters/catch_reporter_event_listener.hpp>
#include <catch2/reporters/catch_reporter_registrars.hpp>

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTimer>

namespace vitrine::test {
namespace {

/// Every test program of this folder has the one application object that Qt's event loop needs.
class Application final : public Catch::EventListenerBase
{
public:
    using EventListenerBase::EventListenerBase;
    void testRunStarting(const Catch::TestRunInfo &) override
    {
        m_application = std::make_unique<QCoreApplication>(m_count, m_arguments);
    }
    void testRunEnded(const Catch::TestRunStats &) override { m_application.reset(); }

private:
    char m_name[8] = "test";
    char *m_arguments[2] = {m_name, nullptr};
    int m_count = 1;
    std::unique_ptr<QCoreApplication> m_application;
};
CATCH_REGISTER_LISTENER(Application)

} // namespace

bool waitUntil(const std::function<bool()> &holds, std::chrono::seconds patience)
{
    const QDeadlineTimer deadline(patience);
    QTimer wake; // So that the loop below turns once more when the patience ends.
    wake.setSingleShot(true);
    wake.start(patience);
    while (!holds()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

core::Status SessionHome::open()
{
    VITRINE_TRY(m_session, net::NetShopSession::open(
                               {.dataDir = m_folder, .serverUrl = m_url, .clock = m_clock, .random = m_random}));
    return {};
}

void SessionHome::close() { m_session.reset(); }

std::shared_ptr<SessionHome::Submission> SessionHome::addMugs(std::int64_t quantity)
{
    return submit("addToCart", core::AddToCart{mugId(), mugVariant(), quantity, m_session->nextHlc()});
}

std::int64_t SessionHome::mugsInCart()
{
    const auto customer = m_session->customer();
    const auto pieces = read<std::int64_t>([customer](core::ReadTx &tx) -> core::Result<std::int64_t> {
        VITRINE_TRY(const auto cart, tx.find(core::Cart::idFor(customer)));
        return cart ? cart->value.pieces() : 0;
    });
    return pieces.value_or(-1);
}

std::vector<core::QueuedCommand> SessionHome::outbox()
{
    std::optional<std::vector<core::QueuedCommand>> commands;
    m_session->outbox(m_guard, [&commands](std::vector<core::QueuedCommand> read) { commands = std::move(read); });
    (void)waitUntil([&] { return commands.has_value(); });
    return commands.value_or(std::vector<core::QueuedCommand>());
}

} // namespace vitrine::test
