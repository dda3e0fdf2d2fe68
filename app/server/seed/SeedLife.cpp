// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/seed/SeedLife.h"

namespace vitrine::server {

using core::OrderState;
using core::Time;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

constexpr int kOpens = 9;
constexpr int kCloses = 20;

constexpr double kCancelled = 0.06;
constexpr double kRefused = 0.025;
constexpr double kSentBack = 0.015;

/// That time, or the next morning on which somebody works where nobody works then.
Time workingTime(Time time, const Feasts &feasts, Dice &dice)
{
    const int hour = Rhythm::localHour(time);
    std::chrono::sys_days day = Rhythm::localDay(time);
    if (hour >= kOpens && hour < kCloses && !feasts.isClosed(day))
        return time;
    if (hour >= kCloses)
        day += days(1);
    while (feasts.isClosed(day))
        day += days(1);
    return Time(day) - Rhythm::kZone + hours(kOpens) + minutes(dice.between(0, 100));
}

} // namespace

std::vector<LifeStep> lifeOf(const OrderFacts &facts, const Feasts &feasts, Dice &dice)
{
    const auto atWork = [&](Time time) { return workingTime(time, feasts, dice); };
    std::vector<LifeStep> steps;
    if (facts.isDigital) {
        Time at = facts.placed;
        for (const OrderState to :
             {OrderState::Confirmed, OrderState::Packed, OrderState::OutForDelivery, OrderState::Delivered}) {
            at += minutes(dice.between(2, 40));
            if (to != OrderState::Confirmed || !facts.isCard)
                steps.push_back({at, to});
        }
        steps.push_back({at + days(7), OrderState::Completed});
        return steps;
    }
    Time at = atWork(facts.placed + minutes(dice.between(20, 240)));
    if (dice.chance(kCancelled)) {
        steps.push_back({at, OrderState::Cancelled, dice.chance(0.5)});
        return steps;
    }
    if (!facts.isCard)
        steps.push_back({at, OrderState::Confirmed});
    at = atWork(at + minutes(dice.between(60, 480)));
    steps.push_back({at, OrderState::Packed});
    at = atWork(at + minutes(dice.between(90, 960)));
    steps.push_back({at, OrderState::OutForDelivery});
    at = atWork(at + minutes(facts.isFar ? dice.between(1'300, 4'300) : dice.between(120, 540)));
    if (dice.chance(kRefused)) {
        steps.push_back({at, OrderState::Returned});
        return steps;
    }
    steps.push_back({at, OrderState::Delivered});
    if (dice.chance(kSentBack)) {
        at = atWork(at + hours(dice.between(24, 120)));
        steps.push_back({at, OrderState::Returned});
        steps.push_back({atWork(at + hours(dice.between(48, 96))), OrderState::Refunded});
        return steps;
    }
    steps.push_back({at + days(7), OrderState::Completed});
    return steps;
}

} // namespace vitrine::server
