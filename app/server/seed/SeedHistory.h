// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/seed/SeedCatalogue.h"
#include "app/server/seed/SeedFeasts.h"
#include "app/server/seed/SeedRun.h"
#include "app/server/seed/SeedSource.h"

namespace vitrine::server {

/// demo/history.json, feasts.json and reviews.json, read and checked.
struct DemoHistory {
    source::History people{};
    Feasts feasts{};
    std::vector<source::Review> reviews{};
    /// The day that counts as today, and before which all of it happened.
    std::chrono::sys_days today{};

    [[nodiscard]] std::chrono::sys_days firstDay() const { return today - std::chrono::days(people.days.value); }
};

/// `today` ("2026-11-20") is the day before which the history ends; empty: the file's. Errors name the file and the
/// field.
[[nodiscard]] core::Result<DemoHistory> readDemoHistory(const std::filesystem::path &demo, const std::string &today);

struct HistoryReport {
    std::size_t customers = 0;
    std::size_t orders = 0;
    std::size_t reviews = 0;
    /// The shop had its history before: nothing was done.
    bool wasThere = false;
};

/// What happened in the demo shop in the months before: customers come, order, wait, take or refuse, and write reviews,
/// through the same commands as anybody, at times of their own. The catalogue's rows must be in the shop. In the end
/// stock is what the catalogue says, and what open orders hold beside.
[[nodiscard]] core::Result<HistoryReport> seedHistory(ServerShop &shop, SeedRun &run, const DemoCatalogue &catalogue,
                                                      const DemoHistory &history);

} // namespace vitrine::server
