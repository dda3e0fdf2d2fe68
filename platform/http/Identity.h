// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commands/Actor.h"
#include "core/ports/Store.h"
#include "platform/http/LogHead.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace vitrine::http {

/// Who is asking, with what is worked out from that once.
struct Caller {
    core::Actor actor{};
    std::set<std::string> scopes{};
    /// Who manages orders reads the rows of every customer.
    bool seesCustomers = false;
    /// The same text for the same scopes: what a cached answer is kept under.
    std::string scopeKey{};

    [[nodiscard]] bool maySee(const std::string &scope) const
    {
        return scopes.contains(scope) || (seesCustomers && scope.starts_with(kCustomers));
    }
    /// What the scopes of customers begin with (core::scope::customer), and the first text after all of them.
    static constexpr std::string_view kCustomers = "customer/";
    static constexpr std::string_view kAfterCustomers = "customer0";
};
using CallerPtr = std::shared_ptr<const Caller>;

/// Bearer tokens to actors. Thread-safe, holds no cache.
class Identity
{
public:
    /// `ownerTokenHash` may be empty: then no token is the owner's.
    Identity(core::Store &store, std::string ownerTokenHash);

    /// Nothing where nobody has this token.
    [[nodiscard]] core::Result<std::optional<core::Actor>> actorOf(core::ReadTx &tx, std::string_view token) const;
    [[nodiscard]] core::Result<CallerPtr> callerOf(std::string_view token) const;
    [[nodiscard]] const CallerPtr &nobody() const { return m_nobody; }

private:
    core::Store &m_store;
    const std::string m_ownerTokenHash;
    const CallerPtr m_nobody;
};

/// Tokens that one thread has seen since the last commit. Any commit may have revoked one, so any commit empties it.
class CallerCache
{
public:
    /// Null where nobody has this token.
    [[nodiscard]] core::Result<CallerPtr> callerOf(const Identity &identity, const LogHead &head,
                                                   std::string_view token);

private:
    std::int64_t m_changes = -1;
    std::unordered_map<std::string, CallerPtr> m_callers;
};

} // namespace vitrine::http
