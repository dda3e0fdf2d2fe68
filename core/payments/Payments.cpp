// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payments/Payments.h"

namespace vitrine::core {
namespace {

constexpr std::string_view kApproved = "test_approved";
constexpr std::string_view kDeclined = "test_declined";

} // namespace

Result<PaymentOutcome> CashOnDelivery::begin(const PaymentRequest &request) const
{
    if (!request.token.empty())
        return fail(ErrorCode::InvalidArgument, "cash needs no token", "paymentToken");
    return PaymentOutcome{PaymentState::Due, {}};
}

Result<PaymentOutcome> TestCard::begin(const PaymentRequest &request) const
{
    if (request.token == kDeclined)
        return fail(ErrorCode::PaymentDeclined, "the test card was declined", "paymentToken");
    if (request.token != kApproved)
        return fail(ErrorCode::InvalidArgument, "is no token of the test card", "paymentToken");
    return PaymentOutcome{PaymentState::Authorised, "test-" + request.order.text()};
}

Result<std::string> TestCard::tokenFor(std::string_view cardNumber)
{
    std::string digits;
    for (const char c : cardNumber)
        if (c != ' ')
            digits += c;
    if (digits == "4242424242424242")
        return std::string(kApproved);
    if (digits == "4000000000000002")
        return std::string(kDeclined);
    return fail(ErrorCode::InvalidArgument, "is none of the test card numbers", "cardNumber");
}

} // namespace vitrine::core
