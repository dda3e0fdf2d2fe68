// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/Occlusion.h"

#include "render/Curves.h"
#include "render/light/OccludedSurface.h"
#include "render/studio/Direction.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>

namespace vitrine::render {
namespace {

using core::Result;

Float3 toFloat3(const Vector3 &v) { return {v[0], v[1], v[2]}; }

/// Further places of a mesh are taken to be as light as these.
constexpr std::size_t kPlaces = 3;
/// How many bodies are told from each other.
constexpr std::size_t kBodies = 32;
/// How much the studios' light counts beside an even one: a shopper's own may come from anywhere.
constexpr float kOfStudios = 0.8F;
/// Of an even light of 1 from above comes back from below, by the studios' floors.
constexpr float kFromBelow = 0.4F;
/// The cosine that rays along the ground are reckoned with: a studio sends few of them, each for much light.
constexpr float kLowest = 0.15F;

std::vector<OcclusionRay> raysAround(int count, std::span<const GroundLight> lights)
{
    std::vector<OcclusionRay> rays;
    for (int i = 0; i < count; ++i) {
        const float y = 1 - (2 * static_cast<float>(i) + 1) / static_cast<float>(count);
        const float r = std::sqrt(1 - y * y);
        const float angle = static_cast<float>(i) * kGoldenAngle;
        rays.push_back({{r * std::cos(angle), y, r * std::sin(angle)}, 1});
    }
    if (lights.empty())
        return rays;
    // A studio's rays come by what they bring to the ground: taken together as much as an even light of 1.
    std::vector<float> strength(rays.size());
    for (const GroundLight &light : lights)
        for (const Vector3 &towards : light.towards) {
            const auto nearest = std::ranges::max_element(
                rays, {}, [&](const OcclusionRay &ray) { return dot(toFloat3(ray.towards), toFloat3(towards)); });
            strength[static_cast<std::size_t>(nearest - rays.begin())] +=
                static_cast<float>(rays.size()) /
                (4 * static_cast<float>(light.towards.size() * lights.size()) * std::max(towards[1], kLowest));
        }
    for (std::size_t i = 0; i < rays.size(); ++i)
        rays[i].strength += kOfStudios * ((rays[i].towards[1] > 0 ? strength[i] : kFromBelow) - rays[i].strength);
    return rays;
}

/// Vertices that are one to the eye: the same place and the same normal, whatever else parts them.
std::vector<std::uint32_t> weld(const OcclusionMesh &mesh)
{
    struct Key {
        Vector3 position;
        std::array<int, 3> normal;
        bool operator==(const Key &) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key &key) const
        {
            std::size_t hash = 0;
            for (std::size_t i = 0; i < 3; ++i)
                hash = (hash ^ std::hash<float>{}(key.position[i]) ^ static_cast<std::size_t>(key.normal[i] + 64)) *
                       0x9E3779B97F4A7C15U;
            return hash;
        }
    };
    std::unordered_map<Key, std::uint32_t, Hash> known;
    known.reserve(mesh.positions.size());
    std::vector<std::uint32_t> welded;
    welded.reserve(mesh.positions.size());
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        Key key{mesh.positions[i], {}};
        for (std::size_t axis = 0; axis < 3; ++axis)
            key.normal[axis] = static_cast<int>(std::lround(mesh.normals[i][axis] * 24));
        welded.push_back(known.try_emplace(key, static_cast<std::uint32_t>(known.size())).first->second);
    }
    return welded;
}

struct Scenes {
    std::optional<RayScene> all;
    std::map<std::int32_t, RayScene> own; ///< Empty: there is one body.
};

struct Triangles {
    std::vector<Vector3> positions;
    std::vector<std::uint32_t> indices;

    void add(const OcclusionMesh &mesh, const OcclusionPlace &place, const OcclusionFrame &frame)
    {
        const auto first = static_cast<std::uint32_t>(positions.size());
        for (const Vector3 &position : mesh.positions)
            positions.push_back(frame.place(place.world, position));
        for (const OcclusionRange &range : mesh.ranges)
            for (std::uint32_t i = 0; !range.isGlass && i < range.indexCount; ++i)
                indices.push_back(first + mesh.indices[range.firstIndex + i]);
    }
};

Result<Scenes> scenesOf(std::span<const OcclusionMesh> meshes, const OcclusionFrame &frame)
{
    Scenes scenes;
    Triangles all;
    std::map<std::int32_t, Triangles> bodies;
    for (const OcclusionMesh &mesh : meshes)
        for (const OcclusionPlace &place : mesh.places) {
            all.add(mesh, place, frame);
            bodies[place.body];
        }
    if (all.indices.empty())
        return scenes;
    VITRINE_TRY(scenes.all, RayScene::build(std::move(all.positions), std::move(all.indices)));
    if (bodies.size() < 2 || bodies.size() > kBodies)
        return scenes;
    for (const OcclusionMesh &mesh : meshes)
        for (const OcclusionPlace &place : mesh.places)
            bodies[place.body].add(mesh, place, frame);
    for (auto &[body, triangles] : bodies) {
        VITRINE_TRY(RayScene scene, RayScene::build(std::move(triangles.positions), std::move(triangles.indices)));
        scenes.own.emplace(body, std::move(scene));
    }
    return scenes;
}

} // namespace

float litWithBounces(float open, float reflectance)
{
    const float cubic = 2.0404F * reflectance - 0.3324F;
    const float square = -4.7951F * reflectance + 0.6417F;
    const float line = 2.7552F * reflectance + 0.6903F;
    return std::max(open, ((open * cubic + square) * open + line) * open);
}

Result<std::vector<std::vector<float>>> traceOcclusion(std::span<const OcclusionMesh> meshes, const Bounds &bounds,
                                                       const OcclusionEffort &effort,
                                                       std::span<const GroundLight> lights)
{
    const OcclusionFrame frame(bounds);
    VITRINE_TRY(const Scenes scenes, scenesOf(meshes, frame));
    std::vector<std::vector<float>> light;
    for (const OcclusionMesh &mesh : meshes)
        light.emplace_back(mesh.positions.size(), 1.0F);
    if (!scenes.all)
        return light;
    const std::vector<OcclusionRay> around = raysAround(effort.directions, lights);
    float area = 0;
    for (const OcclusionMesh &mesh : meshes)
        for (std::size_t i = 0; i < std::min(mesh.places.size(), kPlaces); ++i)
            area += OccludedSurface(mesh, {}, mesh.places[i].world, frame).area();
    const float density = effort.samples / std::max(area, 1e-9F);
    for (std::size_t m = 0; m < meshes.size(); ++m) {
        const OcclusionMesh &mesh = meshes[m];
        const std::vector<std::uint32_t> welded = weld(mesh);
        const std::size_t weldedCount = welded.empty() ? 0 : std::size_t{*std::ranges::max_element(welded)} + 1;
        for (std::size_t i = 0; i < std::min(mesh.places.size(), kPlaces); ++i) {
            OccludedSurface place(mesh, welded, mesh.places[i].world, frame);
            place.sample(density, effort.isEachTriangleSeen ? 1 : 0);
            const auto own = scenes.own.find(mesh.places[i].body);
            place.trace(*scenes.all, own == scenes.own.end() ? nullptr : &own->second, around);
            const std::vector<float> value = place.fit(weldedCount);
            for (std::size_t v = 0; v < welded.size(); ++v)
                light[m][v] = i == 0 ? value[welded[v]] : std::max(light[m][v], value[welded[v]]);
        }
        // A vertex that lies beside others took what they have.
        for (const OcclusionRange &range : mesh.ranges)
            for (std::uint32_t i = 0; range.isTold && i < range.indexCount; ++i)
                light[m][mesh.indices[range.firstIndex + i]] = 1;
    }
    return light;
}

} // namespace vitrine::render
