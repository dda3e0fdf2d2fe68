// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/ServerShop.h"
#include "app/server/Tools.h"
#include "platform/http/HttpServer.h"
#include "platform/http/Identity.h"
#include "platform/system/Files.h"
#include "platform/system/Sha256.h"

#include <charconv>
#include <csignal>
#include <cstdio>
#include <thread>

namespace vitrine::server {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

namespace {

struct HostPort {
    std::string host{};
    std::uint16_t port = 0;
};

Result<HostPort> parseListen(const std::string &text)
{
    const std::size_t colon = text.rfind(':');
    HostPort out;
    const char *end = text.data() + text.size();
    const auto port = colon == std::string::npos ? std::from_chars_result{end, std::errc::invalid_argument}
                                                 : std::from_chars(text.data() + colon + 1, end, out.port);
    if (colon == 0 || port.ec != std::errc() || port.ptr != end)
        return fail(ErrorCode::InvalidArgument, "expected HOST:PORT, got '" + text + "'", "--listen");
    out.host = text.substr(0, colon);
    if (out.host.front() == '[' && out.host.back() == ']')
        out.host = out.host.substr(1, out.host.size() - 2);
    // The one name that means the same on every machine (RFC 6761); others would have to be asked for.
    if (out.host == "localhost")
        out.host = "127.0.0.1";
    return out;
}

/// The owner's token, made at the first start. Only its hash stays in memory.
Result<std::string> ownerTokenHash(const std::filesystem::path &data)
{
    const std::filesystem::path file = data / "owner.token";
    auto token = platform::readFile(file, 4096);
    if (!token && token.error().code == ErrorCode::NotFound) {
        std::array<std::uint8_t, 32> bytes;
        platform::fillRandom(bytes);
        token = platform::sha256Hex({reinterpret_cast<const char *>(bytes.data()), bytes.size()});
        VITRINE_CHECK(platform::writeFileAtomically(file, *token + '\n'));
    }
    if (!token)
        return core::passOn(token);
    while (!token->empty() && token->back() == '\n')
        token->pop_back();
    return platform::sha256Hex(*token);
}

sigset_t stopSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

} // namespace

Status serve(const ServeArguments &arguments)
{
    VITRINE_TRY(const HostPort address, parseListen(arguments.listen));
    // Blocked before any thread is made, so that every thread has them blocked and only sigwait below gets one.
    const sigset_t signals = stopSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    VITRINE_TRY(const auto shop, ServerShop::open(arguments.data, Access::Owned));
    VITRINE_TRY(std::string ownerHash, ownerTokenHash(arguments.data));
    http::ServerOptions options{.host = address.host,
                                .port = address.port,
                                .threads = arguments.threads,
                                .allowOrigin = arguments.allowOrigin,
                                .maxConnections = arguments.maxConnections,
                                .requestsPerSecond = arguments.requestsPerSecond,
                                .requestBurst = arguments.requestsPerSecond * 2,
                                .idle = std::chrono::seconds(arguments.idleSeconds),
                                .heartbeat = std::chrono::milliseconds(arguments.heartbeatMs),
                                .workFolder = std::filesystem::absolute(arguments.data / "work")};
    http::HttpServer server({.store = shop->store(),
                             .registry = shop->registry(),
                             .clock = shop->clock(),
                             .origin = shop->store().origin(),
                             .ownerTokenHash = std::move(ownerHash),
                             .assets = std::filesystem::absolute(assetsFolder(arguments.data))},
                            std::move(options));
    Status status;
    std::jthread stopper;
    status = server.run([&](const std::string &at) {
        std::printf("listening on %s\n", at.c_str());
        std::fflush(stdout);
        // Made here, since a stop needs the server's threads to be running.
        stopper = std::jthread([&] {
            int signal = 0;
            sigwait(&signals, &signal);
            server.stop();
        });
    });
    return status;
}

} // namespace vitrine::server
