// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/system/Files.h"

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <memory>
#include <system_error>

#if defined(_WIN32)
#include <io.h>
#else
#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>
#endif

namespace vitrine::platform {
namespace {

struct CloseFile {
    void operator()(std::FILE *file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

std::unexpected<core::Error> failed(std::string_view doing, int error, const std::filesystem::path &path)
{
    const bool full = error == ENOSPC
#if defined(EDQUOT)
                      || error == EDQUOT
#endif
        ;
    return core::fail(full ? core::ErrorCode::StorageFull : core::ErrorCode::Unavailable,
                      std::string(doing) + " failed: " + std::generic_category().message(error), utf8(path));
}

File openForWriting(const std::filesystem::path &path)
{
#if defined(_WIN32)
    return File(_wfopen(path.c_str(), L"wb"));
#else
    return File(std::fopen(path.c_str(), "wbe"));
#endif
}

bool sync(std::FILE *file)
{
#if defined(_WIN32)
    return std::fflush(file) == 0 && _commit(_fileno(file)) == 0;
#else
    return std::fflush(file) == 0 && fsync(fileno(file)) == 0;
#endif
}

/// The rename itself is durable only once the folder is synced.
void syncFolder([[maybe_unused]] const std::filesystem::path &folder)
{
#if !defined(_WIN32)
    const int descriptor = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    fsync(descriptor);
    close(descriptor);
#endif
}

} // namespace

std::string utf8(const std::filesystem::path &path)
{
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

core::Result<std::string> readFile(const std::filesystem::path &path, std::uintmax_t maxBytes)
{
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error == std::errc::no_such_file_or_directory)
        return core::fail(core::ErrorCode::NotFound, "no such file", utf8(path));
    if (error)
        return failed("reading", error.value(), path);
    if (size > maxBytes)
        return core::fail(core::ErrorCode::TooLarge,
                          std::to_string(size) + " bytes, the limit is " + std::to_string(maxBytes), utf8(path));
    std::ifstream in(path, std::ios::binary);
    std::string content(size, '\0');
    if (!in.read(content.data(), static_cast<std::streamsize>(size)))
        return core::fail(core::ErrorCode::Unavailable, "reading failed", utf8(path));
    return content;
}

core::Status writeFileAtomically(const std::filesystem::path &path, std::string_view content)
{
    std::filesystem::path beside = path;
    beside += ".new";
    {
        const File file = openForWriting(beside);
        if (!file)
            return failed("creating", errno, beside);
        const bool written = std::fwrite(content.data(), 1, content.size(), file.get()) == content.size();
        if (!written || !sync(file.get())) {
            const int error = errno;
            std::error_code ignored;
            std::filesystem::remove(beside, ignored);
            return failed("writing", error, path);
        }
    }
    return replaceFile(beside, path);
}

core::Status replaceFile(const std::filesystem::path &finished, const std::filesystem::path &path)
{
    std::error_code error;
    std::filesystem::rename(finished, path, error);
    if (error)
        return failed("replacing", error.value(), path);
    syncFolder(path.parent_path());
    return {};
}

core::Status copyFile(const std::filesystem::path &from, const std::filesystem::path &to)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(from, error))
        return core::fail(core::ErrorCode::NotFound, "no such file", utf8(from));
    if (!std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing, error))
        return failed("copying", error.value(), to);
#if defined(_WIN32)
    const File file(_wfopen(to.c_str(), L"ab"));
#else
    const File file(std::fopen(to.c_str(), "abe"));
#endif
    if (!file || !sync(file.get()))
        return failed("writing", errno, to);
    return {};
}

bool isOnReadOnlyMedium([[maybe_unused]] const std::filesystem::path &path)
{
#if defined(_WIN32)
    return false;
#else
    struct statvfs medium{};
    return statvfs(path.c_str(), &medium) == 0 && (medium.f_flag & ST_RDONLY) != 0;
#endif
}

} // namespace vitrine::platform
