// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/ServerShop.h"

#include "core/entities/Sales.h"

namespace vitrine::server {

using core::Result;
using core::Status;

ServerShop::ServerShop()
    : m_services{.payments = {&m_cash, &m_testCard}}
{
    core::addShopCommands(m_registry, m_services);
}

Result<std::unique_ptr<ServerShop>> ServerShop::open(const std::filesystem::path &data, Access access)
{
    std::unique_ptr<ServerShop> shop(new ServerShop);
    VITRINE_TRY(shop->m_store, platform::SqliteStore::open({.file = data / "shop.db",
                                                            .entities = core::allEntities(),
                                                            .clock = shop->m_clock,
                                                            .random = shop->m_storeRandom,
                                                            .isReadOnly = access == Access::Beside}));
    return shop;
}

Result<std::unique_ptr<ServerShop>>
ServerShop::openForSeeding(const std::filesystem::path &data, const core::Clock &clock, core::RandomSource &storeRandom)
{
    std::unique_ptr<ServerShop> shop(new ServerShop);
    VITRINE_TRY(shop->m_store, platform::SqliteStore::open({.file = data / "shop.db",
                                                            .entities = core::allEntities(),
                                                            .clock = clock,
                                                            .random = storeRandom,
                                                            .isBulk = true}));
    return shop;
}

Result<std::string> ServerShop::run(const core::CommandRequest &request)
{
    const core::Actor owner = core::Actor::owner();
    VITRINE_TRY(const auto prepared, core::prepareCommand(m_registry, request, owner));
    Result<core::CommandAnswer> answer;
    VITRINE_CHECK(m_store->write([&](core::Tx &tx) -> core::Status {
        answer = core::executeCommand(tx, *prepared, request, owner);
        return answer ? core::Status() : core::Status(std::unexpected(answer.error()));
    }));
    return std::move(answer->reply);
}

std::filesystem::path assetsFolder(const std::filesystem::path &data) { return data / "assets"; }

} // namespace vitrine::server
