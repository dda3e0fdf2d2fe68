// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"

#include <set>

namespace vitrine::render {

/// Looks at the material libraries that an OBJ names (`mtllib`), of which Assimp leaves out without a word what it
/// cannot open. One that climbs out of the model's folder is an error, as in glTF; one that is missing, or that lies on
/// its author's disk, a warning; so is a material (`usemtl`) that none of them has. Each names the file and the line.
class ObjLibraries
{
public:
    /// `name` is the OBJ's path below the folder of `files`. All three must outlive this.
    ObjLibraries(const std::string &name, ModelFiles &files, Scene &scene);

    /// `line` is any line of the OBJ. Assimp takes what follows `mtllib` for one name, since names may have blanks;
    /// where they are several, returns lines of one each to stand in its place. Else returns nothing.
    [[nodiscard]] core::Result<std::string> check(std::string_view line, std::size_t number);

    /// The same for a line `usemtl`, of which this keeps a view.
    void use(std::string_view line, std::size_t number);

    /// To be called after all lines: libraries may stand below what uses them. Says nothing where a library could not
    /// be read, which was said.
    void warnOfUnknown();

private:
    struct Used {
        std::string_view name;
        std::size_t number;
    };

    std::vector<std::string_view> librariesIn(std::string_view names);
    void readLibrary(std::string_view library, const std::string &name);
    void warnOfOptions(std::string_view words, const std::string &where);
    core::Status checkLibrary(const std::string &library, const std::string &where);

    const std::string &m_name;
    ModelFiles &m_files;
    Scene &m_scene;
    std::string m_folder; ///< Of the OBJ, with a slash at its end.
    std::set<std::string> m_seen;
    std::set<std::string, std::less<>> m_materials; ///< Of all libraries.
    bool m_isAnyMissing = false;
    std::vector<Used> m_used; ///< Each material at its first line.
    std::set<std::string_view> m_usedNames;
};

/// The same for any file that an OBJ or its libraries name: refuses a path that climbs out of the model's folder.
[[nodiscard]] core::Status refuseClimbing(std::string_view path, const std::string &where);

} // namespace vitrine::render
