// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Id.h"

#include <algorithm>
#include <chrono>

namespace vitrine::core::sync {

/// Waiting times between tries: exponential from half a second to half a minute, with full jitter (each is drawn from
/// the whole interval below the limit), so that the devices of a shop do not come back all at once.
class BackOff
{
public:
    static constexpr std::chrono::milliseconds kFirst{500};
    static constexpr std::chrono::milliseconds kLast{30'000};

    [[nodiscard]] std::chrono::milliseconds next(RandomSource &random)
    {
        const auto limit = std::min(kLast, kFirst * (std::int64_t{1} << std::min(m_tries, 10)));
        ++m_tries;
        return std::chrono::milliseconds(
            static_cast<std::int64_t>(random.next() % static_cast<std::uint64_t>(limit.count() + 1)));
    }
    void reset() { m_tries = 0; }
    [[nodiscard]] int tries() const { return m_tries; }

private:
    int m_tries = 0;
};

} // namespace vitrine::core::sync
