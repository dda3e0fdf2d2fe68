// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commands/Registry.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace vitrine::http {

enum class CommandEnd : std::uint8_t {
    Accepted,
    Repeated, ///< Answered from the first answer to its key.
    Refused,
    Failed, ///< The server could not decide.
};

/// Which kind of route a request met; metrics are counted by this, never by the address itself.
enum class Route : std::uint8_t { Command, Entity, Entities, Asset, Other };

/// The server's figures for Prometheus. Thread-safe. Everything that can be counted is made at start: counting takes no
/// lock and no lookup but one of a command's name.
class Metrics
{
public:
    explicit Metrics(const core::CommandRegistry &registry);
    ~Metrics();

    void countRequest(Route route, int status, std::chrono::nanoseconds took);
    /// A name that is not registered is counted as "unknown".
    void countCommand(std::string_view name, CommandEnd end);
    void setSyncConnections(std::int64_t count);
    void countSyncFrames(std::int64_t in, std::int64_t out);

    /// The text that Prometheus reads.
    [[nodiscard]] std::string text(std::int64_t queued, std::int64_t logHead) const;

private:
    struct Parts;
    const std::unique_ptr<Parts> m_parts;
};

} // namespace vitrine::http
