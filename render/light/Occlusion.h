// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/package/GroundKey.h"
#include "render/package/PackageFormat.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vitrine::render {

/// A run of a mesh's triangles that are of one material.
struct OcclusionRange {
    std::uint32_t firstIndex = 0;
    std::uint32_t indexCount = 0;
    bool isGlass = false;      ///< Takes no light away, and none is reckoned for it.
    bool isTold = false;       ///< Its own map says how much reaches it: 1 is left to that.
    bool isTwoSided = false;   ///< Seen from both sides: what counts is the one that more light reaches.
    float reflectance = 0.45F; ///< Part of the light that it hands on to what is like it, in the same hollow.
};

struct OcclusionPlace {
    Matrix4 world{};
    /// What moves together: places of different bodies may part.
    std::int32_t body = 0;
};

/// A mesh, wherever it stands in the product.
struct OcclusionMesh {
    std::vector<Vector3> positions;
    std::vector<Vector3> normals; ///< As many, unit length.
    std::vector<std::uint32_t> indices;
    std::vector<OcclusionRange> ranges;
    std::vector<OcclusionPlace> places;
};

struct OcclusionEffort {
    int directions = 192;           ///< That light is looked for in: half of them lie before any surface.
    float samples = 30'000;         ///< Of the product, by area;
    bool isEachTriangleSeen = true; ///< one of each triangle at least.
};
/// For a package that is shown once, and soon.
inline constexpr OcclusionEffort kQuickOcclusion{.directions = 48, .samples = 8'000, .isEachTriangleSeen = false};

/// What is left of even light where `open` of it comes straight, with what surfaces of this reflectance hand on to
/// each other (Jiménez et al.: Practical Real-Time Strategies for Accurate Indirect Occlusion, 2016).
[[nodiscard]] float litWithBounces(float open, float reflectance = 0.45F);

/// For each vertex of each mesh, which part of the light reaches the surface around it, 0 to 1, with what surfaces hand
/// on: of an even light all around, and of what these studios have in common; none: of an even one alone. A mesh that
/// stands in several places has the lightest of them. `bounds` are those of the whole. Fails where memory runs out.
[[nodiscard]] core::Result<std::vector<std::vector<float>>> traceOcclusion(std::span<const OcclusionMesh> meshes,
                                                                           const Bounds &bounds,
                                                                           const OcclusionEffort &effort,
                                                                           std::span<const GroundLight> lights = {});

} // namespace vitrine::render
