// SPDX-License-Identifier: GPL-3.0-or-later
#version 440

// A round glass over a picture: its edge is clear, its rim casts a little shade inwards.

layout(location = 0) in vec2 qt_TexCoord0;
layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform buf {
    mat4 qt_Matrix;
    float qt_Opacity;
    float pixel; // of the picture, in parts of its side
    vec4 rim;
};
layout(binding = 1) uniform sampler2D source;

void main()
{
    vec2 from = qt_TexCoord0 - 0.5;
    float reach = length(from);
    float inside = 1.0 - smoothstep(0.5 - 1.5 * pixel, 0.5, reach);
    vec4 colour = texture(source, qt_TexCoord0);
    colour.rgb *= 1.0 - 0.28 * smoothstep(0.36, 0.5, reach) * (0.7 + 0.6 * from.y + 0.0);
    float line = smoothstep(0.5 - 4.5 * pixel, 0.5 - 3.0 * pixel, reach);
    colour = mix(colour, vec4(rim.rgb * rim.a, rim.a) + colour * (1.0 - rim.a), line);
    fragColor = colour * inside * qt_Opacity;
}
