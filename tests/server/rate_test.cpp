// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/RateLimit.h"

using vitrine::http::RateLimit;
using namespace std::chrono_literals;

TEST_CASE("AllowsABurstAndThenTheRate")
{
    RateLimit rate(10, 3);
    for (int i = 0; i < 3; ++i)
        CHECK(rate.allows("a", 1s));
    CHECK_FALSE(rate.allows("a", 1s));
    CHECK(rate.allows("b", 1s));
    CHECK_FALSE(rate.allows("a", 1s + 99ms));
    CHECK(rate.allows("a", 1s + 101ms));
    CHECK_FALSE(rate.allows("a", 1s + 102ms));
}

TEST_CASE("SavesNoMoreThanABurst")
{
    RateLimit rate(10, 3);
    CHECK(rate.allows("a", 0s));
    int allowed = 0;
    while (rate.allows("a", 1000s))
        ++allowed;
    CHECK(allowed == 3);
}

TEST_CASE("AllowsEverythingWithoutALimit")
{
    RateLimit rate(0, 0);
    for (int i = 0; i < 1000; ++i)
        CHECK(rate.allows("a", 0s));
}

TEST_CASE("RemembersWhoIsOverTheLimitAmongManyOthers")
{
    RateLimit rate(1, 1);
    CHECK(rate.allows("busy", 0s));
    for (int i = 0; i < 100'000; ++i)
        CHECK(rate.allows("other " + std::to_string(i), 0s));
    CHECK_FALSE(rate.allows("busy", 500ms));
}
