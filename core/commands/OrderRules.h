// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commands/Commands.h"

/// The parts of ordering that the server and a predicting device share.
namespace vitrine::core {

/// The order that a command asks for, at today's prices of what `tx` sees: lines, sums, first history entry; no number,
/// no stock. InvalidArgument, NotFound (a line's product is gone), Conflict (the id is taken).
[[nodiscard]] Result<Order> draftOrder(Tx &tx, const Actor &actor, const PlaceOrder &command);

/// A line as it is sold now: names and price are copied, so that later changes do not touch it. Its total is unset.
[[nodiscard]] OrderLine soldLine(const Product &product, const Variant &variant, std::int64_t quantity);

/// The order's state machine (ORD-01).
[[nodiscard]] bool canMove(OrderState from, OrderState to);

/// What a payment is once its order has come to a state: a card is charged when the goods leave, cash is taken when
/// they are handed over, and what was not paid is not owed for goods that came back.
[[nodiscard]] PaymentState paymentAfter(PaymentState before, OrderState to);

} // namespace vitrine::core
