// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/faults/FileFault.h"
#include "render/import/assimp/faults/Lines.h"

#include <cstdint>
#include <cstring>
#include <vector>

namespace vitrine::render {
namespace {

using namespace faults;

constexpr std::uint16_t kMain = 0x4D4D;
constexpr std::size_t kHead = 6;

/// Chunks that are made of chunks: the file, its editor, materials, the objects' meshes (after their names).
bool hasChunks(std::uint16_t kind) { return kind == kMain || kind == 0x3D3D || kind == 0xAFFF || kind == 0x4100; }

} // namespace

std::optional<FileFault> threeDsFault(std::string_view bytes)
{
    std::uint16_t kind = 0;
    if (bytes.size() < kHead)
        return FileFault{"the file ends within the head of a chunk", byte(0)};
    std::memcpy(&kind, bytes.data(), sizeof kind);
    if (kind != kMain)
        return FileFault{"the file does not begin as a 3DS does", byte(0)};
    std::vector<std::size_t> ends = {bytes.size()}; // Of the chunks that enclose this place.
    for (std::size_t at = 0; at < bytes.size();) {
        while (ends.size() > 1 && at >= ends.back())
            ends.pop_back();
        if (ends.back() - at < kHead)
            return FileFault{"the file ends within the head of a chunk", byte(at)};
        std::uint32_t size = 0;
        std::memcpy(&kind, bytes.data() + at, sizeof kind);
        std::memcpy(&size, bytes.data() + at + sizeof kind, sizeof size);
        if (size < kHead || size > ends.back() - at)
            return FileFault{"a chunk of " + std::to_string(size) + " bytes where " + std::to_string(ends.back() - at) +
                                 " are left",
                             byte(at)};
        const std::size_t end = at + size;
        constexpr std::uint16_t kObject = 0x4000;
        if (kind == kObject) { // Its name, ended by a zero, then its chunks.
            const std::size_t name = bytes.find('\0', at + kHead);
            ends.push_back(end);
            at = name == bytes.npos ? end : std::min(name + 1, end);
        } else if (hasChunks(kind)) {
            ends.push_back(end);
            at += kHead;
        } else {
            at = end;
        }
    }
    return std::nullopt;
}

} // namespace vitrine::render
