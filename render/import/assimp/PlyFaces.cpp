// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/PlyFaces.h"

#include "render/import/ImportLimits.h"
#include "render/import/assimp/faults/Lines.h"
#include "render/import/assimp/faults/PlyElements.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace vitrine::render {
namespace {

using core::Result;

using Triangles = std::vector<std::array<std::uint32_t, 3>>;

bool isShown(const PlyElement &element) { return element.name == "vertex" || element.name == "face"; }

/// Takes the corners of a strip after each other.
class Strips
{
public:
    void start() { m_count = 0; }

    void add(std::uint32_t corner)
    {
        const std::uint32_t first = std::exchange(m_first, m_second);
        const std::uint32_t second = std::exchange(m_second, corner);
        if (m_count++ < 2 || first == second || second == corner || first == corner)
            return;
        if (m_count % 2 == 1)
            m_triangles.push_back({first, second, corner});
        else // Every other one is turned the other way.
            m_triangles.push_back({second, first, corner});
    }

    Triangles &triangles() { return m_triangles; }

private:
    Triangles m_triangles;
    std::uint64_t m_count = 0;
    std::uint32_t m_first = 0;
    std::uint32_t m_second = 0;
};

void readText(const PlyElement &element, Strips &strips)
{
    std::string_view rows = element.values;
    for (std::uint64_t i = 0; i < element.count && !rows.empty(); ++i) {
        std::string_view words = faults::takeLine(rows);
        for (const PlyProperty &property : element.properties) {
            std::uint64_t count = 1;
            if (property.countBytes > 0)
                (void)faults::readWhole(faults::takeWord(words), count);
            strips.start();
            for (; count > 0; --count) {
                const std::string_view word = faults::takeWord(words);
                if (word.empty()) // Fewer than it says.
                    break;
                std::uint32_t corner = 0;
                if (!property.isListOfCorners())
                    continue;
                if (faults::readWhole(word, corner))
                    strips.add(corner);
                else
                    strips.start(); // -1 ends a strip.
            }
        }
    }
}

/// Of `vertices`: a number beyond them ends a strip.
void readBytes(const PlyElement &element, bool isBigEndian, std::uint64_t vertices, Strips &strips)
{
    std::string_view rest = element.values;
    for (std::uint64_t i = 0; i < element.count && !rest.empty(); ++i)
        for (const PlyProperty &property : element.properties) {
            std::uint64_t count = 1;
            if (property.countBytes > 0 && !faults::takeNumber(rest, property.countBytes, count, isBigEndian))
                return;
            strips.start();
            std::uint64_t number = 0;
            for (; count > 0 && faults::takeNumber(rest, property.bytes, number, isBigEndian); --count) {
                if (!property.isListOfCorners())
                    continue;
                if (number < vertices)
                    strips.add(static_cast<std::uint32_t>(number));
                else
                    strips.start();
            }
        }
}

std::string valuesOf(const Triangles &triangles, std::string_view format)
{
    std::string values;
    for (const auto &corners : triangles) {
        if (format == "ascii") {
            std::format_to(std::back_inserter(values), "3 {} {} {}\n", corners[0], corners[1], corners[2]);
            continue;
        }
        values.push_back(3);
        for (const std::uint32_t corner : corners)
            for (unsigned byte = 0; byte < 4; ++byte)
                values.push_back(
                    static_cast<char>(corner >> (8 * (format == "binary_big_endian" ? 3 - byte : byte)) & 0xFFU));
    }
    return values;
}

/// Something stands before the vertices, or between them and the faces.
bool isInTheWay(const std::vector<PlyElement> &elements)
{
    const auto vertex = std::ranges::find(elements, "vertex", &PlyElement::name);
    const auto after = std::ranges::find_if_not(vertex, elements.end(), isShown);
    return vertex != elements.begin() || std::any_of(after, elements.end(), isShown);
}

/// Whether its faces have colours of their own: Assimp knows those of vertices.
bool hasPaintedFaces(const std::vector<PlyElement> &elements)
{
    constexpr std::array<std::string_view, 9> kColors = {"red", "green",       "blue",          "r",           "g",
                                                         "b",   "diffuse_red", "diffuse_green", "diffuse_blue"};
    return std::ranges::any_of(elements, [&](const PlyElement &element) {
        return element.name == "face" && element.count > 0 &&
               std::ranges::any_of(element.properties, [&](const PlyProperty &property) {
                   return std::ranges::contains(kColors, property.name);
               });
    });
}

/// But for those that name a texture: Assimp takes a comment that begins with a number, or with an element's name, for
/// an element.
std::string withoutComments(std::string_view header)
{
    std::string kept;
    for (std::string_view rest = header; !rest.empty();) {
        const std::string_view before = rest;
        std::string_view words = faults::takeLine(rest);
        if (faults::takeWord(words) != "comment" || faults::takeWord(words) == "TextureFile")
            kept += before.substr(0, before.size() - rest.size());
    }
    return kept;
}

Blob blobOf(const std::string &headers, std::string_view values)
{
    std::vector<std::byte> bytes;
    bytes.reserve(headers.size() + values.size());
    for (const auto part : {std::as_bytes(std::span(headers)), std::as_bytes(std::span(values))})
        bytes.insert(bytes.end(), part.begin(), part.end());
    return Blob::of(std::move(bytes));
}

} // namespace

Result<Blob> mendPly(const Blob &file, const std::string &name, Scene &scene)
{
    const PlyElements header = plyHeader(file.text());
    const auto isStrips = [](const PlyElement &element) { return element.name == kPlyStrips && element.count > 0; };
    const bool hasStrips = std::ranges::any_of(header.elements, isStrips);
    const bool hasFaces = std::ranges::any_of(
        header.elements, [](const PlyElement &element) { return element.name == "face" && element.count > 0; });
    if (hasStrips && hasFaces)
        scene.warn("strips of triangles beside faces are left out", name);
    if (hasPaintedFaces(header.elements))
        scene.warn("the colours of faces are left out", name);
    const bool areStripsShown = hasStrips && !hasFaces;
    if (!areStripsShown && !isInTheWay(header.elements)) {
        const std::string_view lines = file.text().substr(0, header.size);
        const std::string kept = withoutComments(lines);
        return kept == lines ? file : blobOf(kept, file.text().substr(header.size));
    }

    PlyElements found = plyElements(file.text());
    const auto others = std::ranges::stable_partition(
        found.elements, [](const PlyElement &element) { return element.name == "vertex"; });
    const std::uint64_t vertices = others.begin() == found.elements.begin() ? 0 : found.elements.front().count;
    std::string headers(found.start);
    std::string values;
    Strips strips;
    for (const PlyElement &element : found.elements)
        if (element.name == "vertex" || (element.name == "face" && !areStripsShown)) {
            headers += element.header;
            values += element.values;
            if (found.format == "ascii" && !values.empty() && !values.ends_with('\n')) // The file's last line.
                values += '\n';
        } else if (areStripsShown && isStrips(element)) {
            if (found.format == "ascii")
                readText(element, strips);
            else
                readBytes(element, found.format == "binary_big_endian", vertices, strips);
        }
    if (strips.triangles().size() > limits::kIndices / 3)
        return core::fail(core::ErrorCode::TooLarge,
                          "more than " + std::to_string(limits::kIndices) + " indices in all primitives together",
                          name);
    if (areStripsShown) {
        headers +=
            "element face " + std::to_string(strips.triangles().size()) + "\nproperty list uchar int vertex_indices\n";
        values += valuesOf(strips.triangles(), found.format);
    }
    headers += found.end;
    return blobOf(withoutComments(headers), values);
}

} // namespace vitrine::render
