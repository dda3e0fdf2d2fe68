// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/gltf/Document.h"

namespace vitrine::render::gltf {

/// Reads all materials with their extensions, and the images that they use, into the document's scene.
[[nodiscard]] core::Status readMaterials(Document &document);

} // namespace vitrine::render::gltf
