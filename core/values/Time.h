// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace vitrine::core {

/// A point in time, UTC, in microseconds. The default one (the epoch) counts as unset in entities.
using Time = std::chrono::sys_time<std::chrono::microseconds>;

/// Where the time comes from is always passed in. Implementations may be called from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Time now() const = 0;
};

/// "2026-02-28T09:05:00.250000Z" (RFC 3339; always UTC, always six decimals so that text sorts as time does).
[[nodiscard]] std::string formatTime(Time time);
/// Reads RFC 3339 with Z and up to six decimals. InvalidArgument for anything else, impossible dates included.
[[nodiscard]] Result<Time> parseTime(std::string_view text);

} // namespace vitrine::core
