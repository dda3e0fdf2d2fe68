// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/checkout/CartContents.h"
#include "qml/shell/Shop.h"

#include <QString>

#include <vector>

namespace vitrine::tests {

/// A shop on a desk: the client's view-models over products, stock, a cart and orders that lie in memory. Behaves as
/// the shop does for what the window asks of it (open, add, change, order), with no server: an order gets its number at
/// once while `shop.isOnline()`, else when `reachServer()` is called.
class DeskShop
{
public:
    /// `posters`: a folder with <slug>.png; an empty name leaves the niches empty.
    explicit DeskShop(const QString &posters = {});

    qml::Shop shop;

    /// Fills the shelf, as the first sync does.
    void open();
    void reachServer();
    void setStock(const char *slug, std::int64_t pieces);

    [[nodiscard]] const std::vector<core::Product> &products() const { return m_products; }

private:
    void showProduct(const QString &slug);
    void showCompared();
    void change(const core::Product &product, const core::Variant &variant, int quantity);
    void refresh();
    [[nodiscard]] QUrl pictureUrl(const std::string &asset) const;
    void order(const core::PostalAddress &address, core::PaymentMethod method);
    [[nodiscard]] const core::Product *find(const QString &slug) const;

    QString m_posters;
    std::vector<core::Product> m_products{};
    qml::StockByVariant m_stock{};
    core::Cart m_cart{};
    std::vector<core::Order> m_orders{};
    int m_nextNumber = 1000042;
};

} // namespace vitrine::tests
