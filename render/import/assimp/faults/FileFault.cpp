// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/faults/FileFault.h"

#include "render/import/assimp/FbxRecords.h"
#include "render/import/assimp/faults/Lines.h"

namespace vitrine::render {
namespace {

/// FBX's reader is the one that knows its place: "(TOK_KEY, line 5, col 3)", "(offset 0x1b)".
std::optional<FileFault> placeSaid(const std::string &said)
{
    constexpr std::string_view kLine = "line ";
    constexpr std::string_view kOffset = "offset 0x";
    std::size_t number = 0;
    const std::string_view text(said);
    if (const std::size_t at = text.find(kLine); at != text.npos) {
        const char *from = text.data() + at + kLine.size();
        if (std::from_chars(from, text.data() + text.size(), number).ec == std::errc())
            return FileFault{wordsOfLibrary(said), faults::line(number)};
    }
    if (const std::size_t at = text.find(kOffset); at != text.npos) {
        const char *from = text.data() + at + kOffset.size();
        if (std::from_chars(from, text.data() + text.size(), number, 16).ec == std::errc())
            return FileFault{wordsOfLibrary(said), faults::byte(number)};
    }
    return std::nullopt;
}

std::optional<FileFault> fbxFault(std::string_view text, const std::string &said)
{
    if (auto fault = placeSaid(said))
        return fault;
    if (isFbxBinary(text)) {
        constexpr std::size_t kHeader = 27;
        if (text.size() < kHeader)
            return FileFault{"the file ends within its header", faults::byte(text.size())};
        return std::nullopt;
    }
    std::size_t number = 1;
    std::size_t opened = 0;
    int depth = 0;
    for (std::string_view rest = text; !rest.empty(); ++number) {
        const std::string_view line = faults::takeLine(rest);
        bool isQuoted = false;
        for (const char c : line.substr(0, line.starts_with(';') ? 0 : line.size())) {
            isQuoted = isQuoted != (c == '"');
            if (!isQuoted && c == '{' && depth++ == 0)
                opened = number;
            if (!isQuoted && c == '}' && depth-- == 0)
                return FileFault{"a '}' without its '{'", faults::line(number)};
        }
    }
    if (depth > 0)
        return FileFault{"the file ends within what begins in line " + std::to_string(opened),
                         faults::line(number - 1)};
    return std::nullopt;
}

} // namespace

std::string wordsOfLibrary(const std::string &said)
{
    return said.starts_with("the file breaks an assumption") ? said : "the library says: " + said;
}

std::optional<FileFault> findFault(const Blob &file, const ModelFormat &format, const std::string &said)
{
    const std::string_view text = file.text();
    switch (format.kind) {
    case FormatKind::Obj:
        return objFault(text);
    case FormatKind::Stl:
        return stlFault(text);
    case FormatKind::Ply:
        return plyFault(text);
    case FormatKind::Dae:
        return xmlFault(text);
    case FormatKind::Fbx:
        return fbxFault(text, said);
    case FormatKind::ThreeDs:
        return threeDsFault(text);
    }
    return std::nullopt;
}

} // namespace vitrine::render
