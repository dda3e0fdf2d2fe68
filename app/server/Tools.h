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
    /// The store to run it on; empty where `server` is given.
    std::filesystem::path data{};
    /// "http://127.0.0.1:8080" to have a server run it.
    std::string server{};
    std::string token{};
    /// "-" reads standard input.
    std::string json{"-"};
    std::string key{};
};
[[nodiscard]] core::Status runCommand(const CommandArguments &arguments);

struct SeedArguments {
    std::filesystem::path data{};
    bool isDemo = false;
    /// Generated products for load tests.
    std::int64_t scale = 0;
    /// The day before which the demo's history ends ("2026-11-20"); empty: the one of demo/history.json.
    std::string today{};
    /// Baked packages (<model>.vpk) and pictures (<model>.<variant>.png); empty: where the build or the package puts
    /// them.
    std::filesystem::path media{};
    /// The folder with demo/vendors.json and its kin; empty: found from the program's own place.
    std::filesystem::path share{};
};
/// Fills a shop with content. Safe to repeat: a second run changes nothing, also where the owner has changed a row
/// since.
[[nodiscard]] core::Status seed(const SeedArguments &arguments);

struct ExportArguments {
    std::filesystem::path data{};
    /// An entity's name, or "all".
    std::string entity{"all"};
    /// "json" or "csv".
    std::string format{"json"};
    /// Empty: standard output. A folder for all entities as CSV.
    std::filesystem::path output{};
};
/// Writes rows as others may see them, from one moment, also beside a running server.
[[nodiscard]] core::Status exportRows(const ExportArguments &arguments);

/// Prints the API's description.
[[nodiscard]] core::Status printOpenApi();

/// Reads the whole store and all assets and compares: rows, log, files, and what rows say of files. Corrupt where
/// something does not fit; each problem is a line on stderr.
[[nodiscard]] core::Status checkStore(const std::filesystem::path &data);

} // namespace vitrine::server
