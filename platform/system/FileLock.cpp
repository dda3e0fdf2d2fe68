// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/system/FileLock.h"

#include "platform/system/Files.h"

#if defined(_WIN32)
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#endif

namespace vitrine::platform {
namespace {

std::unexpected<core::Error> isHeld(const std::filesystem::path &file)
{
    return core::fail(core::ErrorCode::Unavailable, "another running program uses this data folder", utf8(file));
}

} // namespace

#if defined(_WIN32)

core::Result<FileLock> FileLock::take(const std::filesystem::path &file)
{
    // Sharing nothing is the lock.
    void *handle = CreateFileW(file.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_ALWAYS,
                               FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle != INVALID_HANDLE_VALUE)
        return FileLock(reinterpret_cast<Handle>(handle));
    if (GetLastError() == ERROR_SHARING_VIOLATION)
        return isHeld(file);
    return core::fail(core::ErrorCode::Unavailable, "the lock file can't be opened", utf8(file));
}

FileLock::~FileLock()
{
    if (m_handle != kNone)
        CloseHandle(reinterpret_cast<void *>(m_handle));
}

#else

core::Result<FileLock> FileLock::take(const std::filesystem::path &file)
{
    const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return core::fail(core::ErrorCode::Unavailable,
                          "the lock file can't be opened: " + std::generic_category().message(errno), utf8(file));
    FileLock lock(descriptor);
    // flock, not fcntl: fcntl's lock is lost as soon as any descriptor of the file is closed in this process.
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return isHeld(file);
    return lock;
}

FileLock::~FileLock()
{
    if (m_handle != kNone)
        close(static_cast<int>(m_handle));
}

#endif

} // namespace vitrine::platform
