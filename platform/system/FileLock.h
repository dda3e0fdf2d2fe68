// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <filesystem>
#include <utility>

namespace vitrine::platform {

/// Holds a lock file for one process: what keeps two of them off one data folder. Released by the destructor, and by
/// the operating system when the process dies in whatever way; the empty file itself stays.
class FileLock
{
public:
    /// Unavailable where another process (or another FileLock) holds it, or the file can't be made. Does not wait.
    [[nodiscard]] static core::Result<FileLock> take(const std::filesystem::path &file);

    FileLock(FileLock &&other) noexcept
        : m_handle(std::exchange(other.m_handle, kNone))
    {
    }
    FileLock &operator=(FileLock &&other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    ~FileLock();

private:
    // A file descriptor, or a HANDLE on Windows; both fit and have -1 for none.
    using Handle = std::intptr_t;
    static constexpr Handle kNone = -1;

    explicit FileLock(Handle handle)
        : m_handle(handle)
    {
    }

    Handle m_handle = kNone;
};

} // namespace vitrine::platform
