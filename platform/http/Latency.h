// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <prometheus/client_metric.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <limits>

namespace vitrine::http {

/// How long requests took, in buckets. Thread-safe without a lock, unlike the library's own histogram: a thread that is
/// put to sleep while it counts keeps nobody else from answering.
class Latency
{
public:
    void observe(std::chrono::nanoseconds took)
    {
        const double seconds = std::chrono::duration<double>(took).count();
        const auto bucket = std::ranges::lower_bound(kUpperBounds, seconds) - kUpperBounds.begin();
        m_counts[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
        m_nanoseconds.fetch_add(took.count(), std::memory_order_relaxed);
    }

    /// What Prometheus reads. The count is that of the buckets as they were read, so it never disagrees with them; the
    /// sum may be of a request more or less.
    [[nodiscard]] prometheus::ClientMetric::Histogram collect() const
    {
        prometheus::ClientMetric::Histogram histogram;
        for (std::size_t i = 0; i < m_counts.size(); ++i) {
            histogram.sample_count += m_counts[i].load(std::memory_order_relaxed);
            histogram.bucket.push_back({histogram.sample_count, i < kUpperBounds.size()
                                                                    ? kUpperBounds[i]
                                                                    : std::numeric_limits<double>::infinity()});
        }
        histogram.sample_sum = static_cast<double>(m_nanoseconds.load(std::memory_order_relaxed)) / 1e9;
        return histogram;
    }

private:
    /// In seconds; what is above the last has a bucket of its own.
    static constexpr std::array kUpperBounds = {0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01,
                                                0.025,  0.05,    0.1,    0.25,  0.5,    1.0};

    std::array<std::atomic<std::uint64_t>, kUpperBounds.size() + 1> m_counts{};
    std::atomic<std::int64_t> m_nanoseconds{0};
};

} // namespace vitrine::http
