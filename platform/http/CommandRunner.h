// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commands/Registry.h"
#include "core/ports/Store.h"
#include "platform/http/LogHead.h"
#include "platform/http/Metrics.h"

#include <atomic>
#include <functional>

namespace vitrine::http {

/// Runs commands for whoever brings them: HTTP and the sync. Thread-safe.
class CommandRunner
{
public:
    /// The command's answer, or why the server could not decide now: then nothing of the command stands, and the same
    /// key may be sent again.
    using Done = std::move_only_function<void(core::Result<core::CommandAnswer>)>;

    /// Commands that wait for the writer at one time; more are turned away as Unavailable.
    static constexpr std::int64_t kMaxQueued = 20'000;

    CommandRunner(core::Store &store, const core::CommandRegistry &registry, LogHead &head, Metrics &metrics);

    /// Reads and checks the command on this thread. `done` is called once: from within where the command is refused
    /// before it needs a transaction, otherwise on a thread of the store when its outcome is durable.
    void run(core::CommandRequest request, const core::Actor &actor, Done done);

    [[nodiscard]] std::int64_t queued() const { return m_queued.load(std::memory_order_relaxed); }

private:
    core::Store &m_store;
    const core::CommandRegistry &m_registry;
    LogHead &m_head;
    Metrics &m_metrics;
    std::atomic<std::int64_t> m_queued{0};
};

} // namespace vitrine::http
