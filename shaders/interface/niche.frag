// SPDX-License-Identifier: GPL-3.0-or-later
// The place where an object stands: a wall that darkens upwards, a lamp on it from the upper left, a floor that holds
// the light. Dithered, because a dusk of twelve steps over a whole window would show its bands.
#version 440

layout(location = 0) in vec2 qt_TexCoord0;
layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform buf {
    mat4 qt_Matrix;
    float qt_Opacity;
    float radius;        // corners, px
    float lampReach;     // of the lamp's pool, in heights
    float lampStrength;  // 0…1, times the lamp's own alpha
    float floorLevel;    // where the wall meets the floor, 0 (top) … 1 (bottom); above 1: no floor
    vec2 extent;         // px
    vec2 lampAt;         // the pool's middle, 0…1
    vec4 wallTop;
    vec4 wallBottom;
    vec4 lamp;
};

float roundedBox(vec2 p, vec2 halfSize, float r)
{
    vec2 q = abs(p) - halfSize + r;
    return min(max(q.x, q.y), 0.0) + length(max(q, 0.0)) - r;
}

// Interleaved gradient noise (Jimenez, "Next Generation Post Processing in Call of Duty", 2014).
float noise(vec2 p) { return fract(52.9829189 * fract(dot(p, vec2(0.06711056, 0.00583715)))); }

void main()
{
    vec2 uv = qt_TexCoord0;
    vec2 aspect = vec2(extent.x / extent.y, 1.0);
    vec3 color = mix(wallTop.rgb, wallBottom.rgb, smoothstep(0.0, 1.0, uv.y));

    float pool = length((uv - lampAt) * aspect) / lampReach;
    float light = exp(-pool * pool * 2.2) * lampStrength;

    float below = smoothstep(floorLevel - 0.004, floorLevel + 0.012, uv.y);
    vec2 onFloor = (uv - vec2(0.5, floorLevel + 0.10)) * aspect * vec2(1.0, 3.4);
    light += below * exp(-dot(onFloor, onFloor) * 1.6) * lampStrength * 0.5;
    color = mix(color, mix(wallTop.rgb, wallBottom.rgb, 0.35), below * 0.5 * step(lamp.a, 0.5));

    color = mix(color, lamp.rgb / max(lamp.a, 0.001), clamp(light * lamp.a, 0.0, 1.0));
    color += (noise(uv * extent) - 0.5) / 255.0;

    float cover = clamp(0.5 - roundedBox((uv - 0.5) * extent, extent * 0.5, radius), 0.0, 1.0);
    cover = radius > 0.0 ? cover : 1.0;
    fragColor = vec4(color, 1.0) * cover * qt_Opacity;
}
