// SPDX-License-Identifier: GPL-3.0-or-later
#include "ModelMaker.h"

#include "render/mesh/MeshCoding.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <format>
#include <regex>
#include <set>
#include <stdexcept>

namespace vitrine::test {
namespace {

void put(Bytes &into, const void *data, std::size_t size)
{
    const auto *bytes = static_cast<const std::byte *>(data);
    into.insert(into.end(), bytes, bytes + size);
}

void putWord(Bytes &into, std::uint32_t value) { put(into, &value, sizeof value); }

void putBigEndian(Bytes &into, std::uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        into.push_back(static_cast<std::byte>(value >> shift));
}

std::uint32_t crc32(std::span<const std::byte> bytes)
{
    std::uint32_t crc = ~0U;
    for (const std::byte byte : bytes) {
        crc ^= std::to_integer<std::uint32_t>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

void putChunk(Bytes &into, const char *kind, const Bytes &data)
{
    putBigEndian(into, static_cast<std::uint32_t>(data.size()));
    Bytes checked;
    put(checked, kind, 4);
    checked.insert(checked.end(), data.begin(), data.end());
    into.insert(into.end(), checked.begin(), checked.end());
    putBigEndian(into, crc32(checked));
}

/// zlib with stored blocks.
Bytes stored(const Bytes &data)
{
    Bytes out = {std::byte{0x78}, std::byte{0x01}};
    std::uint32_t a = 1;
    std::uint32_t b = 0;
    for (std::size_t at = 0; at < data.size() || at == 0;) {
        const std::size_t size = std::min<std::size_t>(data.size() - at, 65535);
        out.push_back(at + size == data.size() ? std::byte{1} : std::byte{0});
        const auto length = static_cast<std::uint16_t>(size);
        const auto inverse = static_cast<std::uint16_t>(~length);
        put(out, &length, 2);
        put(out, &inverse, 2);
        out.insert(out.end(), data.begin() + static_cast<std::ptrdiff_t>(at),
                   data.begin() + static_cast<std::ptrdiff_t>(at + size));
        at += size;
        if (size == 0)
            break;
    }
    for (const std::byte byte : data) {
        a = (a + std::to_integer<std::uint32_t>(byte)) % 65521;
        b = (b + a) % 65521;
    }
    putBigEndian(out, (b << 16U) | a);
    return out;
}

Bytes pngOf(std::uint32_t width, std::uint32_t height, const Bytes &rows)
{
    constexpr unsigned char kSignature[] = {0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    Bytes out;
    put(out, kSignature, sizeof kSignature);
    Bytes header;
    putBigEndian(header, width);
    putBigEndian(header, height);
    for (const int value : {8, 6, 0, 0, 0})
        header.push_back(static_cast<std::byte>(value));
    putChunk(out, "IHDR", header);
    putChunk(out, "IDAT", stored(rows));
    putChunk(out, "IEND", {});
    return out;
}

/// The extensions whose objects stand in a document, as a member of its root.
std::string declared(const std::string &document)
{
    static const std::regex kExtension(R"re("((KHR|EXT)_\w+)"\s*:)re");
    std::set<std::string> names;
    for (std::sregex_iterator found(document.begin(), document.end(), kExtension), end; found != end; ++found)
        names.insert((*found)[1].str());
    std::string list;
    for (const std::string &name : names)
        list += (list.empty() ? "\"" : ",\"") + name + "\"";
    return list.empty() ? "" : R"(,"extensionsUsed":[)" + list + "]";
}

} // namespace

Model::Model()
{
    add(std::vector<float>{0, 0, 0, 1, 0, 0, 0, 2, 0}, R"("componentType":5126,"count":3,"type":"VEC3")");
    add(std::vector<std::uint16_t>{0, 1, 2}, R"("componentType":5123,"count":3,"type":"SCALAR")");
}

void Model::addView(std::size_t offset, std::size_t size, const std::string &members)
{
    views += (views.empty() ? "" : ",") + std::string(R"({"buffer":0,"byteOffset":)") + std::to_string(offset) +
             R"(,"byteLength":)" + std::to_string(size) + (members.empty() ? "" : "," + members) + "}";
    ++m_views;
}

std::string Model::boundsOf(const std::vector<float> &values, std::size_t components)
{
    std::string low;
    std::string high;
    for (std::size_t c = 0; c < std::min(components, values.size()); ++c) {
        float least = values[c];
        float most = values[c];
        for (std::size_t i = c; i < values.size(); i += components) {
            if (!std::isfinite(values[i]))
                return {};
            least = std::min(least, values[i]);
            most = std::max(most, values[i]);
        }
        low += std::format("{}{}", c == 0 ? "" : ",", least);
        high += std::format("{}{}", c == 0 ? "" : ",", most);
    }
    return values.empty() ? "" : R"(,"min":[)" + low + R"(],"max":[)" + high + "]";
}

void Model::addAccessor(const std::string &members)
{
    accessors += (accessors.empty() ? "{" : ",{") + members + "}";
    ++m_accessors;
}

std::string Model::json() const
{
    const std::string mesh = meshes.empty() ? R"({"primitives":[{"attributes":{)" + attributes + "}" +
                                                  (primitive.empty() ? "" : "," + primitive) + "}]}"
                                            : meshes;
    const std::string document = R"({"asset":{"version":"2.0"},"scene":0,"scenes":[)" + scenes + R"(],"nodes":[)" +
                                 nodes + R"(],"meshes":[)" + mesh + R"(],"accessors":[)" + accessors +
                                 R"(],"bufferViews":[)" + views + R"(],"buffers":[{"byteLength":)" +
                                 std::to_string(buffer.bytes().size()) + "}]" + rest;
    return document + (rest.contains("extensionsUsed") ? "" : declared(document)) + "}";
}

Bytes Model::glb() const { return test::glb(json(), buffer.bytes()); }

Bytes glb(const std::string &json, const Bytes &binary)
{
    std::string text = json;
    text.resize((text.size() + 3) / 4 * 4, ' ');
    Bytes padded = binary;
    padded.resize((padded.size() + 3) / 4 * 4);
    Bytes out;
    putWord(out, 0x46546C67);
    putWord(out, 2);
    putWord(out, static_cast<std::uint32_t>(12 + 8 + text.size() + 8 + padded.size()));
    putWord(out, static_cast<std::uint32_t>(text.size()));
    put(out, "JSON", 4);
    put(out, text.data(), text.size());
    putWord(out, static_cast<std::uint32_t>(padded.size()));
    put(out, "BIN\0", 4);
    put(out, padded.data(), padded.size());
    return out;
}

Bytes bytesOf(const std::string &text)
{
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

Bytes png(std::uint32_t width, std::uint32_t height, std::array<std::uint8_t, 4> rgba)
{
    Bytes rows;
    for (std::uint32_t y = 0; y < height; ++y) {
        rows.push_back(std::byte{0});
        for (std::uint32_t x = 0; x < width; ++x)
            put(rows, rgba.data(), rgba.size());
    }
    return pngOf(width, height, rows);
}

Bytes pngRow(const std::vector<std::array<std::uint8_t, 4>> &texels)
{
    Bytes row = {std::byte{0}};
    for (const auto &texel : texels)
        put(row, texel.data(), texel.size());
    return pngOf(static_cast<std::uint32_t>(texels.size()), 1, row);
}

Bytes pngBomb(std::uint32_t width, std::uint32_t height) { return pngOf(width, height, Bytes(16)); }

Baked bake(render::ModelFiles &files, const std::string &name, const render::ImportOptions &options)
{
    Baked baked;
    const auto size = render::importModel(files, name, options, render::memorySink(baked.bytes));
    if (!size) {
        baked.fault = core::describe(size.error());
        return baked;
    }
    auto package = render::Package::open(baked.bytes);
    if (!package)
        throw std::runtime_error("the importer made a broken package: " + core::describe(package.error()));
    baked.package = *package;
    return baked;
}

Baked bake(const Bytes &file, const std::string &name, const render::ImportOptions &options)
{
    render::MemoryFiles files(name, file);
    return bake(files, name, options);
}

std::vector<std::string> warningsOf(const Baked &baked)
{
    if (!baked.fault.empty())
        return {baked.fault};
    std::vector<std::string> said;
    for (const render::MessageRecord &message : baked.package->messages())
        if (message.severity == render::Severity::Warning)
            said.push_back(std::string(baked.package->text(message.where)) + ": " +
                           std::string(baked.package->text(message.text)));
    return said;
}

std::vector<std::vector<float>> corners(const render::Package &package, const render::MeshRecord &mesh,
                                        render::VertexSemantic semantic)
{
    std::vector<std::vector<float>> result;
    const auto decoded = render::decodeMesh(package, static_cast<std::size_t>(&mesh - package.meshes().data()));
    if (!decoded)
        throw std::runtime_error("the importer made a broken mesh: " + core::describe(decoded.error()));
    for (const render::VertexAttribute &attribute : package.attributesOf(mesh)) {
        if (attribute.semantic != semantic)
            continue;
        for (const std::uint32_t index : decoded->indices) {
            std::vector<float> values(attribute.components);
            std::memcpy(values.data(),
                        decoded->vertices.data() + std::size_t{index} * mesh.vertexStride + attribute.offset,
                        values.size() * sizeof(float));
            result.push_back(std::move(values));
        }
    }
    return result;
}

} // namespace vitrine::test
