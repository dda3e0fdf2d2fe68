// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/Sales.h"
#include "qml/account/OrderStage.h"
#include "qml/controls/Pictures.h"
#include "qml/controls/RowModel.h"
#include "qml/theme/LocalText.h"
#include "qml/theme/MoneyValue.h"

#include <QDateTime>

#include <vector>

namespace vitrine::qml {

/// A line of an order as it was sold: the value type `soldLine`.
struct SoldLine {
    Q_GADGET
    QML_VALUE_TYPE(soldLine)
    Q_PROPERTY(vitrine::qml::LocalText name MEMBER name FINAL)
    Q_PROPERTY(vitrine::qml::LocalText choices MEMBER choices FINAL)
    Q_PROPERTY(QUrl poster MEMBER poster FINAL)
    Q_PROPERTY(int quantity MEMBER quantity FINAL)
    Q_PROPERTY(vitrine::qml::MoneyValue total MEMBER total FINAL)

public:
    LocalText name{};
    LocalText choices{};
    QUrl poster{};
    int quantity = 0;
    MoneyValue total{};

    bool operator==(const SoldLine &) const = default;
};

/// An order as the shopper sees it: the value type `placedOrder`.
struct PlacedOrder {
    Q_GADGET
    QML_VALUE_TYPE(placedOrder)
    Q_PROPERTY(QString id MEMBER id FINAL)
    Q_PROPERTY(QString number MEMBER number FINAL)
    Q_PROPERTY(bool isWaiting READ isWaiting FINAL)
    Q_PROPERTY(vitrine::qml::OrderStage::Value stage MEMBER stage FINAL)
    Q_PROPERTY(QDateTime placedAt MEMBER placedAt FINAL)
    Q_PROPERTY(QList<vitrine::qml::SoldLine> lines MEMBER lines FINAL)
    Q_PROPERTY(int pieces MEMBER pieces FINAL)
    Q_PROPERTY(vitrine::qml::MoneyValue subtotal MEMBER subtotal FINAL)
    Q_PROPERTY(vitrine::qml::MoneyValue delivery MEMBER delivery FINAL)
    Q_PROPERTY(vitrine::qml::MoneyValue total MEMBER total FINAL)
    Q_PROPERTY(QString customerName MEMBER customerName FINAL)
    Q_PROPERTY(vitrine::qml::LocalText address MEMBER address FINAL)
    Q_PROPERTY(bool isCash MEMBER isCash FINAL)

public:
    QString id{};
    /// Given by the server: empty while the order waits on this device.
    QString number{};
    OrderStage::Value stage = OrderStage::Waiting;
    QDateTime placedAt{};
    QList<SoldLine> lines{};
    int pieces = 0;
    MoneyValue subtotal{};
    MoneyValue delivery{};
    MoneyValue total{};
    QString customerName{};
    LocalText address{};
    bool isCash = true;

    [[nodiscard]] bool isWaiting() const { return number.isEmpty(); }

    [[nodiscard]] static PlacedOrder from(const core::Order &order, const PictureUrl &pictureUrl);

    bool operator==(const PlacedOrder &) const = default;
};

/// The shopper's orders, newest first. GUI thread.
class OrdersModel : public RowModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The shop makes it")
    /// The order that the order page shows: empty id for none.
    Q_PROPERTY(vitrine::qml::PlacedOrder shown READ shown NOTIFY shownChanged FINAL)
    Q_PROPERTY(int waiting READ waiting NOTIFY countChanged FINAL)

public:
    enum Role { OrderRole = Qt::UserRole };

    using RowModel::RowModel;

    void setRows(std::vector<PlacedOrder> rows);
    /// Chooses the order of the order page; it follows the rows from then on, and may come later than this call.
    Q_INVOKABLE void show(const QString &id);

    [[nodiscard]] PlacedOrder shown() const;
    [[nodiscard]] int waiting() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void shownChanged();
    /// The order that is shown was there and is no longer: the shop did not take it.
    void shownLost();

private:
    std::vector<PlacedOrder> m_rows{};
    QString m_shown{};
};

} // namespace vitrine::qml
