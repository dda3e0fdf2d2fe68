// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/assimp/AssimpImages.h"

struct aiMaterial;

namespace vitrine::render {

/// Appends one material of Assimp's to the scene. What is not shown of it is said in a warning.
[[nodiscard]] core::Status readAssimpMaterial(const aiMaterial &from, const ModelFormat &format, AssimpImages &images,
                                              Scene &scene);

/// Of a colour that was stored in a byte, as PLY and 3DS do: what the screen was sent, and not what it sent on.
[[nodiscard]] float linearOfSrgb(float encoded);

} // namespace vitrine::render
