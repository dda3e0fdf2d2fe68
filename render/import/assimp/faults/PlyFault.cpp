// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/faults/FileFault.h"
#include "render/import/assimp/faults/Lines.h"

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

struct Property {
    std::size_t bytes = 0;
    std::size_t countBytes = 0; ///< Of a list.
    bool isWhole = true;        ///< No fractions.
};

struct Element {
    std::string name;
    std::uint64_t count = 0;
    std::vector<Property> properties;
};

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
        if (takeLine(m_rest) != "ply")
            return FileFault{"the file does not begin with 'ply'", line(1)};
        for (m_line = 2;; ++m_line) {
            if (m_rest.empty())
                return FileFault{"the file ends within its header", line(m_line - 1)};
            std::string_view words = takeLine(m_rest);
            const std::string_view kind = takeWord(words);
            if (kind == "end_header")
                break;
            if (std::string fault = headerFault(kind, words); !fault.empty())
                return FileFault{std::move(fault), line(m_line)};
        }
        return m_format == "ascii" ? textFault() : binaryFault();
    }

private:
    std::string headerFault(std::string_view kind, std::string_view words)
    {
        if (kind == "comment" || kind == "obj_info" || kind.empty())
            return {};
        if (kind == "format") {
            m_format = takeWord(words);
            const bool isKnown =
                m_format == "ascii" || m_format == "binary_little_endian" || m_format == "binary_big_endian";
            return isKnown ? "" : quoted(m_format) + " is not a format of PLY";
        }
        if (kind == "element") {
            Element &element = m_elements.emplace_back();
            element.name = takeWord(words);
            const std::string_view count = takeWord(words);
            return readWhole(count, element.count) ? "" : quoted(count) + " is no number of elements";
        }
        if (kind != "property")
            return quoted(kind) + " is not part of a header";
        return m_elements.empty() ? "a property without its element" : propertyFault(words);
    }

    std::string propertyFault(std::string_view words)
    {
        Property &property = m_elements.back().properties.emplace_back();
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
        return property.bytes == 0 ? quoted(type) + " is not a type of PLY" : "";
    }

    static std::string endsAt(const Element &element, std::uint64_t number)
    {
        return "the file ends at " + std::to_string(number) + " of " + std::to_string(element.count) + " elements '" +
               element.name + "'";
    }

    std::optional<FileFault> textFault()
    {
        for (const Element &element : m_elements)
            for (std::uint64_t i = 0; i < element.count; ++i) {
                ++m_line;
                if (m_rest.find_first_not_of(" \t\r\n") == m_rest.npos)
                    return FileFault{endsAt(element, i), line(m_line - 1)};
                std::string_view words = takeLine(m_rest);
                if (std::string fault = rowFault(element, words); !fault.empty())
                    return FileFault{std::move(fault), line(m_line)};
            }
        return std::nullopt;
    }

    std::string rowFault(const Element &element, std::string_view words) const
    {
        for (const Property &property : element.properties) {
            std::uint64_t count = 1;
            if (property.countBytes > 0 && !readWhole(takeWord(words), count))
                return "a list without the number of its values";
            if (count == 0 && isCorners(element, property))
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

    static bool isCorners(const Element &element, const Property &property)
    {
        return property.countBytes > 0 && property.isWhole && element.name == "face";
    }

    std::string beyond(const std::string &index) const
    {
        return "vertex " + index + ", counted from 0 there are " + std::to_string(vertices());
    }

    std::uint64_t vertices() const
    {
        const auto found = std::ranges::find(m_elements, "vertex", &Element::name);
        return found == m_elements.end() ? 0 : found->count;
    }

    std::optional<FileFault> binaryFault()
    {
        for (const Element &element : m_elements)
            for (std::uint64_t i = 0; i < element.count && !element.properties.empty(); ++i)
                for (const Property &property : element.properties) {
                    std::uint64_t count = 1;
                    if (property.countBytes > 0 && !take(property.countBytes, count))
                        return FileFault{endsAt(element, i), byte(m_text.size())};
                    if (count == 0 && isCorners(element, property))
                        return FileFault{kNoCorners, byte(m_text.size() - m_rest.size() - property.countBytes)};
                    if (count > m_rest.size() / property.bytes)
                        return FileFault{endsAt(element, i), byte(m_text.size())};
                    if (!isCorners(element, property)) {
                        m_rest.remove_prefix(count * property.bytes);
                        continue;
                    }
                    for (std::uint64_t index = 0; count > 0; --count) {
                        const std::size_t at = m_text.size() - m_rest.size();
                        if (take(property.bytes, index) && index >= vertices())
                            return FileFault{beyond(std::to_string(index)), byte(at)};
                    }
                }
        return std::nullopt;
    }

    bool take(std::size_t size, std::uint64_t &into)
    {
        if (m_rest.size() < size)
            return false;
        into = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const std::size_t from = m_format == "binary_big_endian" ? i : size - 1 - i;
            into = into << 8U | static_cast<unsigned char>(m_rest[from]);
        }
        m_rest.remove_prefix(size);
        return true;
    }

    std::string_view m_text;
    std::string_view m_rest;
    std::string_view m_format;
    std::vector<Element> m_elements;
    std::size_t m_line = 1;
};

} // namespace

std::optional<FileFault> plyFault(std::string_view text) { return Reader(text).read(); }

} // namespace vitrine::render
