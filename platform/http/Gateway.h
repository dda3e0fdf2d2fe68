// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/AssetStore.h"
#include "platform/http/CommandRunner.h"
#include "platform/http/EntityReads.h"
#include "platform/http/Identity.h"
#include "platform/http/RateLimit.h"
#include "platform/http/ReplyCache.h"
#include "platform/http/ServerOptions.h"

#include <drogon/HttpRequest.h>
#include <drogon/HttpResponse.h>

#include <atomic>
#include <functional>
#include <vector>

namespace vitrine::http {

struct GatewayParts {
    // All outlive the gateway.
    core::Store &store;
    const Identity &identity;
    const LogHead &head;
    const AssetStore &assets;
    CommandRunner &runner;
    Metrics &metrics;
    RateLimit &rate;
    /// The API's description, as JSON.
    std::string openApi{};
};

/// A command by its address and method.
[[nodiscard]] bool isCommand(const drogon::HttpRequestPtr &request);

/// Answers requests. Called on the I/O threads.
class Gateway
{
public:
    using Callback = std::function<void(const drogon::HttpResponsePtr &)>;

    Gateway(GatewayParts parts, const ServerOptions &options);

    /// The answer, or null where it comes later (answerLater, for commands) or a WebSocket opens instead.
    [[nodiscard]] drogon::HttpResponsePtr answerNow(const drogon::HttpRequestPtr &request);
    void answerLater(const drogon::HttpRequestPtr &request, Callback callback);

    /// From now on commands are refused, and health says so.
    void drain() { m_isDraining.store(true); }
    [[nodiscard]] bool isDraining() const { return m_isDraining.load(std::memory_order_relaxed); }
    /// Commands whose answers have not been handed to their connections yet.
    [[nodiscard]] std::int64_t openCommands() const { return m_openCommands.load(); }

private:
    /// What belongs to one I/O thread, so that nothing on the way of a read is locked.
    struct PerThread {
        CallerCache callers;
        ReplyCache replies;
    };

    [[nodiscard]] PerThread &mine();
    [[nodiscard]] std::optional<HttpReply> refusal(const drogon::HttpRequestPtr &request);
    [[nodiscard]] core::Result<CallerPtr> caller(const drogon::HttpRequestPtr &request, bool acceptsUnknown);
    [[nodiscard]] drogon::HttpResponsePtr entity(const drogon::HttpRequestPtr &request, const EntityAddress &address);
    [[nodiscard]] HttpReply other(const drogon::HttpRequestPtr &request);
    [[nodiscard]] std::optional<HttpReply> checkCommand(const drogon::HttpRequestPtr &request) const;
    [[nodiscard]] HttpReply health() const;
    [[nodiscard]] drogon::HttpResponsePtr response(HttpReply reply) const;

    const GatewayParts m_parts;
    const ServerOptions m_options;
    std::vector<std::unique_ptr<PerThread>> m_perThread;
    std::atomic<bool> m_isDraining{false};
    std::atomic<std::int64_t> m_openCommands{0};
};

} // namespace vitrine::http
