// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commands/Registry.h"
#include "core/ports/Replica.h"

#include <set>
#include <span>

namespace vitrine::core::sync {

/// Shows waiting commands on top of the base by running their predictions in the replica's view.
///
/// A prediction sees the time at which its command was queued and randomness seeded by its key, so that a rebase makes
/// the same rows again: nothing changes on the screen that the server did not change.
class ClientView
{
public:
    /// Both outlive this. A command without a prediction shows nothing until the server has done it.
    ClientView(Replica &replica, const CommandRegistry &predictions)
        : m_replica(replica)
        , m_predictions(predictions)
    {
    }

    /// Throws the view away and runs all of `commands` that are not parked again, in order. One that fails over the new
    /// base leaves nothing; it still is the server's to decide.
    [[nodiscard]] Status rebase(std::span<const QueuedCommand> commands, const Actor &actor);

    /// Runs one more. Where it fails, nothing of it is in the view. The reply is {} where there is no prediction.
    [[nodiscard]] Result<std::string> run(const QueuedCommand &command, const Actor &actor);

    /// Entities that predictions wrote, or whose predictions were taken back, since the last call.
    [[nodiscard]] std::set<std::string> takeTouched() { return std::exchange(m_touched, {}); }

private:
    Replica &m_replica;
    const CommandRegistry &m_predictions;
    std::set<std::string> m_touched;
    /// Entities with predicted changes in the view now.
    std::set<std::string> m_predicted;
};

} // namespace vitrine::core::sync
