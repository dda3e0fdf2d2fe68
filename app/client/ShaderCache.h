// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/RenderJob.h"

#include <QByteArrayList>
#include <QString>

#include <string>

namespace vitrine::app {

/// Where Quick 3D keeps the shaders that it generated for a model's pictures: one file, which it reads whole at the
/// start and writes whole as its scene goes, whether or not one is new. A megabyte takes 150 ms to write, and those of
/// all models are 20 MiB; without its own a picture takes up to half a second longer. So each model's lie by
/// themselves; the oldest models' go where they have become many. A list beside them says of which kinds of picture all
/// shaders are there, as long as the file is the one that was written then: the scene need not go for those.
class ShaderCache
{
public:
    /// Gives the application the name by which Quick 3D finds the folder. `models`: the model's path, or the list's.
    /// After QGuiApplication, before anything is drawn.
    explicit ShaderCache(const std::string &models);

    /// The file has all shaders of such a picture.
    [[nodiscard]] bool hasAll(const RenderJob &job) const;
    /// Notes that it has them: after the scene is gone. Where that cannot be written, the next picture writes all anew.
    void noteAll(const RenderJob &job);

private:
    QString m_folder;       ///< Empty where the system tells of no place for it.
    QByteArrayList m_kinds; ///< Whose shaders are all in the file.
};

} // namespace vitrine::app
