// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/WholeFile.h"

#include <cerrno>
#include <filesystem>
#include <format>
#include <fstream>
#include <system_error>
#include <utility>

#ifdef __linux__
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace vitrine::app {

using core::ErrorCode;
using core::fail;

namespace {

std::unexpected<core::Error> cannotMake(const std::string &path, int error)
{
    const ErrorCode code = error == ENOENT                      ? ErrorCode::NotFound
                           : error == ENOSPC || error == EDQUOT ? ErrorCode::StorageFull
                                                                : ErrorCode::PermissionDenied;
    return fail(code, error == ENOENT ? "there is no such folder" : std::generic_category().message(error), path);
}

} // namespace

std::string WholeFile::nameBeside(const std::string &path)
{
    const std::filesystem::path whole(path);
    // The suffix stays: programs go by it.
    return (whole.parent_path() / ("." + whole.stem().string() + ".part" + whole.extension().string())).string();
}

core::Result<WholeFile> WholeFile::create(const std::string &path)
{
    const std::string folder = std::filesystem::path(path).parent_path().string();
#ifdef __linux__
    // Not closed on exec: the program that writes it opens it again by its number.
    const int descriptor = open(folder.empty() ? "." : folder.c_str(), O_RDWR | O_TMPFILE, 0600);
    if (descriptor >= 0)
        return WholeFile(path, "/proc/self/fd/" + std::to_string(descriptor), descriptor);
    if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)
        return cannotMake(path, errno);
#endif
    std::error_code error;
    if (!folder.empty() && !std::filesystem::is_directory(folder, error))
        return cannotMake(path, ENOENT);
    const std::string beside = nameBeside(path);
    if (!std::ofstream(beside))
        return cannotMake(path, EACCES);
    return WholeFile(path, beside, -1);
}

WholeFile::WholeFile(WholeFile &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_openName(std::exchange(other.m_openName, {}))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

WholeFile::~WholeFile()
{
#ifdef __linux__
    if (m_descriptor >= 0) {
        close(m_descriptor);
        return;
    }
#endif
    std::error_code ignored;
    if (!m_openName.empty())
        std::filesystem::remove(m_openName, ignored);
}

core::Status WholeFile::commit()
{
    std::string named = std::exchange(m_openName, {});
#ifdef __linux__
    if (m_descriptor >= 0) {
        const mode_t mask = umask(0);
        umask(mask);
        fchmod(m_descriptor, 0666 & ~mask);
        // A link replaces nothing, a renaming does.
        const std::string beside = nameBeside(m_path);
        unlink(beside.c_str());
        if (linkat(AT_FDCWD, named.c_str(), AT_FDCWD, beside.c_str(), AT_SYMLINK_FOLLOW) != 0)
            return cannotMake(m_path, errno);
        named = beside;
    }
#endif
    return putInPlace(named, m_path);
}

core::Status WholeFile::putInPlace(const std::string &named, const std::string &path)
{
    std::error_code error;
    std::filesystem::rename(named, path, error);
    if (error) {
        std::error_code ignored;
        std::filesystem::remove(named, ignored);
        return cannotMake(path, error.value());
    }
    return {};
}

} // namespace vitrine::app
