// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/light/Occlusion.h"
#include "render/light/RayScene.h"
#include "render/studio/Direction.h"

#include <limits>

namespace vitrine::render {

/// To the unit that rays are cast in: the product's middle, its longest side 1.
class OcclusionFrame
{
public:
    explicit OcclusionFrame(const Bounds &bounds)
    {
        float side = std::numeric_limits<float>::min();
        for (std::size_t axis = 0; axis < 3; ++axis) {
            m_middle[axis] = bounds.min[axis] + (bounds.max[axis] - bounds.min[axis]) / 2;
            side = std::max(side, bounds.max[axis] - bounds.min[axis]);
        }
        m_scale = 1 / side;
    }

    Vector3 place(const Matrix4 &m, const Vector3 &p) const
    {
        Vector3 out{};
        for (std::size_t row = 0; row < 3; ++row)
            out[row] =
                (m[row] * p[0] + m[4 + row] * p[1] + m[8 + row] * p[2] + (m[12 + row] - m_middle[row])) * m_scale;
        return out;
    }

private:
    Vector3 m_middle{};
    float m_scale = 1;
};

/// A direction that light is looked for in, and how much of it comes from there.
struct OcclusionRay {
    Vector3 towards{};
    float strength = 1;
};

/// One mesh at one place: where on it light is looked for, and what its vertices make of that.
class OccludedSurface
{
public:
    /// `welded` has a number for each vertex, equal for those that are one. All must outlive it.
    OccludedSurface(const OcclusionMesh &mesh, std::span<const std::uint32_t> welded, const Matrix4 &world,
                    const OcclusionFrame &frame);

    float area() const;
    /// `density` samples for an area of 1; of each triangle `least` of them.
    void sample(float density, std::size_t least);
    /// `own` are the triangles of its body; none: all move together.
    void trace(const RayScene &all, const RayScene *own, std::span<const OcclusionRay> rays);
    /// The values at the welded vertices from which the samples come out best: least squares, by a few rounds of
    /// handing each vertex the mean of what its samples are off by (Kavan et al.: Least Squares Vertex Baking, 2011).
    std::vector<float> fit(std::size_t weldedCount) const;

private:
    struct Sample {
        std::array<std::uint32_t, 3> corners{}; ///< Welded vertices.
        std::array<float, 3> weights{};
        float area = 0;
        float light = 1;
        float reflectance = 0;
    };

    std::array<Float3, 3> cornersOf(std::size_t firstIndex) const;
    void sampleTriangle(std::size_t firstIndex, float density, std::size_t least, const OcclusionRange &range);
    void tracePacket(std::size_t first, const RayScene &all, const RayScene *own, std::span<const OcclusionRay> rays);
    /// What the vertices' values make of a sample's place.
    static float between(const std::vector<float> &value, const Sample &sample);
    static float seen(const Sample &sample);
    /// The mean of those known vertices that each shares triangles with; −1: there are none.
    std::vector<float> meanAround(const std::vector<float> &value, const std::vector<bool> &isKnown) const;
    /// Vertices that no sample lies by, or hidden ones alone, take the mean around them.
    void spread(std::vector<float> &value) const;
    /// Where the samples change faster than the triangles can show, the vertices come near to the mean around them.
    void soften(std::vector<float> &value) const;

    const OcclusionMesh *m_mesh;
    std::span<const std::uint32_t> m_welded;
    std::vector<Vector3> m_positions;
    float m_outward = 1; ///< −1 where the place is mirrored, for its triangles turn the other way.
    float m_due = 0.5F;  ///< Samples that were too few for a triangle.
    std::vector<Sample> m_samples;
    std::vector<Vector3> m_points; ///< By sample.
    std::vector<Float3> m_normals;
    std::vector<bool> m_isTwoSided;
};

} // namespace vitrine::render
