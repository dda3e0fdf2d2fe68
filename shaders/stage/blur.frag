// SPDX-License-Identifier: GPL-3.0-or-later
#version 440

// A Gaussian along one axis, ±2.5 deviations in 15 samples.

layout(location = 0) in vec2 qt_TexCoord0;
layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform buf {
    mat4 qt_Matrix;
    float qt_Opacity;
    vec2 along; // from the middle to the end, in parts of the picture
};
layout(binding = 1) uniform sampler2D source;

void main()
{
    vec4 sum = vec4(0.0);
    float weights = 0.0;
    for (int i = -7; i <= 7; ++i) {
        float t = float(i) / 7.0;
        float weight = exp(-3.125 * t * t);
        sum += texture(source, qt_TexCoord0 + along * t) * weight;
        weights += weight;
    }
    fragColor = sum / weights * qt_Opacity;
}
