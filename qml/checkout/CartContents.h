// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "qml/checkout/CartModel.h"
#include "qml/controls/Pictures.h"

#include <span>

namespace vitrine::qml {

/// What a cart shows: its lines as rows, and what they come to by the shop's own arithmetic.
struct CartContents {
    std::vector<CartRow> rows{};
    CartModel::Sums sums{};

    /// Removed lines are left out; lines whose variant is not among `products` are gone. InvalidArgument where the sums
    /// leave the bounds of Money or mix currencies.
    [[nodiscard]] static core::Result<CartContents> of(const core::Cart &cart, std::span<const core::Product> products,
                                                       const StockByVariant &stock, const PictureUrl &pictureUrl);
};

} // namespace vitrine::qml
