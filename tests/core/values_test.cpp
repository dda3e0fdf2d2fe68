// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/values/Format.h"
#include "core/values/Hlc.h"
#include "core/values/Id.h"
#include "core/values/Money.h"
#include "core/values/Time.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine::core;
using namespace std::chrono_literals;

namespace {

Money bdt(std::int64_t paisa) { return {paisa, Currency::bdt()}; }

std::string words(Money amount, Language language = Language::En) { return moneyWords(amount, language).joined(); }

std::vector<std::int64_t> parts(Money amount, std::vector<std::int64_t> weights)
{
    std::vector<std::int64_t> out;
    const std::vector<Money> allocated = allocate(amount, weights).value();
    for (const Money &part : allocated)
        out.push_back(part.minorUnits);
    return out;
}

} // namespace

TEST_CASE("CurrencyKnowsIso4217Exponents")
{
    CHECK(Currency::parse("BDT")->exponent() == 2);
    CHECK(Currency::parse("JPY")->exponent() == 0);
    CHECK(Currency::parse("KWD")->exponent() == 3);
    CHECK(Currency::parse("bdt").error().detail == "'bdt' is no ISO 4217 currency");
    CHECK_FALSE(Currency::parse("DEM"));
    CHECK_FALSE(Currency::parse("AED "));
    CHECK_FALSE(Currency::parse("ED "));
    CHECK_FALSE(Currency().isSet());
}

TEST_CASE("MoneyRefusesMixedCurrenciesAndOverflow")
{
    CHECK(add(bdt(100), bdt(50)) == bdt(150));
    CHECK(subtract(bdt(100), bdt(150)) == bdt(-50));
    CHECK(add(bdt(1), Money{1, *Currency::parse("USD")}).error().detail == "amounts in BDT and USD can't be combined");
    CHECK_FALSE(add(bdt(Money::kMaxMinorUnits), bdt(1)));
    CHECK_FALSE(subtract(bdt(-Money::kMaxMinorUnits), bdt(1)));
    CHECK_FALSE(multiply(bdt(std::int64_t{1} << 40), std::int64_t{1} << 40));
    CHECK(multiply(bdt(12'50), 3) == bdt(37'50));
    CHECK_FALSE(Money::of(Money::kMaxMinorUnits + 1, Currency::bdt()));
}

TEST_CASE("SharesRoundAsNamed")
{
    const PartsPerMillion half{500'000};
    CHECK(share(bdt(5), half, Rounding::HalfEven) == bdt(2));
    CHECK(share(bdt(7), half, Rounding::HalfEven) == bdt(4));
    CHECK(share(bdt(5), half, Rounding::HalfUp) == bdt(3));
    CHECK(share(bdt(-5), half, Rounding::HalfUp) == bdt(-3));
    CHECK(share(bdt(5), half, Rounding::Down) == bdt(2));
    CHECK(share(bdt(1000'00), PartsPerMillion{150'000}, Rounding::HalfUp) == bdt(150'00));
}

TEST_CASE("AllocatedPartsSumExactly")
{
    CHECK(parts(bdt(100), {1, 1, 1}) == std::vector<std::int64_t>{34, 33, 33});
    CHECK(parts(bdt(-100), {1, 1, 1}) == std::vector<std::int64_t>{-34, -33, -33});
    CHECK(parts(bdt(5), {3, 7}) == std::vector<std::int64_t>{2, 3});
    CHECK(parts(bdt(10), {0, 1}) == std::vector<std::int64_t>{0, 10});
    CHECK_FALSE(allocate(bdt(1), std::vector<std::int64_t>{}));
    CHECK_FALSE(allocate(bdt(1), std::vector<std::int64_t>{0, 0}));
    CHECK_FALSE(allocate(bdt(1), std::vector<std::int64_t>{2, -1}));

    SeededRandom random(7);
    for (int round = 0; round < 1000; ++round) {
        std::vector<std::int64_t> weights(1 + random.next() % 9);
        for (std::int64_t &weight : weights)
            weight = static_cast<std::int64_t>(random.next() % 1000);
        weights[0] += 1;
        const Money amount = bdt(static_cast<std::int64_t>(random.next() % 2'000'001) - 1'000'000);
        std::int64_t sum = 0;
        for (const std::int64_t part : parts(amount, weights))
            sum += part;
        CHECK(sum == amount.minorUnits);
    }
}

TEST_CASE("TakaIsGroupedInLakh")
{
    CHECK(words(bdt(0)) == "৳0");
    CHECK(words(bdt(999'00)) == "৳999");
    CHECK(words(bdt(1'000'00)) == "৳1,000");
    CHECK(words(bdt(1'23'456'00)) == "৳1,23,456");
    CHECK(words(bdt(1'23'45'678'50)) == "৳1,23,45,678.50");
    CHECK(words(bdt(-5)) == "৳\u22120.05");
    CHECK(words(bdt(1'23'456'00), Language::Bn) == "৳১,২৩,৪৫৬");
    CHECK(words({1'234'567'00, *Currency::parse("USD")}) == "$1,234,567");
    CHECK(words({1234, *Currency::parse("JPY")}) == "¥1,234");
    CHECK(words({1234, *Currency::parse("KWD")}) == "KWD 1.234");
    CHECK(numberWords(-1234567, Language::En) == "\u221212,34,567");
}

TEST_CASE("TimesReadBackAsWritten")
{
    const Time time = Time{} + 1'772'269'500s + 250ms;
    CHECK(formatTime(time) == "2026-02-28T09:05:00.250000Z");
    CHECK(parseTime("2026-02-28T09:05:00.250000Z") == time);
    CHECK(parseTime("2026-02-28T09:05:00.25Z") == time);
    CHECK(parseTime("2026-02-28T09:05:00Z") == time - 250ms);
    for (const char *bad : {"", "2026-02-30T00:00:00Z", "2026-02-28T24:00:00Z", "2026-02-28 09:05:00Z",
                            "2026-02-28T09:05:00", "2026-02-28T09:05:00+06:00", "2026-02-28T09:05:00.Z",
                            "2026-02-28T09:05:00.1234567Z", "2026-2-28T09:05:00Z0", "-026-02-28T09:05:00Z"})
        CHECK_FALSE(parseTime(bad));
}

TEST_CASE("LaterIdsSortLater")
{
    SeededRandom random(1);
    const Uuid early = Uuid::make(Time{} + 1000s, random);
    const Uuid late = Uuid::make(Time{} + 1001s, random);
    CHECK(early < late);
    CHECK(early.text() < late.text());
    CHECK(early.text()[14] == '7');
    CHECK(Uuid::parse(early.text()) == early);
    CHECK(Uuid::named("mug") == Uuid::named("mug"));
    CHECK(Uuid::named("mug") != Uuid::named("mugs"));
    CHECK(Uuid::parse("0190a1b2").error().detail == "'0190a1b2' is no UUID");
    CHECK_FALSE(Uuid::parse("0190a1b2-0000-7000-8000-00000000000g"));
    CHECK_FALSE(Uuid::parse("0190a1b2x0000-7000-8000-000000000000"));
}

TEST_CASE("HybridClockNeverGoesBack")
{
    const Uuid device = Uuid::named("device");
    const Hlc first = nextHlc({}, Time{} + 100s, device);
    const Hlc whileClockLags = nextHlc(first, Time{} + 50s, device);
    CHECK(whileClockLags > first);
    CHECK(nextHlc(whileClockLags, Time{} + 101s, device) > whileClockLags);
}
