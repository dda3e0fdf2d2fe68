// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/Sales.h"
#include "core/ports/Replica.h"
#include "qml/controls/RowModel.h"
#include "qml/theme/LocalText.h"

#include <optional>
#include <vector>

namespace vitrine::qml {

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
        CanRetryRole
    };

    using RowModel::RowModel;

    /// The product that a command of the cart is about: it names it, or a line of `cart` does. Nothing for other
    /// commands.
    [[nodiscard]] static std::optional<core::Id<core::Product>> productOf(const core::QueuedCommand &command,
                                                                          const core::Cart &cart);
    /// `product`: what productOf() names, if it is still known here. Contract: the command is parked.
    [[nodiscard]] static RefusedRow rowOf(const core::QueuedCommand &command, const core::Product *product);

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
