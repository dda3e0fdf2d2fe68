// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PaymentProvider.h"

namespace vitrine::core {

/// Cash on delivery: nothing moves now, the courier collects.
class CashOnDelivery final : public PaymentProvider
{
public:
    PaymentMethod method() const override { return PaymentMethod::CashOnDelivery; }
    Result<PaymentOutcome> begin(const PaymentRequest &request) const override;
};

/// A card of the sandbox: for the demo shop and for tests, never real money. The token is made on the device from the
/// well-known test numbers: "test_approved" is authorised, "test_declined" is declined.
class TestCard final : public PaymentProvider
{
public:
    PaymentMethod method() const override { return PaymentMethod::TestCard; }
    Result<PaymentOutcome> begin(const PaymentRequest &request) const override;

    /// The token of a typed test card number (spaces allowed): 4242 4242 4242 4242 is approved, 4000 0000 0000 0002
    /// declined. InvalidArgument for any other number, so that nobody types a real one.
    [[nodiscard]] static Result<std::string> tokenFor(std::string_view cardNumber);
};

} // namespace vitrine::core
