// SPDX-License-Identifier: GPL-3.0-or-later
#version 440

// What a product was made of gives way to what it is made of now: from below, in flakes, with an edge of light where the two differ.

layout(location = 0) in vec2 qt_TexCoord0;
layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform buf {
    mat4 qt_Matrix;
    float qt_Opacity;
    float way;     // 0: all is as it was; 1: all is new
    vec2 low;      // where the product begins and ends in the picture, in parts of it, from above
    vec2 high;
    float flakes;  // across the product's height
    float aspect;  // of the picture
};
layout(binding = 1) uniform sampler2D before;
layout(binding = 2) uniform sampler2D after;

float hash(vec2 p)
{
    vec3 q = fract(vec3(p.xyx) * 0.1031);
    q += dot(q, q.yzx + 33.33);
    return fract((q.x + q.y) * q.z);
}

float noise(vec2 p)
{
    vec2 cell = floor(p);
    vec2 f = fract(p);
    f = f * f * (3.0 - 2.0 * f);
    return mix(mix(hash(cell), hash(cell + vec2(1, 0)), f.x),
               mix(hash(cell + vec2(0, 1)), hash(cell + vec2(1, 1)), f.x), f.y);
}

void main()
{
    vec4 old = texture(before, qt_TexCoord0);
    vec4 now = texture(after, qt_TexCoord0);
    float height = max(high.y - low.y, 1e-3);
    vec2 at = (qt_TexCoord0 - low) * vec2(aspect, 1.0) / height * flakes;
    float grain = noise(at) * 0.62 + noise(at * 2.7 + 11.0) * 0.26 + noise(at * 7.3 + 5.0) * 0.12;
    float up = clamp((high.y - qt_TexCoord0.y) / height, 0.0, 1.0);
    // When this place turns: 0 at the foot, later further up, earlier or later by the grain.
    float due = up * 0.62 + grain * 0.38;
    const float soft = 0.035;
    float t = way * (1.0 + 2.0 * soft) - soft;
    float turned = smoothstep(due - soft, due + soft, t);
    float edge = 1.0 - clamp(abs(t - due) / (soft * 1.6), 0.0, 1.0);
    float differs = clamp(length(old.rgb - now.rgb) * 2.5, 0.0, 1.0);
    vec4 colour = mix(old, now, turned);
    colour.rgb += vec3(1.0, 0.93, 0.8) * (edge * edge * differs * 0.32 * colour.a);
    fragColor = colour * qt_Opacity;
}
