// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/Package.h"
#include "render/scene/ScenePose.h"

#include <QMatrix4x4>
#include <QVector3D>

#include <cstring>
#include <vector>

namespace vitrine::render {

/// Where the scene's own origin lies in the package's world, in metres: nowhere else than there, unless the product is
/// so far away that single precision would move its corners; then in its middle.
[[nodiscard]] QVector3D sceneOrigin(const Package &package);

/// The same of a mesh in its own space: what its vertices must lose to be exact on the GPU.
[[nodiscard]] QVector3D meshOrigin(const MeshRecord &mesh);

/// Node to scene of every node of a package, as they stand in `pose`.
[[nodiscard]] std::vector<QMatrix4x4> worldTransforms(const Package &package, const ScenePose &pose);
/// The same at rest.
[[nodiscard]] std::vector<QMatrix4x4> worldTransforms(const Package &package);

/// Reads positions and corners of one mesh where they lie.
class MeshReader
{
public:
    MeshReader(const Package &package, const MeshRecord &mesh);

    std::size_t vertexCount() const { return m_mesh.vertexCount; }
    std::size_t indexCount() const { return m_mesh.indexCount; }
    QVector3D position(std::size_t vertex) const
    {
        float xyz[3];
        std::memcpy(xyz, m_vertices.data() + vertex * m_mesh.vertexStride + m_positionOffset, sizeof xyz);
        return {xyz[0], xyz[1], xyz[2]};
    }
    std::size_t index(std::size_t corner) const
    {
        if (m_mesh.indexType == IndexType::U16) {
            std::uint16_t value = 0;
            std::memcpy(&value, m_indices.data() + corner * sizeof value, sizeof value);
            return value;
        }
        std::uint32_t value = 0;
        std::memcpy(&value, m_indices.data() + corner * sizeof value, sizeof value);
        return value;
    }

private:
    const MeshRecord &m_mesh;
    std::span<const std::byte> m_vertices;
    std::span<const std::byte> m_indices;
    std::size_t m_positionOffset = 0;
};

} // namespace vitrine::render
