// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/CommandRunner.h"

namespace vitrine::http {

using core::CommandAnswer;
using core::ErrorCode;
using core::Result;

namespace {

/// What one command needs until it is answered, in one allocation shared by its work and its end.
struct Pending {
    core::CommandRequest request;
    core::Actor actor;
    std::unique_ptr<core::PreparedCommand> prepared;
    Result<CommandAnswer> answer = core::fail(ErrorCode::Internal, "the command did not run");
    CommandRunner::Done done;
};

} // namespace

CommandRunner::CommandRunner(core::Store &store, const core::CommandRegistry &registry, LogHead &head, Metrics &metrics)
    : m_store(store)
    , m_registry(registry)
    , m_head(head)
    , m_metrics(metrics)
{
}

void CommandRunner::run(core::CommandRequest request, const core::Actor &actor, Done done)
{
    auto prepared = core::prepareCommand(m_registry, request, actor);
    if (!prepared) {
        m_metrics.countCommand(request.name, CommandEnd::Refused);
        done(CommandAnswer{std::unexpected(std::move(prepared).error()), 0, false});
        return;
    }
    if (m_queued.fetch_add(1, std::memory_order_relaxed) >= kMaxQueued) {
        m_queued.fetch_sub(1, std::memory_order_relaxed);
        m_metrics.countCommand(request.name, CommandEnd::Failed);
        done(core::fail(ErrorCode::Unavailable, "too many commands are waiting"));
        return;
    }
    auto pending = std::make_shared<Pending>();
    pending->request = std::move(request);
    pending->actor = actor;
    pending->prepared = std::move(*prepared);
    pending->done = std::move(done);
    m_store.submit(
        [pending](core::Tx &tx) -> core::Status {
            pending->answer = core::executeCommand(tx, *pending->prepared, pending->request, pending->actor);
            return pending->answer ? core::Status() : core::Status(std::unexpected(pending->answer.error()));
        },
        [this, pending](core::Status status) {
            if (!status)
                pending->answer = std::unexpected(std::move(status).error());
            const bool decided = pending->answer.has_value();
            if (decided && pending->answer->reply && !pending->answer->isRepeat)
                m_head.moveOn(pending->answer->seq);
            m_metrics.countCommand(pending->request.name, !decided                    ? CommandEnd::Failed
                                                          : !pending->answer->reply   ? CommandEnd::Refused
                                                          : pending->answer->isRepeat ? CommandEnd::Repeated
                                                                                      : CommandEnd::Accepted);
            m_queued.fetch_sub(1, std::memory_order_relaxed);
            pending->done(std::move(pending->answer));
        });
}

} // namespace vitrine::http
