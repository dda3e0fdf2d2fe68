// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/Latency.h"

#include <catch2/catch_test_macros.hpp>

#include <thread>

using namespace vitrine::http;
using namespace std::chrono_literals;

TEST_CASE("Latency buckets count what is no longer than their bound")
{
    Latency latency;
    latency.observe(100us);
    latency.observe(100us + 1ns);
    latency.observe(2s);
    const auto histogram = latency.collect();
    CHECK(histogram.sample_count == 3);
    CHECK(histogram.sample_sum == 2.000200001);
    REQUIRE(histogram.bucket.size() == 14);
    CHECK(histogram.bucket[0].upper_bound == 0.0001);
    CHECK(histogram.bucket[0].cumulative_count == 1);
    CHECK(histogram.bucket[1].cumulative_count == 2);
    CHECK(histogram.bucket[12].upper_bound == 1.0);
    CHECK(histogram.bucket[12].cumulative_count == 2);
    CHECK(histogram.bucket[13].cumulative_count == 3);
}

TEST_CASE("Latency loses nothing that several threads count at once")
{
    constexpr int kEach = 20'000;
    Latency latency;
    {
        const auto count = [&latency] {
            for (int i = 0; i < kEach; ++i)
                latency.observe(1ms);
        };
        const std::jthread one(count);
        const std::jthread other(count);
    }
    CHECK(latency.collect().sample_count == 2 * kEach);
}
