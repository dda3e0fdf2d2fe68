// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/Package.h"

#include <vector>

namespace vitrine::render {

/// What a material reads of the colours of the vertices that it is on.
struct VertexColors {
    bool hasColor = false;     ///< Red, green and blue are multiplied with its own; else they are no colours.
    bool hasOcclusion = false; ///< Alpha is how much of the light all around reaches it.

    bool operator==(const VertexColors &) const = default;
};

/// For each material, by the meshes that it is on under any variant.
[[nodiscard]] std::vector<VertexColors> vertexColorsOf(const Package &package);

} // namespace vitrine::render
