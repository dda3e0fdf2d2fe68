// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/seed/SeedSource.h"

namespace vitrine::server {

/// "2026-11-20". `where` is the place that an error names.
[[nodiscard]] core::Result<std::chrono::sys_days> readDay(const std::string &day, const std::string &where);

/// What the calendar does to a shop: before a feast more is bought day by day, and on the feast itself nobody works and
/// few order. Days are those of Bangladesh.
class Feasts
{
public:
    /// demo/feasts.json, read and checked. Errors name the file and the field.
    [[nodiscard]] static core::Result<Feasts> read(const std::filesystem::path &file);

    /// Refuses, at `where`, days (the last excluded) of years that the table does not hold: they would pass for days
    /// without a feast.
    [[nodiscard]] core::Status cover(std::chrono::sys_days first, std::chrono::sys_days end,
                                     const std::string &where) const;
    /// How many times an ordinary day's orders this day can expect. Where feasts meet the stronger one counts, and a
    /// closed day is closed.
    [[nodiscard]] double factor(std::chrono::sys_days day) const;
    /// Nobody is at work: nothing is packed, sent or brought.
    [[nodiscard]] bool isClosed(std::chrono::sys_days day) const;
    /// Those of these days (the last excluded) in English: "Durga Puja (2026-10-21)", by day.
    [[nodiscard]] std::vector<std::string> within(std::chrono::sys_days first, std::chrono::sys_days end) const;

private:
    /// One day in one year; what its feast says of it lies in the table.
    struct Day {
        std::chrono::sys_days day{};
        std::size_t feast = 0;
        bool isExpected = false;
    };

    core::Status take(std::size_t feast, const std::string &where);

    source::FeastTable m_table;
    /// In the order of time.
    std::vector<Day> m_days;
};

} // namespace vitrine::server
