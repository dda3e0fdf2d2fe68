// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/ThreeDsChunks.h"

#include "render/import/assimp/faults/Lines.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace vitrine::render {
namespace {

using namespace faults;

constexpr std::uint16_t kMain = 0x4D4D;
constexpr std::uint16_t kObject = 0x4000; ///< Begins with its name, ended by a zero.
constexpr std::uint16_t kMesh = 0x4100;
constexpr std::uint16_t kFaces = 0x4120; ///< Begins with their number, then four numbers for each.
/// A mask of 32 bits for each face: those that share a bit are smoothed into each other.
constexpr std::uint16_t kSmoothing = 0x4150;
constexpr std::size_t kHead = 6;

/// Where a chunk's own chunks begin in its body; nothing where it has none.
std::optional<std::size_t> firstInside(const ThreeDsChunk &chunk)
{
    switch (chunk.kind) {
    case kMain:
    case 0x3D3D: // The editor's part.
    case 0xAFFF: // A material.
    case kMesh:
        return 0;
    case kObject: {
        const std::size_t name = chunk.body.find('\0');
        return name == chunk.body.npos ? chunk.body.size() : name + 1;
    }
    case kFaces: {
        std::uint16_t count = 0;
        if (chunk.body.size() < sizeof count)
            return std::nullopt;
        std::memcpy(&count, chunk.body.data(), sizeof count);
        return std::min(sizeof count * (1 + 4 * std::size_t{count}), chunk.body.size());
    }
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<FileFault> visitThreeDs(std::string_view bytes, const std::function<void(const ThreeDsChunk &)> &visit)
{
    ThreeDsChunk chunk;
    if (bytes.size() < kHead)
        return FileFault{"the file ends within the head of a chunk", byte(0)};
    std::memcpy(&chunk.kind, bytes.data(), sizeof chunk.kind);
    if (chunk.kind != kMain)
        return FileFault{"the file does not begin as a 3DS does", byte(0)};
    std::vector<std::size_t> ends = {bytes.size()}; // Of the chunks that enclose this place.
    for (std::size_t at = 0; at < bytes.size();) {
        while (ends.size() > 1 && at >= ends.back())
            ends.pop_back();
        if (ends.back() - at < kHead)
            return FileFault{"the file ends within the head of a chunk", byte(at)};
        std::uint32_t size = 0;
        std::memcpy(&chunk.kind, bytes.data() + at, sizeof chunk.kind);
        std::memcpy(&size, bytes.data() + at + sizeof chunk.kind, sizeof size);
        if (size < kHead || size > ends.back() - at)
            return FileFault{"a chunk of " + std::to_string(size) + " bytes where " + std::to_string(ends.back() - at) +
                                 " are left",
                             byte(at)};
        chunk.body = bytes.substr(at + kHead, size - kHead);
        visit(chunk);
        const auto inside = firstInside(chunk);
        if (inside)
            ends.push_back(at + size);
        at += inside ? kHead + *inside : size;
    }
    return std::nullopt;
}

std::optional<FileFault> threeDsFault(std::string_view bytes)
{
    return visitThreeDs(bytes, [](const ThreeDsChunk &) {});
}

std::vector<ThreeDsMesh> threeDsMeshes(std::string_view bytes)
{
    std::vector<ThreeDsMesh> meshes;
    std::string_view object;
    // What a broken file says before its fault holds; Assimp reads no further either.
    (void)visitThreeDs(bytes, [&](const ThreeDsChunk &chunk) {
        if (chunk.kind == kObject)
            object = chunk.body.substr(0, chunk.body.find('\0'));
        else if (chunk.kind == kMesh)
            meshes.push_back({object});
        else if (chunk.kind == kSmoothing && !meshes.empty())
            meshes.back().isSmoothed |= chunk.body.find_first_not_of('\0') != chunk.body.npos;
    });
    return meshes;
}

} // namespace vitrine::render
