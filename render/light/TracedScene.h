// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/light/Bsdf.h"
#include "render/light/RayScene.h"
#include "render/light/TracedTexture.h"
#include "render/package/Package.h"

#include <memory>
#include <optional>
#include <vector>

namespace vitrine::render {

/// A product as rays meet it: all of its triangles where they stand, in a space in which its longest side is 1.
class TracedScene
{
public:
    struct Options {
        std::int32_t variant = kNone;
        std::uint32_t maxTextureSide = 4096;
    };
    /// `world` has a matrix for each node. Decodes meshes and textures. Fails with Malformed where a mesh's code is
    /// broken, with TooLarge beyond kMostTriangles, with InvalidArgument where there is nothing to be seen.
    [[nodiscard]] static core::Result<std::unique_ptr<const TracedScene>>
    build(const Package &package, std::span<const Matrix4> world, const Options &options);

    static constexpr std::size_t kMostTriangles = 8'000'000;

    /// From metres to the space of the rays, and the factor alone.
    Float3 toRays(Vector3 metres) const;
    float scale() const { return m_scale; }

    struct Hit {
        std::uint32_t triangle = 0;
        float distance = 0;
        float u = 0;
        float v = 0;
        bool isSoft = false; ///< Of those that let light through.
    };
    /// From where on a ray meets triangles. What is solid and touches the glass that a ray comes from is met, the glass
    /// itself is not.
    struct From {
        float soft = 0;
        float solid = 0;
    };
    std::optional<Hit> nearest(Float3 origin, Float3 direction, From from) const;
    /// The nearest of those that let light through.
    std::optional<Hit> nearestSoft(Float3 origin, Float3 direction, float from) const;
    /// Something that lets no light through lies in the way.
    bool isBlocked(Float3 origin, Float3 direction) const;

    struct Point {
        const MaterialRecord *material = nullptr;
        Float3 position;
        Float3 lifted;    ///< Off the facets, onto the shape that the normals speak of (Hanika 2021).
        Float3 geometric; ///< Unit normal of the triangle, as its corners turn.
        Float3 normal;    ///< Of the shape.
        Vector4 tangent{};
        std::array<Vector2, 2> uv{};
        Vector4 color{1, 1, 1, 1};
    };
    Point at(const Hit &hit) const;

    Vector4 read(const MaterialRecord &material, Slot slot, const Point &point) const;
    /// Of the base colour, with the texture's and the vertices'.
    Vector4 baseColorAt(const Point &point) const;
    /// `isBack`: the eye looks at the back of the triangle.
    Surface surfaceAt(const Point &point, Float3 towardsEye, bool isBack) const;
    Float3 emissionAt(const Point &point) const;

private:
    struct Vertex {
        Float3 position;
        Float3 normal{0, 0, 0};
        Vector4 tangent{};
        std::array<Vector2, 2> uv{};
        Vector4 color{1, 1, 1, 1};
    };
    struct Triangle {
        std::array<std::uint32_t, 3> corners;
        std::int32_t material;
    };

    TracedScene() = default;
    core::Status add(const Package &package, std::span<const Matrix4> world, const Options &options);
    void addMesh(const Package &package, std::size_t mesh, std::span<const std::byte> vertices,
                 std::span<const std::uint32_t> indices, const Matrix4 &world, std::int32_t variant);
    core::Status buildRays();

    Vector3 m_middle{};
    float m_scale = 1;
    std::vector<MaterialRecord> m_materials;
    std::vector<std::unique_ptr<TracedTexture>> m_textures;
    std::vector<Vertex> m_vertices;
    std::array<std::vector<Triangle>, 2> m_triangles; ///< Solid ones; those that let light through.
    std::optional<RayScene> m_solid;
    std::optional<RayScene> m_soft;
};

} // namespace vitrine::render
