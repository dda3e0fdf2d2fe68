// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/checkout/CartContents.h"

#include "core/commands/Commands.h"

#include <algorithm>
#include <utility>

namespace vitrine::qml {

core::Result<CartContents> CartContents::of(const core::Cart &cart, std::span<const core::Product> products,
                                            const StockByVariant &stock, const PictureUrl &pictureUrl)
{
    CartContents contents;
    bool isFirst = true;
    bool isCarried = false;
    for (const core::CartLine &line : cart.lines) {
        if (line.quantity.value == 0)
            continue;
        const auto product = std::ranges::find(products, line.product, &core::Product::id);
        const core::Variant *variant = product == products.end() ? nullptr : product->variant(line.variant);
        if (variant == nullptr) {
            contents.rows.push_back({.product = line.product,
                                     .variant = line.variant,
                                     .quantity = static_cast<int>(line.quantity.value),
                                     .isGone = true});
            continue;
        }
        VITRINE_TRY(const core::Money total, core::multiply(variant->price, line.quantity.value));
        if (std::exchange(isFirst, false))
            contents.sums.subtotal = core::Money{0, total.currency};
        VITRINE_TRY(contents.sums.subtotal, core::add(contents.sums.subtotal, total));
        isCarried = isCarried || product->kind == core::ProductKind::Physical;
        const std::string picture = pictureOf(*product, variant);
        contents.rows.push_back({.product = line.product,
                                 .variant = line.variant,
                                 .slug = QString::fromStdString(product->slug->value),
                                 .name = *product->name,
                                 .choices = choicesOf(*product, *variant),
                                 .poster = picture.empty() ? QUrl() : pictureUrl(picture),
                                 .quantity = static_cast<int>(line.quantity.value),
                                 .unitPrice = variant->price,
                                 .total = total,
                                 .stock = static_cast<int>(stockOf(stock, variant->id))});
    }
    if (isFirst)
        return contents;
    contents.sums.delivery = core::deliveryCharge(contents.sums.subtotal, isCarried);
    VITRINE_TRY(contents.sums.total, core::add(contents.sums.subtotal, contents.sums.delivery));
    return contents;
}

} // namespace vitrine::qml
