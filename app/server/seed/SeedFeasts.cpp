// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/seed/SeedFeasts.h"

#include <algorithm>
#include <format>

namespace vitrine::server {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;
using std::chrono::sys_days;

namespace {

int yearOf(sys_days day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }

Status checkFeast(const source::Feast &feast, const std::string &where)
{
    const auto refuse = [&](const char *field, const char *what) {
        return fail(ErrorCode::InvalidArgument, what, where + field);
    };
    if (feast.lastDayBefore > feast.firstDayBefore)
        return refuse(".lastDayBefore", "is more than firstDayBefore");
    if (feast.lastDayBefore == 0 && feast.closedDays > 0)
        return refuse(".lastDayBefore", "is the feast itself, on which the shop is closed");
    if (!(feast.lift >= 1 && feast.lift <= 10))
        return refuse(".lift", "is not within 1 and 10");
    if (!(feast.closedShare >= 0 && feast.closedShare <= 1))
        return refuse(".closedShare", "is not within 0 and 1");
    return {};
}

} // namespace

Result<sys_days> readDay(const std::string &day, const std::string &where)
{
    const auto time = core::parseTime(day + "T00:00:00Z");
    if (!time || day.size() != 10)
        return fail(ErrorCode::InvalidArgument, "'" + day.substr(0, 40) + "' is no day such as 2026-11-20", where);
    return std::chrono::floor<std::chrono::days>(*time);
}

Result<Feasts> Feasts::read(const std::filesystem::path &file)
{
    Feasts feasts;
    VITRINE_TRY(feasts.m_table, source::read<source::FeastTable>(file));
    const std::string begin = platform::utf8(file) + ": ";
    const source::FeastTable &table = feasts.m_table;
    if (table.lastYear < table.firstYear)
        return fail(ErrorCode::InvalidArgument, "is before firstYear", begin + "lastYear");
    for (std::size_t i = 0; i < table.feasts.size(); ++i) {
        const std::string where = begin + std::format("feasts[{}]", i);
        const std::string &name = table.feasts[i].name.en;
        if (std::ranges::contains(table.feasts.begin(), table.feasts.begin() + static_cast<std::ptrdiff_t>(i), name,
                                  [](const source::Feast &feast) { return feast.name.en; }))
            return fail(ErrorCode::InvalidArgument, "'" + name + "' is another feast's already", where + ".name");
        VITRINE_CHECK(checkFeast(table.feasts[i], where));
        VITRINE_CHECK(feasts.take(i, where + ".days"));
    }
    std::ranges::stable_sort(feasts.m_days, {}, &Day::day);
    return feasts;
}

/// A year that is left out would be a year without the feast, and nobody would notice.
Status Feasts::take(std::size_t feast, const std::string &where)
{
    const std::vector<source::FeastDay> &days = m_table.feasts[feast].days;
    int year = static_cast<int>(m_table.firstYear.value);
    for (std::size_t i = 0; i < days.size(); ++i) {
        const std::string here = where + std::format("[{}].day", i);
        VITRINE_TRY(const sys_days day, readDay(days[i].day, here));
        if (yearOf(day) < m_table.firstYear || yearOf(day) > m_table.lastYear)
            return fail(ErrorCode::InvalidArgument,
                        std::format("{:%F} is not within the years {} and {}", day, m_table.firstYear.value,
                                    m_table.lastYear.value),
                        here);
        if (i > 0 && day <= m_days.back().day)
            return fail(ErrorCode::InvalidArgument,
                        std::format("{:%F} does not come after {:%F}", day, m_days.back().day), here);
        if (yearOf(day) > year)
            return fail(ErrorCode::InvalidArgument, std::format("none of them is in {}", year), where);
        year = yearOf(day) + 1;
        m_days.push_back({day, feast, days[i].isExpected.value_or(false)});
    }
    if (year <= m_table.lastYear)
        return fail(ErrorCode::InvalidArgument, std::format("none of them is in {}", year), where);
    return {};
}

Status Feasts::cover(sys_days first, sys_days end, const std::string &where) const
{
    if (yearOf(first) >= m_table.firstYear && yearOf(end - std::chrono::days(1)) <= m_table.lastYear)
        return {};
    return fail(ErrorCode::InvalidArgument,
                std::format("the {} days before {:%F} are not all in the years {} to {}, whose feasts are known",
                            (end - first).count(), end, m_table.firstYear.value, m_table.lastYear.value),
                where);
}

double Feasts::factor(sys_days day) const
{
    double lift = 1;
    double share = 1;
    for (const Day &at : m_days) {
        const source::Feast &feast = m_table.feasts[at.feast];
        const std::int64_t before = (at.day - day).count();
        if (before <= 0 && -before < feast.closedDays)
            share = std::min(share, feast.closedShare);
        if (before > feast.firstDayBefore || before < feast.lastDayBefore)
            continue;
        const auto risen = static_cast<double>(feast.firstDayBefore - before + 1);
        const auto all = static_cast<double>(feast.firstDayBefore - feast.lastDayBefore + 1);
        lift = std::max(lift, 1 + (feast.lift - 1) * risen / all);
    }
    return isClosed(day) ? share : lift;
}

bool Feasts::isClosed(sys_days day) const
{
    return std::ranges::any_of(m_days, [&](const Day &at) {
        return day >= at.day && (day - at.day).count() < m_table.feasts[at.feast].closedDays;
    });
}

std::vector<std::string> Feasts::within(sys_days first, sys_days end) const
{
    std::vector<std::string> names;
    for (const Day &at : m_days)
        if (at.day >= first && at.day < end)
            names.push_back(std::format("{} ({:%F}{})", m_table.feasts[at.feast].name.en, at.day,
                                        at.isExpected ? ", expected" : ""));
    return names;
}

} // namespace vitrine::server
