// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/Replica.h"
#include "platform/sqlite/Database.h"

namespace vitrine::platform {

/// The part of a device's data that exists nowhere else: commands that wait, and small settings. A file of its own,
/// where every write is synced before the call returns. One thread uses it at a time.
class Outbox
{
public:
    /// Corrupt where the file is damaged; Unsupported where a newer build wrote it.
    [[nodiscard]] static core::Result<Outbox> open(const std::filesystem::path &file, const std::string &vfs);

    /// Conflict where a command with this key waits already.
    [[nodiscard]] core::Result<core::QueuedCommand> enqueue(core::QueuedCommand command);
    /// NotFound where no command is at its position.
    [[nodiscard]] core::Status update(const core::QueuedCommand &command);
    [[nodiscard]] core::Status remove(std::int64_t position);
    /// In the order of their positions.
    [[nodiscard]] core::Result<std::vector<core::QueuedCommand>> queued();

    [[nodiscard]] core::Result<std::optional<std::string>> setting(std::string_view name);
    [[nodiscard]] core::Status setSetting(std::string_view name, std::string_view value);

    /// Copies from a damaged file what can still be read; what is here already stays. Answers how many commands came.
    [[nodiscard]] std::int64_t salvage(const std::filesystem::path &damaged, const std::string &vfs);

private:
    explicit Outbox(std::unique_ptr<Database> database)
        : m_database(std::move(database))
    {
    }
    [[nodiscard]] core::Status prepareTables();
    [[nodiscard]] core::Status insert(const core::QueuedCommand &command);

    std::unique_ptr<Database> m_database;
};

} // namespace vitrine::platform
