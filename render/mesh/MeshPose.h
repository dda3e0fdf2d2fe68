// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/mesh/MeshCoding.h"
#include "render/mesh/MorphCoding.h"

namespace vitrine::render {

/// A mesh that bends: with the joints of a skin, towards morph targets, or both. It keeps what it needs of the decoded
/// mesh. Immutable: any thread.
class MeshPose
{
public:
    /// `joints` are those of the skin at rest, joint to mesh: the inverse of where the node stands × where the joint
    /// stands × its inverse bind matrix; empty for a mesh without a skin. Vertices whose joints have no size at rest
    /// stay where they are. Fails as decodeMorphTarget() does.
    [[nodiscard]] static core::Result<MeshPose> make(const Package &package, std::size_t mesh,
                                                     const DecodedMesh &decoded, std::span<const Matrix4> joints);

    /// Writes positions, normals and tangents into `vertices`, a copy of the decoded ones; the rest stays as it is
    /// there. `weights` has one for each morph target, `joints` as many as make() was given. Returns the bounds.
    Bounds apply(std::span<const float> weights, std::span<const Matrix4> joints, std::span<std::byte> vertices) const;

private:
    /// A vertex as it was bound, and how its joints move it.
    struct Vertex {
        Vector3 position;
        Vector3 normal;
        Vector4 tangent;
        std::array<std::uint16_t, 4> joints;
        Vector4 weights; ///< Sum to 1; all 0: moved by none.
    };
    struct Target {
        float weight;
        std::vector<MorphMove> moves;
    };

    MeshPose() = default;
    void readInfluences(const MeshRecord &record, const DecodedMesh &decoded, std::size_t jointCount);
    void unbend(std::span<const Matrix4> joints);

    std::vector<Vertex> m_vertices;
    std::vector<Target> m_targets;
    std::size_t m_stride = 0;
    std::size_t m_normalAt = 0;
    std::size_t m_tangentAt = 0; ///< 0: none
    std::size_t m_binormalAt = 0;
    bool m_isSkinned = false;
};

} // namespace vitrine::render
