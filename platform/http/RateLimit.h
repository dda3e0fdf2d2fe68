// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace vitrine::http {

/// A token bucket for each client address: `perSecond` on average, `burst` at once. Thread-safe; the time is passed in,
/// by a clock that only runs forward. Addresses that have been idle long enough to be full again are forgotten, so
/// memory stays with those who ask now.
class RateLimit
{
public:
    using Elapsed = std::chrono::nanoseconds;

    /// `perSecond` 0 allows everything.
    RateLimit(double perSecond, double burst);

    [[nodiscard]] bool allows(std::string_view address, Elapsed now);

private:
    struct Bucket {
        double tokens = 0;
        Elapsed at{};
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    struct Shard {
        std::mutex mutex;
        // Guarded by mutex.
        std::unordered_map<std::string, Bucket, TextHash, std::equal_to<>> buckets;
        /// Full buckets are looked for when there are so many: twice as many as the last time left, so that the looking
        /// costs each newcomer the same, however many there are.
        std::size_t sweepAt = 1024;
    };

    void forgetFull(Shard &shard, Elapsed now) const;

    const double m_perSecond;
    const double m_burst;
    std::array<Shard, 16> m_shards;
};

} // namespace vitrine::http
