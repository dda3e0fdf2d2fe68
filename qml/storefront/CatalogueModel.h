// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/controls/Pictures.h"
#include "qml/controls/RowModel.h"
#include "qml/theme/LocalText.h"
#include "qml/theme/MoneyValue.h"

#include <QUrl>

#include <vector>

namespace vitrine::qml {

/// One product on the shelf.
struct CatalogueRow {
    QString slug{};
    LocalText name{};
    /// The lowest price of its variants.
    MoneyValue price{};
    /// True where the variants differ in price.
    bool hasPriceRange = false;
    /// A picture of the object, cut out. Can be empty: the place then stays empty.
    QUrl poster{};
    /// Pieces that can be bought, over all variants and locations.
    int stock = 0;

    /// What the shelf shows of a product.
    [[nodiscard]] static CatalogueRow from(const core::Product &product, const StockByVariant &stock,
                                           const PictureUrl &pictureUrl);

    bool operator==(const CatalogueRow &) const = default;
};

/// The shelf of the home page. GUI thread.
class CatalogueModel : public RowModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The shop makes it")

public:
    enum Role { SlugRole = Qt::UserRole, NameRole, PriceRole, HasPriceRangeRole, PosterRole, StockRole };

    using RowModel::RowModel;

    /// `hasMore`: the catalogue goes on after these rows.
    void setRows(std::vector<CatalogueRow> rows, bool hasMore = false);
    /// The next page. Contract: none of its rows is there already.
    void append(std::vector<CatalogueRow> rows, bool hasMore);
    /// No page comes for the last request: the view may ask again.
    void abandonMore() { m_isFetching = false; }
    [[nodiscard]] const std::vector<CatalogueRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    /// Views ask when they have come near the last row.
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void moreRequested();

private:
    std::vector<CatalogueRow> m_rows;
    bool m_hasMore = false;
    bool m_isFetching = false;
};

} // namespace vitrine::qml
