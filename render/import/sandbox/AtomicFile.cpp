// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/sandbox/AtomicFile.h"

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vitrine::render::sandbox {
namespace {

using core::ErrorCode;
using core::fail;

std::unexpected<core::Error> systemError(const char *what, const std::filesystem::path &path)
{
    const int number = errno;
    const ErrorCode code = number == ENOENT                                         ? ErrorCode::NotFound
                           : number == ENOSPC                                       ? ErrorCode::StorageFull
                           : number == EACCES || number == EROFS || number == EPERM ? ErrorCode::PermissionDenied
                                                                                    : ErrorCode::Unavailable;
    const char *why = number == ENOENT || number == ENOTDIR ? "there is no such folder"
                      : code == ErrorCode::PermissionDenied ? "its folder may not be written to"
                      : number == EISDIR                    ? "it is a folder"
                                                            : nullptr;
    return fail(code, std::string(what) + ": " + (why != nullptr ? why : std::generic_category().message(number)),
                path.string());
}

std::filesystem::path folderOf(const std::filesystem::path &path)
{
    return path.has_parent_path() ? path.parent_path() : ".";
}

} // namespace

core::Result<AtomicFile> AtomicFile::create(const std::filesystem::path &path)
{
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        errno = EISDIR;
        return systemError("the output cannot be written", path);
    }
    std::string pattern = path.string() + ".XXXXXX.partial";
    const int descriptor = mkostemps(pattern.data(), static_cast<int>(sizeof ".partial" - 1), O_CLOEXEC);
    if (descriptor < 0)
        return systemError("the output cannot be written", path);
    // mkostemps makes it for the owner alone; a package is as readable as any other file.
    fchmod(descriptor, 0644);
    return AtomicFile(descriptor, std::move(pattern), path);
}

AtomicFile::AtomicFile(AtomicFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_temporary(std::move(other.m_temporary))
    , m_path(std::move(other.m_path))
{
}

AtomicFile::~AtomicFile()
{
    if (m_descriptor < 0)
        return;
    close(m_descriptor);
    unlink(m_temporary.c_str());
}

core::Status AtomicFile::commit()
{
    if (fsync(m_descriptor) != 0)
        return systemError("the output cannot be written", m_path);
    if (rename(m_temporary.c_str(), m_path.c_str()) != 0)
        return systemError("the output cannot be written", m_path);
    close(std::exchange(m_descriptor, -1));
    // The name itself, too. A folder that cannot be synced has the file all the same.
    if (const int folder = open(folderOf(m_path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); folder >= 0) {
        fsync(folder);
        close(folder);
    }
    return {};
}

} // namespace vitrine::render::sandbox
