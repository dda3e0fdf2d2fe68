// SPDX-License-Identifier: GPL-3.0-or-later
// Depth of field, in linear light before the tone mapping: each point becomes the disc that a thin lens makes of it, gathered
// in one pass over a spiral of equal areas. What lies further away than the pixel itself spreads over it no wider than the
// pixel's own disc, so that a sharp edge stays sharp before a soft ground.

const float kGoldenAngle = 2.39996323;

// View depth in scene units; `upwards` is 1 where a picture's first row is its lowest, else -1. Where nothing solid was drawn there is the ground, or what stands far behind.
float depthAt(vec2 uv)
{
    float stored = texture(DEPTH_TEXTURE, uv).x;
    float near = CAMERA_PROPERTIES.x;
    float far = CAMERA_PROPERTIES.y;
    if (stored < 1.0)
        return 2.0 * near * far / (far + near - (2.0 * stored - 1.0) * (far - near));
    vec2 seen = uv * 2.0 - 1.0;
    seen.y *= upwards;
    float falls = dot(groundRay, vec3(seen, 1.0));
    return falls < -1e-5 ? min(groundDrop / falls, far) : far;
}

float discAt(float depth)
{
    return min(blur * abs(1.0 - focus / depth), widest) * INPUT_SIZE.y * 0.5;
}

void MAIN()
{
    float depth = depthAt(INPUT_UV);
    float disc = discAt(depth);
    float reach = max(widestHere * INPUT_SIZE.y * 0.5, 0.5);
    vec4 sum = texture(INPUT, INPUT_UV);
    float count = 1.0;
    float angle = 0.0;
    for (int i = 0; i < taps; ++i) {
        float radius = reach * sqrt((float(i) + 0.5) / float(taps));
        vec2 uv = INPUT_UV + vec2(cos(angle), sin(angle)) * radius / INPUT_SIZE;
        float there = depthAt(uv);
        float spread = discAt(there);
        if (there > depth)
            spread = min(spread, disc * 2.0);
        sum += mix(sum / count, texture(INPUT, uv), smoothstep(radius - 0.5, radius + 0.5, spread));
        count += 1.0;
        angle += kGoldenAngle;
    }
    FRAGCOLOR = sum / count;
}
