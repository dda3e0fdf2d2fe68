// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace vitrine::net {

/// A folder of files under the SHA-256 of their bytes: FOLDER/ab/abcdef…, each whole from the moment that it has its
/// name. What is being fetched stands beside as ….part. One thread uses it at a time; one process at a time.
class AssetCache
{
public:
    static constexpr std::uintmax_t kDefaultMaxBytes = std::uintmax_t{4} << 30;

    /// Makes the folder. Unavailable or StorageFull where that fails.
    [[nodiscard]] static core::Result<AssetCache> open(std::filesystem::path folder,
                                                       std::uintmax_t maxBytes = kDefaultMaxBytes);

    /// 64 lower-case hexadecimal digits.
    [[nodiscard]] static bool isName(std::string_view sha256);

    /// Where a file lies whole; it counts as used now, and stays at least until this object is gone.
    [[nodiscard]] std::optional<std::filesystem::path> find(std::string_view sha256);
    /// Where to gather it. The folder is there.
    [[nodiscard]] core::Result<std::filesystem::path> partFile(std::string_view sha256) const;
    /// Gives the part, which the caller has closed and verified, its name, durably; then drops what was not used for
    /// longest, until the whole is within its bound. Answers with the path.
    [[nodiscard]] core::Result<std::filesystem::path> keep(std::string_view sha256);

private:
    AssetCache(std::filesystem::path folder, std::uintmax_t maxBytes)
        : m_folder(std::move(folder))
        , m_maxBytes(maxBytes)
    {
    }
    [[nodiscard]] std::filesystem::path place(std::string_view sha256) const;
    void dropLeastUsed();

    std::filesystem::path m_folder;
    std::uintmax_t m_maxBytes;
    /// Handed out: somebody may be about to open it.
    std::set<std::string, std::less<>> m_used;
};

} // namespace vitrine::net
