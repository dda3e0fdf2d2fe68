// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/ServerShop.h"

#include "core/entities/Sales.h"

#include <latch>

namespace vitrine::server {

using core::fail;
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

Status ServerShop::runAll(const std::vector<core::CommandRequest> &requests)
{
    const core::Actor owner = core::Actor::owner();
    // The first works come before the later ones' outcomes are looked at, so that many share a commit.
    std::vector<Status> outcomes(requests.size());
    std::latch open(static_cast<std::ptrdiff_t>(requests.size()));
    for (std::size_t i = 0; i < requests.size(); ++i) {
        auto prepared = core::prepareCommand(m_registry, requests[i], owner);
        if (!prepared) {
            outcomes[i] = std::unexpected(std::move(prepared).error());
            open.count_down();
            continue;
        }
        m_store->submit(
            [&, i, command = std::move(*prepared)](core::Tx &tx) -> Status {
                VITRINE_TRY(const core::CommandAnswer answer, core::executeCommand(tx, *command, requests[i], owner));
                return answer.reply ? Status() : Status(std::unexpected(answer.reply.error()));
            },
            [&, i](Status status) {
                outcomes[i] = std::move(status);
                open.count_down();
            });
    }
    open.wait();
    for (std::size_t i = 0; i < requests.size(); ++i)
        if (!outcomes[i])
            return fail(outcomes[i].error().code, requests[i].name + ": " + outcomes[i].error().detail,
                        outcomes[i].error().where);
    return {};
}

std::filesystem::path assetsFolder(const std::filesystem::path &data) { return data / "assets"; }

} // namespace vitrine::server
