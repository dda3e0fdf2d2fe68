// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/ServerShop.h"

#include <atomic>
#include <vector>

/// Running many commands at times and on behalf of people that the seed decides.
namespace vitrine::server {

/// The clock and the chance of a store that is being seeded. Until the first moment is set they are the machine's: what
/// names the store must be like no other's.
class SeedSources final : public core::Clock, public core::RandomSource
{
public:
    [[nodiscard]] core::Time now() const override;
    [[nodiscard]] std::uint64_t next() override;
    /// From now on it is `time`, and chance follows from `seed`. On the store's thread, between works.
    void set(core::Time time, std::uint64_t seed);

private:
    platform::SystemClock m_clock;
    platform::SystemRandom m_random;
    std::atomic<bool> m_isSet = false;
    core::Time m_now{};
    core::SeededRandom m_chance{0};
};

/// One thing that somebody did at some time.
struct SeedAct {
    core::CommandRequest request{};
    core::Actor actor{};
    core::Time at{};
    /// Where it is none of the shop's commands; else it is read from the request.
    std::shared_ptr<const core::PreparedCommand> prepared{};
};

/// A key made of what is asked and when: a second run repeats the first and writes nothing.
template <core::Record C>
[[nodiscard]] SeedAct seedAct(std::string name, const C &command, const core::Actor &actor = core::Actor::owner(),
                              core::Time at = {})
{
    SeedAct act{{{}, std::move(name), core::toJson(command)}, actor, at, {}};
    act.request.key = core::Uuid::named("seed/" + act.request.name + '/' +
                                        (at == core::Time{} ? "" : core::formatTime(at)) + act.request.body);
    return act;
}

class SeedRun
{
public:
    /// Both must outlive this. The shop's clock and randomness are the sources.
    SeedRun(ServerShop &shop, SeedSources &sources)
        : m_shop(shop)
        , m_sources(sources)
    {
    }

    /// Runs the acts in their order, sharing commits, and waits for them. The answers in the same order. Fails with the
    /// command's name where one could not be run; a refusal is an answer.
    [[nodiscard]] core::Result<std::vector<core::Result<std::string>>> run(const std::vector<SeedAct> &acts);
    /// As run, but a refusal is a failure.
    [[nodiscard]] core::Status runAll(const std::vector<SeedAct> &acts);

private:
    ServerShop &m_shop;
    SeedSources &m_sources;
};

} // namespace vitrine::server
