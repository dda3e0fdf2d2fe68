// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/ObjLibraries.h"

#include <algorithm>
#include <cstring>
#include <set>

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::fail;
using core::Status;

constexpr std::string_view kBlank = " \t\r";

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

/// The name that the line gives to a library; empty if it gives none. All that is left of the line, as Assimp reads it.
std::string_view libraryIn(std::string_view line)
{
    constexpr std::string_view kWord = "mtllib";
    line = trimmed(line);
    if (!line.starts_with(kWord) || line.size() == kWord.size() || !kBlank.contains(line[kWord.size()]))
        return {};
    return trimmed(line.substr(kWord.size()));
}

/// As written on the disk of whoever made the file: "C:\work\box.mtl", "/home/ruma/box.mtl".
bool isOnItsAuthorsDisk(std::string_view path) { return path.starts_with('/') || path.contains(':'); }

Status checkLibrary(const std::string &library, const std::string &where, const std::string &folder, ModelFiles &files,
                    Scene &scene)
{
    VITRINE_CHECK(refuseClimbing(library, where));
    const bool isFarAway = isOnItsAuthorsDisk(library);
    const auto blob = files.read(isFarAway ? library : folder + library);
    if (blob)
        return {};
    const std::string why = blob.error().detail + ": '" + library.substr(0, 200) + "'";
    if (blob.error().code == ErrorCode::PermissionDenied && !isFarAway)
        return fail(ErrorCode::PermissionDenied, why, where);
    scene.warn("the material library is left out: " + why, where);
    return {};
}

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

Status checkObjLibraries(const Blob &file, const std::string &name, ModelFiles &files, Scene &scene)
{
    const std::string_view text = file.text();
    const std::string folder = name.substr(0, name.rfind('/') + 1);
    std::set<std::string> seen;
    std::size_t number = 1;
    for (std::size_t start = 0; start < text.size(); ++number) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        std::string library(libraryIn(text.substr(start, end - start)));
        std::ranges::replace(library, '\\', '/'); // As written on Windows.
        if (!library.empty() && seen.insert(library).second)
            VITRINE_CHECK(checkLibrary(library, name + ": line " + std::to_string(number), folder, files, scene));
        start = end + 1;
    }
    return {};
}

} // namespace vitrine::render
