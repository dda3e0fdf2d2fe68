// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/seed/SeedSource.h"

#include <span>

namespace vitrine::server {

/// When a shop in Bangladesh sells: the week turns around Friday and Saturday, evenings are long, salaries come in the
/// first days of a month, and a feast doubles everything. Local time is UTC+6 the whole year.
class Rhythm
{
public:
    Rhythm(double ordersPerDay, source::Festival festival, core::Time end)
        : m_ordersPerDay(ordersPerDay)
        , m_festival(festival)
        , m_end(end)
    {
    }

    /// How many orders the hour that begins now can expect. None by night.
    [[nodiscard]] double expected(core::Time hour) const;

    static constexpr std::chrono::hours kZone{6};
    /// 0 to 23.
    [[nodiscard]] static int localHour(core::Time time);

private:
    const double m_ordersPerDay;
    const source::Festival m_festival;
    const core::Time m_end;
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
