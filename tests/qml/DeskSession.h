// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/ShopSession.h"
#include "core/values/Contract.h"
#include "platform/sqlite/SqliteReplica.h"
#include "tests/support/TemporaryFolder.h"

#include <QObject>

namespace vitrine::tests {

/// A session with no network and no thread of its own: rows lie in a real replica, the outbox is what a test puts
/// there, and answers come through the event loop as those of the real one do.
class DeskSession final : public core::ShopSession
{
public:
    struct Submitted {
        std::string name{};
        std::string body{};
    };

    DeskSession();

    template <core::Entity T>
    void put(const T &entity)
    {
        const core::Status written = m_replica->view().insert(entity, "put");
        VITRINE_EXPECT(written.has_value());
    }
    /// Sends a notice with what `state()` says and these entities as changed.
    void tell(std::set<std::string> entities = {});
    void setConnection(core::Connection connection);
    /// The server refuses a command.
    void park(std::string name, std::string body, const core::Error &why);
    void queue(std::string name, std::string body);

    std::vector<core::QueuedCommand> queued{};
    std::vector<Submitted> submitted{};
    /// Answers asset(): Unavailable where it is not set.
    std::function<core::Result<std::string>(const std::string &sha256)> assets{};
    int assetRequests = 0;
    /// Where set, asset() is not answered: its listener waits here, by its name, until it is given up.
    bool assetsWait = false;
    std::map<std::string, AssetListener> waitingAssets{};

    core::Id<core::Customer> customer() const override { return m_customer; }
    const core::SessionNotice &state() const override { return m_state; }
    void submitJson(const Guard &guard, std::string name, std::string body,
                    std::function<void(core::SubmitOutcome)> progress) override;
    void outbox(const Guard &guard, std::function<void(std::vector<core::QueuedCommand>)> done) override;
    void dismissParked(std::int64_t position) override;
    core::Hlc nextHlc() override;
    core::Uuid newId() override;
    void observe(const Guard &guard, std::function<void(const core::SessionNotice &)> listener) override;
    AssetRequest asset(std::string sha256, AssetListener listener) override;

protected:
    void readErased(const Guard &guard, std::function<void(core::ReadTx &)> work, std::function<void()> done) override;

private:
    class StillClock final : public core::Clock
    {
    public:
        core::Time now() const override { return core::Time{} + std::chrono::seconds(1'790'000'000); }
    };
    using Listener = std::function<void(const core::SessionNotice &)>;

    /// Later, from the event loop, unless the guard is gone by then.
    void post(const Guard &guard, std::function<void()> call);

    test::TemporaryFolder m_folder;
    StillClock m_clock;
    core::SeededRandom m_random{7};
    std::unique_ptr<platform::SqliteReplica> m_replica;
    core::Id<core::Customer> m_customer = core::Id<core::Customer>::named("desk");
    core::SessionNotice m_state;
    core::Hlc m_hlc;
    std::int64_t m_lastPosition = 0;
    std::vector<std::pair<std::weak_ptr<const void>, Listener>> m_listeners;
    /// Last: what was posted goes with it.
    QObject m_loop;
};

} // namespace vitrine::tests
