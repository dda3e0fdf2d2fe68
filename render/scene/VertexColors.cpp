// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/VertexColors.h"

namespace vitrine::render {

std::vector<VertexColors> vertexColorsOf(const Package &package)
{
    std::vector<VertexColors> read(package.materials().size());
    for (const MeshRecord &mesh : package.meshes()) {
        const bool hasColor = hasAttribute(mesh, VertexSemantic::Color);
        const bool hasOcclusion = hasAttribute(mesh, VertexSemantic::Occlusion);
        for (std::size_t submesh = mesh.firstSubmesh; submesh < mesh.firstSubmesh + mesh.submeshCount; ++submesh)
            for (std::int32_t variant = kNone; variant < static_cast<std::int32_t>(package.variants().size());
                 ++variant) {
                VertexColors &one = read[static_cast<std::size_t>(package.materialOf(submesh, variant))];
                one.hasColor = one.hasColor || hasColor;
                one.hasOcclusion = one.hasOcclusion || hasOcclusion;
            }
    }
    return read;
}

} // namespace vitrine::render
