// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/account/OrdersModel.h"
#include "qml/account/RefusedModel.h"
#include "qml/checkout/CartModel.h"
#include "qml/checkout/CheckoutModel.h"
#include "qml/compare/CompareModel.h"
#include "qml/product/ProductModel.h"
#include "qml/shell/Preferences.h"
#include "qml/storefront/CatalogueModel.h"

#include <QObject>
#include <QtQmlIntegration>

namespace vitrine::qml {

/// Everything that the window shows, in one typed place: the view-models of all features and the connection. The
/// window takes it as its one required property; programs feed it from a session (ShopFeed), tests and the gallery from
/// rows. GUI thread.
class Shop : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The program makes it")
    Q_PROPERTY(vitrine::qml::CatalogueModel *catalogue READ catalogue CONSTANT FINAL)
    Q_PROPERTY(vitrine::qml::ProductModel *product READ product CONSTANT FINAL)
    Q_PROPERTY(vitrine::qml::CompareModel *compare READ compare CONSTANT FINAL)
    Q_PROPERTY(vitrine::qml::CartModel *cart READ cart CONSTANT FINAL)
    Q_PROPERTY(vitrine::qml::CheckoutModel *checkout READ checkout CONSTANT FINAL)
    Q_PROPERTY(vitrine::qml::OrdersModel *orders READ orders CONSTANT FINAL)
    Q_PROPERTY(vitrine::qml::RefusedModel *refused READ refused CONSTANT FINAL)
    Q_PROPERTY(vitrine::qml::Preferences *preferences READ preferences CONSTANT FINAL)
    /// False while the server can't be reached. Everything goes on; a small mark says it.
    Q_PROPERTY(bool isOnline READ isOnline WRITE setIsOnline NOTIFY isOnlineChanged FINAL)

    /// Its page is the one that is seen: a model on its way is given up where it is not.
    Q_PROPERTY(bool isProductShown READ isProductShown WRITE setIsProductShown NOTIFY isProductShownChanged FINAL)

public:
    /// What the shopper must hear of, wherever it happened.
    enum Notice { OrderRefused, CartRefused, ComparisonFull };
    Q_ENUM(Notice)

    /// `preferencesFile`: see Preferences.
    explicit Shop(const QString &preferencesFile = {}, QObject *parent = nullptr);

    [[nodiscard]] CatalogueModel *catalogue() { return &m_catalogue; }
    [[nodiscard]] ProductModel *product() { return &m_product; }
    [[nodiscard]] CompareModel *compare() { return &m_compare; }
    [[nodiscard]] CartModel *cart() { return &m_cart; }
    [[nodiscard]] CheckoutModel *checkout() { return &m_checkout; }
    [[nodiscard]] OrdersModel *orders() { return &m_orders; }
    [[nodiscard]] RefusedModel *refused() { return &m_refused; }
    [[nodiscard]] Preferences *preferences() { return &m_preferences; }

    /// Asks for a product on the stage.
    Q_INVOKABLE void openProduct(const QString &slug);

    void tell(Notice notice) { emit told(notice); }

    [[nodiscard]] bool isOnline() const { return m_isOnline; }
    void setIsOnline(bool isOnline);
    [[nodiscard]] bool isProductShown() const { return m_isProductShown; }
    void setIsProductShown(bool isProductShown);

signals:
    /// The order that the order page shows was not taken.
    void shownOrderLost();
    void isOnlineChanged();
    void isProductShownChanged();
    void productRequested(const QString &slug);
    void told(vitrine::qml::Shop::Notice notice);

private:
    CatalogueModel m_catalogue;
    ProductModel m_product;
    CompareModel m_compare;
    CartModel m_cart;
    CheckoutModel m_checkout;
    OrdersModel m_orders;
    RefusedModel m_refused;
    Preferences m_preferences;
    bool m_isOnline = true;
    bool m_isProductShown = true;
};

} // namespace vitrine::qml
