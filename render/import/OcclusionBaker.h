// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"
#include "render/import/geometry/MeshBuilder.h"

#include <span>
#include <utility>
#include <vector>

namespace vitrine::render {

/// Fills in how much light reaches the vertices of built meshes (render/light/Occlusion.h).
class OcclusionBaker
{
public:
    /// `world` has a matrix for each node of the scene. Both must outlive the baker.
    OcclusionBaker(const Scene &scene, std::span<const Matrix4> world)
        : m_scene(scene)
        , m_world(world)
    {
    }

    /// `built` are meshes of the scene, by number; what their submeshes name are `materials`.
    [[nodiscard]] core::Status bake(std::vector<std::pair<std::size_t, BuiltMesh>> &built,
                                    std::span<const SceneMaterial> materials, bool isQuick,
                                    std::span<const GroundLight> lights) const;

private:
    /// For each node the one that it moves with; 0 is the product itself.
    std::vector<std::int32_t> bodies() const;

    const Scene &m_scene;
    std::span<const Matrix4> m_world;
};

} // namespace vitrine::render
