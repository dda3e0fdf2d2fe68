// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/Replica.h"

#include <set>
#include <span>

namespace vitrine::core::sync {

/// The name of the command that makes a device known. It goes before all others, whenever it was queued.
inline constexpr std::string_view kRegistration = "registerDevice";

/// The commands of a device that the server has not decided, or whose effect has not arrived yet: the replica's durable
/// queue, mirrored in memory, with what is on its way in this connection.
class ClientOutbox
{
public:
    /// `replica` outlives this.
    explicit ClientOutbox(Replica &replica)
        : m_replica(replica)
    {
    }

    [[nodiscard]] Status load();

    /// In the order in which they were queued; parked ones among them. Valid until the next change.
    [[nodiscard]] std::span<const QueuedCommand> commands() const { return m_commands; }
    /// Null where nothing waits under this key.
    [[nodiscard]] const QueuedCommand *find(const Uuid &key) const;
    [[nodiscard]] const QueuedCommand *waitingRegistration() const;
    /// What the shopper waits for and what the shopper should look at; registrations are the device's own business.
    [[nodiscard]] std::int64_t waiting() const;
    [[nodiscard]] std::int64_t parked() const;

    /// Durable when it returns. Answers with the position.
    [[nodiscard]] Result<std::int64_t> add(QueuedCommand command);
    /// The server did it; it stays until the replica's cursor reaches `seq`.
    [[nodiscard]] Status accept(const Uuid &key, std::int64_t seq);
    /// The server refused it. Contract: `reason` is not empty.
    [[nodiscard]] Status park(const Uuid &key, std::string reason);
    [[nodiscard]] Status remove(std::int64_t position);
    /// Removes accepted commands whose changes the replica has. True where there were any.
    [[nodiscard]] Result<bool> dropArrived(std::int64_t cursor);
    /// Another store took the server's place: what the old one accepted is asked of the new one, under the same keys.
    [[nodiscard]] Status forgetAcceptances();

    /// Where the disk refused a change, the memory went on without it. Tries those again; costs nothing where there are
    /// none.
    [[nodiscard]] Status catchUp();

    /// The first command to be sent that is not on its way; null where there is none.
    [[nodiscard]] const QueuedCommand *nextToSend(bool onlyRegistration) const;
    void sent(const Uuid &key) { m_inFlight.insert(key); }
    /// Answered, or to be sent again.
    void returned(const Uuid &key) { m_inFlight.erase(key); }
    void nothingInFlight() { m_inFlight.clear(); }
    [[nodiscard]] const std::set<Uuid> &inFlight() const { return m_inFlight; }

private:
    [[nodiscard]] QueuedCommand *findMutable(const Uuid &key);
    /// Brings what the memory has at this place to the disk.
    [[nodiscard]] Status write(std::int64_t position);

    Replica &m_replica;
    std::vector<QueuedCommand> m_commands;
    std::set<Uuid> m_inFlight;
    /// Places that the disk has another state of.
    std::set<std::int64_t> m_unwritten;
};

} // namespace vitrine::core::sync
