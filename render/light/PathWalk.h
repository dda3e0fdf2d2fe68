// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/light/LightDome.h"
#include "render/light/PathTracer.h"
#include "render/light/TracedScene.h"

#include <functional>

namespace vitrine::render {

/// What one path brings back to the eye; premultiplied.
struct Seen {
    Float3 light;
    float cover = 0;
};

/// Follows single paths through a scene. Any thread may ask.
class PathWalk
{
public:
    PathWalk(const TracedScene &scene, const LightDome &dome)
        : m_scene(scene)
        , m_dome(dome)
    {
    }

    void standOn(const TracedGround &ground);
    /// What bent light finds behind everything, by its direction; nothing: the dome's light.
    void showBehind(std::function<std::optional<Float3>(Float3 direction)> behind) { m_behind = std::move(behind); }

    [[nodiscard]] Seen look(Float3 eye, Float3 direction, Samples &samples) const;

private:
    struct Path;
    /// False: the path is at its end.
    bool step(Path &path, Samples &samples) const;
    void escape(Path &path) const;
    void crossGround(Path &path, float reach, Samples &samples) const;
    /// Which part of the light that falls on the ground the product takes away.
    float missingAt(Float3 ground, Samples &samples) const;
    /// The surface lets the path go on as if it were not there.
    bool passes(Path &path, const TracedScene::Point &point, bool isBack, Samples &samples) const;
    Float3 lampLight(Float3 start, Float3 geometric, const Bsdf &bsdf, Samples &samples) const;
    /// How much gets through what lets light through: straight on, as behind panes.
    Float3 openness(Float3 origin, Float3 direction, bool bendsPass) const;

    struct Ground {
        float height = 0;
        Float3 centre;
        float side = 0;
        float strength = 0;
        Float3 shadowColor;
        std::optional<Float3> pool;
        float fullLight = 1;
    };

    const TracedScene &m_scene;
    const LightDome &m_dome;
    std::optional<Ground> m_ground;
    std::function<std::optional<Float3>(Float3)> m_behind;
};

} // namespace vitrine::render
