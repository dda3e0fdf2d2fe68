// SPDX-License-Identifier: GPL-3.0-or-later
// A panel: its soft shadow from above, its fill and its 1 px inner line, from one signed distance to a rounded box.
#version 440

layout(location = 0) in vec2 qt_TexCoord0;
layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform buf {
    mat4 qt_Matrix;
    float qt_Opacity;
    float margin;       // room around the panel for the shadow, px
    float radius;       // px
    float shadowBlur;   // px
    float shadowDrop;   // px
    vec2 extent;        // the whole item, margin included, px
    vec4 fill;
    vec4 line;
    vec4 shadow;
};

float roundedBox(vec2 p, vec2 halfSize, float r)
{
    vec2 q = abs(p) - halfSize + r;
    return min(max(q.x, q.y), 0.0) + length(max(q, 0.0)) - r;
}

vec4 over(vec4 top, vec4 under) { return top + under * (1.0 - top.a); }

void main()
{
    vec2 p = qt_TexCoord0 * extent - extent * 0.5;
    vec2 halfSize = extent * 0.5 - margin;
    float inside = roundedBox(p, halfSize, radius);
    float cover = clamp(0.5 - inside, 0.0, 1.0);

    float fallen = roundedBox(p - vec2(0.0, shadowDrop), halfSize, radius);
    float dark = smoothstep(shadowBlur, -shadowBlur, fallen);
    // Glass lets its own shadow through: it is drawn around the panel only.
    vec4 color = shadow * (dark * dark * (1.0 - cover));

    float edge = clamp(0.5 - abs(inside + 0.5) + 0.5, 0.0, 1.0) * cover;
    color = over(over(line * edge, fill * cover), color);
    fragColor = color * qt_Opacity;
}
