// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commands/Registry.h"
#include "core/ports/Store.h"
#include "platform/http/ServerOptions.h"

#include <functional>
#include <memory>
#include <string>

namespace vitrine::http {

struct ServerServices {
    // All outlive the server.
    core::Store &store;
    const core::CommandRegistry &registry;
    const core::Clock &clock;
    /// What replicas are copies of: the store's own id.
    std::string origin{};
    /// SHA-256 of the token that acts as the owner; empty for none.
    std::string ownerTokenHash{};
    std::filesystem::path assets{};
};

/// The whole server over HTTP and WebSocket. One in a process, since the library is one.
class HttpServer
{
public:
    HttpServer(const ServerServices &services, ServerOptions options);
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Serves on this thread until stop() was called. `onListening` gets "http://127.0.0.1:8080" once connections are
    /// taken. Unavailable where the address can't be listened on.
    [[nodiscard]] core::Status run(const std::function<void(const std::string &address)> &onListening);

    /// Takes no more connections and commands, finishes the commands that are queued, answers them, tells the devices
    /// goodbye, and lets run() return. The store is stopped by this. Any thread but the server's own; once.
    void stop();

private:
    struct Parts;
    const std::unique_ptr<Parts> m_parts;
};

} // namespace vitrine::http
