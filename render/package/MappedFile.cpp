// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/package/MappedFile.h"

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#define NOMINMAX
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::fail;

#ifdef _WIN32

core::Result<std::span<const std::byte>> mapHandle(HANDLE file)
{
    LARGE_INTEGER size;
    if (!GetFileSizeEx(file, &size))
        return fail(ErrorCode::InvalidArgument, "not a plain file");
    if (size.QuadPart == 0)
        return fail(ErrorCode::InvalidArgument, "the file is empty");
    const HANDLE mapping = CreateFileMappingW(file, nullptr, PAGE_READONLY, 0, 0, nullptr);
    if (mapping == nullptr)
        return fail(ErrorCode::Unavailable, "cannot map the file");
    const void *view = MapViewOfFile(mapping, FILE_MAP_READ, 0, 0, 0);
    CloseHandle(mapping); // The view keeps the mapping alive.
    if (view == nullptr)
        return fail(ErrorCode::Unavailable, "cannot map the file");
    return std::span(static_cast<const std::byte *>(view), static_cast<std::size_t>(size.QuadPart));
}

#else

std::unexpected<core::Error> systemError(int number)
{
    const ErrorCode code = number == ENOENT || number == ENOTDIR ? ErrorCode::NotFound
                           : number == EACCES || number == EPERM ? ErrorCode::PermissionDenied
                                                                 : ErrorCode::Unavailable;
    return fail(code, std::generic_category().message(number));
}

#endif

} // namespace

#ifdef _WIN32

core::Result<MappedFile> MappedFile::open(const std::filesystem::path &path)
{
    const HANDLE file = CreateFileW(path.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, nullptr,
                                    OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return fail(GetLastError() == ERROR_ACCESS_DENIED ? ErrorCode::PermissionDenied : ErrorCode::NotFound,
                    "cannot open the file", path.string());
    auto bytes = mapHandle(file);
    CloseHandle(file);
    if (!bytes)
        return fail(bytes.error().code, bytes.error().detail, path.string());
    return MappedFile(*bytes);
}

MappedFile::~MappedFile()
{
    if (!m_bytes.empty())
        UnmapViewOfFile(m_bytes.data());
}

void MappedFile::forgetPages() const {}

#else

core::Result<MappedFile> MappedFile::fromDescriptor(int descriptor)
{
    struct stat facts{};
    if (fstat(descriptor, &facts) != 0)
        return systemError(errno);
    if (!S_ISREG(facts.st_mode))
        return fail(ErrorCode::InvalidArgument, "not a plain file");
    if (facts.st_size == 0)
        return fail(ErrorCode::InvalidArgument, "the file is empty");
    const auto size = static_cast<std::size_t>(facts.st_size);
    void *address = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (address == MAP_FAILED)
        return systemError(errno);
    return MappedFile(std::span(static_cast<const std::byte *>(address), size));
}

core::Result<MappedFile> MappedFile::open(const std::filesystem::path &path)
{
    // Non-blocking, so that a named pipe in the file's place cannot hang the caller; it is refused by its type.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        auto error = systemError(errno);
        error.error().where = path.string();
        return error;
    }
    auto file = fromDescriptor(descriptor);
    close(descriptor);
    if (!file)
        file.error().where = path.string();
    return file;
}

MappedFile::~MappedFile()
{
    if (!m_bytes.empty())
        munmap(const_cast<std::byte *>(m_bytes.data()), m_bytes.size());
}

void MappedFile::forgetPages() const
{
    if (!m_bytes.empty())
        madvise(const_cast<std::byte *>(m_bytes.data()), m_bytes.size(), MADV_DONTNEED);
}

#endif

MappedFile::MappedFile(MappedFile &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {}))
{
}

MappedFile &MappedFile::operator=(MappedFile &&other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

} // namespace vitrine::render
