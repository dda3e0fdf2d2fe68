// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/Gateway.h"

#include "platform/http/SyncSocket.h"

#include <drogon/HttpAppFramework.h>

namespace vitrine::http {

using core::Error;
using core::ErrorCode;
using core::fail;
using core::Result;
using drogon::HttpRequestPtr;
using drogon::HttpResponsePtr;

namespace {

constexpr std::string_view kCommands = "/v1/commands/";
constexpr std::string_view kAssets = "/assets/";
constexpr std::string_view kSync = "/v1/sync";

using SteadyClock = std::chrono::steady_clock;

core::Language languageOf(const HttpRequestPtr &request)
{
    return request->getHeader("accept-language").starts_with("bn") ? core::Language::Bn : core::Language::En;
}

HttpReply methodNotAllowed(std::string_view allowed)
{
    HttpReply reply =
        problem({ErrorCode::Unsupported, "this address takes " + std::string(allowed)}, core::Language::En, 405);
    reply.headers.emplace_back("allow", allowed);
    return reply;
}

Route routeOf(std::string_view path, const std::optional<EntityAddress> &address)
{
    if (address)
        return address->row ? Route::Entity : Route::Entities;
    if (path.starts_with(kCommands))
        return Route::Command;
    return path.starts_with(kAssets) ? Route::Asset : Route::Other;
}

/// A kept answer is shared by requests, and the library writes the connection's fate into it: only plain HTTP/1.1
/// keep-alive requests may have it.
bool mayShareResponse(const HttpRequestPtr &request)
{
    return request->version() == drogon::Version::kHttp11 && request->getHeader("connection") != "close";
}

bool isOpeningSync(const HttpRequestPtr &request)
{
    return request->path() == kSync && request->getHeader("upgrade") == "websocket";
}

bool isJson(const HttpRequestPtr &request)
{
    const std::string_view type = request->getHeader("content-type");
    return type.substr(0, type.find(';')) == "application/json";
}

} // namespace

bool isCommand(const HttpRequestPtr &request)
{
    return request->method() == drogon::Post && request->path().starts_with(kCommands);
}

Gateway::Gateway(GatewayParts parts, const ServerOptions &options)
    : m_parts(std::move(parts))
    , m_options(options)
{
    // One more for whoever is no I/O thread.
    for (std::size_t i = 0; i <= options.threads; ++i)
        m_perThread.push_back(std::make_unique<PerThread>());
}

Gateway::PerThread &Gateway::mine()
{
    return *m_perThread[std::min(drogon::app().getCurrentThreadIndex(), m_perThread.size() - 1)];
}

std::optional<HttpReply> Gateway::refusal(const HttpRequestPtr &request)
{
    if (!m_parts.rate.allows(addressKey(request->peerAddr()), SteadyClock::now().time_since_epoch()))
        return problem({ErrorCode::RateLimited, "too many requests from this address"}, languageOf(request));
    std::size_t headerBytes = 0;
    for (const auto &[name, value] : request->headers())
        headerBytes += name.size() + value.size();
    if (headerBytes > m_options.maxHeaderBytes)
        return problem(
            {ErrorCode::TooLarge, "more than " + std::to_string(m_options.maxHeaderBytes) + " bytes of headers"},
            languageOf(request), 431);
    return std::nullopt;
}

Result<CallerPtr> Gateway::caller(const HttpRequestPtr &request, bool acceptsUnknown)
{
    const std::string_view header = request->getHeader("authorization");
    if (header.empty())
        return m_parts.identity.nobody();
    constexpr std::string_view kBearer = "Bearer ";
    if (!header.starts_with(kBearer))
        return fail(ErrorCode::Unauthenticated, "expected a bearer token", "authorization");
    VITRINE_TRY(CallerPtr known,
                mine().callers.callerOf(m_parts.identity, m_parts.head, header.substr(kBearer.size())));
    if (known != nullptr)
        return known;
    if (acceptsUnknown)
        return m_parts.identity.nobody();
    return fail(ErrorCode::Unauthenticated, "nobody has this token", "authorization");
}

HttpResponsePtr Gateway::answerNow(const HttpRequestPtr &request)
{
    const auto begun = SteadyClock::now();
    const std::string &path = request->path();
    const std::optional<EntityAddress> address = entityAddress(path);
    HttpResponsePtr answer;
    if (std::optional<HttpReply> refused = refusal(request)) {
        answer = response(std::move(*refused));
    } else if (address) {
        answer = entity(request, *address);
    } else if (path.starts_with(kCommands) && request->method() != drogon::Options) {
        std::optional<HttpReply> wrong = checkCommand(request);
        if (!wrong)
            return nullptr;
        answer = response(std::move(*wrong));
    } else if (isOpeningSync(request)) {
        return nullptr;
    } else {
        answer = response(other(request));
    }
    m_parts.metrics.countRequest(routeOf(path, address), answer->statusCode(), SteadyClock::now() - begun);
    return answer;
}

std::optional<HttpReply> Gateway::checkCommand(const HttpRequestPtr &request) const
{
    if (request->method() != drogon::Post)
        return methodNotAllowed("POST");
    if (request->body().size() > m_options.maxCommandBytes)
        return problem(
            {ErrorCode::TooLarge, "a command has at most " + std::to_string(m_options.maxCommandBytes) + " bytes"},
            languageOf(request));
    if (!isJson(request))
        return problem({ErrorCode::Unsupported, "expected application/json", "content-type"}, languageOf(request), 415);
    if (isDraining())
        return problem({ErrorCode::Unavailable, "the server is stopping"}, languageOf(request));
    return std::nullopt;
}

void Gateway::answerLater(const HttpRequestPtr &request, Callback callback)
{
    const auto begun = SteadyClock::now();
    const auto finish = [this, begun, request, callback = std::move(callback)](HttpReply reply) {
        m_parts.metrics.countRequest(Route::Command, reply.status, SteadyClock::now() - begun);
        callback(response(std::move(reply)));
        m_openCommands.fetch_sub(1);
    };
    m_openCommands.fetch_add(1);
    const auto language = languageOf(request);
    const auto known = caller(request, true);
    if (!known) {
        finish(problem(known.error(), language));
        return;
    }
    core::CommandRequest command{{}, request->path().substr(kCommands.size()), std::string(request->body())};
    if (const std::string &key = request->getHeader("idempotency-key"); !key.empty()) {
        const auto parsed = core::Uuid::parse(key);
        if (!parsed) {
            finish(problem({ErrorCode::InvalidArgument, "expected a UUID", "idempotencyKey"}, language));
            return;
        }
        command.key = *parsed;
    }
    m_parts.runner.run(std::move(command), (*known)->actor, [finish, language](Result<core::CommandAnswer> answer) {
        if (!answer)
            return finish(problem(answer.error(), language));
        HttpReply reply =
            answer->reply ? HttpReply{.body = std::move(*answer->reply)} : problem(answer->reply.error(), language);
        if (answer->reply)
            reply.headers.emplace_back("cache-control", "no-store");
        if (answer->isRepeat)
            reply.headers.emplace_back("idempotent-replayed", "true");
        finish(std::move(reply));
    });
}

HttpResponsePtr Gateway::entity(const HttpRequestPtr &request, const EntityAddress &address)
{
    if (request->method() != drogon::Get)
        return response(methodNotAllowed("GET, HEAD"));
    const auto known = caller(request, false);
    if (!known)
        return response(problem(known.error(), languageOf(request)));

    thread_local std::string key;
    key.assign(request->path()).append(1, '?').append(request->query()).append(1, '\n').append((*known)->scopeKey);
    ReplyCache &cache = mine().replies;
    const std::int64_t changes = m_parts.head.changes();
    const std::string &ifNoneMatch = request->getHeader("if-none-match");
    const ReplyCache::Entry *kept = mayShareResponse(request) ? cache.find(key, changes) : nullptr;
    if (kept != nullptr && (ifNoneMatch.empty() || !matchesEtag(ifNoneMatch, kept->etag)))
        return kept->response;

    EntityAnswer answer;
    const core::Status status = m_parts.store.read([&](core::LogTx &tx) -> core::Status {
        VITRINE_TRY(answer, address.row ? readEntity(tx, **known, address)
                                        : listEntities(tx, **known, *address.schema, request->query()));
        return {};
    });
    if (!status)
        return response(problem(status.error(), languageOf(request)));
    const bool isPublic = *known == m_parts.identity.nobody();
    HttpReply reply{.body = std::move(answer.body)};
    reply.headers = {{"etag", answer.etag},
                     {"cache-control", isPublic ? "no-cache" : "private, no-cache"},
                     {"vary", "authorization"}};
    if (!ifNoneMatch.empty() && matchesEtag(ifNoneMatch, answer.etag)) {
        reply.status = 304;
        reply.body.clear();
        return response(std::move(reply));
    }
    HttpResponsePtr made = response(std::move(reply));
    if (mayShareResponse(request)) {
        // 0 means for ever: the library then keeps the rendered bytes with it.
        made->setExpiredTime(0);
        cache.keep(key, changes, {made, std::move(answer.etag)});
    }
    return made;
}

HttpReply Gateway::health() const
{
    const core::Status readable =
        m_parts.store.read([](core::LogTx &tx) -> core::Status { return tx.head().transform([](auto) {}); });
    const bool isReady = readable && !isDraining();
    HttpReply reply{.status = isReady ? 200 : 503,
                    .body = std::string(R"({"live":true,"ready":)") + (isReady ? "true}" : "false}")};
    reply.headers.emplace_back("cache-control", "no-store");
    return reply;
}

HttpReply Gateway::other(const HttpRequestPtr &request)
{
    const std::string &path = request->path();
    if (request->method() == drogon::Options && !m_options.allowOrigin.empty()) {
        HttpReply reply{.status = 204, .contentType = {}};
        reply.headers = {
            {"access-control-allow-methods", "GET, HEAD, POST"},
            {"access-control-allow-headers", "authorization, content-type, idempotency-key, if-none-match"},
            {"access-control-max-age", "86400"}};
        return reply;
    }
    const bool isAsset = path.starts_with(kAssets);
    const bool isKnown = isAsset || path == "/openapi.json" || path == "/healthz" || path == "/metrics" ||
                         path == kSync || path.starts_with(kCommands);
    if (!isKnown)
        return problem({ErrorCode::NotFound, "nothing is at '" + path.substr(0, 120) + "'"}, languageOf(request));
    if (request->method() != drogon::Get)
        return methodNotAllowed(path.starts_with(kCommands) ? "POST" : "GET, HEAD");
    if (isAsset) {
        auto reply = assetReply(m_parts.assets, {.sha256 = std::string_view(path).substr(kAssets.size()),
                                                 .range = request->getHeader("range"),
                                                 .ifRange = request->getHeader("if-range"),
                                                 .ifNoneMatch = request->getHeader("if-none-match")});
        return reply ? std::move(*reply) : problem(reply.error(), languageOf(request));
    }
    if (path == "/openapi.json")
        return {.body = m_parts.openApi};
    if (path == "/metrics")
        return {.contentType = "text/plain; version=0.0.4; charset=utf-8",
                .body = m_parts.metrics.text(m_parts.runner.queued(), m_parts.head.seq())};
    if (path == "/healthz")
        return health();
    HttpReply reply = problem({ErrorCode::Unsupported, "the sync speaks over a WebSocket"}, languageOf(request), 426);
    reply.headers.emplace_back("upgrade", "websocket");
    return reply;
}

HttpResponsePtr Gateway::response(HttpReply reply) const
{
    HttpResponsePtr made;
    // The library takes a length of 0 for "up to the end".
    const bool isFile = reply.file && reply.file->length > 0;
    if (isFile)
        made = drogon::HttpResponse::newFileResponse(reply.file->path, reply.file->offset, reply.file->length, false,
                                                     "", drogon::CT_CUSTOM, reply.contentType);
    else
        made = drogon::HttpResponse::newHttpResponse();
    made->setStatusCode(static_cast<drogon::HttpStatusCode>(reply.status));
    if (reply.status == drogon::k304NotModified) {
        // The library would say that the body has 0 bytes, and a cache would believe it of what it holds.
        made->setPassThrough(true);
        made->addHeader("date", drogon::utils::getHttpFullDate());
    } else if (!isFile) {
        made->setContentTypeString(reply.contentType);
        made->setBody(std::move(reply.body));
    }
    for (auto &[name, value] : reply.headers)
        made->addHeader(std::move(name), std::move(value));
    if (!m_options.allowOrigin.empty())
        made->addHeader("access-control-allow-origin", m_options.allowOrigin);
    return made;
}

} // namespace vitrine::http
