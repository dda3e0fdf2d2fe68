// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/Sales.h"
#include "qml/controls/RowModel.h"
#include "qml/theme/LocalText.h"
#include "qml/theme/MoneyValue.h"

#include <QUrl>

#include <vector>

namespace vitrine::qml {

/// One line of the cart, with what a view needs to draw it.
struct CartRow {
    core::Id<core::Product> product{};
    core::Id<core::Variant> variant{};
    QString slug{};
    LocalText name{};
    LocalText choices{};
    QUrl poster{};
    int quantity = 0;
    core::Money unitPrice{};
    core::Money total{};
    /// Pieces that the shop has, as far as this device knows.
    int stock = 0;
    /// The shop no longer shows the product: no name, no price, and no part of an order.
    bool isGone = false;

    bool operator==(const CartRow &) const = default;
};

/// The cart: its lines and what they come to. Sums are handed in, never computed here. GUI thread.
class CartModel : public RowModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The shop makes it")
    /// Pieces in all lines that can be bought.
    Q_PROPERTY(int pieces READ pieces NOTIFY sumsChanged FINAL)
    Q_PROPERTY(vitrine::qml::MoneyValue subtotal READ subtotal NOTIFY sumsChanged FINAL)
    Q_PROPERTY(vitrine::qml::MoneyValue delivery READ delivery NOTIFY sumsChanged FINAL)
    Q_PROPERTY(vitrine::qml::MoneyValue total READ total NOTIFY sumsChanged FINAL)
    /// Changes that the server has not seen yet.
    Q_PROPERTY(bool isWaiting READ isWaiting NOTIFY isWaitingChanged FINAL)

public:
    enum Role {
        VariantRole = Qt::UserRole,
        SlugRole,
        NameRole,
        ChoicesRole,
        PosterRole,
        QuantityRole,
        UnitPriceRole,
        TotalRole,
        StockRole,
        IsGoneRole
    };

    struct Sums {
        core::Money subtotal{};
        core::Money delivery{};
        core::Money total{};

        bool operator==(const Sums &) const = default;
    };

    using RowModel::RowModel;

    void setRows(std::vector<CartRow> rows, const Sums &sums);
    void setIsWaiting(bool isWaiting);
    [[nodiscard]] const std::vector<CartRow> &rows() const { return m_rows; }

    /// Asks for another quantity of the line in this row; 0 takes it out.
    Q_INVOKABLE void setQuantity(int row, int quantity);

    [[nodiscard]] int pieces() const { return m_pieces; }
    [[nodiscard]] MoneyValue subtotal() const { return m_sums.subtotal; }
    [[nodiscard]] MoneyValue delivery() const { return m_sums.delivery; }
    [[nodiscard]] MoneyValue total() const { return m_sums.total; }
    [[nodiscard]] bool isWaiting() const { return m_isWaiting; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void sumsChanged();
    void isWaitingChanged();
    void quantityRequested(const vitrine::core::Id<vitrine::core::Variant> &variant, int quantity);

private:
    std::vector<CartRow> m_rows{};
    Sums m_sums{};
    int m_pieces = 0;
    bool m_isWaiting = false;
};

} // namespace vitrine::qml
