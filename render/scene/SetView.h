// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/mesh/MeshCoding.h"
#include "render/package/Package.h"
#include "render/studio/Environment.h"

#include <array>
#include <span>
#include <vector>

namespace vitrine::render {

/// A triangle of a package where it stands at rest, in metres of the scene.
struct PlacedTriangle {
    std::array<Float3, 3> corners;
    std::uint32_t mesh = 0;
    std::uint32_t submesh = 0;             ///< Of the package.
    std::array<std::uint32_t, 3> vertices; ///< Of the mesh.
};

/// A set as it is seen all around from an open place in it: where the reflections in it are taken from. Drawn by the
/// processor into six small faces, triangle by triangle, since rays would need a tree that nothing else here has.
class SetView
{
public:
    /// Texels along a side of a face: a strip of light as wide as a hand is whole across a hall.
    static constexpr int kSide = 512;
    static constexpr std::uint32_t kNothing = ~0U;

    /// A set is what a camera of its own looks at from well within, and no more than can be drawn in a moment.
    [[nodiscard]] static bool isSet(const Package &package);

    /// About 0.1 s for 250,000 triangles.
    SetView(const Package &package, std::span<const DecodedMesh> meshes);

    Float3 eye() const { return m_eye; }
    /// The walls, floor and ceiling as a box that stands along the axes: metres, scene space.
    Float3 low() const { return m_low; }
    Float3 high() const { return m_high; }

    /// Those that are seen.
    const std::vector<PlacedTriangle> &triangles() const { return m_triangles; }
    /// The nearest triangle at a texel of a face, row by row; kNothing where the set is open.
    std::uint32_t at(int face, int row, int column) const
    {
        return m_seen[static_cast<std::size_t>(face)][texelOf(row, column)];
    }

private:
    /// Within a face.
    static constexpr std::size_t texelOf(int row, int column)
    {
        return static_cast<std::size_t>(row) * kSide + static_cast<std::size_t>(column);
    }
    void collect(const Package &package, std::span<const DecodedMesh> meshes);
    void choosePlace(const Package &package);
    void draw(int face, std::vector<float> &nearness);
    void measureBox(const std::array<std::vector<float>, 6> &nearness);
    void forgetUnseen();

    std::vector<PlacedTriangle> m_triangles;
    Float3 m_eye;
    Float3 m_low;
    Float3 m_high;
    std::array<std::vector<std::uint32_t>, 6> m_seen;
};

} // namespace vitrine::render
