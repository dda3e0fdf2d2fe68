// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/DeskSession.h"

#include "core/commands/Registry.h"

#include <utility>

namespace vitrine::tests {

DeskSession::DeskSession()
{
    auto opened = platform::SqliteReplica::open(
        {.folder = m_folder.path(), .entities = core::allEntities(), .clock = m_clock, .random = m_random});
    VITRINE_EXPECT(opened.has_value());
    m_replica = std::move(*opened);
    m_state.connection = core::Connection::Online;
}

void DeskSession::post(const Guard &guard, std::function<void()> call)
{
    QMetaObject::invokeMethod(
        &m_loop,
        [weak = std::weak_ptr<const void>(guard), call = std::move(call)] {
            if (const Guard alive = weak.lock())
                call();
        },
        Qt::QueuedConnection);
}

void DeskSession::tell(std::set<std::string> entities)
{
    m_state.entities = std::move(entities);
    m_state.parkedCommands = std::ranges::count_if(queued, &core::QueuedCommand::isParked);
    m_state.waitingCommands = std::ssize(queued) - m_state.parkedCommands;
    const auto listeners = m_listeners;
    for (const auto &[weak, listener] : listeners)
        if (const Guard guard = weak.lock())
            listener(m_state);
}

void DeskSession::setConnection(core::Connection connection)
{
    m_state.connection = connection;
    tell();
}

void DeskSession::queue(std::string name, std::string body)
{
    queued.push_back({.position = ++m_lastPosition, .key = newId(), .name = std::move(name), .body = std::move(body)});
    tell();
}

void DeskSession::park(std::string name, std::string body, const core::Error &why)
{
    queued.push_back({.position = ++m_lastPosition,
                      .key = newId(),
                      .name = std::move(name),
                      .body = std::move(body),
                      .parkedError = core::errorJson(why)});
    tell();
}

void DeskSession::submitJson(const Guard &guard, std::string name, std::string body,
                             std::function<void(core::SubmitOutcome)> progress)
{
    submitted.push_back({std::move(name), std::move(body)});
    post(guard, [progress = std::move(progress)] { progress({.reply = "{}", .isFinal = true}); });
}

void DeskSession::outbox(const Guard &guard, std::function<void(std::vector<core::QueuedCommand>)> done)
{
    post(guard, [commands = queued, done = std::move(done)] { done(commands); });
}

void DeskSession::dismissParked(std::int64_t position)
{
    std::erase_if(queued, [position](const core::QueuedCommand &command) { return command.position == position; });
    QMetaObject::invokeMethod(&m_loop, [this] { tell(); }, Qt::QueuedConnection);
}

core::Hlc DeskSession::nextHlc()
{
    m_hlc = core::nextHlc(m_hlc, m_clock.now(), m_customer.uuid());
    return m_hlc;
}

core::Uuid DeskSession::newId() { return core::Uuid::make(m_clock.now(), m_random); }

void DeskSession::observe(const Guard &guard, Listener listener)
{
    m_listeners.emplace_back(guard, std::move(listener));
}

DeskSession::AssetRequest DeskSession::asset(std::string sha256, AssetListener listener)
{
    ++assetRequests;
    if (assetsWait) {
        waitingAssets[sha256] = std::move(listener);
        return {this, [this, sha256](const void *) { waitingAssets.erase(sha256); }};
    }
    const auto request = std::make_shared<int>(0);
    post(request, [this, sha256 = std::move(sha256), listener = std::move(listener)] {
        listener.done(assets ? assets(sha256) : core::fail(core::ErrorCode::Unavailable, "no server"));
    });
    return request;
}

void DeskSession::readErased(const Guard &guard, std::function<void(core::ReadTx &)> work, std::function<void()> done)
{
    work(m_replica->view());
    post(guard, std::move(done));
}

} // namespace vitrine::tests
