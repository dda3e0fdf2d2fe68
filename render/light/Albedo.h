// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/light/Sampling.h"

/// What microfacet surfaces reflect of even light, reckoned once.
namespace vitrine::render {

/// GGX: the shares of a reflectance at right angles and of that at grazing ones (Karis 2013); their sum is what
/// single meetings reflect of all light.
[[nodiscard]] Pair ggxAlbedo(float cosine, float roughness);
/// The sheen of KHR_materials_sheen.
[[nodiscard]] float sheenAlbedo(float cosine, float roughness);

/// GGX, in a frame whose normal is +Z.
[[nodiscard]] float ggxDensity(Float3 half, float alphaX, float alphaY);
/// Smith's, correlated: what both ways see, over what they would see of a flat face, ÷ (4 cos cos).
[[nodiscard]] float ggxVisibility(Float3 wo, Float3 wi, float alphaX, float alphaY);
[[nodiscard]] float ggxMasking(Float3 w, float alphaX, float alphaY);
/// A facet that is seen from `wo` (Heitz 2018).
[[nodiscard]] Float3 ggxVisibleFacet(Float3 wo, float alphaX, float alphaY, Pair u);

/// Estevez and Kulla 2017, with Neubelt's visibility.
[[nodiscard]] float sheenLobe(float nl, float nv, float nh, float roughness);

inline float schlick(float cosine)
{
    const float x = std::clamp(1 - cosine, 0.0F, 1.0F);
    return x * x * x * x * x;
}

inline float alphaOf(float roughness) { return std::max(roughness * roughness, 1e-3F); }

} // namespace vitrine::render
