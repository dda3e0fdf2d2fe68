// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/account/OrdersModel.h"

#include "qml/theme/Regions.h"

#include <QTimeZone>

#include <algorithm>

namespace vitrine::qml {

namespace {

OrderStage::Value stageOf(const core::Order &order)
{
    if (!*order.number)
        return OrderStage::Waiting;
    switch (*order.state) {
    case core::OrderState::Draft:
        return OrderStage::Placed;
    case core::OrderState::Confirmed:
        return OrderStage::Confirmed;
    case core::OrderState::Packed:
        return OrderStage::Packed;
    case core::OrderState::OutForDelivery:
        return OrderStage::OnTheWay;
    case core::OrderState::Delivered:
    case core::OrderState::Completed:
        return OrderStage::Delivered;
    case core::OrderState::Cancelled:
        return OrderStage::Cancelled;
    case core::OrderState::Returned:
    case core::OrderState::Refunded:
        return OrderStage::Returned;
    }
    return OrderStage::Placed;
}

} // namespace

PlacedOrder PlacedOrder::from(const core::Order &order, const PictureUrl &pictureUrl)
{
    PlacedOrder placed;
    placed.id = QString::fromStdString(order.id.text());
    placed.number = QString::fromStdString(order.number->value_or(std::string()));
    placed.stage = stageOf(order);
    placed.placedAt = QDateTime::fromMSecsSinceEpoch(
        std::chrono::duration_cast<std::chrono::milliseconds>(order.placedAt->time_since_epoch()).count(),
        QTimeZone::UTC);
    for (const core::OrderLine &line : order.lines) {
        placed.lines.append({line.name, line.choices, line.picture.empty() ? QUrl() : pictureUrl(line.picture),
                             static_cast<int>(line.quantity.value), line.total});
        placed.pieces += static_cast<int>(line.quantity.value);
    }
    placed.subtotal = order.subtotal;
    placed.delivery = order.delivery;
    placed.total = order.total;
    const core::PostalAddress &address = *order.address;
    placed.customerName = QString::fromStdString(address.name);
    const core::Text district = districtName(*address.district);
    placed.address = core::Text{*address.line + ", " + district.en, *address.line + ", " + district.bn};
    placed.isCash = order.paymentMethod == core::PaymentMethod::CashOnDelivery;
    return placed;
}

void OrdersModel::setRows(std::vector<PlacedOrder> rows)
{
    const PlacedOrder before = shown();
    const int waitingBefore = waiting();
    replaceRows(m_rows, std::move(rows), [](const PlacedOrder &row) { return row.id; });
    if (waiting() != waitingBefore)
        emit countChanged();
    if (shown() == before)
        return;
    // Said first: whoever leaves the page need not see it empty.
    if (!before.id.isEmpty() && shown().id.isEmpty())
        emit shownLost();
    emit shownChanged();
}

void OrdersModel::show(const QString &id)
{
    if (id == m_shown)
        return;
    m_shown = id;
    emit shownChanged();
}

PlacedOrder OrdersModel::shown() const
{
    const auto found = std::ranges::find(m_rows, m_shown, &PlacedOrder::id);
    return found == m_rows.end() ? PlacedOrder() : *found;
}

int OrdersModel::waiting() const { return static_cast<int>(std::ranges::count_if(m_rows, &PlacedOrder::isWaiting)); }

int OrdersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant OrdersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != OrderRole)
        return {};
    return QVariant::fromValue(m_rows[static_cast<std::size_t>(index.row())]);
}

QHash<int, QByteArray> OrdersModel::roleNames() const { return {{OrderRole, "order"}}; }

} // namespace vitrine::qml
