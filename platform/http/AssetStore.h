// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "platform/http/HttpReply.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::http {

/// Files under the SHA-256 of their bytes: FOLDER/ab/abcdef…, written once, never changed. Thread-safe.
/// What a reading of all files found.
struct AssetAudit {
    /// The names of those whose bytes are what the name says.
    std::set<std::string, std::less<>> sound{};
    /// One English sentence for each of the others.
    std::vector<std::string> problems{};
};

class AssetStore
{
public:
    explicit AssetStore(std::filesystem::path folder);

    /// Takes a copy of the file in, durably; one that is there damaged is mended. Answers with its SHA-256. NotFound,
    /// StorageFull, Unavailable.
    [[nodiscard]] core::Result<std::string> putFile(const std::filesystem::path &file) const;
    /// Where the bytes lie. NotFound where there are none of that name, InvalidArgument where it is no SHA-256.
    [[nodiscard]] core::Result<std::filesystem::path> find(std::string_view sha256) const;
    /// Reads every file and compares it with its name. Serving does not: it would hash each file at each request.
    /// Unavailable where the folder can't be read; one that is not there holds nothing.
    [[nodiscard]] core::Result<AssetAudit> audit() const;

private:
    [[nodiscard]] std::filesystem::path place(std::string_view sha256) const;

    const std::filesystem::path m_folder;
};

/// What a request says about the part that it wants. Empty texts for headers that were not sent.
struct AssetRequest {
    std::string_view sha256{};
    std::string_view range{};
    std::string_view ifRange{};
    std::string_view ifNoneMatch{};
};

/// Answers with the whole, a part (206), "you have it" (304) or "no such part" (416, as a problem).
[[nodiscard]] core::Result<HttpReply> assetReply(const AssetStore &store, const AssetRequest &request);

/// A single range of `Range` (RFC 9110, 14.1.2) within a body of `size` bytes, as offset and length.
struct ByteRange {
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    bool operator==(const ByteRange &) const = default;
};
enum class RangeKind : std::uint8_t {
    Whole, ///< None was asked for, or in a form that a server may ignore: several ranges, other units.
    Part,
    Unsatisfiable, ///< Nothing of it lies within the body.
};
[[nodiscard]] RangeKind parseRange(std::string_view header, std::uint64_t size, ByteRange &range);

/// `If-None-Match` names this ETag, or anything.
[[nodiscard]] bool matchesEtag(std::string_view header, std::string_view etag);

} // namespace vitrine::http
