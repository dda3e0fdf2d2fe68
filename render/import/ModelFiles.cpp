// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/ModelFiles.h"

#include "render/import/ImportLimits.h"
#include "render/package/MappedFile.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#ifdef __linux__
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::fail;

core::Result<Blob> blobOf(core::Result<MappedFile> file)
{
    if (!file)
        return core::passOn(file);
    auto owner = std::make_shared<MappedFile>(std::move(*file));
    const auto bytes = owner->bytes();
    return Blob{std::move(owner), bytes};
}

} // namespace

Blob Blob::of(std::vector<std::byte> bytes)
{
    auto owner = std::make_shared<const std::vector<std::byte>>(std::move(bytes));
    const std::span<const std::byte> view(*owner);
    return {std::move(owner), view};
}

core::Status checkRelativePath(std::string_view path)
{
    const auto refuse = [&](const char *why) { return fail(ErrorCode::PermissionDenied, why, std::string(path)); };
    if (path.empty() || path.size() > 1024)
        return refuse("not a path");
    if (std::ranges::any_of(path, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }))
        return refuse("a control character in a path");
    if (path.front() == '/' || path.contains('\\') || path.contains(':'))
        return refuse("not a path relative to the model's folder");
    for (std::size_t start = 0; start <= path.size();) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        if (path.substr(start, end - start) == "..")
            return refuse("the path climbs out of the model's folder");
        start = end + 1;
    }
    return {};
}

core::Result<Blob> ModelFiles::read(std::string_view relativePath)
{
    VITRINE_CHECK(checkRelativePath(relativePath));
    VITRINE_TRY(Blob blob, open(std::string(relativePath)));
    if (blob.bytes.size() > limits::kModelFileBytes)
        return fail(ErrorCode::TooLarge,
                    "a file of " + std::to_string(blob.bytes.size()) + " bytes (limit " +
                        std::to_string(limits::kModelFileBytes) + ")",
                    std::string(relativePath));
    m_bytesRead += blob.bytes.size();
    if (m_bytesRead > limits::kAllFilesBytes)
        return fail(ErrorCode::TooLarge,
                    "the model's files have more than " + std::to_string(limits::kAllFilesBytes) + " bytes together",
                    std::string(relativePath));
    return blob;
}

core::Result<Blob> MemoryFiles::open(const std::string &relativePath)
{
    if (relativePath != m_name)
        return fail(ErrorCode::NotFound, "no such file", relativePath);
    return Blob{nullptr, m_bytes};
}

#ifdef __linux__

core::Result<int> openBeneath(int directory, const std::string &relativePath)
{
    VITRINE_CHECK(checkRelativePath(relativePath));
    struct open_how how{};
    how.flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
    const long descriptor = syscall(SYS_openat2, directory, relativePath.c_str(), &how, sizeof how);
    if (descriptor >= 0)
        return static_cast<int>(descriptor);
    switch (errno) {
    case ENOENT:
    case ENOTDIR:
        return fail(ErrorCode::NotFound, "no such file", relativePath);
    case EXDEV:
        return fail(ErrorCode::PermissionDenied, "a link leads out of the model's folder", relativePath);
    case EACCES:
    case EPERM:
        return fail(ErrorCode::PermissionDenied, "not readable", relativePath);
    default:
        return fail(ErrorCode::Unavailable, std::generic_category().message(errno), relativePath);
    }
}

DirectoryFiles::DirectoryFiles(std::filesystem::path directory)
    : m_directory(std::move(directory))
    , m_descriptor(::open(m_directory.empty() ? "." : m_directory.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC))
{
}

DirectoryFiles::~DirectoryFiles()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

core::Result<Blob> DirectoryFiles::open(const std::string &relativePath)
{
    if (m_descriptor < 0)
        return fail(ErrorCode::NotFound, "no such folder", m_directory.string());
    VITRINE_TRY(const int descriptor, openBeneath(m_descriptor, relativePath));
    auto file = MappedFile::fromDescriptor(descriptor);
    close(descriptor);
    if (!file)
        file.error().where = relativePath;
    return blobOf(std::move(file));
}

#else

DirectoryFiles::DirectoryFiles(std::filesystem::path directory)
    : m_directory(std::move(directory))
{
}

DirectoryFiles::~DirectoryFiles() = default;

core::Result<Blob> DirectoryFiles::open(const std::string &relativePath)
{
    // No openat2 here: resolve both, and compare. A link swapped in between is not caught, which is why
    // vendors' files are read in the sandbox.
    std::error_code error;
    const auto home = std::filesystem::canonical(m_directory.empty() ? "." : m_directory, error);
    const auto file = std::filesystem::canonical(home / std::filesystem::path(relativePath), error);
    if (error)
        return fail(ErrorCode::NotFound, "no such file", relativePath);
    if (std::ranges::mismatch(home, file).in1 != home.end())
        return fail(ErrorCode::PermissionDenied, "a link leads out of the model's folder", relativePath);
    return blobOf(MappedFile::open(file));
}

#endif

} // namespace vitrine::render
