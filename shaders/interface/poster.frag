// SPDX-License-Identifier: GPL-3.0-or-later
// A cut-out picture whose rim fades: its shadow is wider than the picture and would end in a seam on a light wall.
#version 440

layout(location = 0) in vec2 qt_TexCoord0;
layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform buf {
    mat4 qt_Matrix;
    float qt_Opacity;
    float rim; // how far the fade reaches in, of the picture's side
};
layout(binding = 1) uniform sampler2D picture;

void main()
{
    vec2 fromEdge = min(qt_TexCoord0, 1.0 - qt_TexCoord0);
    vec2 fade = smoothstep(vec2(0.0), vec2(rim), fromEdge);
    fragColor = texture(picture, qt_TexCoord0) * (fade.x * fade.y * qt_Opacity);
}
