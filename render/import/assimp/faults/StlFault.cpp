// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/StlText.h"
#include "render/import/assimp/faults/FileFault.h"
#include "render/import/assimp/faults/Lines.h"

#include <array>
#include <cstdint>

namespace vitrine::render {
namespace {

using namespace faults;

std::optional<FileFault> binaryFault(std::string_view bytes)
{
    if (bytes.size() < kStlHeader)
        return FileFault{"the file ends within its header of 84 bytes", byte(bytes.size())};
    const std::uint64_t needed = stlBytes(bytes);
    if (needed > bytes.size())
        return FileFault{std::to_string((needed - kStlHeader) / kStlFacet) + " facets need " + std::to_string(needed) +
                             " bytes, the file has " + std::to_string(bytes.size()),
                         byte(kStlHeader - sizeof(std::uint32_t))};
    return std::nullopt;
}

/// The lines of a facet, one after the other.
constexpr std::array<std::string_view, 7> kFacetLines = {"facet",  "outer",   "vertex",  "vertex",
                                                         "vertex", "endloop", "endfacet"};

std::optional<FileFault> textFault(std::string_view text)
{
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
    std::size_t number = 1;
    std::size_t expected = 0;
    bool isEnded = false;
    for (std::string_view rest = text; !rest.empty(); ++number) {
        std::string_view words = takeLine(rest);
        const std::string_view written = takeWord(words);
        if (written.empty())
            continue;
        const std::string kind = inSmallLetters(written);
        isEnded = expected == 0 && kind == "endsolid";
        if (isEnded || (expected == 0 && kind == "solid"))
            continue;
        if (kind != kFacetLines[expected])
            return FileFault{quoted(written) + " where '" + std::string(kFacetLines[expected]) + "' must stand",
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
    return isStlText(text) ? textFault(text) : binaryFault(text);
}

} // namespace vitrine::render
