// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/studio/GroundRays.h"

#include "render/studio/Environment.h"
#include "render/studio/Scenery.h"

#include <algorithm>
#include <numbers>

namespace vitrine::render {
namespace {

constexpr int kRays = 144;
constexpr int kRows = 72; // of the painted surround
// Lower light than this lies along the ground and tells nothing of what stands on it.
constexpr float kLowest = 0.03F;
constexpr float kGoldenPart = 0.61803399F;

std::array<float, 3> upwards(Float3 towards)
{
    towards.y = std::max(towards.y, kLowest);
    towards = normalized(towards);
    return {towards.x, towards.y, towards.z};
}

/// As a sunflower's seeds within the lamp's disc.
void addLamp(GroundLight &ground, const StudioLight &light, float widthDegrees, int rays)
{
    const Float3 to = directionTowards(light.yawDegrees, light.pitchDegrees);
    const Float3 right = directionTowards(light.yawDegrees + 90, 0);
    const Float3 up = cross(right, to);
    const float extent = std::tan(radians(widthDegrees) / 2);
    for (int i = 0; i < rays; ++i) {
        const float r = extent * std::sqrt((static_cast<float>(i) + 0.5F) / static_cast<float>(rays));
        const float angle = static_cast<float>(i) * kGoldenAngle;
        ground.towards.push_back(upwards(to + right * (r * std::cos(angle)) + up * (r * std::sin(angle))));
    }
}

/// Rows of patches by their share of the light, then the place within a row by its share: evenly spread for both.
void addSurround(GroundLight &ground, const std::vector<Patch> &patches, const std::vector<float> &weights, int rays)
{
    constexpr std::size_t kColumns = std::size_t{2} * kRows;
    std::vector<float> rows(kRows);
    float sum = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < kColumns; ++column)
            rows[row] += weights[row * kColumns + column];
        sum += rows[row];
    }
    if (!(sum > 0))
        return;
    for (int i = 0; i < rays; ++i) {
        float left = (static_cast<float>(i) + 0.5F) / static_cast<float>(rays) * sum;
        std::size_t row = 0;
        while (row + 1 < rows.size() && left >= rows[row])
            left -= rows[row++];
        float along = 0;
        along = std::modf(0.5F + static_cast<float>(i) * kGoldenPart, &along) * rows[row];
        std::size_t at = row * kColumns;
        for (const std::size_t last = at + kColumns - 1; at < last && along >= weights[at]; ++at)
            along -= weights[at];
        ground.towards.push_back(upwards(patches[at].towards));
    }
}

} // namespace

GroundLight groundLightOf(const Studio &studio)
{
    const std::vector<Patch> patches =
        patchesOf(paintEquirect(surroundOf(studio.surround, studio.whitePointKelvin), kRows));
    const float factor = exposureFor([&](Float3 normal) { return mattLight(patches, normal); }, studio.whiteReads);
    std::vector<float> weights;
    float whole = 0;
    for (const Patch &patch : patches) {
        weights.push_back(factor * luminance(patch.light) * patch.area * std::max(patch.towards.y, 0.0F));
        whole += weights.back();
    }
    // Quick 3D's light of brightness 1 brings a face what radiance 1 all around would: π.
    const auto fallsFrom = [&](const StudioLight &light) {
        return std::numbers::pi_v<float> * luminance(lightOf(light, studio.whitePointKelvin)) *
               std::max(std::sin(radians(light.pitchDegrees)), 0.0F);
    };
    for (const StudioLight &light : studio.lights)
        whole += fallsFrom(light);
    GroundLight ground{.key = groundKeyOf(studio), .towards = {}};
    if (!(whole > 0))
        return ground;
    for (const StudioLight &light : studio.lights)
        addLamp(ground, light, studio.ground.lampWidth,
                static_cast<int>(std::lround(kRays * fallsFrom(light) / whole)));
    addSurround(ground, patches, weights, std::max(kRays - static_cast<int>(ground.towards.size()), 0));
    return ground;
}

} // namespace vitrine::render
