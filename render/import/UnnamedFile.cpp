// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/UnnamedFile.h"

#include <utility>

#ifdef __linux__
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>
#endif

namespace vitrine::render {

#ifdef __linux__

core::Result<UnnamedFile> UnnamedFile::create()
{
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::temp_directory_path(error);
    const std::string home = error ? "/tmp" : folder.string();
    if (const int file = open(home.c_str(), O_RDWR | O_TMPFILE | O_CLOEXEC, 0600); file >= 0)
        return UnnamedFile(file);
    // File systems without O_TMPFILE: the name stands for a moment.
    std::string pattern = home + "/vitrine-XXXXXX";
    const int file = mkostemp(pattern.data(), O_CLOEXEC);
    if (file < 0)
        return core::fail(errno == ENOSPC ? core::ErrorCode::StorageFull : core::ErrorCode::Unavailable,
                          "no temporary file can be made: " + std::generic_category().message(errno), home);
    unlink(pattern.c_str());
    return UnnamedFile(file);
}

UnnamedFile::~UnnamedFile()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

std::filesystem::path UnnamedFile::path() const { return "/proc/self/fd/" + std::to_string(m_descriptor); }

#else

core::Result<UnnamedFile> UnnamedFile::create()
{
    return core::fail(core::ErrorCode::Unsupported,
                      "models can only be imported on Linux so far; packages can be shown anywhere");
}

UnnamedFile::~UnnamedFile() = default;

std::filesystem::path UnnamedFile::path() const { return {}; }

#endif

UnnamedFile::UnnamedFile(UnnamedFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

} // namespace vitrine::render
