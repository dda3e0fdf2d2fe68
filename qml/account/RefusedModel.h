// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/Sales.h"
#include "core/ports/Replica.h"
#include "qml/controls/RowModel.h"
#include "qml/theme/LocalText.h"
#include "qml/theme/MoneyValue.h"

#include <span>
#include <vector>

namespace vitrine::qml {

/// A line of an order that the shop would take otherwise than it was asked: the value type `offeredChange`.
struct OfferedChange {
    Q_GADGET
    QML_VALUE_TYPE(offeredChange)
    Q_PROPERTY(vitrine::qml::LocalText name MEMBER name FINAL)
    Q_PROPERTY(vitrine::qml::MoneyValue seen MEMBER seen FINAL)
    Q_PROPERTY(vitrine::qml::MoneyValue now MEMBER now FINAL)
    Q_PROPERTY(int available MEMBER available FINAL)
    Q_PROPERTY(bool isShort READ isShort FINAL)
    Q_PROPERTY(bool isPrice READ isPrice FINAL)

public:
    LocalText name{};
    /// The price that the shopper had seen, and today's.
    MoneyValue seen{};
    MoneyValue now{};
    int wanted = 0;
    int available = 0;

    [[nodiscard]] bool isShort() const { return available < wanted; }
    [[nodiscard]] bool isPrice() const { return !(seen == now); }

    bool operator==(const OfferedChange &) const = default;
};

/// Something that the shopper did and the shop did not take.
struct RefusedRow {
    /// Its place in the outbox.
    qint64 position = 0;
    int kind = 0;
    /// The product that it was about, where that is known.
    LocalText subject{};
    int quantity = 0;
    /// Why, in words for the shopper.
    LocalText reason{};
    /// The shop offered something else: another price, fewer pieces.
    bool isOffer = false;
    /// What it offered for the lines that it could not take as they were asked.
    QList<OfferedChange> changes{};
    /// Asking again can help.
    bool canRetry = false;

    bool operator==(const RefusedRow &) const = default;
};

/// The commands of this device that the server refused, until the shopper has seen them. GUI thread.
class RefusedModel : public RowModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The shop makes it")

public:
    /// What the shopper had wanted.
    enum Kind { CartAddition, CartChange, Order, Cancellation, Other };
    Q_ENUM(Kind)
    enum Role {
        PositionRole = Qt::UserRole,
        KindRole,
        SubjectRole,
        QuantityRole,
        ReasonRole,
        IsOfferRole,
        ChangesRole,
        CanRetryRole
    };

    using RowModel::RowModel;

    /// The products that a command is about: it names them, or a line of `cart` does. None for commands of other kinds.
    [[nodiscard]] static std::vector<core::Id<core::Product>> productsOf(const core::QueuedCommand &command,
                                                                         const core::Cart &cart);
    /// `products`: those of productsOf() that are still known here. Contract: the command is parked.
    [[nodiscard]] static RefusedRow rowOf(const core::QueuedCommand &command, std::span<const core::Product> products);

    void setRows(std::vector<RefusedRow> rows);
    [[nodiscard]] const std::vector<RefusedRow> &rows() const { return m_rows; }

    Q_INVOKABLE void dismiss(qint64 position) { emit dismissRequested(position); }
    /// Asks the shop once more; the refused one leaves the list.
    Q_INVOKABLE void tryAgain(qint64 position) { emit tryAgainRequested(position); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void dismissRequested(qint64 position);
    void tryAgainRequested(qint64 position);

private:
    std::vector<RefusedRow> m_rows{};
};

} // namespace vitrine::qml
