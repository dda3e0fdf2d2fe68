// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

namespace vitrine::http {

/// How a server listens, and what it refuses to bear.
struct ServerOptions {
    /// An address of this machine, not a name.
    std::string host{"127.0.0.1"};
    /// 0: a free one.
    std::uint16_t port = 0;
    std::size_t threads = 2;
    /// Answers carry it as Access-Control-Allow-Origin; empty for none.
    std::string allowOrigin{};

    std::size_t maxCommandBytes = std::size_t{1} << 20;
    /// Names and values of all headers together.
    std::size_t maxHeaderBytes = 16 * 1024;
    std::size_t maxConnections = 10'000;
    /// For one client address: requests (and frames of the sync) a second on average, and at once. 0: no limit.
    double requestsPerSecond = 2000;
    double requestBurst = 4000;
    /// A connection that is silent for so long is closed.
    std::chrono::seconds idle{75};
    /// What devices are asked to ping at.
    std::chrono::milliseconds heartbeat{15'000};
    /// A folder of ours for the HTTP library's temporary files.
    std::filesystem::path workFolder{};
};

} // namespace vitrine::http
