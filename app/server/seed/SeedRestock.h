// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/seed/SeedRun.h"

namespace vitrine::server {

/// Pieces that are wanted at a place.
struct Wanted {
    core::Id<core::Variant> variant{};
    core::Id<core::Location> location{};
    std::int64_t pieces = 0;
    /// As many as are wanted, no more and no less; else only where less than half of them is left.
    bool isExact = false;
};

/// The storekeeper's round: counts and fills up, beside what is promised to orders. One act with one answer, so that a
/// seeding that was begun again does not count a later day's stock on an earlier one. `name` is its own.
[[nodiscard]] SeedAct restock(const core::CommandRegistry &registry, std::string name, std::vector<Wanted> wanted,
                              core::Time at);

} // namespace vitrine::server
