// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/Triangles.h"

#include "render/import/geometry/Shading.h"

namespace vitrine::render::gltf {
namespace {

constexpr std::uint32_t kStrip = 5;
constexpr std::uint32_t kFan = 6;

} // namespace

std::vector<std::uint32_t> trianglesOf(std::vector<std::uint32_t> corners, std::uint32_t mode)
{
    std::vector<std::uint32_t> triangles;
    const auto add = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
        if (a != b && b != c && c != a)
            triangles.insert(triangles.end(), {a, b, c});
    };
    if (mode == kStrip || mode == kFan) {
        triangles.reserve(corners.size() < 3 ? 0 : (corners.size() - 2) * 3);
        for (std::size_t i = 0; i + 2 < corners.size(); ++i) {
            if (mode == kFan)
                add(corners[i + 1], corners[i + 2], corners[0]);
            else // Every second triangle of a strip is turned, so that all face the same way.
                add(corners[i], corners[i + 1 + i % 2], corners[i + 2 - i % 2]);
        }
        return triangles;
    }
    triangles.reserve(corners.size());
    for (std::size_t i = 0; i + 2 < corners.size(); i += 3)
        add(corners[i], corners[i + 1], corners[i + 2]);
    return triangles;
}

void dropUnusedVertices(ScenePrimitive &primitive)
{
    std::vector<std::uint32_t> target(primitive.positions.size(), ~0U);
    std::vector<std::uint32_t> source;
    for (std::uint32_t &index : primitive.indices) {
        if (target[index] == ~0U) {
            target[index] = static_cast<std::uint32_t>(source.size());
            source.push_back(index);
        }
        index = target[index];
    }
    gatherVertices(primitive, source);
}

} // namespace vitrine::render::gltf
