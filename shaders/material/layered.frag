// SPDX-License-Identifier: GPL-3.0-or-later
// A Quick 3D material (CustomMaterial, shaded) for all that light reaches. render/scene/LayeredMaterial.cpp puts definitions
// before it: a layer's name where the material has it, and X_TEXEL, which reads a map, where it has that map. ASCII only.
//
// Formulas: the glTF 2.0 specification, appendix B, and its extensions KHR_materials_specular, _iridescence, _anisotropy,
// _sheen, _clearcoat, _dispersion. Light that is lost between microfacets is given back (Fdez-Aguera 2019), so that nothing darkens in
// even light.

// The passes that draw depth alone (shadows, what effects read) have neither VAR_COLOR nor a studio; Qt compiles this
// for them all the same, and calls none of it.
#if QSSG_ENABLE_DEPTH_PASS || QSSG_ENABLE_ORTHO_SHADOW_PASS || QSSG_ENABLE_PERSPECTIVE_SHADOW_PASS
#undef VERTEX_COLOR
#undef VERTEX_OCCLUSION
#endif

// Qt's own SHARED_VARS does not compile in the pass that draws a scene's depth (6.8), which effects need.
struct Layers {
    vec3 diffuse;       // what scatters it below the surface
    vec3 emission;
    vec3 f0;
    float f90;
    vec3 single;        // what the microfacets reflect of even light, at the first meeting
    vec3 multiple;      // and at later ones
    float roughness;
    float nv;
    vec3 diffuseLight;  // towards the eye, each
    vec3 specularLight;
    float occlusion;
#ifdef ANISOTROPY
    vec3 along;         // the direction in which highlights are stretched
    float stretch;
#endif
#ifdef SHEEN
    vec3 sheenColor;
    float sheenRoughness;
    float sheenAlbedo;
    vec3 sheenLight;
#endif
#ifdef COAT
    float coat;
    float coatRoughness;
    vec3 coatNormal;
    float coatNv;
    float coatAlbedo;
    vec3 coatLight;
#endif
#ifdef GLASS
    float transmission;
    vec3 tint;          // what is left of light on its way through
    vec3 behind;        // what is seen through it, bent, of all that is no glass
    vec3 straight;      // the same where light is not bent
#endif
};
Layers layers;
#define SHARED layers

const float kPi = 3.14159265359;

float greatest(vec3 c) { return max(c.r, max(c.g, c.b)); }

// As Qt's own materials read colours: https://chilliant.blogspot.com/2012/08/srgb-approximations-for-hlsl.html
vec3 linearOf(vec3 srgb) { return srgb * (srgb * (srgb * 0.305306011 + 0.682171111) + 0.012522878); }

float schlick(float cosine)
{
    float x = 1.0 - cosine;
    float x2 = x * x;
    return x2 * x2 * x;
}

// What GGX reflects of even light: scale of f0, scale of f90. Karis, "Physically Based Shading on Mobile", 2014.
vec2 albedoOf(float cosine, float roughness)
{
    vec4 r = roughness * vec4(-1.0, -0.0275, -0.572, 0.022) + vec4(1.0, 0.0425, 1.04, -0.04);
    float a = min(r.x * r.x, exp2(-9.28 * cosine)) * r.x + r.y;
    return max(vec2(-1.04, 1.04) * a + r.zw, 0.0);
}

vec3 tangentNormal(vec3 texel, float strength, vec3 normal, vec3 tangent, vec3 binormal)
{
    vec3 t = (texel * 2.0 - 1.0) * vec3(strength, strength, 1.0);
    return normalize(t.x * tangent + t.y * binormal + t.z * normal);
}

#ifdef FILM
// The spectral sensitivity of the eye to light that went `path` metres further, in linear sRGB.
vec3 sensitivity(float path, vec3 shift)
{
    float phase = 2.0 * kPi * path;
    vec3 xyz = vec3(5.4856e-13, 4.4201e-13, 5.2481e-13) * sqrt(2.0 * kPi * vec3(4.3278e9, 9.3046e9, 6.6121e9)) *
               cos(vec3(1.6810e6, 1.7953e6, 2.2084e6) * phase + shift) *
               exp(-phase * phase * vec3(4.3278e9, 9.3046e9, 6.6121e9));
    xyz.x += 9.7470e-14 * sqrt(2.0 * kPi * 4.5282e9) * cos(2.2399e6 * phase + shift.x) * exp(-4.5282e9 * phase * phase);
    return mat3(3.2404542, -0.9692660, 0.0556434, -1.5371385, 1.8760108, -0.2040259, -0.4985314, 0.0415560, 1.0572252) *
           (xyz / 1.0685e-7);
}

// KHR_materials_iridescence: a film of `index` and `metres` over what reflects `base` at right angles.
vec3 filmFresnel(float cosine, float index, float metres, vec3 base)
{
    float film = mix(1.0, index, smoothstep(0.0, 0.03e-6, metres));
    float within2 = 1.0 - (1.0 - cosine * cosine) / (film * film);
    if (within2 < 0.0)
        return vec3(1.0);
    float within = sqrt(within2);
    float outer0 = (film - 1.0) / (film + 1.0);
    outer0 *= outer0;
    float outer = outer0 + (1.0 - outer0) * schlick(cosine);
    float through = 1.0 - outer;
    float outerShift = film < 1.0 ? kPi : 0.0;
    vec3 root = sqrt(clamp(base, 0.0, 0.9999));
    vec3 below = (1.0 + root) / (1.0 - root);
    vec3 inner0 = (below - film) / (below + film);
    inner0 *= inner0;
    vec3 inner = inner0 + (1.0 - inner0) * schlick(within);
    vec3 shift = vec3(kPi - outerShift) + mix(vec3(0.0), vec3(kPi), lessThan(below, vec3(film)));
    float path = 2.0 * film * metres * within;
    vec3 both = clamp(outer * inner, 1e-5, 0.9999);
    vec3 amplitude = sqrt(both);
    vec3 series = through * through * inner / (1.0 - both);
    vec3 colour = outer + series;
    vec3 order = series - through;
    for (int m = 1; m <= 2; ++m) {
        order *= amplitude;
        colour += order * 2.0 * sensitivity(float(m) * path, float(m) * shift);
    }
    return max(colour, 0.0);
}
#endif

#ifdef SHEEN
float sheenAlpha(float roughness) { return max(roughness * roughness, 0.005); }

// What sheen of the distribution and visibility below reflects of even light: our own fit to its integral, within 0.03
// for roughness 0.2 to 1 (tests/render/stage/LayeredTest.cpp).
float sheenAlbedoOf(float cosine, float roughness)
{
    float inverse = 1.0 / (roughness + 0.1);
    float level = -0.3448 + roughness * (-0.9658 + 0.4617 * roughness) + 0.3406 * inverse;
    float slope = 4.4194 + roughness * (-5.0007 + 1.991 * roughness) - 3.0964 * inverse;
    return min(exp(level + slope * cosine), 1.0);
}
#endif

#ifdef GLASS
// How many texels a whole, square picture of the house would have along a side, at this scale: what is drawn may be a part
// of it.
float wholeSide()
{
    const float kHouse = 0.2586; // the tangent of half of its 29 degrees
    return kHouse * abs(PROJECTION_MATRIX[1][1]) * float(textureSize(SCREEN_MIP_TEXTURE, 0).y);
}

// What a ray that is bent by `index` meets in the picture of all that is no glass, and how long its way through is.
vec4 seenThrough(vec3 normal, vec3 view, float index, float thickness, float rough)
{
    vec3 size = vec3(length(MODEL_MATRIX[0].xyz), length(MODEL_MATRIX[1].xyz), length(MODEL_MATRIX[2].xyz));
    vec3 way = normalize(refract(-view, normal, 1.0 / index)) * thickness * size;
    vec4 exit = VIEWPROJECTION_MATRIX * vec4(VAR_WORLD_POSITION + way, 1.0);
    vec2 at = exit.xy / exit.w * 0.5 + 0.5;
    if (FRAMEBUFFER_Y_UP < 0.0 && NDC_Y_UP > 0.0)
        at.y = 1.0 - at.y;
    float level = log2(wholeSide()) * rough * clamp(index * 2.0 - 2.0, 0.0, 1.0);
    return vec4(textureLod(SCREEN_MIP_TEXTURE, at, level).rgb, length(way));
}
#endif

void MAIN()
{
#ifdef BACK
    NORMAL = -NORMAL; // towards the eye
#endif
    BASE_COLOR = baseColor;
#ifdef BASE_COLOR_TEXEL
    vec4 baseTexel = BASE_COLOR_TEXEL;
    BASE_COLOR *= vec4(linearOf(baseTexel.rgb), baseTexel.a);
#endif
#ifdef MASK
#ifdef VERTEX_COLOR
    if (BASE_COLOR.a * VAR_COLOR.a < alphaCutoff)
#else
    if (BASE_COLOR.a < alphaCutoff)
#endif
        discard;
#endif
#ifndef BLEND
    BASE_COLOR.a = 1.0;
#endif
    vec3 base = BASE_COLOR.rgb;
#ifdef VERTEX_COLOR
    base *= VAR_COLOR.rgb;
#endif
    float metal = surface.x;
    float rough = surface.y;
#ifdef METALLIC_ROUGHNESS_TEXEL
    vec2 metalRough = METALLIC_ROUGHNESS_TEXEL.bg;
    metal *= metalRough.x;
    rough *= metalRough.y;
#endif
    SHARED.occlusion = 1.0;
#ifdef OCCLUSION_TEXEL
    SHARED.occlusion = 1.0 + surface.w * (OCCLUSION_TEXEL.r - 1.0);
#endif
#ifdef VERTEX_OCCLUSION
    SHARED.occlusion *= VAR_COLOR.a;
#endif
    SHARED.emission = emission;
#ifdef EMISSIVE_TEXEL
    SHARED.emission *= linearOf(EMISSIVE_TEXEL.rgb);
#endif
    vec3 smoothNormal = NORMAL;
#ifdef NORMAL_TEXEL
    NORMAL = tangentNormal(NORMAL_TEXEL.rgb, surface.z, smoothNormal, TANGENT, BINORMAL);
#endif
    float nv = clamp(dot(NORMAL, VIEW_VECTOR), 0.001, 1.0);

    vec3 reflected = reflectance.rgb;
    float weight = reflectance.a;
#ifdef SPECULAR_COLOR_TEXEL
    reflected *= linearOf(SPECULAR_COLOR_TEXEL.rgb);
#endif
#ifdef SPECULAR_TEXEL
    weight *= SPECULAR_TEXEL.a;
#endif
    SHARED.f0 = mix(min(reflected, 1.0) * weight, base, metal);
    SHARED.f90 = mix(weight, 1.0, metal);
#ifdef FILM
    float share = film.x;
#ifdef IRIDESCENCE_TEXEL
    share *= IRIDESCENCE_TEXEL.r;
#endif
    float thickness = film.w;
#ifdef IRIDESCENCE_THICKNESS_TEXEL
    thickness = mix(film.z, film.w, IRIDESCENCE_THICKNESS_TEXEL.g);
#endif
    // Back to what would reflect as much at right angles, so that the rest of the formulas goes on from there.
    float grazing = min(schlick(nv), 0.95);
    vec3 filmed = (filmFresnel(nv, film.y, thickness * 1e-9, SHARED.f0) - grazing) / (1.0 - grazing);
    SHARED.f0 = mix(SHARED.f0, clamp(filmed, 0.0, 1.0), share);
    SHARED.f90 = mix(SHARED.f90, 1.0, share);
#endif
    vec2 scales = albedoOf(nv, rough);
    SHARED.single = SHARED.f0 * scales.x + SHARED.f90 * scales.y;
    vec3 average = SHARED.f0 + (SHARED.f90 - SHARED.f0) / 21.0;
    float lost = 1.0 - scales.x - scales.y;
    SHARED.multiple = lost * SHARED.single * average / (1.0 - average * lost);
    SHARED.diffuse = base * (1.0 - metal) * (1.0 - greatest(SHARED.single + SHARED.multiple));
    SHARED.roughness = rough;
    SHARED.nv = nv;
    SHARED.diffuseLight = vec3(0.0);
    SHARED.specularLight = vec3(0.0);
#ifdef ANISOTROPY
    vec2 direction = vec2(1.0, 0.0);
    SHARED.stretch = anisotropy.z;
#ifdef ANISOTROPY_TEXEL
    vec3 brushed = ANISOTROPY_TEXEL.rgb;
    direction = brushed.rg * 2.0 - 1.0;
    SHARED.stretch *= brushed.b;
#endif
    direction = vec2(anisotropy.x * direction.x - anisotropy.y * direction.y,
                     anisotropy.y * direction.x + anisotropy.x * direction.y);
    vec3 along = direction.x * TANGENT + direction.y * BINORMAL;
    along -= NORMAL * dot(NORMAL, along);
    // A mesh without texture coordinates has no tangents: then there is no direction to stretch in.
    float hasDirection = dot(along, along) > 0.01 ? 1.0 : 0.0;
    SHARED.along = normalize(hasDirection > 0.0 ? along : cross(NORMAL, vec3(0.36, 0.48, 0.8)));
    SHARED.stretch *= hasDirection;
#endif
#ifdef SHEEN
    SHARED.sheenColor = sheen.rgb;
#ifdef SHEEN_COLOR_TEXEL
    SHARED.sheenColor *= linearOf(SHEEN_COLOR_TEXEL.rgb);
#endif
    SHARED.sheenRoughness = sheen.a;
#ifdef SHEEN_ROUGHNESS_TEXEL
    SHARED.sheenRoughness *= SHEEN_ROUGHNESS_TEXEL.a;
#endif
    SHARED.sheenAlbedo = sheenAlbedoOf(nv, SHARED.sheenRoughness);
    SHARED.sheenLight = vec3(0.0);
#endif
#ifdef COAT
    SHARED.coat = coating.x;
#ifdef CLEARCOAT_TEXEL
    SHARED.coat *= CLEARCOAT_TEXEL.r;
#endif
    SHARED.coatRoughness = coating.y;
#ifdef CLEARCOAT_ROUGHNESS_TEXEL
    SHARED.coatRoughness *= CLEARCOAT_ROUGHNESS_TEXEL.g;
#endif
    SHARED.coatNormal = smoothNormal;
#ifdef CLEARCOAT_NORMAL_TEXEL
    SHARED.coatNormal = tangentNormal(CLEARCOAT_NORMAL_TEXEL.rgb, coating.z, smoothNormal, TANGENT, BINORMAL);
#endif
    SHARED.coatNv = clamp(dot(SHARED.coatNormal, VIEW_VECTOR), 0.001, 1.0);
    SHARED.coatAlbedo = SHARED.coat * dot(albedoOf(SHARED.coatNv, SHARED.coatRoughness), vec2(0.04, 1.0));
    SHARED.coatLight = vec3(0.0);
#endif

    ROUGHNESS = rough;
    SPECULAR_AMOUNT = 0.0; // what Qt would add is added here
#ifdef GLASS
    SHARED.transmission = glass.x * (1.0 - metal);
#ifdef TRANSMISSION_TEXEL
    SHARED.transmission *= TRANSMISSION_TEXEL.r;
#endif
    float depth = glass.y;
#ifdef THICKNESS_TEXEL
    depth *= THICKNESS_TEXEL.g;
#endif
#ifdef INNER
    // The far wall of a body, seen from within: of what comes through it the near wall tells.
    SHARED.transmission = 1.0;
    SHARED.diffuse = vec3(0.0);
    SHARED.emission = vec3(0.0);
    SHARED.behind = vec3(0.0);
    vec3 way = vec3(depth * length(MODEL_MATRIX[0].xyz));
#else
    SHARED.straight = texelFetch(SCREEN_MIP_TEXTURE, ivec2(FRAGCOORD.xy), 0).rgb;
    vec4 green = seenThrough(NORMAL, VIEW_VECTOR, glass.w, depth, rough);
    vec3 way = vec3(green.a);
    SHARED.behind = green.rgb;
#ifdef DISPERSION
    // KHR_materials_dispersion: 20 / Abbe number; red is bent the least.
    float spread = (glass.w - 1.0) * 0.025 * dispersion;
    vec4 red = seenThrough(NORMAL, VIEW_VECTOR, max(glass.w - spread, 1.001), depth, rough);
    vec4 blue = seenThrough(NORMAL, VIEW_VECTOR, glass.w + spread, depth, rough);
    SHARED.behind = vec3(red.r, green.g, blue.b);
    way = vec3(red.a, green.a, blue.a);
#endif
#endif
    SHARED.tint = base;
    if (glass.z > 0.0)
        SHARED.tint *= pow(max(attenuation, 1e-6), way / glass.z);
#endif
}

// GGX without Fresnel.
float microfacets(float nl, float nv, float nh, float alpha)
{
    float alpha2 = alpha * alpha;
    float d = 1.0 + (alpha2 - 1.0) * nh * nh;
    return alpha2 / (kPi * d * d) * 0.5 / mix(2.0 * nl * nv, nl + nv, alpha);
}

// A lamp. Its strength is what a white matt surface sends back; highlights are weighed as Qt's own materials weigh them.
void addLamp(vec3 light, vec3 towards, vec3 normal, vec3 view)
{
#ifndef FILTER
    vec3 halfway = normalize(towards + view);
    float nl = max(dot(normal, towards), 0.0);
    float nh = max(dot(normal, halfway), 0.0);
    float lh = max(dot(towards, halfway), 0.0);
    float alpha = max(SHARED.roughness * SHARED.roughness, 0.002);
    // Burley 2012, as Qt's own materials have it.
    float edge = 2.0 * lh * lh * SHARED.roughness - 0.5;
    SHARED.diffuseLight += light * nl * SHARED.diffuse * (1.0 + edge * schlick(nl)) * (1.0 + edge * schlick(SHARED.nv));
    vec3 fresnel = SHARED.f0 + (SHARED.f90 - SHARED.f0) * schlick(lh);
#ifdef ANISOTROPY
    vec3 across = cross(normal, SHARED.along);
    vec2 wide = vec2(mix(alpha, 1.0, SHARED.stretch * SHARED.stretch), alpha);
    vec3 q = vec3(wide.y * dot(SHARED.along, halfway), wide.x * dot(across, halfway), wide.x * wide.y * nh);
    float w2 = wide.x * wide.y / max(dot(q, q), 1e-9);
    float eye = nl * length(vec3(wide * vec2(dot(SHARED.along, view), dot(across, view)), SHARED.nv));
    float lamp = SHARED.nv * length(vec3(wide * vec2(dot(SHARED.along, towards), dot(across, towards)), nl));
    float lobe = wide.x * wide.y * w2 * w2 / kPi * 0.5 / max(eye + lamp, 1e-4);
#else
    float lobe = microfacets(nl, SHARED.nv, nh, alpha);
#endif
    SHARED.specularLight += light * nl * fresnel * lobe;
#ifdef SHEEN
    float inverse = 1.0 / sheenAlpha(SHARED.sheenRoughness);
    float charlie = (2.0 + inverse) * pow(max(1.0 - nh * nh, 1e-6), 0.5 * inverse) * 0.5; // times pi
    SHARED.sheenLight += light * nl * charlie / (4.0 * (nl + SHARED.nv - nl * SHARED.nv));
#endif
#ifdef COAT
    float coatNl = max(dot(SHARED.coatNormal, towards), 0.0);
    float coatNh = max(dot(SHARED.coatNormal, halfway), 0.0);
    float coatAlpha = max(SHARED.coatRoughness * SHARED.coatRoughness, 0.002);
    SHARED.coatLight += light * coatNl * (0.04 + 0.96 * schlick(lh)) *
                        microfacets(coatNl, SHARED.coatNv, coatNh, coatAlpha);
#endif
#endif
}

void AMBIENT_LIGHT() {}
void DIRECTIONAL_LIGHT() { addLamp(LIGHT_COLOR * SHADOW_CONTRIB, TO_LIGHT_DIR, NORMAL, VIEW_VECTOR); }
void POINT_LIGHT() { addLamp(LIGHT_COLOR * (SHADOW_CONTRIB * LIGHT_ATTENUATION), TO_LIGHT_DIR, NORMAL, VIEW_VECTOR); }
void SPOT_LIGHT()
{
    addLamp(LIGHT_COLOR * (SHADOW_CONTRIB * LIGHT_ATTENUATION * SPOT_FACTOR), TO_LIGHT_DIR, NORMAL, VIEW_VECTOR);
}
// Highlights are above: here Qt 6.8 hands over a lamp's attenuation to all that come after it, the sun among them.
void SPECULAR_LIGHT() {}

#if QSSG_ENABLE_LIGHT_PROBE
vec3 probe(mat3 turn, vec3 direction, float level)
{
    vec4 texel = textureLod(IBL_TEXTURE, turn * direction, level);
#if QSSG_ENABLE_RGBE_LIGHT_PROBE
    return texel.rgb * exp2(texel.a * 255.0 - 128.0);
#else
    return texel.rgb;
#endif
}
#endif

// Which way the set's open place sees what a ray from here meets of its walls, as a box has them: the probe was taken
// there (Lagarde and Zanuttini, "Local Image-based Lighting with Parallax-corrected Cubemaps", 2012).
vec3 towards(vec3 direction)
{
#ifdef IN_SET
    vec3 from = clamp(VAR_WORLD_POSITION, setLow + 0.1, setHigh - 0.1);
    vec3 way = max((setHigh - from) / direction, (setLow - from) / direction);
    return from + direction * min(min(way.x, way.y), way.z) - setEye;
#else
    return direction;
#endif
}

// How much of what a surface of this roughness mirrors is not hidden, by what is hidden around it: Lagarde and de
// Rousiers, "Moving Frostbite to Physically Based Rendering", 2014.
float openTowards(float nv, float roughness, float occlusion)
{
    return clamp(pow(nv + occlusion, exp2(-16.0 * roughness - 1.0)) - 1.0 + occlusion, 0.0, 1.0);
}

// The studio: levels of rising roughness, and a last one for matt surfaces (render/studio/Environment.h).
void IBL_PROBE()
{
#if QSSG_ENABLE_LIGHT_PROBE && !defined(FILTER)
    float matt = IBL_MAXMIPMAP;
    float roughest = matt - 1.0;
    float light = IBL_EXPOSE * AO_FACTOR;
    vec3 around = probe(IBL_ORIENTATION, NORMAL, matt) * (light * SHARED.occlusion);
#ifdef ANISOTROPY
    // KHR_materials_anisotropy: the reflection turns as if the surface were curved across the stretch.
    vec3 across = cross(NORMAL, SHARED.along);
    vec3 bent = cross(cross(across, VIEW_VECTOR), across);
    float keep = 1.0 - SHARED.stretch * (1.0 - SHARED.roughness);
    keep *= keep;
    vec3 facing = normalize(mix(normalize(bent), NORMAL, keep * keep));
#else
    vec3 facing = NORMAL;
#endif
    vec3 mirrored = towards(reflect(-VIEW_VECTOR, facing));
    vec3 seen = probe(IBL_ORIENTATION, mirrored, SHARED.roughness * roughest) *
                (light * openTowards(SHARED.nv, SHARED.roughness, SHARED.occlusion));
    SHARED.diffuseLight += SHARED.diffuse * around;
    SHARED.specularLight += SHARED.single * seen + SHARED.multiple * around;
#ifdef SHEEN
    // Its lobe is about as wide as the roughest level's.
    SHARED.sheenLight += SHARED.sheenAlbedo * light * SHARED.occlusion * probe(IBL_ORIENTATION, reflect(-VIEW_VECTOR, NORMAL), roughest);
#endif
#ifdef COAT
    vec3 coatMirrored = towards(reflect(-VIEW_VECTOR, SHARED.coatNormal));
    SHARED.coatLight += dot(albedoOf(SHARED.coatNv, SHARED.coatRoughness), vec2(0.04, 1.0)) * light *
                        openTowards(SHARED.coatNv, SHARED.coatRoughness, SHARED.occlusion) *
                        probe(IBL_ORIENTATION, coatMirrored, SHARED.coatRoughness * roughest);
#endif
#endif
}

void POST_PROCESS()
{
    vec3 colour = SHARED.diffuseLight;
#ifdef GLASS
    vec3 through = SHARED.tint * (SHARED.transmission * (1.0 - greatest(SHARED.single + SHARED.multiple)));
    colour = colour * (1.0 - SHARED.transmission) + SHARED.behind * through;
#endif
    colour += SHARED.specularLight + SHARED.emission;
#ifdef SHEEN
    float belowSheen = 1.0 - greatest(SHARED.sheenColor) * SHARED.sheenAlbedo;
    colour = colour * belowSheen + SHARED.sheenColor * SHARED.sheenLight;
#endif
#ifdef COAT
    colour = colour * (1.0 - SHARED.coatAlbedo) + SHARED.coat * SHARED.coatLight;
#endif
    COLOR_SUM.rgb = colour;
#ifdef INNER
    COLOR_SUM = vec4(colour * SHARED.tint * COLOR_SUM.a, 1.0);
#else
#ifdef GLASS
    // What lies behind is in the picture already, with all glass that is further away. So glass is drawn twice: first it
    // takes from that what it keeps back, in the proportion of what is seen bent to what stands there straight, then it
    // adds what is missing of the bent, and its own light. Rough glass would have to blur what stands there.
#ifdef SHEEN
    through *= belowSheen;
#endif
#ifdef COAT
    through *= 1.0 - SHARED.coatAlbedo;
#endif
    const float kDark = 0.003;
    vec3 bent = min((SHARED.behind + kDark) / (SHARED.straight + kDark), 3.0);
    vec3 kept = through * bent * max(1.0 - 2.5 * SHARED.roughness, 0.0);
#ifdef FILTER
    COLOR_SUM = vec4(mix(vec3(1.0), kept, COLOR_SUM.a), 1.0);
#else
    COLOR_SUM = vec4(max(colour - kept * SHARED.straight, 0.0) * COLOR_SUM.a, 1.0);
#endif
#else
#ifndef BLEND
    COLOR_SUM.a = 1.0;
#endif
#endif
#endif
}
