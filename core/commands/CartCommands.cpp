// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/CartCommands.h"

#include <algorithm>

namespace vitrine::core {
namespace {

constexpr std::size_t kMaxCartLines = 100;
/// A device's clock may run this far ahead before its changes count as made now: otherwise one wrong clock would win
/// every later change of a line.
constexpr auto kClockTolerance = std::chrono::minutes(5);

Hlc trusted(Hlc at, Time now)
{
    if (at.at > now + kClockTolerance)
        at.at = now;
    return at;
}

CartLine *lineOf(Cart &cart, const Id<Variant> &variant)
{
    const auto found = std::ranges::find(cart.lines, variant, &CartLine::variant);
    return found == cart.lines.end() ? nullptr : &*found;
}

/// Add-wins: an addition counts whatever else happened to the line, since taking something off a shelf is never undone
/// by what another device did before it knew of that.
Result<CartReply> addToCart(Tx &tx, const Actor &actor, const AddToCart &command)
{
    VITRINE_TRY(const auto product, tx.find(command.product));
    if (!product || *product->value.state != ProductState::Published)
        return fail(ErrorCode::NotFound, "no such product", "product");
    if (product->value.variant(command.variant) == nullptr)
        return fail(ErrorCode::NotFound, "the product has no such variant", "variant");

    VITRINE_TRY(Row<Cart> row, cartOf(tx, actor));
    const Hlc at = trusted(command.at, tx.now());
    if (CartLine *line = lineOf(row.value, command.variant)) {
        if (line->quantity + command.quantity > LineQuantity::kMax)
            return fail(ErrorCode::InvalidArgument, "a line holds at most 99 pieces", "quantity");
        line->quantity = line->quantity + command.quantity;
        line->changed = std::max(line->changed, at);
    } else {
        if (row.value.lines.size() >= kMaxCartLines)
            return fail(ErrorCode::TooLarge, "a cart holds at most 100 lines");
        row.value.lines.push_back({command.product, command.variant, command.quantity.value, at});
    }
    VITRINE_CHECK(tx.update(row, "cart.added"));
    return CartReply{row.value.pieces()};
}

/// Last writer per line: a change older than what the line has seen is answered, and changes nothing.
Result<CartReply> setCartQuantity(Tx &tx, const Actor &actor, const SetCartQuantity &command)
{
    VITRINE_TRY(Row<Cart> row, cartOf(tx, actor));
    CartLine *line = lineOf(row.value, command.variant);
    if (line == nullptr)
        return fail(ErrorCode::NotFound, "the cart has no such line", "variant");
    const Hlc at = trusted(command.at, tx.now());
    if (at > line->changed) {
        line->quantity = command.quantity;
        line->changed = at;
        VITRINE_CHECK(tx.update(row, "cart.changed"));
    }
    return CartReply{row.value.pieces()};
}

} // namespace

Result<Row<Cart>> cartOf(Tx &tx, const Actor &actor)
{
    VITRINE_TRY(std::optional<Row<Cart>> row, tx.find(Cart::idFor(actor.customer)));
    if (row)
        return std::move(*row);
    return Row<Cart>{Cart{.id = Cart::idFor(actor.customer), .customer = actor.customer}, 0};
}

void takeFromCart(Cart &cart, const Id<Variant> &variant, std::int64_t quantity)
{
    if (CartLine *line = lineOf(cart, variant))
        line->quantity = std::max<std::int64_t>(0, line->quantity - quantity);
}

void addCartCommands(CommandRegistry &registry)
{
    registry.add<AddToCart>("addToCart", "Put pieces of a variant into the own cart.", Permission::Shop, addToCart);
    registry.add<SetCartQuantity>("setCartQuantity", "Set how many of a variant the own cart holds; 0 removes it.",
                                  Permission::Shop, setCartQuantity);
}

} // namespace vitrine::core
