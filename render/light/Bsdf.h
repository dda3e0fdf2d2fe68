// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/light/Sampling.h"

#include <optional>

namespace vitrine::render {

/// A surface where a ray has met it, all textures read: glTF's metal-rough material with its layers.
struct Surface {
    Float3 base{1, 1, 1};
    float metal = 0;
    float roughness = 1;
    Float3 f0{0.04F, 0.04F, 0.04F}; ///< Of the dielectric, with its specular factor and colour.
    float f90 = 1;
    float stretch = 0; ///< Anisotropy; along `basis.along`.
    float film = 0;    ///< Share of iridescence.
    float filmIndex = 1.3F;
    float filmMetres = 0;
    Float3 sheen;
    float sheenRoughness = 0;
    float coat = 0;
    float coatRoughness = 0;
    Float3 coatNormal;
    float transmission = 0;
    bool isThick = false; ///< It bounds a volume: light is bent.
    float ior = 1.5F;
    Basis basis; ///< About the shading normal, which faces the eye.
};

/// Where light goes on, and by how much it is multiplied.
struct Scattered {
    Float3 towards;
    Float3 weight;     ///< Value × cosine ÷ density.
    float density = 0; ///< 0: through the surface, in a direction that no other way of sampling finds.
    bool isThrough = false;
};

/// How a surface scatters, seen from one direction. What microfacets lose to each other is given back (Turquin 2019),
/// so that a white surface in even light reflects all of it at any roughness; layers below get what those above leave.
class Bsdf
{
public:
    /// `towardsEye` has unit length and lies on the normal's side.
    Bsdf(const Surface &surface, Float3 towardsEye);

    struct Value {
        Float3 light; ///< With the cosine.
        float density = 0;
    };
    /// Reflection alone.
    [[nodiscard]] Value evaluate(Float3 towardsLight) const;
    /// Nothing where the sample leads nowhere. `isInside`: the eye is in the volume.
    [[nodiscard]] std::optional<Scattered> sample(float choice, Pair u, bool isInside) const;
    /// Light that goes through, in even light.
    [[nodiscard]] Float3 throughAlbedo() const { return m_through; }

private:
    Float3 fresnel(float cosine) const;
    Value reflected(Float3 wi) const;
    Value coated(Float3 towardsLight) const;
    Value sheened(Float3 wi) const;
    std::optional<Scattered> through(Pair u) const;
    Float3 mirrored(Float3 half) const;
    std::optional<Float3> bent(Float3 half, float ratio) const;
    Float3 facet(Pair u) const;

    Surface m_surface;
    Float3 m_wo; ///< In the basis.
    Basis m_coatBasis;
    Float3 m_coatWo;
    Float3 m_f0;
    Float3 m_f90;
    float m_alphaX = 0;
    float m_alphaY = 0;
    float m_coatAlpha = 0;
    Float3 m_compensation;
    Float3 m_diffuse;
    Float3 m_through;
    float m_belowCoat = 1;
    float m_belowSheen = 1;
    float m_pCoat = 0;
    float m_pSheen = 0;
    float m_pSpecular = 0;
    float m_pDiffuse = 0;
    float m_pThrough = 0;
};

/// What a dielectric's smooth face reflects; 1 beyond the critical angle. `ratio` is the index beyond ÷ that before it.
[[nodiscard]] float dielectricFresnel(float cosine, float ratio);

} // namespace vitrine::render
