// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/GlbContainer.h"

#include "render/import/ImportLimits.h"

#include <cstring>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;

constexpr std::uint32_t kGlbMagic = 0x46546C67;
constexpr std::uint32_t kJsonChunk = 0x4E4F534A;
constexpr std::uint32_t kBinaryChunk = 0x004E4942;

std::uint32_t word(std::span<const std::byte> bytes, std::size_t offset)
{
    std::uint32_t value = 0;
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

std::string at(std::size_t offset) { return "byte " + std::to_string(offset); }

std::unexpected<core::Error> malformed(std::string detail, std::size_t offset)
{
    return fail(ErrorCode::Malformed, std::move(detail), at(offset));
}

core::Status readChunks(const Blob &file, std::size_t length, Container &into, Scene &scene)
{
    const auto bytes = file.bytes;
    std::size_t offset = 12;
    for (std::size_t chunk = 0; offset < length; ++chunk) {
        if (bytes.size() - offset < 8)
            return malformed("the file ends within a chunk's header", offset);
        const std::size_t size = word(bytes, offset);
        const std::uint32_t kind = word(bytes, offset + 4);
        if (length - offset < 8 || size > length - offset - 8)
            return malformed("a chunk of " + std::to_string(size) + " bytes does not fit into the file's length of " +
                                 std::to_string(length),
                             offset);
        if (chunk == 0 && kind != kJsonChunk)
            return malformed("the first chunk is not JSON", offset + 4);
        if (chunk > 0 && kind == kJsonChunk)
            return malformed("a second JSON chunk", offset + 4);
        if (kind == kBinaryChunk && into.binary)
            return malformed("a second binary chunk", offset + 4);
        if (kind == kBinaryChunk && chunk != 1)
            return malformed("the binary chunk is not the second", offset + 4);
        if (kind == kJsonChunk)
            into.json = bytes.subspan(offset + 8, size);
        else if (kind == kBinaryChunk)
            into.binary = file.part(offset + 8, size);
        else
            scene.warn("a chunk of an unknown kind was skipped", at(offset));
        // A last chunk without its padding is tolerated: nothing is read from there.
        offset += 8 + std::min((size + 3) / 4 * 4, length - offset - 8);
    }
    return {};
}

} // namespace

Result<Container> openContainer(const Blob &file, Scene &scene)
{
    const auto bytes = file.bytes;
    if (bytes.size() < 4 || word(bytes, 0) != kGlbMagic) {
        const std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
        const std::size_t first = text.find_first_not_of(" \t\r\n");
        if (first == std::string_view::npos || text[first] != '{')
            return malformed("neither a binary glTF nor a JSON object", first == std::string_view::npos ? 0 : first);
        return Container{bytes, {}};
    }
    if (bytes.size() < 12)
        return malformed("the file has only " + std::to_string(bytes.size()) + " bytes", 0);
    if (word(bytes, 4) != 2)
        return fail(ErrorCode::Unsupported, "binary glTF of version " + std::to_string(word(bytes, 4)), at(4));
    const std::size_t length = word(bytes, 8);
    if (length > bytes.size())
        return malformed("the file is cut off: " + std::to_string(bytes.size()) + " bytes of " + std::to_string(length),
                         bytes.size());
    if (length < bytes.size())
        scene.warn(bytes.size() - length == 1
                       ? "1 byte after the end was skipped"
                       : std::to_string(bytes.size() - length) + " bytes after the end were skipped",
                   at(length));
    Container container;
    VITRINE_CHECK(readChunks(file, length, container, scene));
    if (length <= 12)
        return malformed("a length of " + std::to_string(length) + " bytes has no room for a chunk", 8);
    if (container.json.empty())
        return malformed("the JSON chunk is empty", 12);
    return container;
}

} // namespace vitrine::render::gltf
