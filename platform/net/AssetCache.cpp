// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/net/AssetCache.h"

#include <QFile>

#include <algorithm>
#include <system_error>
#include <vector>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace vitrine::net {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::fail;

std::unexpected<core::Error> failed(const std::error_code &error, const fs::path &path)
{
    const bool isFull = error == std::errc::no_space_on_device;
    return fail(isFull ? ErrorCode::StorageFull : ErrorCode::Unavailable, error.message(), path.string());
}

/// Brings the bytes to the disk: a name must never stand for a file that a power cut left half.
core::Status syncFile(const fs::path &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return fail(ErrorCode::Unavailable, file.errorString().toStdString(), path.string());
#ifdef Q_OS_WIN
    const bool isSynced = _commit(file.handle()) == 0;
#else
    const bool isSynced = ::fsync(file.handle()) == 0;
#endif
    if (!isSynced)
        return failed({errno, std::generic_category()}, path);
    return {};
}

void syncFolder([[maybe_unused]] const fs::path &folder)
{
#ifndef Q_OS_WIN
    // A lost rename only means that the file is fetched again, so a failure here is no failure.
    if (const int handle = ::open(folder.c_str(), O_RDONLY | O_CLOEXEC); handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
#endif
}

} // namespace

core::Result<AssetCache> AssetCache::open(fs::path folder, std::uintmax_t maxBytes)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return failed(error, folder);
    return AssetCache(std::move(folder), maxBytes);
}

bool AssetCache::isName(std::string_view sha256)
{
    return sha256.size() == 64 &&
           std::ranges::all_of(sha256, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

fs::path AssetCache::place(std::string_view sha256) const { return m_folder / sha256.substr(0, 2) / sha256; }

std::optional<fs::path> AssetCache::find(std::string_view sha256)
{
    const fs::path path = place(sha256);
    std::error_code error;
    if (!fs::is_regular_file(path, error))
        return std::nullopt;
    fs::last_write_time(path, fs::file_time_type::clock::now(), error);
    m_used.emplace(sha256);
    return path;
}

core::Result<fs::path> AssetCache::partFile(std::string_view sha256) const
{
    fs::path path = place(sha256);
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error)
        return failed(error, path.parent_path());
    path += ".part";
    return path;
}

core::Result<fs::path> AssetCache::keep(std::string_view sha256)
{
    VITRINE_TRY(const fs::path part, partFile(sha256));
    VITRINE_CHECK(syncFile(part));
    const fs::path path = place(sha256);
    std::error_code error;
    fs::rename(part, path, error);
    if (error)
        return failed(error, path);
    syncFolder(path.parent_path());
    m_used.emplace(sha256);
    dropLeastUsed();
    return path;
}

void AssetCache::dropLeastUsed()
{
    struct File {
        fs::file_time_type used;
        std::uintmax_t bytes = 0;
        fs::path path;
    };
    std::vector<File> files;
    std::uintmax_t total = 0;
    std::error_code error;
    for (fs::recursive_directory_iterator at(m_folder, error), end; !error && at != end; at.increment(error)) {
        std::error_code ignored;
        if (!at->is_regular_file(ignored))
            continue;
        files.push_back({at->last_write_time(ignored), at->file_size(ignored), at->path()});
        total += files.back().bytes;
    }
    std::ranges::sort(files, {}, &File::used);
    for (const File &file : files) {
        if (total <= m_maxBytes)
            return;
        if (m_used.contains(file.path.filename().string()))
            continue;
        if (fs::remove(file.path, error))
            total -= file.bytes;
    }
}

} // namespace vitrine::net
