// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/Identity.h"

#include "core/sync/ServerSync.h"
#include "core/values/Contract.h"
#include "platform/system/Sha256.h"

#include <sodium.h>

namespace vitrine::http {

using core::Actor;
using core::Result;

namespace {

constexpr std::size_t kMaxCallers = 10'000;

CallerPtr makeCaller(Actor actor)
{
    auto caller = std::make_shared<Caller>();
    caller->scopes = actor.scopes();
    for (const std::string &scope : caller->scopes)
        caller->scopeKey += scope + '\n';
    caller->seesCustomers = actor.may(core::Permission::ManageOrders);
    if (caller->seesCustomers)
        caller->scopeKey += Caller::kCustomers;
    caller->actor = std::move(actor);
    return caller;
}

} // namespace

Identity::Identity(core::Store &store, std::string ownerTokenHash)
    : m_store(store)
    , m_ownerTokenHash(std::move(ownerTokenHash))
    , m_nobody(makeCaller(Actor::nobody()))
{
    VITRINE_EXPECT(sodium_init() >= 0);
}

Result<std::optional<Actor>> Identity::actorOf(core::ReadTx &tx, std::string_view token) const
{
    const std::string hash = platform::sha256Hex(token);
    if (!m_ownerTokenHash.empty() && sodium_memcmp(hash.data(), m_ownerTokenHash.data(), hash.size()) == 0)
        return Actor::owner();
    return core::sync::actorOfTokenHash(tx, hash);
}

Result<CallerPtr> Identity::callerOf(std::string_view token) const
{
    std::optional<Actor> actor;
    VITRINE_CHECK(m_store.read([&](core::LogTx &tx) -> core::Status {
        VITRINE_TRY(actor, actorOf(tx, token));
        return {};
    }));
    return actor ? makeCaller(std::move(*actor)) : nullptr;
}

Result<CallerPtr> CallerCache::callerOf(const Identity &identity, const LogHead &head, std::string_view token)
{
    const std::int64_t changes = head.changes();
    if (changes != m_changes || m_callers.size() >= kMaxCallers)
        m_callers.clear();
    m_changes = changes;
    const auto found = m_callers.find(std::string(token));
    if (found != m_callers.end())
        return found->second;
    VITRINE_TRY(CallerPtr caller, identity.callerOf(token));
    if (caller != nullptr)
        m_callers.emplace(token, caller);
    return caller;
}

} // namespace vitrine::http
