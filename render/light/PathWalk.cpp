// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/PathWalk.h"

#include "render/light/Albedo.h"

#include <algorithm>
#include <cmath>

namespace vitrine::render {
namespace {

constexpr int kMostBounces = 16;
constexpr int kSureBounces = 4;
/// How far off a surface a ray starts, where the product's longest side is 1.
constexpr float kOff = 2e-5F;
/// What is solid and no further than this from glass touches it: many times what is lost to rounding.
constexpr float kTouch = 2e-6F;
/// Rays along a face start no further off than this makes it.
constexpr float kLeastSlope = 0.1F;
/// Light that came by way of two surfaces, a matt one among them, is bounded: one path in a thousand that finds a lamp
/// by chance would be seen as a spark.
constexpr float kBrightest = 8;
/// Panes rougher than this scatter what is behind them.
constexpr float kClearRoughness = 0.1F;

float greatest(Float3 c) { return std::max({c.x, c.y, c.z}); }
float least(Float3 c) { return std::min({c.x, c.y, c.z}); }
Float3 white(float value) { return {value, value, value}; }

Float3 bounded(Float3 light)
{
    const float most = greatest(light);
    return most > kBrightest ? light * (kBrightest / most) : light;
}

bool isClearPane(const MaterialRecord &material)
{
    return material.transmission > 0 && material.thickness <= 0 && material.roughness < kClearRoughness;
}

/// What is lost of each of three colours over a distance, in the space of the rays.
Float3 lossOf(const MaterialRecord &material, float scale)
{
    if (!(material.attenuationDistance > 0))
        return {};
    const auto loss = [&](float color) {
        return -std::log(std::clamp(color, 1e-4F, 1.0F)) / (material.attenuationDistance * scale);
    };
    return {loss(material.attenuationColor[0]), loss(material.attenuationColor[1]), loss(material.attenuationColor[2])};
}

Float3 lostOver(Float3 loss, float distance)
{
    return {std::exp(-loss.x * distance), std::exp(-loss.y * distance), std::exp(-loss.z * distance)};
}

} // namespace

struct PathWalk::Path {
    Float3 origin;
    Float3 direction;
    Float3 weight{1, 1, 1};
    Seen seen;
    Float3 loss;            ///< Of the volume that the path is in.
    bool isInside = false;  ///< Of glass.
    bool isStraight = true; ///< From the eye through nothing but what does not bend it.
    bool isDirect = true;   ///< From the eye by mirrors and glass alone.
    bool wasBent = false;   ///< Through glass, and by no mirror.
    float density = 0;      ///< With which the direction was drawn; 0: no other way would have found it.
    TracedScene::From from;
    int bounce = 0;
    int passed = 0;

    void add(Float3 light) { seen.light += isDirect || bounce <= 1 ? weight * light : bounded(weight * light); }
};

void PathWalk::standOn(const TracedGround &ground)
{
    const Float3 up{0, 1, 0};
    m_ground = Ground{.height = m_scene.toRays(ground.centre).y,
                      .centre = m_scene.toRays(ground.centre),
                      .side = ground.side * m_scene.scale(),
                      .strength = ground.shadowStrength,
                      .shadowColor = ground.shadowColor,
                      .pool = ground.pool,
                      .fullLight = std::max(luminance(m_dome.irradianceOn(up)), 1e-6F)};
}

Float3 PathWalk::openness(Float3 origin, Float3 direction, bool bendsPass) const
{
    Float3 open{1, 1, 1};
    float from = 0;
    for (int i = 0; i < 64; ++i) {
        const auto hit = m_scene.nearestSoft(origin, direction, from);
        if (!hit)
            return open;
        const TracedScene::Point point = m_scene.at(*hit);
        const MaterialRecord &material = *point.material;
        const Vector4 base = m_scene.baseColorAt(point);
        from = hit->distance + kOff;
        const float covered = material.alphaMode == AlphaMode::Mask    ? (base[3] >= material.alphaCutoff ? 1.0F : 0.0F)
                              : material.alphaMode == AlphaMode::Blend ? base[3]
                                                                       : 1.0F;
        Float3 through;
        if (isClearPane(material) || (bendsPass && material.transmission > 0)) {
            const float cosine = std::abs(dot(point.normal, direction));
            const float share = material.transmission * m_scene.read(material, Slot::Transmission, point)[0];
            through = Float3{base[0], base[1], base[2]} *
                      (share * (1 - dielectricFresnel(cosine, std::max(material.ior, 1.001F))));
        }
        open = open * (white(1 - covered) + through * covered);
        if (greatest(open) < 1e-3F)
            return {};
    }
    return {};
}

Float3 PathWalk::lampLight(Float3 start, Float3 geometric, const Bsdf &bsdf, Samples &samples) const
{
    const LightDome::Sample lamp = m_dome.sample(samples.pair());
    if (!(lamp.density > 0) || dot(lamp.towards, geometric) <= 0)
        return {};
    const Bsdf::Value value = bsdf.evaluate(lamp.towards);
    if (greatest(value.light) <= 0)
        return {};
    if (m_scene.isBlocked(start, lamp.towards))
        return {};
    const Float3 open = openness(start, lamp.towards, false);
    const float weight = lamp.density * lamp.density / (lamp.density * lamp.density + value.density * value.density);
    return value.light * m_dome.lightFrom(lamp.towards) * open * (weight / lamp.density);
}

float PathWalk::missingAt(Float3 ground, Samples &samples) const
{
    // What is missing of the light, not what is there: where nothing stands in its way there is no noise.
    constexpr int kLamps = 4;
    const Float3 start = ground + Float3{0, kOff, 0};
    float sum = 0;
    for (int i = 0; i < kLamps; ++i) {
        const LightDome::Sample lamp = m_dome.sample(samples.pair());
        if (lamp.towards.y <= 0 || !(lamp.density > 0))
            continue;
        const Float3 open = m_scene.isBlocked(start, lamp.towards) ? Float3{} : openness(start, lamp.towards, true);
        const Float3 light = m_dome.lightFrom(lamp.towards);
        sum += (luminance(light) - luminance(light * open)) * lamp.towards.y / (lamp.density * kLamps);
    }
    return sum / m_ground->fullLight;
}

void PathWalk::crossGround(Path &path, float reach, Samples &samples) const
{
    if (!m_ground || path.direction.y >= 0 || !(path.isStraight || path.wasBent))
        return;
    const float distance = (m_ground->height - path.origin.y) / path.direction.y;
    if (distance <= path.from.solid || distance >= reach)
        return;
    const Float3 at = path.origin + path.direction * distance;
    const float u = (at.x - m_ground->centre.x) / m_ground->side * 2;
    const float v = (at.z - m_ground->centre.z) / m_ground->side * 2;
    constexpr float kPoolSize = 2.1F;
    Seen layer;
    if (m_ground->pool) {
        const float smooth = smoothstep(1 - std::hypot(u, v) / kPoolSize);
        layer.cover = smooth * smooth;
        layer.light = *m_ground->pool * layer.cover;
    }
    // Far from the product its shadow fades, so that it does not end with an edge.
    const float window = smoothstep((1 - std::hypot(u, v)) / 0.4F);
    if (window > 0) {
        const float dark = window * m_ground->strength * missingAt(at, samples);
        layer.light = m_ground->shadowColor * dark + layer.light * (1 - dark);
        layer.cover = dark + layer.cover * (1 - dark);
    }
    path.seen.light += path.weight * layer.light;
    if (path.isStraight)
        path.seen.cover += layer.cover * greatest(path.weight);
    path.weight = path.weight * (1 - layer.cover);
}

void PathWalk::escape(Path &path) const
{
    if (path.isStraight)
        return;
    if (path.wasBent) {
        if (!m_behind) {
            // One number can't say of which colour the hole is: tinted glass is as it would look on white.
            const float through = std::clamp(least(path.weight), 0.0F, 1.0F);
            path.seen.cover -= through;
            path.seen.light += path.weight - white(through);
            return;
        }
        if (const auto behind = m_behind(path.direction)) {
            path.add(*behind);
            return;
        }
    }
    const Float3 light = m_dome.lightFrom(path.direction);
    float weight = 1;
    if (path.density > 0) {
        const float lamp = m_dome.densityOf(path.direction);
        weight = path.density * path.density / (path.density * path.density + lamp * lamp);
    }
    path.add(light * weight);
}

bool PathWalk::passes(Path &path, const TracedScene::Point &point, bool isBack, Samples &samples) const
{
    const MaterialRecord &material = *point.material;
    const bool isVolume = material.transmission > 0 && material.thickness > 0;
    if (isBack && material.doubleSided == 0 && !isVolume)
        return true;
    if (material.alphaMode == AlphaMode::Opaque)
        return false;
    const float alpha = m_scene.baseColorAt(point)[3];
    if (material.alphaMode == AlphaMode::Mask)
        return alpha < material.alphaCutoff;
    (void)path;
    return samples.one() >= alpha;
}

bool PathWalk::step(Path &path, Samples &samples) const
{
    const auto hit = m_scene.nearest(path.origin, path.direction, path.from);
    crossGround(path, hit ? hit->distance : 1e30F, samples);
    if (!hit) {
        escape(path);
        return false;
    }
    const TracedScene::Point point = m_scene.at(*hit);
    const MaterialRecord &material = *point.material;
    const Float3 towardsEye = path.direction * -1.0F;
    const bool isBack = dot(point.geometric, towardsEye) < 0;
    if (passes(path, point, isBack, samples)) {
        (hit->isSoft ? path.from.soft : path.from.solid) = hit->distance + kOff;
        path.from.solid = std::max(path.from.solid, hit->distance - kTouch);
        return ++path.passed < 256;
    }
    if (path.isStraight)
        path.seen.cover = 1;
    if (path.isInside)
        path.weight = path.weight * lostOver(path.loss, hit->distance);
    if (material.unlit != 0) {
        const Vector4 base = m_scene.baseColorAt(point);
        path.add({base[0], base[1], base[2]});
        return false;
    }
    const Surface surface = m_scene.surfaceAt(point, towardsEye, isBack);
    const Bsdf bsdf(surface, towardsEye);
    const bool isExit = isBack && surface.isThick && surface.transmission > 0;
    const Float3 geometric = isBack ? point.geometric * -1.0F : point.geometric;
    // Only from its front does a surface bulge towards the eye.
    const Float3 before = (isBack ? point.position : point.lifted) + geometric * kOff;
    path.add(m_scene.emissionAt(point));
    if (!isExit) {
        const Float3 lamp = lampLight(before, geometric, bsdf, samples);
        path.seen.light += path.bounce == 0 ? path.weight * lamp : bounded(path.weight * lamp);
    }

    const auto next = bsdf.sample(samples.one(), samples.pair(), isExit);
    if (!next)
        return false;
    if (!next->isThrough && dot(next->towards, geometric) <= 0)
        return false;
    path.weight = path.weight * next->weight;
    const bool isClear = next->isThrough && !surface.isThick && surface.roughness < kClearRoughness;
    if (next->isThrough) {
        path.wasBent = path.wasBent || path.isStraight;
        if (surface.isThick) {
            path.isInside = !isExit;
            path.loss = path.isInside ? lossOf(material, m_scene.scale()) : Float3{};
        }
    } else {
        path.wasBent = false;
    }
    path.isStraight = false;
    const bool isMirror = next->density == 0 || surface.roughness < kClearRoughness;
    path.isDirect = path.isDirect && isMirror;
    // Behind a clear pane lamps are looked for as before it.
    if (!isClear)
        path.density = next->density;
    path.direction = next->towards;
    path.origin = before;
    path.from = {};
    if (next->isThrough) {
        // Only glass is left behind: what is solid and lies on its other side is not.
        path.origin = point.position + geometric * kTouch;
        path.from.soft = (kTouch + kOff) / std::max(-dot(next->towards, geometric), kLeastSlope);
    }
    if (++path.bounce >= kMostBounces)
        return false;
    if (path.bounce > kSureBounces) {
        const float stay = std::min(greatest(path.weight), 0.95F);
        if (samples.one() >= stay)
            return false;
        path.weight = path.weight * (1 / stay);
    }
    return true;
}

Seen PathWalk::look(Float3 eye, Float3 direction, Samples &samples) const
{
    Path path;
    path.origin = eye;
    path.direction = direction;
    while (step(path, samples)) {
    }
    if (!(std::isfinite(path.seen.light.x) && std::isfinite(path.seen.light.y) && std::isfinite(path.seen.light.z)))
        return {};
    return path.seen;
}

} // namespace vitrine::render
