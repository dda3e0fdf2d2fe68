// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commands/Commands.h"
#include "core/ports/Replica.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::core {

enum class Connection : std::uint8_t {
    Offline,    ///< No server reached; everything goes on from the replica and waits in the outbox.
    Connecting, ///< The first try, or a try after a cut.
    Online,     ///< The replica is at the server's head and follows it.
};

/// What changed since the last notice, for views that decide whether to read again.
struct SessionNotice {
    /// Names of the entities whose rows changed in the view (base or waiting commands).
    std::set<std::string> entities{};
    Connection connection = Connection::Offline;
    std::int64_t waitingCommands = 0;
    std::int64_t parkedCommands = 0;
};

/// How a submitted command ended, as far as this device knows.
struct SubmitOutcome {
    /// The reply of the local run while waiting; afterwards the server's. JSON.
    Result<std::string> reply;
    /// The server has decided. False: it waits in the outbox and is shown already.
    bool isFinal = false;
};

/// A client's whole connection to the shop: replica, outbox and sync behind one face. Lives on the GUI thread; the work
/// happens on a thread of its own. Callbacks come on the GUI thread, never from within the call that passed them, and
/// not after the session or their `Guard` is gone.
class ShopSession
{
public:
    /// Callbacks are dropped once this is gone: a view-model holds one as a member.
    using Guard = std::shared_ptr<const void>;

    /// Keeps the fetch of an asset going: once the last copy is gone, no callback comes any more, and the fetch is
    /// given up where nobody else waits for it. What had come by then is kept, and the next fetch goes on from there.
    using AssetRequest = std::shared_ptr<const void>;
    /// What is told of an asset. `progress`, where set: how much of it is here, 0 to 1, rising; never for what is here
    /// already.
    struct AssetListener {
        std::function<void(Result<std::string>)> done;
        std::function<void(double)> progress{};
    };

    virtual ~ShopSession() = default;

    [[nodiscard]] virtual Id<Customer> customer() const = 0;
    [[nodiscard]] virtual const SessionNotice &state() const = 0;

    /// Runs `work` over the replica's view on the session's thread, then `done` with its value on the GUI thread.
    template <typename T>
    void read(const Guard &guard, std::function<Result<T>(ReadTx &)> work, std::function<void(Result<T>)> done)
    {
        auto value = std::make_shared<std::optional<Result<T>>>();
        readErased(
            guard, [work = std::move(work), value](ReadTx &tx) { value->emplace(work(tx)); },
            [done = std::move(done), value] { done(std::move(**value)); });
    }

    /// Queues a command durably, shows its effect, and sends it when it can. `progress` is called once when it was
    /// queued (or refused by the device itself, then final and nothing is queued), and again when the server decides.
    template <Record C>
    void submit(const Guard &guard, std::string name, const C &command, std::function<void(SubmitOutcome)> progress)
    {
        submitJson(guard, std::move(name), toJson(command), std::move(progress));
    }
    virtual void submitJson(const Guard &guard, std::string name, std::string body,
                            std::function<void(SubmitOutcome)> progress) = 0;

    /// Everything in the outbox, oldest first: what waits, what the server did but has not sent back yet, and what it
    /// refused (`QueuedCommand::isParked`; `parkedError` tells why).
    virtual void outbox(const Guard &guard, std::function<void(std::vector<QueuedCommand>)> done) = 0;
    /// Takes a parked command off the list that the shopper sees.
    virtual void dismissParked(std::int64_t position) = 0;

    /// The next reading of this device's hybrid logical clock, for commands that carry one.
    [[nodiscard]] virtual Hlc nextHlc() = 0;
    /// A new id from this device.
    [[nodiscard]] virtual Uuid newId() = 0;

    /// `listener` is called after each change, at most once an event-loop turn.
    virtual void observe(const Guard &guard, std::function<void(const SessionNotice &)> listener) = 0;

    /// Fetches an asset (a package or a picture) into the device's cache; `done` gets the path of a whole, verified
    /// file. Unavailable where it is not cached and no server is reached.
    [[nodiscard]] virtual AssetRequest asset(std::string sha256, AssetListener listener) = 0;

protected:
    virtual void readErased(const Guard &guard, std::function<void(ReadTx &)> work, std::function<void()> done) = 0;
};

} // namespace vitrine::core
