// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/seed/SeedFeasts.h"

#include <span>

namespace vitrine::server {

/// When a shop in Bangladesh sells: the week turns around Friday and Saturday, evenings are long, salaries come in the
/// first days of a month, and feasts have their days before and their own. Local time is UTC+6 the whole year.
class Rhythm
{
public:
    /// The feasts must outlive this.
    Rhythm(double ordersPerDay, const Feasts &feasts)
        : m_ordersPerDay(ordersPerDay)
        , m_feasts(feasts)
    {
    }

    /// How many orders the hour that begins now can expect. None by night.
    [[nodiscard]] double expected(core::Time hour) const;

    static constexpr std::chrono::hours kZone{6};
    /// 0 to 23.
    [[nodiscard]] static int localHour(core::Time time);
    [[nodiscard]] static std::chrono::sys_days localDay(core::Time time)
    {
        return std::chrono::floor<std::chrono::days>(time + kZone);
    }

private:
    const double m_ordersPerDay;
    const Feasts &m_feasts;
};

/// Chance that gives the same on every machine: std's distributions may differ from one library to the next.
class Dice
{
public:
    explicit Dice(std::uint64_t seed)
        : m_source(seed)
    {
    }
    /// Both included. Contract: low ≤ high.
    [[nodiscard]] std::int64_t between(std::int64_t low, std::int64_t high);
    [[nodiscard]] bool chance(double probability);
    /// A whole number around an expected one.
    [[nodiscard]] std::int64_t around(double expected);
    /// An index, by weight. `sums` are the running sums of the weights.
    [[nodiscard]] std::size_t pick(std::span<const double> sums);
    [[nodiscard]] core::RandomSource &source() { return m_source; }

private:
    [[nodiscard]] double unit();

    core::SeededRandom m_source;
};

} // namespace vitrine::server
