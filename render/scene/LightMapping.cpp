// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/LightMapping.h"

#include "render/scene/MaterialMapping.h"
#include "render/scene/WorldGeometry.h"

#include <QtMath>

#include <algorithm>
#include <numbers>
#include <numeric>

namespace vitrine::render {

namespace {

/// Lux on a white, matt face: what comes back from it is then 2, where 1 is white.
constexpr float kMostIlluminance = 2 * std::numbers::pi_v<float>;

/// What each gives the middle of the product, in lux, as if it looked that way.
std::vector<float> illuminances(const Package &package)
{
    const auto world = worldTransforms(package);
    const Bounds &bounds = package.info().bounds;
    const QVector3D low(bounds.min[0], bounds.min[1], bounds.min[2]);
    const QVector3D high(bounds.max[0], bounds.max[1], bounds.max[2]);
    const QVector3D middle = (low + high) / 2 - sceneOrigin(package);
    std::vector<float> lux;
    for (const LightRecord &light : package.lights()) {
        const float luminance = 0.2126F * light.color[0] + 0.7152F * light.color[1] + 0.0722F * light.color[2];
        float given = light.intensity * luminance;
        if (light.kind != LightKind::Directional) {
            // One within the product is not endlessly near.
            const QVector3D away = world[static_cast<std::size_t>(light.node)].column(3).toVector3D() - middle;
            given /= std::max(away.lengthSquared(), (high - low).lengthSquared() / 16);
        }
        lux.push_back(given);
    }
    return lux;
}

} // namespace

std::vector<std::size_t> shownLights(const Package &package)
{
    const auto lux = illuminances(package);
    std::vector<std::size_t> shown(lux.size());
    // One that starts dark may be lit by an animation.
    std::ranges::iota(shown, std::size_t{0});
    std::ranges::stable_sort(shown, std::ranges::greater(), [&](std::size_t i) { return lux[i]; });
    shown.resize(std::min(shown.size(), kMaxShownLights));
    std::ranges::sort(shown);
    return shown;
}

float lightScale(const Package &package)
{
    const auto lux = illuminances(package);
    float sum = 0;
    for (const std::size_t index : shownLights(package))
        sum += lux[index];
    return sum > kMostIlluminance ? kMostIlluminance / sum : 1;
}

QByteArray lightQml(const LightRecord &light)
{
    const char *type = light.kind == LightKind::Directional ? "DirectionalLight"
                       : light.kind == LightKind::Point     ? "PointLight"
                                                            : "SpotLight";
    return QByteArray("import QtQuick3D\n") + type + " {}\n";
}

QVariantMap lightProperties(const LightRecord &light, float scale)
{
    const auto [red, green, blue] = light.color;
    // Colours beyond 1 go into the strength.
    const float most = std::max({red, green, blue, 1e-6F});
    QVariantMap out;
    out["color"] = toSrgb(red / most, green / most, blue / most);
    // Quick 3D's strength is what a white, matt face sends back: lux through pi.
    out["brightness"] = light.intensity * most * scale / std::numbers::pi_v<float>;
    if (light.kind == LightKind::Directional)
        return out;
    out["constantFade"] = 0; // by the square of the distance alone: in metres, since Quick 3D counts hundreds of units
    out["linearFade"] = 0;
    out["quadraticFade"] = 1;
    if (light.kind == LightKind::Spot) {
        // From edge to edge.
        out["coneAngle"] = 2 * qRadiansToDegrees(light.outerCone);
        out["innerConeAngle"] = 2 * qRadiansToDegrees(light.innerCone);
    }
    return out;
}

} // namespace vitrine::render
