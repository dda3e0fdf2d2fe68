// SPDX-License-Identifier: GPL-3.0-or-later
#version 440

// A line around what the mask shows: outside of it, as wide as asked.

layout(location = 0) in vec2 qt_TexCoord0;
layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform buf {
    mat4 qt_Matrix;
    float qt_Opacity;
    float lineWidth; // pixels
    vec2 pixel;      // of the texture
    vec4 color;
};
layout(binding = 1) uniform sampler2D mask;

void main()
{
    float inside = texture(mask, qt_TexCoord0).a;
    float near = 0.0;
    for (int ring = 1; ring <= 2; ++ring) {
        for (int step = 0; step < 12; ++step) {
            float angle = 6.2831853 * (float(step) + 0.5 * float(ring)) / 12.0;
            vec2 at = qt_TexCoord0 + vec2(cos(angle), sin(angle)) * pixel * lineWidth * 0.5 * float(ring);
            near = max(near, texture(mask, at).a);
        }
    }
    float cover = near * (1.0 - inside);
    fragColor = vec4(color.rgb, 1.0) * (color.a * cover * qt_Opacity);
}
