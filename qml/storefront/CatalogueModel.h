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

    void setRows(std::vector<CatalogueRow> rows);
    [[nodiscard]] const std::vector<CatalogueRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<CatalogueRow> m_rows;
};

} // namespace vitrine::qml
