// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/Bsdf.h"

#include "render/light/Albedo.h"
#include "render/light/ThinFilm.h"

#include <algorithm>
#include <cmath>

namespace vitrine::render {
namespace {

constexpr float kCoatF0 = 0.04F;
constexpr float kLeastCosine = 1e-4F;

float greatest(Float3 c) { return std::max({c.x, c.y, c.z}); }
Float3 white(float value) { return {value, value, value}; }
Float3 clamped(Float3 c)
{
    return {std::clamp(c.x, 0.0F, 1.0F), std::clamp(c.y, 0.0F, 1.0F), std::clamp(c.z, 0.0F, 1.0F)};
}

/// Density of a mirrored direction whose facet was drawn from those that are seen.
float mirroredDensity(Float3 wo, Float3 half, float alphaX, float alphaY)
{
    return ggxMasking(wo, alphaX, alphaY) * ggxDensity(half, alphaX, alphaY) / (4 * std::max(wo.z, kLeastCosine));
}

Float3 onSide(Float3 w) { return {w.x, w.y, std::max(w.z, kLeastCosine)}; }

} // namespace

float dielectricFresnel(float cosine, float ratio)
{
    const float sine2 = (1 - cosine * cosine) / (ratio * ratio);
    if (sine2 >= 1)
        return 1;
    const float beyond = std::sqrt(1 - sine2);
    const float parallel = (ratio * cosine - beyond) / (ratio * cosine + beyond);
    const float across = (cosine - ratio * beyond) / (cosine + ratio * beyond);
    return (parallel * parallel + across * across) / 2;
}

Bsdf::Bsdf(const Surface &surface, Float3 towardsEye)
    : m_surface(surface)
    , m_wo(onSide(surface.basis.toLocal(towardsEye)))
    , m_coatBasis(Basis::around(surface.coatNormal))
    , m_coatWo(onSide(m_coatBasis.toLocal(towardsEye)))
{
    const float alpha = alphaOf(surface.roughness);
    m_alphaX = alpha + (1 - alpha) * surface.stretch * surface.stretch;
    m_alphaY = alpha;
    m_f0 = mix(surface.f0, surface.base, surface.metal);
    m_f90 = white(surface.f90 + (1 - surface.f90) * surface.metal);
    if (surface.film > 0) {
        // Back to what would reflect as much at right angles, so that the rest goes on from there.
        const float grazing = std::min(schlick(m_wo.z), 0.95F);
        const Float3 filmed = (thinFilmFresnel(m_wo.z, surface.filmIndex, surface.filmMetres, m_f0) - white(grazing)) *
                              (1 / (1 - grazing));
        m_f0 = mix(m_f0, clamped(filmed), surface.film);
        m_f90 = mix(m_f90, white(1), surface.film);
    }
    const Pair scales = ggxAlbedo(m_wo.z, surface.roughness);
    const float single = std::max(scales.x + scales.y, 1e-3F);
    m_compensation = white(1) + m_f0 * ((1 - single) / single);
    const Float3 specular = (m_f0 * scales.x + m_f90 * scales.y) * m_compensation;
    const Float3 below = surface.base * ((1 - surface.metal) * std::max(0.0F, 1 - greatest(specular)));
    m_diffuse = below * (1 - surface.transmission);
    m_through = below * surface.transmission;

    const float sheen = greatest(surface.sheen);
    const float sheenShare = sheen > 0 ? sheenAlbedo(m_wo.z, surface.sheenRoughness) : 0;
    m_belowSheen = 1 - sheen * sheenShare;
    m_coatAlpha = alphaOf(surface.coatRoughness);
    float coatShare = 0;
    if (surface.coat > 0) {
        const Pair coat = ggxAlbedo(m_coatWo.z, surface.coatRoughness);
        coatShare = surface.coat * (kCoatF0 * coat.x + coat.y);
    }
    m_belowCoat = 1 - coatShare;
    const float beneath = m_belowCoat * m_belowSheen;
    m_through = m_through * beneath;
    m_pCoat = coatShare;
    m_pSheen = m_belowCoat * sheen * sheenShare;
    m_pSpecular = beneath * greatest(specular);
    m_pDiffuse = beneath * greatest(m_diffuse);
    m_pThrough = greatest(m_through);
    const float sum = m_pCoat + m_pSheen + m_pSpecular + m_pDiffuse + m_pThrough;
    const float scale = sum > 1e-6F ? 1 / sum : 0;
    for (float *share : {&m_pCoat, &m_pSheen, &m_pSpecular, &m_pDiffuse, &m_pThrough})
        *share *= scale;
}

Float3 Bsdf::fresnel(float cosine) const { return m_f0 + (m_f90 - m_f0) * schlick(cosine); }

Bsdf::Value Bsdf::reflected(Float3 wi) const
{
    const Float3 half = normalized(m_wo + wi);
    const float lobe = ggxDensity(half, m_alphaX, m_alphaY) * ggxVisibility(m_wo, wi, m_alphaX, m_alphaY);
    return {fresnel(dot(m_wo, half)) * m_compensation * (lobe * wi.z), mirroredDensity(m_wo, half, m_alphaX, m_alphaY)};
}

Bsdf::Value Bsdf::coated(Float3 towardsLight) const
{
    const Float3 wi = m_coatBasis.toLocal(towardsLight);
    if (wi.z <= kLeastCosine)
        return {};
    const Float3 half = normalized(m_coatWo + wi);
    const float lobe =
        ggxDensity(half, m_coatAlpha, m_coatAlpha) * ggxVisibility(m_coatWo, wi, m_coatAlpha, m_coatAlpha);
    const float f = kCoatF0 + (1 - kCoatF0) * schlick(dot(m_coatWo, half));
    return {white(m_surface.coat * f * lobe * wi.z), mirroredDensity(m_coatWo, half, m_coatAlpha, m_coatAlpha)};
}

Bsdf::Value Bsdf::sheened(Float3 wi) const
{
    const Float3 half = normalized(m_wo + wi);
    return {m_surface.sheen * (sheenLobe(wi.z, m_wo.z, half.z, m_surface.sheenRoughness) * wi.z), wi.z / kPi};
}

Bsdf::Value Bsdf::evaluate(Float3 towardsLight) const
{
    const Float3 wi = m_surface.basis.toLocal(towardsLight);
    if (wi.z <= kLeastCosine)
        return {};
    const Value specular = reflected(wi);
    Float3 light = specular.light + m_diffuse * (wi.z / kPi);
    float density = m_pSpecular * specular.density + m_pDiffuse * wi.z / kPi;
    light = light * m_belowSheen;
    if (m_pSheen > 0) {
        const Value sheen = sheened(wi);
        light += sheen.light;
        density += m_pSheen * sheen.density;
    }
    light = light * m_belowCoat;
    if (m_pCoat > 0) {
        const Value coat = coated(towardsLight);
        light += coat.light;
        density += m_pCoat * coat.density;
    }
    return {light, density};
}

Float3 Bsdf::facet(Pair u) const { return ggxVisibleFacet(m_wo, m_alphaX, m_alphaY, u); }

std::optional<Scattered> Bsdf::through(Pair u) const
{
    const Float3 half = facet(u);
    const Float3 weight = m_through * (1 / m_pThrough);
    if (!m_surface.isThick) {
        // A thin pane: as the mirrored lobe, on the other side.
        Float3 wi = mirrored(half);
        wi.z = -wi.z;
        return Scattered{m_surface.basis.toWorld(wi), weight, 0, true};
    }
    const auto wi = bent(half, 1 / m_surface.ior);
    if (!wi)
        return std::nullopt;
    return Scattered{m_surface.basis.toWorld(*wi), weight, 0, true};
}

/// At a facet, or where that would throw light to the wrong side, at the face itself, so that none is lost.
Float3 Bsdf::mirrored(Float3 half) const
{
    const Float3 wi = half * (2 * dot(m_wo, half)) - m_wo;
    return wi.z > 0 ? wi : Float3{-m_wo.x, -m_wo.y, m_wo.z};
}

/// `ratio`: the index before the face ÷ that beyond it. Nothing where all is mirrored.
std::optional<Float3> Bsdf::bent(Float3 half, float ratio) const
{
    for (const Float3 facet : {half, Float3{0, 0, 1}}) {
        const float cosine = dot(m_wo, facet);
        const float sine2 = ratio * ratio * (1 - cosine * cosine);
        if (sine2 >= 1)
            continue;
        const Float3 wi = facet * (ratio * cosine - std::sqrt(1 - sine2)) - m_wo * ratio;
        if (wi.z < 0)
            return normalized(wi);
    }
    return std::nullopt;
}

std::optional<Scattered> Bsdf::sample(float choice, Pair u, bool isInside) const
{
    if (isInside) {
        // All of the glass's face: what is not bent out is mirrored back. It was tinted where it came in.
        const Float3 half = facet(u);
        if (choice >= dielectricFresnel(std::max(dot(m_wo, half), 0.0F), 1 / m_surface.ior))
            if (const auto wi = bent(half, m_surface.ior))
                return Scattered{m_surface.basis.toWorld(*wi), white(1), 0, true};
        return Scattered{m_surface.basis.toWorld(mirrored(half)), white(1), 0, false};
    }
    const float afterThrough = choice - m_pThrough;
    if (afterThrough < 0)
        return through(u);
    const float afterScattered = afterThrough - m_pDiffuse - m_pSheen;
    Float3 towards;
    if (afterScattered < 0) {
        towards = m_surface.basis.toWorld(cosineDirection(u));
    } else if (afterScattered < m_pCoat) {
        const Float3 half = ggxVisibleFacet(m_coatWo, m_coatAlpha, m_coatAlpha, u);
        towards = m_coatBasis.toWorld(half * (2 * dot(m_coatWo, half)) - m_coatWo);
    } else if (m_pSpecular > 0) {
        const Float3 half = facet(u);
        towards = m_surface.basis.toWorld(half * (2 * dot(m_wo, half)) - m_wo);
    } else {
        return std::nullopt;
    }
    const Value value = evaluate(towards);
    if (!(value.density > 0))
        return std::nullopt;
    return Scattered{towards, value.light * (1 / value.density), value.density, false};
}

} // namespace vitrine::render
