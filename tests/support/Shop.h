// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commands/Commands.h"
#include "core/payments/Payments.h"
#include "core/ports/Store.h"
#include "core/values/Contract.h"
#include "platform/sqlite/SqliteStore.h"
#include "tests/support/TemporaryFolder.h"

#include <string>

namespace vitrine::test {

/// A clock that stands still until it is told to move.
class ManualClock final : public core::Clock
{
public:
    core::Time now() const override { return m_now; }
    void advance(std::chrono::microseconds by) { m_now += by; }

private:
    core::Time m_now = core::Time{} + std::chrono::seconds(1'790'000'000);
};

/// A small shop on a real store: one category, one place, a mug in two glazes with ten pieces each. Commands are given
/// as structs and answered as they would be to a client.
class Shop
{
public:
    Shop();

    /// Runs a command under a new key, durably.
    template <core::Record C>
    core::Result<std::string> run(const std::string &name, const C &command, const core::Actor &actor)
    {
        return runJson(name, core::toJson(command), actor, newKey());
    }
    core::Result<std::string> runJson(const std::string &name, const std::string &body, const core::Actor &actor,
                                      const core::Uuid &key);

    template <core::Entity T>
    T get(const core::Id<T> &id)
    {
        T out;
        const core::Status status = store->read([&](core::LogTx &tx) -> core::Status {
            VITRINE_TRY(const core::Row<T> row, tx.get(id));
            out = row.value;
            return {};
        });
        VITRINE_EXPECT(status.has_value());
        return out;
    }
    std::int64_t head();
    std::int64_t available(const core::Id<core::Variant> &variant);
    core::Uuid newKey() { return core::Uuid::make(clock.now(), random); }

    /// A registered shopper, made from a name.
    core::Actor shopper(const std::string &name);
    /// An order of pieces of one variant at today's price.
    core::PlaceOrder orderOf(const core::Id<core::Variant> &variant, std::int64_t quantity);

    ManualClock clock;
    core::SeededRandom random{42};
    core::Product mug;
    core::Id<core::Variant> oat = core::Id<core::Variant>::named("mug/oat");
    core::Id<core::Variant> indigo = core::Id<core::Variant>::named("mug/indigo");
    core::Id<core::Location> dhaka = core::Id<core::Location>::named("dhaka");
    std::unique_ptr<platform::SqliteStore> store;

private:
    TemporaryFolder m_folder;
    core::CashOnDelivery m_cash;
    core::TestCard m_card;
    core::CommandServices m_services{{&m_cash, &m_card}};
    core::CommandRegistry m_registry;
};

} // namespace vitrine::test
