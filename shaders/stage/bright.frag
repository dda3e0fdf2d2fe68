// SPDX-License-Identifier: GPL-3.0-or-later
#version 440

// What is brighter than paper, at a quarter of the size: the source of the glow around highlights.

layout(location = 0) in vec2 qt_TexCoord0;
layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform buf {
    mat4 qt_Matrix;
    float qt_Opacity;
    float exposure;
    vec2 texel; // of the scene
};
layout(binding = 1) uniform sampler2D scene;

vec3 brightAt(vec2 at)
{
    vec4 light = texture(scene, at);
    vec3 color = light.rgb * exposure;
    float peak = max(color.r, max(color.g, color.b));
    // Karis (2013): a single speck must not flicker as large as a lamp.
    return color * smoothstep(0.75, 1.6, peak) / (1.0 + peak * 0.25);
}

void main()
{
    vec3 sum = vec3(0.0);
    for (int y = -1; y <= 1; y += 2)
        for (int x = -1; x <= 1; x += 2)
            sum += brightAt(qt_TexCoord0 + vec2(float(x), float(y)) * texel);
    fragColor = vec4(sum * 0.25, 1.0) * qt_Opacity;
}
