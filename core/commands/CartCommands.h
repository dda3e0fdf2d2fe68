// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commands/Commands.h"

/// What order commands need of carts.
namespace vitrine::core {

/// The actor's cart; an empty one, not stored yet (version 0), where there is none.
[[nodiscard]] Result<Row<Cart>> cartOf(Tx &tx, const Actor &actor);

/// Takes pieces out of a line, never below none. The line stays, so that older changes from other devices can't revive
/// it.
void takeFromCart(Cart &cart, const Id<Variant> &variant, std::int64_t quantity);

} // namespace vitrine::core
