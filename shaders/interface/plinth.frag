// SPDX-License-Identifier: GPL-3.0-or-later
// An empty plinth under a lamp: what a shelf looks like when nothing stands on it.
#version 440

layout(location = 0) in vec2 qt_TexCoord0;
layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform buf {
    mat4 qt_Matrix;
    float qt_Opacity;
    float lit;       // 0 (the lamp is off: offline) … 1
    float day;       // 1 on paper: the room is bright, and a lamp hardly shows
    vec2 extent;     // px
    vec4 stone;      // the plinth's own colour
    vec4 lamp;
    vec4 shadow;
};

float noise(vec2 p) { return fract(52.9829189 * fract(dot(p, vec2(0.06711056, 0.00583715)))); }
float between(float low, float high, float x, float soft)
{
    return smoothstep(low - soft, low + soft, x) * (1.0 - smoothstep(high - soft, high + soft, x));
}
vec4 over(vec4 top, vec4 under) { return top + under * (1.0 - top.a); }

void main()
{
    // A square field, y down, one unit high.
    vec2 p = (qt_TexCoord0 - 0.5) * extent / extent.y + vec2(0.0, 0.5);
    float px = 1.0 / extent.y;
    vec3 lampColor = lamp.rgb / max(lamp.a, 0.001);
    float strength = clamp(lamp.a * 2.4, 0.0, 1.0) * lit;

    // The cone of light, from above the upper left. It comes out of the dark and fades as it falls.
    vec2 source = vec2(-0.30, -0.62);
    vec2 axis = normalize(vec2(-0.01, 0.32) - source);
    vec2 toPoint = p - source;
    float along = dot(toPoint, axis);
    float aside = abs(toPoint.x * axis.y - toPoint.y * axis.x);
    float cone = smoothstep(along * 0.24, along * 0.02, aside);
    cone *= smoothstep(-0.02, 0.34, p.y) * smoothstep(0.54, 0.22, p.y);
    vec4 color = vec4(lampColor, 1.0) * cone * strength * 0.20 * (1.0 - day);

    // Its shadow on the floor, to the lower right, gone before the field ends.
    vec2 fall = (p - vec2(0.09, 0.885)) * vec2(1.0, 7.0);
    color = over(shadow * exp(-dot(fall, fall) * 11.0) * 0.9, color);

    float top = 0.30, rim = 0.365, foot = 0.88, halfTop = 0.150, halfFront = 0.172;
    float slope = mix(halfTop, halfFront, clamp((p.y - top) / (rim - top), 0.0, 1.0));
    float face = between(top, rim, p.y, px) * (1.0 - smoothstep(slope - px, slope + px, abs(p.x)));
    float front = between(rim, foot, p.y, px) * (1.0 - smoothstep(halfFront - px, halfFront + px, abs(p.x)));

    float down = (p.y - rim) / (foot - rim);
    vec3 frontColor = stone.rgb * mix(1.0, mix(0.55, 0.86, day), smoothstep(0.0, 1.0, down)) * mix(1.06, 0.86, (p.x + halfFront) / (2.0 * halfFront));
    color = over(vec4(frontColor, 1.0) * front, color);

    vec2 pool = (p - vec2(-0.015, 0.332)) * vec2(1.0, 2.8);
    vec3 faceColor = mix(stone.rgb * 1.12, lampColor, exp(-dot(pool, pool) * 42.0) * strength * mix(0.78, 0.45, day));
    color = over(vec4(faceColor, 1.0) * face, color);
    color.rgb += (noise(qt_TexCoord0 * extent) - 0.5) / 255.0 * color.a;
    fragColor = color * qt_Opacity;
}
