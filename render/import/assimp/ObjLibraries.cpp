// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/ObjLibraries.h"

#include "render/import/assimp/faults/Lines.h"

#include <algorithm>

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

constexpr std::string_view kBlank = " \t\r";

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

/// What stands in the line after this word; empty if it starts with another.
std::string_view namesAfter(std::string_view word, std::string_view line)
{
    if (!line.starts_with(word) || line.size() == word.size() || !kBlank.contains(line[word.size()]))
        return {};
    return trimmed(line.substr(word.size()));
}

/// Where the first of several names ends, which is no other place than after its suffix: names may have blanks.
std::size_t endOfFirst(std::string_view names)
{
    constexpr std::string_view kSuffix = ".mtl";
    for (std::size_t end = kSuffix.size(); end < names.size(); ++end)
        if (kBlank.contains(names[end]) &&
            faults::inSmallLetters(names.substr(end - kSuffix.size(), kSuffix.size())) == kSuffix)
            return end;
    return names.size();
}

std::string withSlashes(std::string_view path) // Written on Windows, it may have the others.
{
    std::string written(path);
    std::ranges::replace(written, '\\', '/');
    return written;
}

/// As written on the disk of whoever made the file: "C:\work\box.mtl", "/home/ruma/box.mtl".
bool isOnItsAuthorsDisk(std::string_view path) { return path.starts_with('/') || path.contains(':'); }

} // namespace

Status refuseClimbing(std::string_view path, const std::string &where)
{
    for (std::size_t start = 0; start <= path.size();) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        if (path.substr(start, end - start) == "..")
            return fail(ErrorCode::PermissionDenied,
                        "the path climbs out of the model's folder: '" + std::string(path.substr(0, 200)) + "'", where);
        start = end + 1;
    }
    return {};
}

ObjLibraries::ObjLibraries(const std::string &name, ModelFiles &files, Scene &scene)
    : m_name(name)
    , m_files(files)
    , m_scene(scene)
    , m_folder(name.substr(0, name.rfind('/') + 1))
{
}

Result<std::string> ObjLibraries::check(std::string_view line, std::size_t number)
{
    const std::string_view names = namesAfter("mtllib", line);
    std::string instead;
    for (const std::string_view name : librariesIn(names)) {
        const std::string library = withSlashes(name);
        if (m_seen.insert(library).second)
            VITRINE_CHECK(checkLibrary(library, m_name + ": line " + std::to_string(number)));
        if (name.size() < names.size())
            instead.append(instead.empty() ? "" : "\n").append("mtllib ").append(name);
    }
    return instead;
}

std::vector<std::string_view> ObjLibraries::librariesIn(std::string_view names)
{
    std::vector<std::string_view> libraries;
    const bool areSeveral = endOfFirst(names) < names.size();
    if (areSeveral && m_files.read(m_folder + withSlashes(names)))
        return {names};
    // What follows may be a comment, which a single name may not have: '#' is a character of names as well.
    while (!names.empty() && !(areSeveral && names.starts_with('#'))) {
        const std::size_t end = endOfFirst(names);
        libraries.push_back(names.substr(0, end));
        names = trimmed(names.substr(end));
    }
    return libraries;
}

void ObjLibraries::use(std::string_view line, std::size_t number)
{
    const std::string_view name = namesAfter("usemtl", line);
    if (!name.empty() && m_usedNames.insert(name).second)
        m_used.push_back({name, number});
}

void ObjLibraries::warnOfUnknown()
{
    for (const auto &[name, number] : m_used)
        if (!m_isAnyMissing && !m_materials.contains(name))
            m_scene.warn("the material '" + std::string(name.substr(0, 200)) + "' is in no library",
                         m_name + ": " + faults::line(number));
}

void ObjLibraries::readLibrary(std::string_view library, const std::string &name)
{
    const char newline = faults::newlineOf(library);
    for (std::size_t number = 1; !library.empty(); ++number) {
        const std::size_t end = std::min(library.find(newline), library.size());
        const std::string_view line = trimmed(library.substr(0, end));
        library.remove_prefix(std::min(end + 1, library.size()));
        if (const std::string_view material = namesAfter("newmtl", line); !material.empty())
            m_materials.emplace(material);
        if (line.starts_with("map_"))
            warnOfOptions(line, name + ": " + faults::line(number));
    }
}

void ObjLibraries::warnOfOptions(std::string_view words, const std::string &where)
{
    // What Assimp takes no notice of: a picture's place and size, and whether it is repeated.
    for (std::string_view word = faults::takeWord(words); !word.empty(); word = faults::takeWord(words))
        if (word == "-s" || word == "-o" || word == "-t" || word == "-clamp")
            m_scene.warn("the picture's option '" + std::string(word) + "' is not applied", where);
}

Status ObjLibraries::checkLibrary(const std::string &library, const std::string &where)
{
    VITRINE_CHECK(refuseClimbing(library, where));
    const bool isFarAway = isOnItsAuthorsDisk(library);
    const auto blob = m_files.read(isFarAway ? library : m_folder + library);
    if (blob) {
        readLibrary(blob->text(), library);
        return {};
    }
    const std::string why = blob.error().detail + ": '" + library.substr(0, 200) + "'";
    if (blob.error().code == ErrorCode::PermissionDenied && !isFarAway)
        return fail(ErrorCode::PermissionDenied, why, where);
    m_isAnyMissing = true;
    m_scene.warn("the material library is left out: " + why, where);
    return {};
}

} // namespace vitrine::render
