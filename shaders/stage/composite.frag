// SPDX-License-Identifier: GPL-3.0-or-later
#version 440

// The last step of every picture: linear light of the product, tone-mapped, on its backdrop. A software rasteriser goes
// through both sides of every condition, so that what few pictures have is compiled in for those alone: PLACE, GLASS, LENS.

layout(location = 0) in vec2 qt_TexCoord0;
layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform buf {
    mat4 qt_Matrix;
    float qt_Opacity;
    float exposure;
    float vignette; // darkness of the corners, 0 to 1
    float glow;     // strength of the pool of light behind the product
    vec4 skyTop;      // sRGB, premultiplied
    vec4 skyBottom;
    vec4 lamp;      // sRGB colour of the pool of light
    vec2 lampAt;    // in parts of the picture
    vec2 viewSize;  // pixels
    float dither;   // 1 where the backdrop is a gradient
    float yUp;      // 1 where textures that were drawn into begin at the bottom (OpenGL)
    vec2 placeAt;    // the panorama's place in the picture's middle: parts of its width (once around) and height
    vec2 placeScale; // how much of it the picture shows
    float lensVignette; // darkness of the whole picture's corners, 0 to 1
    float bloom;        // strength of the glow
    float placeBlur;    // the radius of a point of the place, in parts of the picture's height
    float dim;       // how much darker what is behind stands while a lamp is held to the product, 0 to 1
    vec4 part;       // what of the whole picture this is: its middle, its width and height; a magnifier shows little of it
    vec4 drawn;      // where the scene's texture is in the picture: its corner, its width and height; around it is no product
    mat4 ontoFloor;  // from a place of the whole picture to the floor, where the shadow's square reaches 1: StageCamera::ontoDisc()
    vec3 floorShade; // before tone mapping, as the scene is
    float floorDark; // how much of the shadow is seen, 0 to 1
    vec3 floorLight; // of the pool of light around the product, before tone mapping
    float floorBright;
    float coverage; // 1: alpha tells what the product covers, also where the backdrop is opaque
};
layout(binding = 1) uniform sampler2D scene;
#ifdef PLACE
layout(binding = 2) uniform sampler2D place; // render/studio/Panorama.h: its first column comes twice
#endif
#ifdef LENS
layout(binding = 3) uniform sampler2D glowing;
#endif
layout(binding = 4) uniform sampler2D floorShadow; // in alpha

// Khronos PBR Neutral (https://github.com/KhronosGroup/ToneMapping/tree/main/PBR_Neutral): keeps the colours of
// matt surfaces as authored and bends only the highlights.
vec3 pbrNeutral(vec3 color)
{
    const float startCompression = 0.8 - 0.04;
    const float desaturation = 0.15;
    float x = min(color.r, min(color.g, color.b));
    float offset = x < 0.08 ? x - 6.25 * x * x : 0.04;
    color -= offset;
    float peak = max(color.r, max(color.g, color.b));
    if (peak < startCompression)
        return color;
    float d = 1.0 - startCompression;
    float newPeak = 1.0 - d * d / (peak + d - startCompression);
    color *= newPeak / peak;
    float g = 1.0 - 1.0 / (desaturation * (peak - newPeak) + 1.0);
    return mix(color, vec3(newPeak), g);
}

#ifdef GLASS
// The light that pbrNeutral() turns into `shown`; as in render/scene/ToneMapping.cpp.
vec3 beforePbrNeutral(vec3 shown)
{
    vec3 color = min(shown, 0.985);
    float newPeak = max(color.r, max(color.g, color.b));
    if (newPeak >= 0.76) {
        float peak = 0.0576 / (1.0 - newPeak) - 0.24 + 0.76;
        float g = 1.0 - 1.0 / (0.15 * (peak - newPeak) + 1.0);
        color = (color - newPeak * g) / (1.0 - g) * (peak / newPeak);
    }
    float low = max(min(color.r, min(color.g, color.b)), 0.0);
    return color + (low < 0.04 ? sqrt(low / 6.25) - low : 0.04);
}

vec3 decode(vec3 c)
{
    return mix(c / 12.92, pow((c + 0.055) / 1.055, vec3(2.4)), step(0.04045, c));
}
#endif

vec3 encode(vec3 linear)
{
    vec3 c = clamp(linear, 0.0, 1.0);
    return mix(c * 12.92, 1.055 * pow(c, vec3(1.0 / 2.4)) - 0.055, step(0.0031308, c));
}

// The pool of light that shows that there is a floor, and on it the product's shadow: light with its cover.
vec4 floorAt(vec2 inWhole)
{
    vec3 met = (ontoFloor * vec4(inWhole, 0.0, 1.0)).xyz;
    vec2 at = met.xy / min(met.z, -1e-6);
    // Twice smooth, so that neither its middle nor its rim shows an edge.
    float lit = smoothstep(0.0, 1.0, 1.0 - length(at) / 2.1);
    lit *= lit * floorBright;
    float dark = texture(floorShadow, 0.5 + 0.5 * at).a * floorDark;
    return vec4(floorLight * lit, lit) * (1.0 - dark) + vec4(floorShade * dark, dark);
}

void main()
{
    vec2 seen = (qt_TexCoord0 - drawn.xy) / drawn.zw;
    seen.y = mix(seen.y, 1.0 - seen.y, yUp);
    vec4 light = texture(scene, seen);
    vec2 at = qt_TexCoord0;
    vec2 inWhole = part.xy + (at - 0.5) * part.zw;
    vec4 onFloor = floorAt(inWhole);
    vec4 ground = mix(skyBottom, skyTop, smoothstep(0.0, 1.0, 1.0 - inWhole.y));
#ifdef PLACE
    vec2 facing = placeAt + (at - 0.5) * placeScale;
    ground = vec4(texture(place, vec2((fract(facing.x) * 2048.0 + 0.5) / 2049.0, facing.y)).rgb, 1.0);
#ifdef LENS
    if (placeBlur > 0.0) {
        vec2 disc = placeScale * vec2(placeBlur * viewSize.y / viewSize.x, placeBlur);
        for (int i = 0; i < 31; ++i) {
            float angle = 2.39996323 * float(i);
            vec2 point = facing + vec2(cos(angle), sin(angle)) * sqrt((float(i) + 0.5) / 31.0) * disc;
            ground.rgb += texture(place, vec2((fract(point.x) * 2048.0 + 0.5) / 2049.0, point.y)).rgb;
        }
        ground.rgb /= 32.0;
    }
#endif
#endif
    vec2 aspect = vec2(viewSize.x * part.w / (viewSize.y * part.z), 1.0);
    float reach = length((inWhole - lampAt) * aspect * vec2(0.85, 1.0));
    float pool = glow * exp(-reach * reach * 3.2);
    ground.rgb = mix(ground.rgb, lamp.rgb * ground.a, pool);
    vec2 fromMiddle = (inWhole - 0.5) * 1.41421356;
    ground.rgb *= 1.0 - vignette * smoothstep(0.35, 1.05, length(fromMiddle));

    // The light of backdrop and floor that glass is drawn before is without cover: at the product's edge it is in the mean
    // of the samples. Bright as the backdrop has to be to come out of the tone mapping, it would outshine the product's:
    // edges would be steps. Beside the product it is all there is, and beyond what was drawn its last texel.
#ifdef GLASS
    vec3 behind = beforePbrNeutral(decode(ground.rgb)) / exposure * (1.0 - onFloor.a) + onFloor.rgb;
    light.rgb = light.a > 0.0 ? max(light.rgb - (1.0 - light.a) * behind, 0.0) : vec3(0.0);
#endif
    light += (1.0 - light.a) * onFloor;
    vec3 product = vec3(0.0);
    if (light.a > 0.0)
        product = encode(pbrNeutral(light.rgb / light.a * exposure)) * light.a;

    ground.rgb *= 1.0 - dim;
    vec4 colour = vec4(product + ground.rgb * (1.0 - light.a), light.a + ground.a * (1.0 - light.a));
#ifdef LENS
    vec3 glare = encode(texture(glowing, (qt_TexCoord0 - drawn.xy) / drawn.zw).rgb * bloom);
    colour.rgb += glare * (colour.a - min(colour.rgb, colour.a));
    colour.rgb *= 1.0 - lensVignette * smoothstep(0.35, 1.1, length(fromMiddle));
#endif

    // Interleaved gradient noise (Jimenez 2014), half a step of 8 bits: dark gradients show no bands.
    vec2 pixel = floor(at * viewSize);
    float noise = fract(52.9829189 * fract(dot(pixel, vec2(0.06711056, 0.00583715)))) - 0.5;
    colour.rgb = clamp(colour.rgb + noise / 255.0 * dither, 0.0, colour.a);
    fragColor = colour * qt_Opacity;
    fragColor.a = mix(fragColor.a, light.a, coverage);
}
