// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/AddressRules.h"
#include "core/commands/CartCommands.h"
#include "core/commands/OrderRules.h"

#include <algorithm>
#include <set>

namespace vitrine::core {
namespace {

constexpr std::size_t kMaxOrderLines = 100;
constexpr std::int64_t kFirstOrderNumber = 1'000'001;

struct Stocked {
    std::vector<Row<StockLevel>> levels; ///< Of one variant, most available first.
    std::int64_t available = 0;
};

Result<Stocked> stockOf(Tx &tx, const Id<Variant> &variant)
{
    Stocked stocked;
    VITRINE_TRY(stocked.levels,
                tx.select<StockLevel>({.where = {{"variant", Compare::Equal, variant.uuid()}}, .limit = 100}));
    for (const Row<StockLevel> &level : stocked.levels)
        stocked.available += level.value.available();
    // From as few places as can be; the id settles ties, so that the same shop always decides the same.
    std::ranges::sort(stocked.levels, [](const auto &a, const auto &b) {
        return a.value.available() != b.value.available() ? a.value.available() > b.value.available()
                                                          : a.value.id < b.value.id;
    });
    return stocked;
}

/// Promises pieces to an order. Contract: as many are available.
Result<std::vector<Allocation>> reserve(Tx &tx, Stocked &stocked, std::int64_t quantity)
{
    std::vector<Allocation> allocations;
    for (Row<StockLevel> &level : stocked.levels) {
        const std::int64_t taken = std::min(quantity, level.value.available());
        if (taken == 0)
            break;
        *level.value.reserved += taken;
        VITRINE_CHECK(tx.update(level, "stock.reserved"));
        allocations.push_back({*level.value.location, taken});
        quantity -= taken;
    }
    return allocations;
}

/// What reserved pieces become: back on the shelf (cancelled), or out of the door (`left`).
Status settle(Tx &tx, const Order &order, bool left)
{
    for (const OrderLine &line : order.lines) {
        for (const Allocation &allocation : line.allocations) {
            VITRINE_TRY(Row<StockLevel> level, tx.get(StockLevel::idFor(line.variant, allocation.location)));
            *level.value.reserved -= allocation.quantity;
            if (left)
                *level.value.onHand -= allocation.quantity;
            VITRINE_CHECK(tx.update(level, left ? "stock.shipped" : "stock.released"));
        }
    }
    return {};
}

Result<std::string> nextOrderNumber(Tx &tx)
{
    const Id<Counter> id = Id<Counter>::named("counter/order");
    VITRINE_TRY(std::optional<Row<Counter>> found, tx.find(id));
    Row<Counter> counter =
        found.value_or(Row<Counter>{Counter{.id = id, .name = "order", .value = kFirstOrderNumber - 1}, 0});
    ++*counter.value.value;
    VITRINE_CHECK(tx.update(counter, "counter.taken"));
    return "V-" + std::to_string(*counter.value.value);
}

Result<const PaymentProvider *> providerOf(const CommandServices &services, PaymentMethod method)
{
    for (const PaymentProvider *provider : services.payments)
        if (provider->method() == method)
            return provider;
    return fail(ErrorCode::Unsupported, "this shop does not take " + enumName(method), "paymentMethod");
}

/// Today's price and stock of every line, and whether they are what the shopper saw.
struct Checked {
    std::vector<Stocked> stock;
    std::vector<OfferedLine> offer;
    bool isAsAsked = true;
};

Result<Checked> checkAgainstShop(Tx &tx, const PlaceOrder &command, const Order &order)
{
    Checked checked;
    for (std::size_t i = 0; i < command.lines.size(); ++i) {
        const OrderedLine &asked = command.lines[i];
        VITRINE_TRY(Stocked stocked, stockOf(tx, asked.variant));
        const Money price = order.lines[i].unitPrice;
        checked.offer.push_back({asked.product, asked.variant,
                                 std::min<std::int64_t>(asked.quantity, stocked.available), stocked.available, price});
        checked.isAsAsked = checked.isAsAsked && price == asked.unitPrice && stocked.available >= asked.quantity;
        checked.stock.push_back(std::move(stocked));
    }
    return checked;
}

/// `order` is what was asked for, `checked` what the shop can do of it, line by line.
Result<PlaceOrderReply> counterOffer(const Order &order, const Checked &checked)
{
    PlaceOrderReply reply{OrderOutcome::CounterOffer, order.id, {}, {}, checked.offer};
    Money subtotal{0, order.total.currency};
    bool isCarried = false;
    for (std::size_t i = 0; i < checked.offer.size(); ++i) {
        const OfferedLine &line = checked.offer[i];
        VITRINE_TRY(const Money total, multiply(line.unitPrice, line.quantity));
        VITRINE_TRY(subtotal, add(subtotal, total));
        isCarried = isCarried || (line.quantity > 0 && order.lines[i].kind == ProductKind::Physical);
    }
    VITRINE_TRY(reply.total, add(subtotal, deliveryCharge(subtotal, isCarried)));
    return reply;
}

Status emptyCart(Tx &tx, const Actor &actor, const PlaceOrder &command)
{
    VITRINE_TRY(Row<Cart> cart, cartOf(tx, actor));
    if (cart.version == 0)
        return {};
    for (const OrderedLine &line : command.lines)
        takeFromCart(cart.value, line.variant, line.quantity);
    return tx.update(cart, "cart.ordered");
}

Result<PlaceOrderReply> placeOrder(Tx &tx, const Actor &actor, const PlaceOrder &command,
                                   const CommandServices &services)
{
    VITRINE_TRY(Order order, draftOrder(tx, actor, command));
    VITRINE_TRY(Checked checked, checkAgainstShop(tx, command, order));
    if (!checked.isAsAsked)
        return counterOffer(order, checked);

    VITRINE_TRY(const PaymentProvider *provider, providerOf(services, command.paymentMethod));
    VITRINE_TRY(const PaymentOutcome paid,
                provider->begin({order.id, order.total, command.paymentToken.value_or(std::string())}));
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        VITRINE_TRY(order.lines[i].allocations, reserve(tx, checked.stock[i], order.lines[i].quantity));
    }

    VITRINE_TRY(*order.number, nextOrderNumber(tx));
    order.paymentState = paid.state;
    // Money that is here confirms an order; cash on delivery is confirmed by a call.
    if (paid.state == PaymentState::Authorised || paid.state == PaymentState::Paid) {
        order.state = OrderState::Confirmed;
        order.history.push_back({OrderState::Confirmed, tx.now()});
    }
    VITRINE_CHECK(tx.insert(order, "order.placed"));
    VITRINE_CHECK(tx.insert(Payment{.id = Id<Payment>::make(tx.now(), tx.random()),
                                    .order = order.id,
                                    .customer = actor.customer,
                                    .method = command.paymentMethod,
                                    .state = paid.state,
                                    .amount = order.total,
                                    .providerReference = paid.providerReference,
                                    .createdAt = tx.now()},
                            "payment.begun"));
    VITRINE_CHECK(emptyCart(tx, actor, command));
    return PlaceOrderReply{OrderOutcome::Accepted, order.id, *order.number, order.total, {}};
}

/// On the device: the order as it will look, without a number, and nothing taken from stock that only the server
/// counts.
Result<PlaceOrderReply> predictOrder(Tx &tx, const Actor &actor, const PlaceOrder &command)
{
    VITRINE_TRY(const Order order, draftOrder(tx, actor, command));
    VITRINE_CHECK(tx.insert(order, "order.waiting"));
    VITRINE_CHECK(emptyCart(tx, actor, command));
    return PlaceOrderReply{OrderOutcome::Accepted, order.id, {}, order.total, {}};
}

/// The order and its payment say the same of the money.
Status settlePayment(Tx &tx, Order &order, OrderState to)
{
    const PaymentState after = paymentAfter(order.paymentState, to);
    if (after == order.paymentState)
        return {};
    order.paymentState = after;
    VITRINE_TRY(auto payments,
                tx.select<Payment>({.where = {{"order", Compare::Equal, order.id.uuid()}}, .limit = 10}));
    for (Row<Payment> &payment : payments) {
        payment.value.state = after;
        VITRINE_CHECK(tx.update(payment, "payment." + enumName(after)));
    }
    return {};
}

Result<OrderReply> moveOrder(Tx &tx, Row<Order> &order, OrderState to)
{
    if (!canMove(*order.value.state, to))
        return fail(ErrorCode::Conflict,
                    "an order that is " + enumName(*order.value.state) + " can't become " + enumName(to), "to");
    if (to == OrderState::Cancelled || to == OrderState::OutForDelivery)
        VITRINE_CHECK(settle(tx, order.value, to == OrderState::OutForDelivery));
    order.value.state = to;
    order.value.history.push_back({to, tx.now()});
    VITRINE_CHECK(settlePayment(tx, order.value, to));
    VITRINE_CHECK(tx.update(order, "order." + enumName(to)));
    return OrderReply{to};
}

Result<Row<Order>> ownOrder(Tx &tx, const Actor &actor, const Id<Order> &id)
{
    VITRINE_TRY(std::optional<Row<Order>> order, tx.find(id));
    const bool own = order && (*order->value.customer == actor.customer || actor.may(Permission::ManageOrders));
    if (!own) // Somebody else's order is as unknown as none: its existence is not told.
        return fail(ErrorCode::NotFound, "no such order", "order");
    return std::move(*order);
}

Result<OrderReply> cancelOrder(Tx &tx, const Actor &actor, const CancelOrder &command)
{
    VITRINE_TRY(Row<Order> order, ownOrder(tx, actor, command.order));
    return moveOrder(tx, order, OrderState::Cancelled);
}

Result<OrderReply> advanceOrder(Tx &tx, const Actor &actor, const AdvanceOrder &command)
{
    VITRINE_TRY(Row<Order> order, ownOrder(tx, actor, command.order));
    return moveOrder(tx, order, command.to);
}

} // namespace

Result<Order> draftOrder(Tx &tx, const Actor &actor, const PlaceOrder &command)
{
    if (!command.order.isSet())
        return fail(ErrorCode::InvalidArgument, "is unset", "order");
    if (command.lines.empty() || command.lines.size() > kMaxOrderLines)
        return fail(ErrorCode::InvalidArgument, "an order has 1 to 100 lines", "lines");
    VITRINE_CHECK(checkAddress(command.address));
    VITRINE_TRY(const auto existing, tx.find(command.order));
    if (existing)
        return fail(ErrorCode::Conflict, "this order exists already", "order");

    Order order{.id = command.order, .customer = actor.customer, .placedAt = tx.now(), .address = command.address};
    order.paymentMethod = command.paymentMethod;
    order.history.push_back({OrderState::Draft, tx.now()});
    std::set<Id<Variant>> seen;
    bool isCarried = false;
    for (std::size_t i = 0; i < command.lines.size(); ++i) {
        const std::string where = "lines[" + std::to_string(i) + ']';
        const OrderedLine &asked = command.lines[i];
        if (!seen.insert(asked.variant).second)
            return fail(ErrorCode::InvalidArgument, "the variant stands in two lines", where + ".variant");
        VITRINE_TRY(const auto product, tx.find(asked.product));
        const Variant *variant = product ? product->value.variant(asked.variant) : nullptr;
        if (variant == nullptr || *product->value.state != ProductState::Published)
            return fail(ErrorCode::NotFound, "no longer for sale", where + ".variant");
        OrderLine line = soldLine(product->value, *variant, asked.quantity);
        VITRINE_TRY(line.total, multiply(line.unitPrice, line.quantity));
        if (i == 0)
            order.subtotal = Money{0, line.unitPrice.currency};
        VITRINE_TRY(order.subtotal, add(order.subtotal, line.total));
        isCarried = isCarried || line.kind == ProductKind::Physical;
        order.lines.push_back(std::move(line));
    }
    order.delivery = deliveryCharge(order.subtotal, isCarried);
    VITRINE_TRY(order.total, add(order.subtotal, order.delivery));
    return order;
}

void addOrderCommands(CommandRegistry &registry, const CommandServices &services)
{
    registry.add<PlaceOrder>("placeOrder",
                             "Order pieces at the prices seen; answered with a counter-offer where the "
                             "shop can't do that.",
                             Permission::Shop, [&services](Tx &tx, const Actor &actor, const PlaceOrder &command) {
                                 return placeOrder(tx, actor, command, services);
                             });
    registry.add<CancelOrder>("cancelOrder", "Cancel an own order that has not left yet.", Permission::Shop,
                              cancelOrder);
    registry.add<AdvanceOrder>("advanceOrder", "Move an order to its next state.", Permission::ManageOrders,
                               advanceOrder);
}

void addPredictions(CommandRegistry &registry)
{
    addIdentityCommands(registry);
    addCartCommands(registry);
    registry.add<PlaceOrder>("placeOrder", "Show an order as waiting.", Permission::Shop, predictOrder);
    registry.add<CancelOrder>("cancelOrder", "Show an order as cancelled.", Permission::Shop,
                              [](Tx &tx, const Actor &actor, const CancelOrder &command) -> Result<OrderReply> {
                                  VITRINE_TRY(Row<Order> order, ownOrder(tx, actor, command.order));
                                  order.value.state = OrderState::Cancelled;
                                  order.value.paymentState =
                                      paymentAfter(order.value.paymentState, OrderState::Cancelled);
                                  VITRINE_CHECK(tx.update(order, "order.cancelled"));
                                  return OrderReply{OrderState::Cancelled};
                              });
}

} // namespace vitrine::core
