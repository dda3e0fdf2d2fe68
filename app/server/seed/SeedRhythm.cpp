// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/seed/SeedRhythm.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace vitrine::server {

namespace {

constexpr int kFirstHour = 10;
using Hours = std::array<double, 14>;
/// 10 to 23 o'clock: lunch breaks, and the evening after work.
constexpr Hours kWorkday = {0.5, 0.7, 0.9, 0.9, 0.7, 0.7, 0.8, 1.0, 1.1, 1.4, 1.7, 1.9, 1.6, 0.9};
/// Nobody shops during the Friday prayer.
constexpr Hours kFriday = {0.8, 0.8, 0.4, 0.3, 0.7, 1.1, 1.2, 1.2, 1.3, 1.5, 1.9, 2.1, 1.8, 1.1};
/// From Sunday: the working week begins then.
constexpr std::array<double, 7> kWeek = {0.82, 0.84, 0.90, 0.95, 1.30, 1.35, 1.10};

double monthShare(unsigned day)
{
    if (day <= 5)
        return 1.40;
    if (day <= 9)
        return 1.15;
    return day >= 25 ? 0.80 : 0.95;
}

} // namespace

int Rhythm::localHour(core::Time time)
{
    const core::Time local = time + kZone;
    return static_cast<int>(
        std::chrono::floor<std::chrono::hours>(local - std::chrono::floor<std::chrono::days>(local)).count());
}

double Rhythm::expected(core::Time hour) const
{
    const int localHour = Rhythm::localHour(hour);
    if (localHour < kFirstHour)
        return 0;
    const std::chrono::sys_days day = localDay(hour);
    const std::chrono::weekday weekday(day);
    const Hours &hours = weekday == std::chrono::Friday ? kFriday : kWorkday;
    double orders = m_ordersPerDay * hours[static_cast<std::size_t>(localHour - kFirstHour)] /
                    std::accumulate(hours.begin(), hours.end(), 0.0);
    orders *= kWeek[weekday.c_encoding()] * monthShare(static_cast<unsigned>(std::chrono::year_month_day(day).day()));
    return orders * m_feasts.factor(day);
}

double Dice::unit() { return static_cast<double>(m_source.next() >> 11) * 0x1p-53; }

std::int64_t Dice::between(std::int64_t low, std::int64_t high)
{
    return low + static_cast<std::int64_t>(m_source.next() % static_cast<std::uint64_t>(high - low + 1));
}

bool Dice::chance(double probability) { return unit() < probability; }

std::int64_t Dice::around(double expected)
{
    // As many tries as it takes for the sum to scatter like arrivals do.
    constexpr int kTries = 32;
    std::int64_t count = 0;
    for (int i = 0; i < kTries; ++i)
        count += chance(expected / kTries) ? 1 : 0;
    return count;
}

std::size_t Dice::pick(std::span<const double> sums)
{
    const double at = unit() * sums.back();
    const auto found = std::ranges::upper_bound(sums, at);
    return static_cast<std::size_t>(std::min(found, sums.end() - 1) - sums.begin());
}

} // namespace vitrine::server
