// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/faults/FileFault.h"
#include "render/import/assimp/faults/Lines.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace vitrine::render {
namespace {

using namespace faults;

constexpr std::size_t kHeader = 84;
constexpr std::size_t kFacet = 50;

std::optional<FileFault> binaryFault(std::string_view bytes)
{
    if (bytes.size() < kHeader)
        return FileFault{"the file ends within its header of 84 bytes", byte(bytes.size())};
    std::uint32_t facets = 0;
    std::memcpy(&facets, bytes.data() + kHeader - sizeof facets, sizeof facets);
    const std::uint64_t needed = kHeader + std::uint64_t{facets} * kFacet;
    if (needed > bytes.size())
        return FileFault{std::to_string(facets) + " facets need " + std::to_string(needed) + " bytes, the file has " +
                             std::to_string(bytes.size()),
                         byte(kHeader - sizeof facets)};
    return std::nullopt;
}

/// The lines of a facet, one after the other.
constexpr std::array<std::string_view, 7> kFacetLines = {"facet",  "outer",   "vertex",  "vertex",
                                                         "vertex", "endloop", "endfacet"};

std::optional<FileFault> textFault(std::string_view text)
{
    std::size_t number = 1;
    std::size_t expected = 0;
    bool isEnded = false;
    for (std::string_view rest = text; !rest.empty(); ++number) {
        std::string_view words = takeLine(rest);
        const std::string_view kind = takeWord(words);
        if (kind.empty())
            continue;
        isEnded = expected == 0 && kind == "endsolid";
        if (isEnded || (expected == 0 && kind == "solid"))
            continue;
        if (kind != kFacetLines[expected])
            return FileFault{quoted(kind) + " where '" + std::string(kFacetLines[expected]) + "' must stand",
                             line(number)};
        for (int i = 0; kind == "vertex" && i < 3; ++i)
            if (const std::string_view word = takeWord(words); !isNumber(word))
                return FileFault{quoted(word) + " is no number", line(number)};
        expected = (expected + 1) % kFacetLines.size();
    }
    if (expected != 0)
        return FileFault{"the file ends within a facet", line(number - 1)};
    if (!isEnded)
        return FileFault{"the file ends within its solid", line(number - 1)};
    return std::nullopt;
}

} // namespace

std::optional<FileFault> stlFault(std::string_view text)
{
    // Some that are bytes begin with the word as well.
    const bool isText = text.starts_with("solid") && !text.substr(0, 512).contains('\0');
    return isText ? textFault(text) : binaryFault(text);
}

} // namespace vitrine::render
