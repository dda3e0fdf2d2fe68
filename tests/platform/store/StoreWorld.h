// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/Store.h"
#include "tests/platform/store/ManualClock.h"
#include "tests/platform/store/Widgets.h"

#include <catch2/catch_test_macros.hpp>

#include <memory>

namespace vitrine::tests {

/// Where a store of some kind lives during one test case: what a new kind of store gives to be tested by the suite.
class StoreHome
{
public:
    virtual ~StoreHome() = default;
    /// Opens what is there; an empty store the first time. Contract: the one opened before is gone.
    [[nodiscard]] virtual std::unique_ptr<core::Store> open(const core::Clock &clock, core::RandomSource &random) = 0;
};

/// Defined once in each program of the suite: a new, empty place.
[[nodiscard]] std::unique_ptr<StoreHome> makeStoreHome();

/// The words in which the suite's tests are told.
class StoreWorld
{
public:
    StoreWorld() { reopen(); }

    core::Store &store() { return *m_store; }
    void reopen()
    {
        m_store.reset();
        m_store = m_home->open(clock, random);
    }

    [[nodiscard]] core::Status write(core::Store::Work work) { return m_store->write(std::move(work)); }

    /// Contract: succeeds.
    void mustWrite(core::Store::Work work)
    {
        const core::Status status = write(std::move(work));
        INFO((status ? std::string() : describe(status.error())));
        REQUIRE(status.has_value());
    }

    Widget insert(std::string name, std::int64_t position = 0, std::string owner = "catalogue")
    {
        Widget widget{.id = core::Id<Widget>::make(clock.now(), random)};
        widget.name = std::move(name);
        *widget.position = position;
        widget.owner = std::move(owner);
        mustWrite([&](core::Tx &tx) { return tx.insert(widget, "widget.made"); });
        return widget;
    }

    template <typename T>
    std::optional<core::Row<T>> find(core::Id<T> id)
    {
        std::optional<core::Row<T>> found;
        mustRead([&](core::LogTx &tx) -> core::Status {
            VITRINE_TRY(found, tx.find(id));
            return {};
        });
        return found;
    }

    std::vector<std::string> names(const core::Query &query)
    {
        std::vector<std::string> names;
        mustRead([&](core::LogTx &tx) -> core::Status {
            VITRINE_TRY(const auto rows, tx.select<Widget>(query));
            for (const auto &row : rows)
                names.push_back(row.value.name);
            return {};
        });
        return names;
    }

    std::vector<core::Change> changes(std::int64_t after = 0,
                                      const std::set<std::string> &scopes = {"catalogue", "staff", "server"},
                                      std::int64_t limit = 1'000'000)
    {
        std::vector<core::Change> changes;
        mustRead([&](core::LogTx &tx) -> core::Status {
            VITRINE_TRY(changes, tx.changesAfter(after, scopes, limit));
            return {};
        });
        return changes;
    }

    std::int64_t head()
    {
        std::int64_t head = 0;
        mustRead([&](core::LogTx &tx) -> core::Status {
            VITRINE_TRY(head, tx.head());
            return {};
        });
        return head;
    }

    void mustRead(const std::function<core::Status(core::LogTx &)> &read)
    {
        const core::Status status = m_store->read(read);
        INFO((status ? std::string() : describe(status.error())));
        REQUIRE(status.has_value());
    }

    ManualClock clock;
    core::SeededRandom random{7};

private:
    std::unique_ptr<StoreHome> m_home = makeStoreHome();
    std::unique_ptr<core::Store> m_store;
};

} // namespace vitrine::tests
