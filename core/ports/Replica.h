// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/Tx.h"

#include <span>

namespace vitrine::core {

/// A command as it waits on a device.
struct QueuedCommand {
    /// Its place in the queue; given by the outbox, ascending.
    std::int64_t position = 0;
    /// The idempotency key.
    Uuid key{};
    std::string name{};
    std::string body{};
    Time queuedAt{};
    /// The server has accepted it with this last seq; it stays on top of the replica until that arrives. 0 before.
    std::int64_t acceptedSeq = 0;
    /// Why the server refused it (JSON of the error); empty while it waits. Parked ones are shown and never sent.
    std::string parkedError{};

    [[nodiscard]] bool isParked() const { return !parkedError.empty(); }
    bool operator==(const QueuedCommand &) const = default;
};

/// A device's copy of the rows that it may see, with its own waiting commands on top. One thread uses it at a time.
///
/// Two layers: the base is what the server sent, durable; the view is the base with the waiting commands run over it in
/// an open transaction that is never committed. Rebasing throws the view away and runs the commands again.
class Replica
{
public:
    virtual ~Replica() = default;

    /// The base and the waiting commands' changes on it. Valid until the next call on this object.
    [[nodiscard]] virtual Tx &view() = 0;

    /// Where the base stands in the server's log; 0 before the first checkpoint.
    [[nodiscard]] virtual std::int64_t cursor() const = 0;
    /// What the base is a copy of (the server's store id). Another one means: start over with a snapshot.
    [[nodiscard]] virtual std::string origin() const = 0;

    /// Throws the view away and opens a staging transaction for a checkpoint's rows; `fromEmpty` deletes the base
    /// first (a snapshot). Nothing of it is seen before commitCheckpoint, nor after a crash or discardCheckpoint.
    [[nodiscard]] virtual Status beginCheckpoint(bool fromEmpty) = 0;
    [[nodiscard]] virtual Status apply(std::span<const Change> changes) = 0;
    [[nodiscard]] virtual Status commitCheckpoint(std::int64_t cursor, std::string_view origin) = 0;
    virtual void discardCheckpoint() = 0;
    [[nodiscard]] virtual bool isInCheckpoint() const = 0;

    /// Throws the waiting commands' changes away; the view equals the base afterwards.
    [[nodiscard]] virtual Status resetView() = 0;

    // The outbox: durable (synced) when the call returns, in a file of its own so that the view can stay open.
    [[nodiscard]] virtual Result<QueuedCommand> enqueue(QueuedCommand command) = 0;
    [[nodiscard]] virtual Status updateQueued(const QueuedCommand &command) = 0;
    [[nodiscard]] virtual Status removeQueued(std::int64_t position) = 0;
    [[nodiscard]] virtual Result<std::vector<QueuedCommand>> queued() = 0;

    /// Small durable facts of the device: its id, token, chosen language. Nothing where never set.
    [[nodiscard]] virtual Result<std::optional<std::string>> setting(std::string_view name) = 0;
    [[nodiscard]] virtual Status setSetting(std::string_view name, std::string_view value) = 0;
};

} // namespace vitrine::core
