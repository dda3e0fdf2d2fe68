// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/AssetStore.h"

#include "core/values/Hex.h"
#include "platform/system/Files.h"
#include "platform/system/Sha256.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <vector>

namespace vitrine::http {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

std::optional<std::uint64_t> number(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

/// The store knows bytes, not names, so the first of them have to say what it is.
std::string contentTypeOf(const std::filesystem::path &path)
{
    char head[16] = {};
    std::ifstream(path, std::ios::binary).read(head, sizeof head);
    const std::string_view start(head, sizeof head);
    if (start.starts_with("\x89PNG\r\n\x1a\n"))
        return "image/png";
    if (start.starts_with("\xff\xd8\xff"))
        return "image/jpeg";
    if (start.starts_with("RIFF") && start.substr(8, 4) == "WEBP")
        return "image/webp";
    if (start.starts_with("\xabKTX 20\xbb"))
        return "image/ktx2";
    if (start.starts_with("glTF"))
        return "model/gltf-binary";
    return "application/octet-stream";
}

core::Status makeFolder(const std::filesystem::path &folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return fail(ErrorCode::Unavailable, "can't make a folder: " + error.message(), platform::utf8(folder));
    return {};
}

/// The SHA-256 of a file, in pieces: models are large, and there are many.
Result<std::string> hashOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ErrorCode::NotFound, "no such file", platform::utf8(path));
    platform::Sha256 hash;
    std::vector<char> piece(std::size_t{1} << 20);
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0)
        hash.add({piece.data(), static_cast<std::size_t>(file.gcount())});
    if (file.bad())
        return fail(ErrorCode::Unavailable, "reading failed", platform::utf8(path));
    return hash.hex();
}

} // namespace

AssetStore::AssetStore(std::filesystem::path folder)
    : m_folder(std::move(folder))
{
}

std::filesystem::path AssetStore::place(std::string_view sha256) const
{
    return m_folder / sha256.substr(0, 2) / sha256;
}

Result<std::string> AssetStore::putFile(const std::filesystem::path &file) const
{
    VITRINE_CHECK(makeFolder(m_folder));
    // Copied first and hashed then: the original may be written to by somebody else meanwhile.
    const std::filesystem::path incoming = m_folder / "incoming";
    VITRINE_CHECK(platform::copyFile(file, incoming));
    VITRINE_TRY(std::string name, hashOf(incoming));
    const std::filesystem::path target = place(name);
    std::error_code error;
    if (const auto there = hashOf(target); there && *there == name) {
        std::filesystem::remove(incoming, error);
        return name;
    }
    VITRINE_CHECK(makeFolder(target.parent_path()));
    VITRINE_CHECK(platform::replaceFile(incoming, target));
    return name;
}

Result<std::filesystem::path> AssetStore::find(std::string_view sha256) const
{
    if (!core::isSha256(sha256))
        return fail(ErrorCode::InvalidArgument, "an asset is named by 64 lower-case hexadecimal digits");
    std::filesystem::path path = place(sha256);
    std::error_code error;
    // A link could lead out of the store.
    if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(path, error)))
        return fail(ErrorCode::NotFound, "no asset " + std::string(sha256));
    return path;
}

Result<AssetAudit> AssetStore::audit() const
{
    AssetAudit audit;
    std::error_code error;
    if (!std::filesystem::exists(m_folder, error))
        return audit;
    // Named by what they are to the store, not by where it lies.
    for (std::filesystem::recursive_directory_iterator at(m_folder, error), end; !error && at != end;
         at.increment(error)) {
        const std::string name = platform::utf8(at->path().filename());
        if (!at->is_regular_file(error) || !core::isSha256(name))
            continue;
        const auto hash = hashOf(at->path());
        if (!hash)
            audit.problems.push_back("asset " + name + ": " + hash.error().detail);
        else if (*hash != name)
            audit.problems.push_back("asset " + name + ": its bytes are not those of its name");
        else if (at->path() != place(name))
            audit.problems.push_back("asset " + name + ": lies in another folder than the one it is looked for in");
        else
            audit.sound.insert(name);
    }
    if (error)
        return fail(ErrorCode::Unavailable, "can't read the assets: " + error.message(), platform::utf8(m_folder));
    return audit;
}

RangeKind parseRange(std::string_view header, std::uint64_t size, ByteRange &range)
{
    range = {0, size};
    constexpr std::string_view kUnit = "bytes=";
    if (!header.starts_with(kUnit) || header.contains(','))
        return RangeKind::Whole;
    const std::string_view spec = trimmed(header.substr(kUnit.size()));
    const std::size_t dash = spec.find('-');
    if (dash == std::string_view::npos)
        return RangeKind::Whole;
    const auto first = number(spec.substr(0, dash));
    const auto last = number(spec.substr(dash + 1));
    const bool isOpen = dash + 1 == spec.size();
    if (dash == 0) {
        if (!last)
            return RangeKind::Whole;
        if (*last == 0 || size == 0)
            return RangeKind::Unsatisfiable;
        const std::uint64_t length = std::min(*last, size);
        range = {size - length, length};
        return RangeKind::Part;
    }
    if (!first || (!last && !isOpen) || (last && *last < *first))
        return RangeKind::Whole;
    if (*first >= size)
        return RangeKind::Unsatisfiable;
    const std::uint64_t end = last ? std::min(*last, size - 1) : size - 1;
    range = {*first, end - *first + 1};
    return RangeKind::Part;
}

bool matchesEtag(std::string_view header, std::string_view etag)
{
    while (!header.empty()) {
        const std::size_t comma = std::min(header.find(','), header.size());
        std::string_view candidate = trimmed(header.substr(0, comma));
        header.remove_prefix(std::min(header.size(), comma + 1));
        if (candidate.starts_with("W/"))
            candidate.remove_prefix(2);
        if (candidate == "*" || candidate == etag)
            return true;
    }
    return false;
}

Result<HttpReply> assetReply(const AssetStore &store, const AssetRequest &request)
{
    VITRINE_TRY(const std::filesystem::path path, store.find(request.sha256));
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error)
        return fail(ErrorCode::Unavailable, "can't read the asset: " + error.message());

    const std::string etag = '"' + std::string(request.sha256) + '"';
    HttpReply reply;
    reply.headers = {{"etag", etag},
                     {"cache-control", "public, max-age=31536000, immutable"},
                     {"accept-ranges", "bytes"},
                     {"x-content-type-options", "nosniff"}};
    reply.contentType = contentTypeOf(path);
    if (matchesEtag(request.ifNoneMatch, etag)) {
        reply.status = 304;
        return reply;
    }
    ByteRange range{0, size};
    const bool usesRange = !request.range.empty() && (request.ifRange.empty() || request.ifRange == etag);
    switch (usesRange ? parseRange(request.range, size, range) : RangeKind::Whole) {
    case RangeKind::Unsatisfiable:
        reply = problem({ErrorCode::InvalidArgument, "the asset has " + std::to_string(size) + " bytes", "range"},
                        core::Language::En, 416);
        reply.headers.emplace_back("content-range", "bytes */" + std::to_string(size));
        return reply;
    case RangeKind::Part:
        reply.status = 206;
        reply.headers.emplace_back("content-range", "bytes " + std::to_string(range.offset) + '-' +
                                                        std::to_string(range.offset + range.length - 1) + '/' +
                                                        std::to_string(size));
        break;
    case RangeKind::Whole:
        break;
    }
    reply.file = FilePart{platform::utf8(path), range.offset, range.length};
    return reply;
}

} // namespace vitrine::http
