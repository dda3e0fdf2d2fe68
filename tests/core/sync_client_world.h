// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commands/Commands.h"
#include "core/payments/Payments.h"
#include "core/sync/ClientSync.h"
#include "tests/core/sync_client_memory.h"

#include <deque>

/// A shop's server and its devices, joined by wires that break where a test wants it.
namespace vitrine::test {

using core::Id;

inline constexpr Time kStart{std::chrono::seconds(1'790'000'000)};

/// Of the token's text, but no real hash: tests need no secrecy.
[[nodiscard]] std::string fakeHash(std::string_view text);

/// What a server sends for one connection, and how far that came.
struct Line {
    bool isOpen = true;
    bool wasGreeted = false;
    core::Actor actor{};
    /// What is to be sent up to the next checkpoint, and that checkpoint.
    std::deque<Change> pending{};
    std::optional<std::int64_t> nextCheckpoint{};
    std::int64_t checkpointSeq = 0;
    std::int64_t batches = 0;
    std::int64_t acknowledged = 0;
    std::deque<std::string> toDevice{};
    std::deque<std::string> toServer{};
};

/// The real commands over tables in memory. Commands wait in memory until flush() makes a group of them durable.
class FakeServer
{
public:
    explicit FakeServer(std::uint64_t seed);

    /// Products "mug" and "chair" with stock; run again by reseed().
    void seed();
    /// The process dies: what was not flushed is lost, all lines break.
    void kill();
    /// Another store takes the place of this one.
    void reseed();

    std::shared_ptr<Line> connect();
    /// Works off what came in on a line, one frame. False where nothing did.
    bool receive(Line &line);
    /// Makes waiting commands durable, then sends answers and changes, in either order.
    void flush(bool answersFirst = true);
    /// Sends changes as far as the window allows.
    void stream(Line &line);

    /// Runs a command of the owner at once, durable.
    template <typename C>
    void own(std::string_view name, const C &command)
    {
        runOwn(std::string(name), core::toJson(command));
    }
    void linkDevice(Id<core::Device> device, Id<core::Customer> customer, std::string_view token);

    Tables disk{};
    std::string origin{};
    /// Answers "passing" to so many commands to come.
    int passing = 0;
    /// Sends each answer twice.
    bool repeatsAnswers = false;
    std::int64_t batchChanges = 3;
    int executions = 0;

private:
    struct Waiting {
        std::weak_ptr<Line> line;
        core::CommandRequest request{};
    };
    void greet(Line &line, const core::sync::Hello &hello);
    std::pair<core::Result<std::string>, std::int64_t> decide(const core::CommandRequest &request,
                                                              const core::Actor &actor);
    void answer(Line &line, const core::sync::Answer &answer, std::string_view payload);
    void runOwn(std::string name, std::string body);

    core::CommandRegistry m_commands;
    core::CommandServices m_services;
    core::CashOnDelivery m_cash;
    core::SeededRandom m_random;
    std::vector<std::shared_ptr<Line>> m_lines;
    std::vector<Waiting> m_waiting;
    int m_generation = 0;
    std::set<Uuid> m_executed;
};

[[nodiscard]] Id<core::Product> productId(std::string_view slug);
[[nodiscard]] Id<core::Variant> variantId(std::string_view slug);
[[nodiscard]] core::Product product(std::string_view slug, std::int64_t price);
[[nodiscard]] core::SetStock stock(std::string_view slug, std::int64_t onHand);
[[nodiscard]] core::PlaceOrder order(Id<core::Order> id, std::string_view slug, std::int64_t quantity,
                                     std::int64_t price);

/// A device with its ClientSync, its disk and one wire. Acts as the session does around it.
class FakeDevice final : public core::sync::ClientPort
{
public:
    FakeDevice(FakeServer &server, std::uint64_t seed);
    ~FakeDevice() override;

    /// The process starts on what its disk has; it dies first where it lives.
    void boot();
    bool isUp() const { return m_sync != nullptr; }
    void kill();

    core::sync::ClientSync &sync() { return *m_sync; }
    core::Tx &view() { return m_replica->view(); }
    MemoryReplica &replica() { return *m_replica; }
    Line *line() { return m_line.get(); }

    /// The wire: opens where the server can be reached, delivers one frame each way, breaks.
    void settleSocket();
    bool deliverToDevice();
    void cut();

    core::sync::Elapsed now{0};
    Time wall() const { return kStart + now; }
    core::Hlc hlc();

    template <typename C>
    core::sync::Submitted submit(std::string name, const C &command)
    {
        return m_sync->submit(std::move(name), core::toJson(command), wall(), now);
    }
    core::sync::Submitted add(std::string_view slug, std::int64_t quantity);
    core::sync::Submitted set(std::string_view slug, std::int64_t quantity);

    [[nodiscard]] std::int64_t pieces(std::string_view slug);
    [[nodiscard]] std::int64_t waiting() { return m_sync->state().waitingCommands; }

    void openSocket() override;
    void closeSocket() override;
    void send(std::string frame) override;
    void changed(const core::SessionNotice &notice) override { notices.push_back(notice); }
    void decided(std::int64_t position, const core::SubmitOutcome &outcome) override;
    void trouble(const core::Error &error) override { troubles.push_back(error); }

    ReplicaDisk disk{};
    bool isServerUp = true;
    std::vector<core::SessionNotice> notices{};
    std::map<std::int64_t, core::SubmitOutcome> decisions{};
    std::vector<core::Error> troubles{};
    std::vector<std::string> sentFrames{};
    /// Called after each notice and decision.
    std::function<void()> onNews{};

private:
    FakeServer &m_server;
    core::CommandRegistry m_predictions;
    core::SeededRandom m_random;
    std::unique_ptr<MemoryReplica> m_replica;
    std::unique_ptr<core::sync::ClientSync> m_sync;
    std::shared_ptr<Line> m_line;
    bool m_wantsSocket = false;
    core::Hlc m_hlc{};
};

/// Runs everything without faults until nothing moves any more.
void settle(FakeServer &server, std::initializer_list<FakeDevice *> devices);

} // namespace vitrine::test
