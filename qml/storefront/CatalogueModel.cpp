// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/storefront/CatalogueModel.h"

#include <algorithm>
#include <iterator>

namespace vitrine::qml {

CatalogueRow CatalogueRow::from(const core::Product &product, const StockByVariant &stock, const PictureUrl &pictureUrl)
{
    CatalogueRow row;
    row.slug = QString::fromStdString(product.slug->value);
    row.name = *product.name;
    const core::Variant *cheapest = nullptr;
    for (const core::Variant &variant : product.variants) {
        row.stock += static_cast<int>(stockOf(stock, variant.id));
        if (cheapest != nullptr && variant.price != cheapest->price)
            row.hasPriceRange = true;
        if (cheapest == nullptr || variant.price.minorUnits < cheapest->price.minorUnits)
            cheapest = &variant;
    }
    if (cheapest != nullptr)
        row.price = cheapest->price;
    const std::string picture = pictureOf(product, nullptr);
    row.poster = picture.empty() ? QUrl() : pictureUrl(picture);
    return row;
}

void CatalogueModel::setRows(std::vector<CatalogueRow> rows, bool hasMore)
{
    m_hasMore = hasMore;
    m_isFetching = false;
    replaceRows(m_rows, std::move(rows), [](const CatalogueRow &row) { return row.slug; });
}

void CatalogueModel::append(std::vector<CatalogueRow> rows, bool hasMore)
{
    m_hasMore = hasMore;
    m_isFetching = false;
    if (rows.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    std::ranges::move(rows, std::back_inserter(m_rows));
    endInsertRows();
    emit countChanged();
}

bool CatalogueModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_isFetching;
}

void CatalogueModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isFetching = true;
    emit moreRequested();
}

int CatalogueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CatalogueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CatalogueRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case SlugRole:
        return row.slug;
    case NameRole:
        return QVariant::fromValue(row.name);
    case PriceRole:
        return QVariant::fromValue(row.price);
    case HasPriceRangeRole:
        return row.hasPriceRange;
    case PosterRole:
        return row.poster;
    case StockRole:
        return row.stock;
    default:
        return {};
    }
}

QHash<int, QByteArray> CatalogueModel::roleNames() const
{
    return {{SlugRole, "slug"},     {NameRole, "name"},  {PriceRole, "price"}, {HasPriceRangeRole, "hasPriceRange"},
            {PosterRole, "poster"}, {StockRole, "stock"}};
}

} // namespace vitrine::qml
