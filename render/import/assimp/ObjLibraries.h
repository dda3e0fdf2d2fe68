// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"

#include <set>

namespace vitrine::render {

/// Looks at the material libraries that an OBJ names (`mtllib`), of which Assimp leaves out without a word what it
/// cannot open. One that climbs out of the model's folder is an error, as in glTF; one that is missing, or that lies on
/// its author's disk, a warning. Each names the file and the line.
class ObjLibraries
{
public:
    /// `name` is the OBJ's path below the folder of `files`. All three must outlive this.
    ObjLibraries(const std::string &name, ModelFiles &files, Scene &scene);

    /// `line` is any line of the OBJ. Assimp takes what follows `mtllib` for one name, since names may have blanks;
    /// where they are several, returns lines of one each to stand in its place. Else returns nothing.
    [[nodiscard]] core::Result<std::string> check(std::string_view line, std::size_t number);

private:
    std::vector<std::string_view> librariesIn(std::string_view names);
    void warnOfOptions(std::string_view library, const std::string &name);
    core::Status checkLibrary(const std::string &library, const std::string &where);

    const std::string &m_name;
    ModelFiles &m_files;
    Scene &m_scene;
    std::string m_folder; ///< Of the OBJ, with a slash at its end.
    std::set<std::string> m_seen;
};

/// The same for any file that an OBJ or its libraries name: refuses a path that climbs out of the model's folder.
[[nodiscard]] core::Status refuseClimbing(std::string_view path, const std::string &where);

} // namespace vitrine::render
