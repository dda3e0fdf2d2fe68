// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/account/RefusedModel.h"

#include "core/commands/Commands.h"
#include "core/values/Contract.h"
#include "core/values/ErrorWords.h"

#include <algorithm>

namespace vitrine::qml {

namespace {

using core::ErrorCode;

RefusedModel::Kind kindOf(const std::string &command)
{
    if (command == "addToCart")
        return RefusedModel::CartAddition;
    if (command == "setCartQuantity")
        return RefusedModel::CartChange;
    if (command == "placeOrder")
        return RefusedModel::Order;
    if (command == "cancelOrder")
        return RefusedModel::Cancellation;
    return RefusedModel::Other;
}

/// What is wrong in itself stays wrong; what was wrong with the day can be right tomorrow. An order is not asked for
/// again behind its address and prices: its things are in the cart, where it can be placed anew.
bool isWorthRetrying(RefusedModel::Kind kind, ErrorCode code)
{
    if (kind == RefusedModel::Order)
        return false;
    switch (code) {
    case ErrorCode::OutOfStock:
    case ErrorCode::NotFound:
    case ErrorCode::RateLimited:
    case ErrorCode::Timeout:
    case ErrorCode::Unavailable:
    case ErrorCode::StorageFull:
    case ErrorCode::Corrupt:
    case ErrorCode::Internal:
        return true;
    default:
        return false;
    }
}

int quantityOf(const core::QueuedCommand &command)
{
    if (const auto added = core::fromJson<core::AddToCart>(command.body, core::JsonReading::Stored);
        command.name == "addToCart" && added)
        return static_cast<int>(added->quantity.value);
    if (const auto changed = core::fromJson<core::SetCartQuantity>(command.body, core::JsonReading::Stored);
        command.name == "setCartQuantity" && changed)
        return static_cast<int>(changed->quantity.value);
    return 0;
}

/// What the shop's offer says of each line that it could not take as it was asked.
QList<OfferedChange> changesOf(const core::QueuedCommand &command, std::span<const core::Product> products)
{
    struct Parked {
        core::PlaceOrderReply offer{};
    };
    QList<OfferedChange> changes;
    const auto placed = core::fromJson<core::PlaceOrder>(command.body, core::JsonReading::Stored);
    const auto parked = core::fromJson<Parked>(command.parkedError, core::JsonReading::Stored);
    if (command.name != "placeOrder" || !placed || !parked)
        return changes;
    for (const core::OfferedLine &offered : parked->offer.offer) {
        const auto asked = std::ranges::find(placed->lines, offered.variant, &core::OrderedLine::variant);
        const auto product = std::ranges::find(products, offered.product, &core::Product::id);
        if (asked == placed->lines.end() || product == products.end())
            continue;
        const OfferedChange change{.name = *product->name,
                                   .seen = asked->unitPrice,
                                   .now = offered.unitPrice,
                                   .wanted = static_cast<int>(asked->quantity.value),
                                   .available = static_cast<int>(offered.available)};
        if (change.isShort() || change.isPrice())
            changes.push_back(change);
    }
    return changes;
}

} // namespace

std::vector<core::Id<core::Product>> RefusedModel::productsOf(const core::QueuedCommand &command,
                                                              const core::Cart &cart)
{
    std::vector<core::Id<core::Product>> products;
    if (const auto added = core::fromJson<core::AddToCart>(command.body, core::JsonReading::Stored);
        command.name == "addToCart" && added) {
        products.push_back(added->product);
    } else if (const auto changed = core::fromJson<core::SetCartQuantity>(command.body, core::JsonReading::Stored);
               command.name == "setCartQuantity" && changed) {
        const auto line = std::ranges::find(cart.lines, changed->variant, &core::CartLine::variant);
        if (line != cart.lines.end())
            products.push_back(line->product);
    } else if (const auto placed = core::fromJson<core::PlaceOrder>(command.body, core::JsonReading::Stored);
               command.name == "placeOrder" && placed) {
        for (const core::OrderedLine &line : placed->lines)
            products.push_back(line.product);
    }
    return products;
}

RefusedRow RefusedModel::rowOf(const core::QueuedCommand &command, std::span<const core::Product> products)
{
    VITRINE_EXPECT(command.isParked());
    const Kind kind = kindOf(command.name);
    const core::Error error = core::errorFromJson(command.parkedError);
    return {.position = command.position,
            .kind = kind,
            .subject = kind == Order || products.empty() ? LocalText() : LocalText(*products.front().name),
            .quantity = quantityOf(command),
            .reason = core::userWords(error.code),
            .isOffer = kind == Order && command.parkedError.contains("\"offer\""),
            .changes = changesOf(command, products),
            .canRetry = isWorthRetrying(kind, error.code)};
}

void RefusedModel::setRows(std::vector<RefusedRow> rows)
{
    replaceRows(m_rows, std::move(rows), [](const RefusedRow &row) { return row.position; });
}

int RefusedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RefusedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RefusedRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case PositionRole:
        return row.position;
    case KindRole:
        return row.kind;
    case SubjectRole:
        return QVariant::fromValue(row.subject);
    case QuantityRole:
        return row.quantity;
    case ReasonRole:
        return QVariant::fromValue(row.reason);
    case IsOfferRole:
        return row.isOffer;
    case ChangesRole:
        return QVariant::fromValue(row.changes);
    case CanRetryRole:
        return row.canRetry;
    default:
        return {};
    }
}

QHash<int, QByteArray> RefusedModel::roleNames() const
{
    return {{PositionRole, "position"}, {KindRole, "kind"},       {SubjectRole, "subject"}, {QuantityRole, "quantity"},
            {ReasonRole, "reason"},     {IsOfferRole, "isOffer"}, {ChangesRole, "changes"}, {CanRetryRole, "canRetry"}};
}

} // namespace vitrine::qml
