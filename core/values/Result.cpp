// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/values/Result.h"

#include <array>

namespace vitrine::core {
namespace {

// In the order of the enum.
constexpr std::array<std::string_view, 16> kNames = {
    "malformed",   "invalidArgument", "unauthenticated", "permissionDenied", "notFound",    "conflict",
    "outOfStock",  "paymentDeclined", "tooLarge",        "rateLimited",      "unsupported", "timeout",
    "unavailable", "storageFull",     "corrupt",         "internal",
};
static_assert(kNames.size() == static_cast<std::size_t>(ErrorCode::Internal) + 1);

} // namespace

std::string_view name(ErrorCode code) { return kNames[static_cast<std::size_t>(code)]; }

Result<ErrorCode> parseErrorCode(std::string_view text)
{
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (kNames[i] == text)
            return static_cast<ErrorCode>(i);
    return fail(ErrorCode::InvalidArgument, "no error code is called '" + std::string(text) + "'");
}

std::string describe(const Error &error)
{
    std::string line(name(error.code));
    if (!error.where.empty())
        line += " at " + error.where;
    if (!error.detail.empty())
        line += ": " + error.detail;
    return line;
}

} // namespace vitrine::core
