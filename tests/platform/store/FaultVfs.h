// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

namespace vitrine::tests {

/// A layer under SQLite whose disk fails on demand. Registered under kName by its first use; one for the process.
class FaultVfs
{
public:
    static constexpr const char *kName = "vitrine-faults";

    static void install();

    /// Disks are healthy.
    static void heal();
    /// The write (or sync) after `count` more fails as a full disk does, and all after it, until heal().
    static void fullAfter(std::int64_t count);
    /// The same, as a disk that fails.
    static void brokenAfter(std::int64_t count);
    /// Writes and syncs since install().
    static std::int64_t operations();
};

} // namespace vitrine::tests
