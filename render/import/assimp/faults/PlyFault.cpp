// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/faults/FileFault.h"
#include "render/import/assimp/faults/Lines.h"
#include "render/import/assimp/faults/PlyElements.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace vitrine::render {
namespace {

using namespace faults;

constexpr std::array<std::pair<std::string_view, std::size_t>, 16> kTypes = {{{"char", 1},
                                                                              {"uchar", 1},
                                                                              {"int8", 1},
                                                                              {"uint8", 1},
                                                                              {"short", 2},
                                                                              {"ushort", 2},
                                                                              {"int16", 2},
                                                                              {"uint16", 2},
                                                                              {"int", 4},
                                                                              {"uint", 4},
                                                                              {"int32", 4},
                                                                              {"uint32", 4},
                                                                              {"float", 4},
                                                                              {"float32", 4},
                                                                              {"double", 8},
                                                                              {"float64", 8}}};

/// Assimp crashes at one.
constexpr const char *kNoCorners = "a face without corners";

/// 0: there is no such type.
std::size_t sizeOf(std::string_view type)
{
    const auto found = std::ranges::find(kTypes, type, &std::pair<std::string_view, std::size_t>::first);
    return found == kTypes.end() ? 0 : found->second;
}

class Reader
{
public:
    explicit Reader(std::string_view text)
        : m_text(text)
        , m_rest(text)
    {
    }

    std::optional<FileFault> read()
    {
        if (auto fault = readHeader())
            return fault;
        return m_found.format == "ascii" ? textFault() : binaryFault();
    }

    std::optional<FileFault> readHeader()
    {
        if (takeLine(m_rest) != "ply")
            return FileFault{"the file does not begin with 'ply'", line(1)};
        for (m_line = 2;; ++m_line) {
            if (m_rest.empty())
                return FileFault{"the file ends within its header", line(m_line - 1)};
            const std::size_t start = at();
            std::string_view words = takeLine(m_rest);
            const std::string_view kind = takeWord(words);
            const std::string_view whole = m_text.substr(start, at() - start);
            if (kind == "end_header") {
                m_found.end = whole;
                m_found.size = at();
                if (std::string fault = emptyFault(); !fault.empty())
                    return FileFault{std::move(fault), line(m_line)};
                return std::nullopt;
            }
            if (std::string fault = headerFault(kind, words); !fault.empty())
                return FileFault{std::move(fault), line(m_line)};
            if (m_found.elements.empty())
                m_found.start = m_text.substr(0, at());
            else
                extend(m_found.elements.back().header, start);
        }
    }

    PlyElements found() && { return std::move(m_found); }

private:
    std::size_t at() const { return m_text.size() - m_rest.size(); }

    /// Up to what has been read, from `start` on if it is empty.
    void extend(std::string_view &part, std::size_t start) const
    {
        const std::size_t from = part.empty() ? start : static_cast<std::size_t>(part.data() - m_text.data());
        part = m_text.substr(from, at() - from);
    }

    std::string headerFault(std::string_view kind, std::string_view words)
    {
        if (kind == "comment" || kind == "obj_info" || kind.empty())
            return {};
        if (kind == "format") {
            m_found.format = takeWord(words);
            const bool isKnown = m_found.format == "ascii" || m_found.format == "binary_little_endian" ||
                                 m_found.format == "binary_big_endian";
            return isKnown ? "" : quoted(m_found.format) + " is not a format of PLY";
        }
        if (kind == "element") {
            if (std::string fault = emptyFault(); !fault.empty())
                return fault;
            PlyElement &element = m_found.elements.emplace_back();
            element.name = takeWord(words);
            const std::string_view count = takeWord(words);
            return readWhole(count, element.count) ? "" : quoted(count) + " is no number of elements";
        }
        if (kind != "property")
            return quoted(kind) + " is not part of a header";
        return m_found.elements.empty() ? "a property without its element" : propertyFault(words);
    }

    /// Of the element that the header is done with. There can be any number of nothing, and Assimp would count it.
    std::string emptyFault() const
    {
        const bool isEmpty = !m_found.elements.empty() && m_found.elements.back().count > 0 &&
                             m_found.elements.back().properties.empty();
        return isEmpty ? "the elements " + faults::quoted(m_found.elements.back().name) + " have no properties" : "";
    }

    std::string propertyFault(std::string_view words)
    {
        PlyProperty &property = m_found.elements.back().properties.emplace_back();
        std::string_view type = takeWord(words);
        if (type == "list") {
            type = takeWord(words);
            property.countBytes = sizeOf(type);
            if (property.countBytes == 0)
                return quoted(type) + " is not a type of PLY";
            type = takeWord(words);
        }
        property.bytes = sizeOf(type);
        property.isWhole = !type.starts_with("float") && !type.starts_with("double");
        property.name = takeWord(words);
        return property.bytes == 0 ? quoted(type) + " is not a type of PLY" : "";
    }

    static std::string endsAt(const PlyElement &element, std::uint64_t number)
    {
        return "the file ends at " + std::to_string(number) + " of " + std::to_string(element.count) + " elements '" +
               element.name + "'";
    }

    std::optional<FileFault> textFault()
    {
        for (PlyElement &element : m_found.elements) {
            const std::size_t start = at();
            for (std::uint64_t i = 0; i < element.count; ++i) {
                ++m_line;
                if (m_rest.find_first_not_of(" \t\r\n") == m_rest.npos)
                    return FileFault{endsAt(element, i), line(m_line - 1)};
                std::string_view words = takeLine(m_rest);
                if (std::string fault = rowFault(element, words); !fault.empty())
                    return FileFault{std::move(fault), line(m_line)};
            }
            element.values = m_text.substr(start, at() - start);
        }
        return std::nullopt;
    }

    std::string rowFault(const PlyElement &element, std::string_view words) const
    {
        for (const PlyProperty &property : element.properties) {
            std::uint64_t count = 1;
            if (property.countBytes > 0 && !readWhole(takeWord(words), count))
                return "a list without the number of its values";
            if (count == 0 && isFace(element, property))
                return kNoCorners;
            for (std::uint64_t i = 0; i < count; ++i) {
                const std::string_view word = takeWord(words);
                if (!isNumber(word))
                    return word.empty() ? "too few numbers" : quoted(word) + " is no number";
                std::uint64_t index = 0;
                if (isCorners(element, property) && readWhole(word, index) && index >= vertices())
                    return beyond(std::to_string(index));
            }
        }
        return {};
    }

    static bool isFace(const PlyElement &element, const PlyProperty &property)
    {
        return property.isListOfCorners() && element.name == "face";
    }

    static bool isCorners(const PlyElement &element, const PlyProperty &property)
    {
        return property.isListOfCorners() && (element.name == "face" || element.name == kPlyStrips);
    }

    std::string beyond(const std::string &index) const
    {
        return "vertex " + index + ", counted from 0 there are " + std::to_string(vertices());
    }

    std::uint64_t vertices() const
    {
        const auto found = std::ranges::find(m_found.elements, "vertex", &PlyElement::name);
        return found == m_found.elements.end() ? 0 : found->count;
    }

    std::optional<FileFault> binaryFault()
    {
        for (PlyElement &element : m_found.elements) {
            const std::size_t start = at();
            for (std::uint64_t i = 0; i < element.count; ++i)
                for (const PlyProperty &property : element.properties) {
                    std::uint64_t count = 1;
                    if (property.countBytes > 0 && !take(property.countBytes, count))
                        return FileFault{endsAt(element, i), byte(m_text.size())};
                    if (count == 0 && isFace(element, property))
                        return FileFault{kNoCorners, byte(at() - property.countBytes)};
                    if (count > m_rest.size() / property.bytes)
                        return FileFault{endsAt(element, i), byte(m_text.size())};
                    if (!isCorners(element, property)) {
                        m_rest.remove_prefix(count * property.bytes);
                        continue;
                    }
                    for (std::uint64_t index = 0; count > 0; --count) {
                        const std::size_t from = at();
                        const bool hasEnds = element.name == kPlyStrips;
                        if (take(property.bytes, index) && index >= vertices() &&
                            !(hasEnds && index == plyStripEnd(property.bytes)))
                            return FileFault{beyond(std::to_string(index)), byte(from)};
                    }
                }
            element.values = m_text.substr(start, at() - start);
        }
        return std::nullopt;
    }

    bool take(std::size_t size, std::uint64_t &into)
    {
        return takeNumber(m_rest, size, into, m_found.format == "binary_big_endian");
    }

    std::string_view m_text;
    std::string_view m_rest;
    PlyElements m_found;
    std::size_t m_line = 1;
};

} // namespace

std::optional<FileFault> plyFault(std::string_view text) { return Reader(text).read(); }

PlyElements plyHeader(std::string_view text)
{
    Reader reader(text);
    (void)reader.readHeader();
    return std::move(reader).found();
}

PlyElements plyElements(std::string_view text)
{
    Reader reader(text);
    (void)reader.read();
    return std::move(reader).found();
}

} // namespace vitrine::render
