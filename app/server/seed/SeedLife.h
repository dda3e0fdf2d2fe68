// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/seed/SeedRhythm.h"
#include "core/entities/Sales.h"

namespace vitrine::server {

/// What an order's life depends on.
struct OrderFacts {
    core::Time placed{};
    bool isCard = false;
    /// Nothing to carry: sent by mail or done at once.
    bool isDigital = false;
    bool isFar = false;
};

struct LifeStep {
    core::Time at{};
    core::OrderState to = core::OrderState::Confirmed;
    /// The shopper's own doing: a cancellation by phone is the shop's.
    bool isByShopper = false;
};

/// What becomes of an order, step after step: confirmed by a call, packed, carried, taken; now and then cancelled,
/// refused at the door, or sent back. In the order of time.
[[nodiscard]] std::vector<LifeStep> lifeOf(const OrderFacts &facts, const Feasts &feasts, Dice &dice);

} // namespace vitrine::server
