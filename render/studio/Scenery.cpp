// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/studio/Scenery.h"

#include "core/values/Contract.h"
#include "render/Curves.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace vitrine::render {

namespace {

/// A panel with its axes and colours worked out.
class PaintedPanel
{
public:
    PaintedPanel(const LightPanel &panel, float whitePointKelvin)
        : m_axis(directionTowards(panel.yawDegrees, panel.pitchDegrees))
        , m_halfWidth(std::tan(radians(panel.widthDegrees) / 2))
        , m_halfHeight(std::tan(radians(panel.heightDegrees) / 2))
        , m_radius(panel.rounding * std::min(m_halfWidth, m_halfHeight))
        , m_border(std::max(panel.edge * std::min(m_halfWidth, m_halfHeight), 1e-4F))
        , m_falloff(panel.falloff)
        , m_columns(panel.columns)
        , m_rows(panel.rows)
        , m_leastCosine(1 / std::sqrt(1 + m_halfWidth * m_halfWidth + m_halfHeight * m_halfHeight) - 1e-5F)
    {
        const Float3 up = std::abs(m_axis.y) > 0.999F ? Float3{0, 0, -1} : Float3{0, 1, 0};
        const Float3 right = normalized(cross(up, m_axis));
        const Float3 above = cross(m_axis, right);
        const float roll = radians(panel.rollDegrees);
        m_right = right * std::cos(roll) + above * std::sin(roll);
        m_above = above * std::cos(roll) - right * std::sin(roll);
        m_bar = panel.bars * std::min(m_halfWidth / m_columns, m_halfHeight / m_rows);
        const Float3 light = kelvinToRgb(panel.kelvin, whitePointKelvin) * panel.radiance;
        m_top = light * panel.tint;
        m_bottom = light * panel.tintBelow.value_or(panel.tint);
    }

    /// `light` with this panel before it.
    Float3 over(Float3 light, Float3 direction) const
    {
        const float along = dot(direction, m_axis);
        if (along <= m_leastCosine)
            return light;
        const float u = dot(direction, m_right) / along;
        const float v = dot(direction, m_above) / along;
        // Signed distance to a rounded rectangle, negative inside.
        const float du = std::abs(u) - (m_halfWidth - m_radius);
        const float dv = std::abs(v) - (m_halfHeight - m_radius);
        const float outside = std::hypot(std::max(du, 0.0F), std::max(dv, 0.0F));
        float distance = outside + std::min(std::max(du, dv), 0.0F) - m_radius;
        distance = std::max({distance, barAt(u, m_halfWidth, m_columns), barAt(v, m_halfHeight, m_rows)});
        if (distance >= 0)
            return light;
        const float ramp = smoothstep(-distance / m_border);
        const float fromMiddle =
            std::min(1.0F, std::hypot(u / m_halfWidth, v / m_halfHeight) / std::numbers::sqrt2_v<float>);
        const float coverage = ramp * (1 - m_falloff * fromMiddle * fromMiddle);
        const float height = std::clamp(0.5F + v / (2 * m_halfHeight), 0.0F, 1.0F);
        // A panel hides what is behind it, also where that is brighter: flags are panels of radiance 0.
        return mix(light, mix(m_bottom, m_top, height), coverage);
    }

private:
    /// Signed distance to the bars between panes: positive on one.
    float barAt(float at, float half, float panes) const
    {
        if (panes < 1.5F)
            return -1e6F;
        const float pane = 2 * half / panes;
        const float inPanes = (at + half) / pane;
        const float line = std::clamp(std::round(inPanes), 1.0F, panes - 1);
        return m_bar - std::abs(inPanes - line) * pane;
    }

    Float3 m_axis;
    Float3 m_right;
    Float3 m_above;
    Float3 m_top;
    Float3 m_bottom;
    float m_halfWidth;
    float m_halfHeight;
    float m_radius;
    float m_border;
    float m_falloff;
    float m_columns;
    float m_rows;
    float m_bar = 0;
    float m_leastCosine; ///< Of the corner: most directions are told by it alone.
};

class Painted
{
public:
    Painted(const Scenery &scenery, float whitePointKelvin)
        : m_sky(scenery.sky)
    {
        VITRINE_EXPECT(!m_sky.empty());
        for (const LightPanel &panel : scenery.panels)
            m_panels.emplace_back(panel, whitePointKelvin);
    }

    Float3 operator()(Float3 direction) const
    {
        Float3 light = sky(std::asin(std::clamp(direction.y, -1.0F, 1.0F)) / radians(1.0F));
        for (const PaintedPanel &panel : m_panels)
            light = panel.over(light, direction);
        return light;
    }

private:
    Float3 sky(float pitch) const
    {
        const auto above = std::ranges::upper_bound(m_sky, pitch, {}, &SkyStop::pitchDegrees);
        if (above == m_sky.begin())
            return m_sky.front().light;
        if (above == m_sky.end())
            return m_sky.back().light;
        const SkyStop &below = *std::prev(above);
        const float t = (pitch - below.pitchDegrees) / (above->pitchDegrees - below.pitchDegrees);
        return mix(below.light, above->light, t);
    }

    std::vector<SkyStop> m_sky;
    std::vector<PaintedPanel> m_panels;
};

} // namespace

Surround surroundOf(const Scenery &scenery, float whitePointKelvin)
{
    return [painted = std::make_shared<const Painted>(scenery, whitePointKelvin)](Float3 direction) {
        return (*painted)(direction);
    };
}

} // namespace vitrine::render
