// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

/// What the subcommands of vitrine-server do, one function each.
namespace vitrine::server {

struct ServeArguments {
    std::filesystem::path data{};
    /// "127.0.0.1:8080", "[::1]:8080".
    std::string listen{"127.0.0.1:8080"};
    std::size_t threads = 2;
    std::string allowOrigin{};
    double requestsPerSecond = 2000;
    std::size_t maxConnections = 10'000;
    std::int64_t idleSeconds = 75;
    std::int64_t heartbeatMs = 15'000;
};
/// Serves until SIGTERM or SIGINT. Contract: called before any other thread is made.
[[nodiscard]] core::Status serve(const ServeArguments &arguments);

struct CommandArguments {
    std::string name{};
    std::filesystem::path data{};
    /// "-" reads standard input.
    std::string json{"-"};
    std::string key{};
};
[[nodiscard]] core::Status runCommand(const CommandArguments &arguments);

} // namespace vitrine::server
