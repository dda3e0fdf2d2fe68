// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/Replica.h"
#include "tests/platform/store/ManualClock.h"
#include "tests/platform/store/Widgets.h"

#include <catch2/catch_test_macros.hpp>

#include <memory>

namespace vitrine::tests {

/// Where a replica of some kind lives during one test case: what a new kind gives to be tested by the suite.
class ReplicaHome
{
public:
    virtual ~ReplicaHome() = default;
    /// Opens what is there; an empty replica the first time. Contract: the one opened before is gone.
    [[nodiscard]] virtual std::unique_ptr<core::Replica> open(const core::Clock &clock, core::RandomSource &random) = 0;
};

/// Defined once in each program of the suite: a new, empty place.
[[nodiscard]] std::unique_ptr<ReplicaHome> makeReplicaHome();

[[nodiscard]] inline core::Change rowOf(const Widget &widget, std::int64_t version = 1)
{
    return {.scope = widget.owner,
            .entity = "widget",
            .id = widget.id.uuid(),
            .version = version,
            .event = "widget.made",
            .body = core::toJson(widget)};
}

[[nodiscard]] inline core::Change goneOf(const Widget &widget)
{
    return {.scope = widget.owner, .entity = "widget", .id = widget.id.uuid(), .version = 9, .event = "widget.gone"};
}

[[nodiscard]] inline Widget widgetNamed(std::string name)
{
    Widget widget{.id = core::Id<Widget>::named(name)};
    widget.name = std::move(name);
    return widget;
}

/// The words in which the suite's tests are told.
class ReplicaWorld
{
public:
    ReplicaWorld() { reopen(); }

    core::Replica &replica() { return *m_replica; }
    void reopen()
    {
        m_replica.reset();
        m_replica = m_home->open(clock, random);
    }

    /// A whole checkpoint with these rows.
    void checkpoint(std::int64_t cursor, const std::vector<core::Change> &changes, bool fromEmpty = false)
    {
        must(m_replica->beginCheckpoint(fromEmpty));
        must(m_replica->apply(changes));
        must(m_replica->commitCheckpoint(cursor, "shop"));
    }

    /// What the view shows: names in their order.
    std::vector<std::string> names()
    {
        std::vector<std::string> names;
        const auto rows = m_replica->view().select<Widget>({});
        REQUIRE(rows.has_value());
        for (const auto &row : *rows)
            names.push_back(row.value.name);
        std::ranges::sort(names);
        return names;
    }

    /// What a waiting command does: a change on top of the base.
    void predict(const Widget &widget) { must(m_replica->view().insert(widget, "widget.made")); }

    static void must(const core::Status &status)
    {
        INFO((status ? std::string() : describe(status.error())));
        REQUIRE(status.has_value());
    }

    using Names = std::vector<std::string>;
    ManualClock clock;
    core::SeededRandom random{7};

private:
    std::unique_ptr<ReplicaHome> m_home = makeReplicaHome();
    std::unique_ptr<core::Replica> m_replica;
};

} // namespace vitrine::tests
