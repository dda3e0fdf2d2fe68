// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commands/Commands.h"
#include "core/payments/Payments.h"
#include "platform/sqlite/SqliteStore.h"
#include "platform/system/SystemClock.h"
#include "platform/system/SystemRandom.h"

#include <filesystem>
#include <memory>

namespace vitrine::server {

enum class Access : std::uint8_t {
    Owned,  ///< No other process has the store.
    Beside, ///< Reading only, beside whoever has it.
};

/// The shop of one data folder, put together: store, commands, payments. The folder holds shop.db, owner.token, assets/
/// and work/.
class ServerShop
{
public:
    [[nodiscard]] static core::Result<std::unique_ptr<ServerShop>> open(const std::filesystem::path &data,
                                                                        Access access);
    /// To be seeded, with a time and a chance that must outlive the shop. It is durable when it is closed.
    [[nodiscard]] static core::Result<std::unique_ptr<ServerShop>>
    openForSeeding(const std::filesystem::path &data, const core::Clock &clock, core::RandomSource &storeRandom);

    [[nodiscard]] platform::SqliteStore &store() { return *m_store; }
    [[nodiscard]] const core::CommandRegistry &registry() const { return m_registry; }
    [[nodiscard]] const core::Clock &clock() const { return m_clock; }
    [[nodiscard]] core::RandomSource &random() { return m_random; }

    /// Runs one command as the owner and waits for it. The reply as JSON.
    [[nodiscard]] core::Result<std::string> run(const core::CommandRequest &request);

private:
    ServerShop();
    platform::SystemClock m_clock;
    platform::SystemRandom m_storeRandom;
    platform::SystemRandom m_random;
    core::CashOnDelivery m_cash;
    core::TestCard m_testCard;
    core::CommandServices m_services;
    core::CommandRegistry m_registry;
    std::unique_ptr<platform::SqliteStore> m_store;
};

[[nodiscard]] std::filesystem::path assetsFolder(const std::filesystem::path &data);

} // namespace vitrine::server
