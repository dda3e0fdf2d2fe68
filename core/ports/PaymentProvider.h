// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/Sales.h"

namespace vitrine::core {

struct PaymentRequest {
    Id<Order> order{};
    Money amount{};
    /// What the shopper's device got from the provider for this payment; empty for cash.
    std::string token{};
};

struct PaymentOutcome {
    PaymentState state = PaymentState::Due;
    std::string providerReference{};
};

/// A way to pay. Called inside of the order's transaction, so it must decide at once and without the network: providers
/// that answer later say Due here and report through a command of their own.
class PaymentProvider
{
public:
    virtual ~PaymentProvider() = default;
    [[nodiscard]] virtual PaymentMethod method() const = 0;
    /// PaymentDeclined where the provider refuses; InvalidArgument for a token that can't be one.
    [[nodiscard]] virtual Result<PaymentOutcome> begin(const PaymentRequest &request) const = 0;
};

} // namespace vitrine::core
