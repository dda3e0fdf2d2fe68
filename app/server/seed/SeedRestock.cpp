// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/seed/SeedRestock.h"

namespace vitrine::server {

using core::Result;

namespace {

class Restock final : public core::PreparedCommand
{
public:
    Restock(const core::CommandRegistry &registry, std::string name, std::vector<Wanted> wanted)
        : m_registry(registry)
        , m_name(std::move(name))
        , m_wanted(std::move(wanted))
    {
    }

    Result<std::string> run(core::Tx &tx, const core::Actor &actor) const override
    {
        for (const Wanted &wanted : m_wanted) {
            VITRINE_TRY(const auto level, tx.find(core::StockLevel::idFor(wanted.variant, wanted.location)));
            const std::int64_t available = level ? level->value.available() : 0;
            const std::int64_t reserved = level ? *level->value.reserved : 0;
            if (wanted.isExact ? available == wanted.pieces : available * 2 >= wanted.pieces)
                continue;
            VITRINE_CHECK(count(tx, actor, {wanted.variant, wanted.location, wanted.pieces + reserved}));
        }
        return std::string("{}");
    }
    std::string body() const override { return m_name; }

private:
    core::Status count(core::Tx &tx, const core::Actor &actor, const core::SetStock &stock) const
    {
        const core::CommandRequest request{core::Uuid::named(m_name), "setStock", core::toJson(stock)};
        VITRINE_TRY(const auto command, core::prepareCommand(m_registry, request, actor));
        return command->run(tx, actor).transform([](const std::string &) {});
    }

    const core::CommandRegistry &m_registry;
    const std::string m_name;
    const std::vector<Wanted> m_wanted;
};

} // namespace

SeedAct restock(const core::CommandRegistry &registry, std::string name, std::vector<Wanted> wanted, core::Time at)
{
    SeedAct act{{core::Uuid::named("seed/" + name), "restock", {}}, core::Actor::owner(), at, {}};
    act.prepared = std::make_shared<Restock>(registry, std::move(name), std::move(wanted));
    return act;
}

} // namespace vitrine::server
