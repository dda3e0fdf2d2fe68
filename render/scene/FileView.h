// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/Package.h"

#include <QQuaternion>
#include <QVector3D>

namespace vitrine::render {

/// How a camera of the file looks, by the stage's one kind of lens.
struct FileView {
    QVector3D position; ///< Metres, in the package's world.
    QQuaternion rotation;
    float fieldOfView = 0; ///< Degrees, vertical.
};

/// `middle`, in metres, is what is looked at: an orthographic camera shows it from so far away that its rays are as
/// good as parallel.
[[nodiscard]] FileView viewOf(const CameraRecord &camera, const QVector3D &middle);

} // namespace vitrine::render
