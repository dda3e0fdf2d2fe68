// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"
#include "render/import/assimp/ModelFormat.h"

#include <map>
#include <string>

struct aiScene;

namespace vitrine::render {

/// The pictures that a model names: those within the file, and those beside it. Each is in the scene once.
class AssimpImages
{
public:
    /// `name` is the model's path below the folder of `files`.
    AssimpImages(const aiScene &from, const ModelFormat &format, const std::string &name, ModelFiles &files,
                 Scene &scene);

    /// An index of Scene::images; none, with a warning, if there is no picture that can be shown. In an OBJ a path that
    /// climbs out of the model's folder is an error. The other formats name files of their author's disk as a matter
    /// of course: there a picture of that name is looked for beside the model and in its folder "textures".
    [[nodiscard]] core::Result<std::int32_t> image(const std::string &written, const std::string &material);

private:
    core::Result<Blob> read(const std::string &written) const;
    core::Result<Blob> find(const std::string &path) const;

    const aiScene &m_from;
    const ModelFormat &m_format;
    std::string m_name;
    std::string m_folder;
    ModelFiles &m_files;
    Scene &m_scene;
    std::map<std::string, std::int32_t> m_known;
};

} // namespace vitrine::render
