// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/HttpServer.h"

#include "platform/http/Gateway.h"
#include "platform/http/ListenSocket.h"
#include "platform/http/OpenApi.h"
#include "platform/http/SyncSocket.h"

#include <drogon/HttpAppFramework.h>

#include <future>

namespace vitrine::http {

using core::Status;

namespace {

/// What the library reads whole before we see it. Above the limit of commands, so that we can say what is wrong.
constexpr std::size_t kMaxBodyBytes = std::size_t{8} << 20;
constexpr auto kStopPatience = std::chrono::seconds(20);

/// Waits until each I/O thread has done what it was given so far.
void passAllLoops(std::size_t threads)
{
    for (std::size_t i = 0; i < threads; ++i) {
        std::promise<void> passed;
        drogon::app().getIOLoop(i)->queueInLoop([&passed] { passed.set_value(); });
        passed.get_future().wait();
    }
}

std::string addressText(const std::string &host, std::uint16_t port)
{
    return "http://" + (host.contains(':') ? '[' + host + ']' : host) + ':' + std::to_string(port);
}

} // namespace

struct HttpServer::Parts {
    Parts(const ServerServices &services, ServerOptions chosen)
        : store(services.store)
        , options(std::move(chosen))
        , identity(services.store, services.ownerTokenHash)
        , assets(services.assets)
        , metrics(services.registry)
        , runner(services.store, services.registry, head, metrics)
        , rate(options.requestsPerSecond, options.requestBurst)
        , gateway({.store = services.store,
                   .identity = identity,
                   .head = head,
                   .assets = assets,
                   .runner = runner,
                   .metrics = metrics,
                   .rate = rate,
                   .openApi = openApi(services.registry)},
                  options)
        , hub(services.store, runner, metrics,
              {.origin = services.origin,
               .heartbeat = options.heartbeat,
               .identify = [this](core::ReadTx &tx, std::string_view token) { return identity.actorOf(tx, token); }})
    {
    }

    void configureLibrary();

    core::Store &store;
    const ServerOptions options;
    LogHead head;
    const Identity identity;
    const AssetStore assets;
    Metrics metrics;
    CommandRunner runner;
    RateLimit rate;
    Gateway gateway;
    SyncHub hub;
};

HttpServer::HttpServer(const ServerServices &services, ServerOptions options)
    : m_parts(std::make_unique<Parts>(services, std::move(options)))
{
    services.store.onCommit([parts = m_parts.get()](std::int64_t seq) {
        parts->head.moveOn(seq);
        parts->hub.committed(seq);
    });
}

HttpServer::~HttpServer() = default;

void HttpServer::Parts::configureLibrary()
{
    trantor::Logger::setLogLevel(trantor::Logger::kFatal);
    drogon::app()
        .setThreadNum(options.threads)
        .setMaxConnectionNum(options.maxConnections)
        .setClientMaxBodySize(kMaxBodyBytes)
        .setClientMaxMemoryBodySize(kMaxBodyBytes)
        .setClientMaxWebSocketMessageSize(options.maxCommandBytes + 4096)
        .setIdleConnectionTimeout(static_cast<std::size_t>(options.idle.count()))
        .setKeepaliveRequestsNumber(0)
        .setPipeliningRequestsNumber(0)
        .enableServerHeader(false)
        .enableGzip(false)
        .enableBrotli(false)
        .disableSession()
        .disableSigtermHandling()
        .setDocumentRoot((options.workFolder / "none").string())
        .setUploadPath((options.workFolder / "http").string())
        .registerNewConnectionAdvice([this](const auto &, const auto &) { return !gateway.isDraining(); })
        .registerSyncAdvice([this](const drogon::HttpRequestPtr &request) { return gateway.answerNow(request); })
        .registerPreRoutingAdvice([this](const drogon::HttpRequestPtr &request, drogon::AdviceCallback &&answer,
                                         drogon::AdviceChainCallback &&route) {
            // Whatever is no command is an opening WebSocket.
            if (isCommand(request))
                gateway.answerLater(request, std::move(answer));
            else
                route();
        });
    drogon::app().registerController(std::make_shared<SyncSocket>(hub, rate));
    drogon::app().enableReusePort(true);
}

Status HttpServer::run(const std::function<void(const std::string &address)> &onListening)
{
    const ServerOptions &options = m_parts->options;
    VITRINE_TRY(const ListenSocket reserved, ListenSocket::reserve(options.host, options.port));
    VITRINE_CHECK(m_parts->store.read([this](core::LogTx &tx) -> Status {
        return tx.head().transform([this](std::int64_t seq) { m_parts->head.moveOn(seq); });
    }));
    m_parts->configureLibrary();
    drogon::app().addListener(options.host, reserved.port());
    drogon::app().registerBeginningAdvice([&options, &reserved, &onListening] {
        // The library calls this before it listens; queued from here, what follows comes after that.
        drogon::app().getLoop()->queueInLoop([&options, &reserved, &onListening] {
            passAllLoops(options.threads);
            onListening(addressText(options.host, reserved.port()));
        });
    });
    drogon::app().run();
    return {};
}

void HttpServer::stop()
{
    m_parts->gateway.drain();
    m_parts->hub.drain();
    m_parts->store.stop();
    m_parts->hub.finish();
    // The store has called every done callback by now; what is left is on its way through the loops.
    const auto patience = std::chrono::steady_clock::now() + kStopPatience;
    do {
        passAllLoops(m_parts->options.threads);
    } while (m_parts->gateway.openCommands() > 0 && std::chrono::steady_clock::now() < patience);
    drogon::app().quit();
}

} // namespace vitrine::http
