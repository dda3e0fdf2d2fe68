// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"

namespace vitrine::render {

/// The text of the films beside the model `name` ("mug.shots" for "mug.glb"); empty where there is none. Fails with the
/// place at fault ("mug.shots:12:8") where it cannot be read, or names what the model does not have.
[[nodiscard]] core::Result<std::string> readShots(ModelFiles &files, const std::string &name, const Scene &scene);

} // namespace vitrine::render
