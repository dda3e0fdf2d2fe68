// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/StlText.h"

#include "render/import/assimp/faults/Lines.h"

#include <algorithm>
#include <cstring>

namespace vitrine::render {
namespace {

/// From the first word on.
std::string_view withoutStart(std::string_view file)
{
    if (file.starts_with(faults::kByteOrderMark))
        file.remove_prefix(faults::kByteOrderMark.size());
    file.remove_prefix(std::min(file.find_first_not_of(" \t\r\n"), file.size()));
    return file;
}

/// Words are written small; names stay, and so do numbers' letters.
Blob withSmallWords(const Blob &file)
{
    const std::string_view text = file.text();
    std::vector<std::byte> written;
    for (std::string_view rest = text; !rest.empty();) {
        std::string_view line = faults::takeLine(rest);
        const std::string_view whole = line;
        const std::string_view word = faults::takeWord(line);
        if (std::ranges::none_of(word, faults::isCapital))
            continue;
        if (written.empty())
            written.assign(file.bytes.begin(), file.bytes.end());
        const bool isNamed = faults::inSmallLetters(word).ends_with("solid");
        const auto from = static_cast<std::size_t>(word.data() - text.data());
        const std::size_t size =
            isNamed ? word.size() : whole.size() - static_cast<std::size_t>(word.data() - whole.data());
        const std::string small = faults::inSmallLetters(text.substr(from, size));
        std::memcpy(written.data() + from, small.data(), small.size());
    }
    return written.empty() ? file : Blob::of(std::move(written));
}

/// Facets by the convention of Materialise Magics, whose header says the object's colour: bit 15 of what follows a
/// facet is set where it has that colour. Assimp takes it as VisCAM does, for its own. Where nothing follows any facet,
/// the file says nothing of them: that is the object's colour too, and not black.
Blob withOwnColors(const Blob &file)
{
    constexpr std::size_t kText = kStlHeader - sizeof(std::uint32_t);
    constexpr std::size_t kAfter = kStlFacet - sizeof(std::uint16_t);
    const std::string_view bytes = file.text();
    if (!bytes.substr(0, kText).contains("COLOR="))
        return file;
    bool saysAny = false;
    std::vector<std::byte> written(file.bytes.begin(), file.bytes.end());
    for (std::size_t at = kStlHeader + kAfter; at + 1 < written.size(); at += kStlFacet) {
        saysAny = saysAny || written[at] != std::byte{0} || written[at + 1] != std::byte{0};
        written[at + 1] ^= std::byte{0x80};
    }
    return saysAny ? Blob::of(std::move(written)) : file;
}

} // namespace

bool isStlText(std::string_view file)
{
    constexpr std::size_t kLooked = 512;
    const std::string_view text = withoutStart(file);
    return faults::inSmallLetters(text.substr(0, 5)) == "solid" && !text.substr(0, kLooked).contains('\0');
}

std::uint64_t stlBytes(std::string_view file)
{
    std::uint32_t facets = 0;
    if (file.size() >= kStlHeader)
        std::memcpy(&facets, file.data() + kStlHeader - sizeof facets, sizeof facets);
    return kStlHeader + std::uint64_t{facets} * kStlFacet;
}

Blob mendStl(const Blob &file, const std::string &name, Scene &scene)
{
    const std::string_view bytes = file.text();
    if (isStlText(bytes)) {
        const std::size_t size = withoutStart(bytes).size();
        return withSmallWords(file.part(bytes.size() - size, size));
    }
    const std::uint64_t end = stlBytes(bytes);
    if (end >= bytes.size())
        return withOwnColors(file);
    const std::uint64_t more = bytes.size() - end;
    scene.warn(more == 1 ? "1 byte after the end was skipped"
                         : std::to_string(more) + " bytes after the end were skipped",
               name + ": " + faults::byte(end));
    return withOwnColors(file.part(0, end));
}

} // namespace vitrine::render
