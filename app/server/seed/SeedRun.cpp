// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/seed/SeedRun.h"

#include <latch>

namespace vitrine::server {

using core::fail;
using core::Result;
using core::Status;

core::Time SeedSources::now() const { return m_isSet ? m_now : m_clock.now(); }

std::uint64_t SeedSources::next() { return m_isSet ? m_chance.next() : m_random.next(); }

void SeedSources::set(core::Time time, std::uint64_t seed)
{
    m_now = time;
    m_chance = core::SeededRandom(seed);
    m_isSet = true;
}

Result<std::vector<Result<std::string>>> SeedRun::run(const std::vector<SeedAct> &acts)
{
    std::vector<std::shared_ptr<const core::PreparedCommand>> prepared;
    for (const SeedAct &act : acts) {
        if (act.prepared) {
            prepared.push_back(act.prepared);
            continue;
        }
        auto command = core::prepareCommand(m_shop.registry(), act.request, act.actor);
        if (!command)
            return fail(command.error().code, act.request.name + ": " + command.error().detail, command.error().where);
        prepared.push_back(std::move(*command));
    }
    std::vector<Result<std::string>> replies(acts.size());
    std::vector<Status> outcomes(acts.size());
    // Shared: on this stack alone it could be gone while the last count still wakes us.
    const auto open = std::make_shared<std::latch>(static_cast<std::ptrdiff_t>(acts.size()));
    for (std::size_t i = 0; i < acts.size(); ++i) {
        // A transaction has its time before its work runs, so the clock is moved by a work of its own before it. What
        // is by chance follows from the key: a seeding that was cut and begun again draws the same.
        m_shop.store().submit(
            [this, &act = acts[i]](core::Tx &) -> Status {
                m_sources.set(act.at, std::hash<core::Uuid>()(act.request.key));
                return {};
            },
            [](const Status &) {});
        m_shop.store().submit(
            [&, i](core::Tx &tx) -> Status {
                VITRINE_TRY(core::CommandAnswer answer,
                            core::executeCommand(tx, *prepared[i], acts[i].request, acts[i].actor));
                replies[i] = std::move(answer.reply);
                return {};
            },
            [&, i, open](Status status) {
                outcomes[i] = std::move(status);
                open->count_down();
            });
    }
    open->wait();
    for (std::size_t i = 0; i < acts.size(); ++i)
        if (!outcomes[i])
            return fail(outcomes[i].error().code, acts[i].request.name + ": " + outcomes[i].error().detail,
                        outcomes[i].error().where);
    return replies;
}

Status SeedRun::runAll(const std::vector<SeedAct> &acts)
{
    VITRINE_TRY(const auto replies, run(acts));
    for (std::size_t i = 0; i < acts.size(); ++i)
        if (!replies[i])
            return fail(replies[i].error().code, acts[i].request.name + ": " + replies[i].error().detail,
                        replies[i].error().where);
    return {};
}

} // namespace vitrine::server
