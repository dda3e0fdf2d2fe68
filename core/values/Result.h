// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace vitrine::core {

/// What can go wrong in the world. A closed list: each code maps to one HTTP status and to one sentence
/// for the user in each language (ErrorWords.h). A broken contract of the caller is no Error: it aborts
/// (Contract.h).
enum class ErrorCode : std::uint8_t {
    Malformed,        ///< Not the syntax that was promised: broken JSON, a truncated file.
    InvalidArgument,  ///< Understood, but a value is missing, unknown, of the wrong type or out of range.
    Unauthenticated,  ///< Nobody known is asking.
    PermissionDenied, ///< Known, but not allowed.
    NotFound,
    Conflict, ///< A version or an idempotency key that does not agree with what is stored.
    OutOfStock,
    PaymentDeclined,
    TooLarge, ///< Over a stated limit of size, count or depth.
    RateLimited,
    Unsupported, ///< Valid, but a feature that this build does not have.
    Timeout,
    Unavailable, ///< Passing: no network, shutting down, busy. Trying again can help.
    StorageFull,
    Corrupt,  ///< Stored data that fails its own check.
    Internal, ///< A fault of ours that was caught before it did harm.
};

/// A failure of the world, as a value.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    /// What happened, in English, for logs and developers. Never holds secrets.
    std::string detail;
    /// The place at fault: a field's path ("lines[2].quantity"), a file and offset, a JSON pointer. Can be empty.
    std::string where{};

    bool operator==(const Error &) const = default;
};

template <typename T>
using Result = std::expected<T, Error>;

using Status = Result<void>;

/// `return fail(ErrorCode::NotFound, "no such product", "slug");`
[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string detail, std::string where = {})
{
    return std::unexpected<Error>(Error{code, std::move(detail), std::move(where)});
}

/// Passes an error on as it is: `if (!x) return passOn(x);`
template <typename T>
[[nodiscard]] std::unexpected<Error> passOn(Result<T> &result)
{
    return std::unexpected<Error>(std::move(result).error());
}
template <typename T>
[[nodiscard]] std::unexpected<Error> passOn(Result<T> &&result)
{
    return std::unexpected<Error>(std::move(result).error());
}

/// The code's stable name in the API, in logs and in stored results ("outOfStock").
[[nodiscard]] std::string_view name(ErrorCode code);
[[nodiscard]] Result<ErrorCode> parseErrorCode(std::string_view name);

/// "outOfStock at lines[0]: 2 asked, 1 left" — one line for logs and terminals.
[[nodiscard]] std::string describe(const Error &error);

} // namespace vitrine::core

/// Unwraps a Result into `target`, or returns its error from the enclosing function.
#define VITRINE_TRY(target, expression) VITRINE_TRY_IMPL(target, expression, __LINE__)
#define VITRINE_TRY_IMPL(target, expression, line) VITRINE_TRY_EXPAND(target, expression, line)
#define VITRINE_TRY_EXPAND(target, expression, line)                                                                   \
    auto vitrineResult##line = (expression);                                                                           \
    if (!vitrineResult##line)                                                                                          \
        return std::unexpected<::vitrine::core::Error>(std::move(vitrineResult##line).error());                        \
    target = std::move(*vitrineResult##line)

/// Returns the error of a Status from the enclosing function, if it has one.
#define VITRINE_CHECK(expression)                                                                                      \
    do {                                                                                                               \
        if (auto vitrineStatus = (expression); !vitrineStatus)                                                         \
            return std::unexpected<::vitrine::core::Error>(std::move(vitrineStatus).error());                          \
    } while (false)
