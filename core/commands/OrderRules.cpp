// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/OrderRules.h"

namespace vitrine::core {

OrderLine soldLine(const Product &product, const Variant &variant, std::int64_t quantity)
{
    OrderLine line{.product = product.id, .variant = variant.id, .sku = *variant.sku, .name = *product.name};
    line.kind = product.kind;
    for (const Option &option : product.options) {
        const auto choice = variant.choices.find(option.key);
        if (choice == variant.choices.end())
            continue;
        for (const OptionValue &value : option.values) {
            if (value.key != choice->second)
                continue;
            line.choices.en += (line.choices.en.empty() ? "" : ", ") + value.name.in(Language::En);
            line.choices.bn += (line.choices.bn.empty() ? "" : ", ") + value.name.in(Language::Bn);
        }
    }
    line.picture = variant.picture;
    line.quantity = quantity;
    line.unitPrice = variant.price;
    return line;
}

bool canMove(OrderState from, OrderState to)
{
    using enum OrderState;
    switch (from) {
    case Draft:
        return to == Confirmed || to == Cancelled;
    case Confirmed:
        return to == Packed || to == Cancelled;
    case Packed:
        return to == OutForDelivery || to == Cancelled;
    case OutForDelivery:
        return to == Delivered || to == Returned;
    case Delivered:
        return to == Completed || to == Returned;
    case Completed:
        return to == Returned;
    case Returned:
        return to == Refunded;
    case Cancelled:
    case Refunded:
        return false;
    }
    return false;
}

PaymentState paymentAfter(PaymentState before, OrderState to)
{
    using enum PaymentState;
    switch (to) {
    case OrderState::OutForDelivery:
        return before == Authorised ? Paid : before;
    case OrderState::Delivered:
        return before == Due ? Paid : before;
    case OrderState::Cancelled:
        return before == Paid ? Refunded : Cancelled;
    case OrderState::Returned:
        return before == Due ? Cancelled : before;
    case OrderState::Refunded:
        return before == Paid ? Refunded : before;
    default:
        return before;
    }
}

Money deliveryCharge(Money subtotal, bool isCarried)
{
    // ৳ 80 within the country, free from ৳ 5,000; other currencies until zones and rates exist: free.
    constexpr std::int64_t kFlat = 80'00;
    constexpr std::int64_t kFreeFrom = 5'000'00;
    const bool isCharged = isCarried && subtotal.currency == Currency::bdt() && subtotal.minorUnits < kFreeFrom;
    return {isCharged ? kFlat : 0, subtotal.currency};
}

} // namespace vitrine::core
