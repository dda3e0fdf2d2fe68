// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/checkout/CartModel.h"

#include <algorithm>

namespace vitrine::qml {

void CartModel::setRows(std::vector<CartRow> rows, const Sums &sums)
{
    int pieces = 0;
    for (const CartRow &row : rows)
        pieces += row.isGone ? 0 : row.quantity;
    replaceRows(m_rows, std::move(rows), [](const CartRow &row) { return row.variant; });
    if (pieces == m_pieces && sums == m_sums)
        return;
    m_pieces = pieces;
    m_sums = sums;
    emit sumsChanged();
}

void CartModel::setIsWaiting(bool isWaiting)
{
    if (isWaiting == m_isWaiting)
        return;
    m_isWaiting = isWaiting;
    emit isWaitingChanged();
}

void CartModel::setQuantity(int row, int quantity)
{
    if (row < 0 || row >= rowCount())
        return;
    const CartRow &line = m_rows[static_cast<std::size_t>(row)];
    // By value: who listens replaces the rows before the signal is through.
    const core::Id<core::Variant> variant = line.variant;
    const int within = std::clamp(quantity, 0, static_cast<int>(core::LineQuantity::kMax));
    if (within != line.quantity)
        emit quantityRequested(variant, within);
}

int CartModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CartModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CartRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case VariantRole:
        return QString::fromStdString(row.variant.text());
    case SlugRole:
        return row.slug;
    case NameRole:
        return QVariant::fromValue(row.name);
    case ChoicesRole:
        return QVariant::fromValue(row.choices);
    case PosterRole:
        return row.poster;
    case QuantityRole:
        return row.quantity;
    case UnitPriceRole:
        return QVariant::fromValue(MoneyValue(row.unitPrice));
    case TotalRole:
        return QVariant::fromValue(MoneyValue(row.total));
    case StockRole:
        return row.stock;
    case IsGoneRole:
        return row.isGone;
    default:
        return {};
    }
}

QHash<int, QByteArray> CartModel::roleNames() const
{
    return {{VariantRole, "variant"},     {SlugRole, "slug"},     {NameRole, "name"},
            {ChoicesRole, "choices"},     {PosterRole, "poster"}, {QuantityRole, "quantity"},
            {UnitPriceRole, "unitPrice"}, {TotalRole, "total"},   {StockRole, "stock"},
            {IsGoneRole, "isGone"}};
}

} // namespace vitrine::qml
