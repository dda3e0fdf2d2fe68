// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/GlassOrder.h"

#include "render/package/MaterialSupport.h"
#include "render/scene/MaterialMapping.h"

#include <algorithm>
#include <cmath>

namespace vitrine::render {

namespace {

/// Scene units; a scene is smaller. The layers of StageGround lie between three and four times as much.
constexpr float kBeyond = 1e5F;
/// The least that single precision still tells apart out there, and the square root with it.
constexpr float kBefore = 0.1F;

float largestScale(const QMatrix4x4 &world)
{
    return std::max({world.column(0).toVector3D().length(), world.column(1).toVector3D().length(),
                     world.column(2).toVector3D().length()});
}

float reachOf(const Bounds &bounds)
{
    float squares = 0;
    for (std::size_t axis = 0; axis < 3; ++axis)
        squares += (bounds.max[axis] - bounds.min[axis]) * (bounds.max[axis] - bounds.min[axis]);
    return std::sqrt(squares) / 2;
}

} // namespace

SeenThrough seenThrough(const Package &package, std::size_t mesh, const QMatrix4x4 &world)
{
    SeenThrough seen;
    const MeshRecord &record = package.meshes()[mesh];
    const auto variants = static_cast<std::int32_t>(package.variants().size());
    for (std::size_t submesh = record.firstSubmesh; submesh < record.firstSubmesh + record.submeshCount; ++submesh)
        for (std::int32_t variant = kNone; variant < variants; ++variant) {
            const auto &material = package.materials()[static_cast<std::size_t>(package.materialOf(submesh, variant))];
            if (!isSeenThrough(material))
                continue;
            seen.hasGlass = seen.hasGlass || isGlass(material);
            if (isGlass(material))
                seen.depth = std::max(seen.depth, material.thickness);
            seen.hasFarSides = seen.hasFarSides || showsFarSides(material);
            const bool isSheet = material.doubleSided != 0 && !isBody(material);
            seen.hasSheets = seen.hasSheets || isSheet;
            seen.hasFarFilter = seen.hasFarFilter || (isGlass(material) && isSheet);
            seen.reach =
                std::max(seen.reach, reachOf(package.submeshesOf(record)[submesh - record.firstSubmesh].bounds) *
                                         largestScale(world) * kUnitsPerMetre);
        }
    return seen;
}

float nearBias(const SeenThrough &seen, bool isFilter)
{
    return std::sqrt(std::max(kBeyond - seen.reach, 0.0F) + (isFilter ? kBefore : 0));
}

float farBias(const SeenThrough &seen, bool isFilter)
{
    return std::sqrt(kBeyond + std::min(seen.reach, kBeyond) + (isFilter ? kBefore : 0));
}

float underGlassBias() { return std::sqrt(4 * kBeyond); }

} // namespace vitrine::render
