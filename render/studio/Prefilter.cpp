// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/studio/Environment.h"

#include "core/values/Contract.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <thread>

namespace vitrine::render {

namespace {

constexpr float kPi = std::numbers::pi_v<float>;
constexpr int kLevels = 6; // Five of roughness 0 to 1, one of irradiance: what Quick 3D's shaders expect.

struct FacePoint {
    int face;
    float across;
    float down;
};

/// The inverse of cubeDirection().
FacePoint facePointOf(Float3 d)
{
    const float ax = std::abs(d.x);
    const float ay = std::abs(d.y);
    const float az = std::abs(d.z);
    float s = 0;
    float t = 0;
    float major = 0;
    int face = 0;
    if (ax >= ay && ax >= az) {
        face = d.x > 0 ? 0 : 1;
        major = ax;
        s = d.x > 0 ? -d.z : d.z;
        t = -d.y;
    } else if (ay >= az) {
        face = d.y > 0 ? 2 : 3;
        major = ay;
        s = d.x;
        t = d.y > 0 ? d.z : -d.z;
    } else {
        face = d.z > 0 ? 4 : 5;
        major = az;
        s = d.z > 0 ? d.x : -d.x;
        t = -d.y;
    }
    return {face, 0.5F * (s / major + 1), 0.5F * (t / major + 1)};
}

/// Runs `work(index)` for 0 ≤ index < count, each once, spread over threads.
template <typename Work>
void forEach(int count, unsigned threads, const Work &work)
{
    const int workers = std::max(1, std::min(static_cast<int>(threads), count));
    std::vector<std::jthread> pool;
    pool.reserve(static_cast<std::size_t>(workers));
    for (int first = 0; first < workers; ++first) {
        pool.emplace_back([&, first] {
            for (int index = first; index < count; index += workers)
                work(index);
        });
    }
}

/// One level of the unfiltered pyramid. Each face carries a border of one texel taken from its neighbours, so that
/// bilinear reads show no seams.
struct PaddedLevel {
    int size = 0;
    std::array<std::vector<Float3>, 6> faces;

    explicit PaddedLevel(int faceSize)
        : size(faceSize)
    {
        for (auto &face : faces)
            face.resize(static_cast<std::size_t>(size + 2) * static_cast<std::size_t>(size + 2));
    }
    std::size_t index(int row, int column) const
    {
        return static_cast<std::size_t>(row + 1) * static_cast<std::size_t>(size + 2) +
               static_cast<std::size_t>(column + 1);
    }
    Float3 &at(int face, int row, int column) { return faces[static_cast<std::size_t>(face)][index(row, column)]; }
    Float3 at(int face, int row, int column) const { return faces[static_cast<std::size_t>(face)][index(row, column)]; }

    void fillBorder()
    {
        const auto n = static_cast<float>(size);
        for (int face = 0; face < 6; ++face) {
            for (int row = -1; row <= size; ++row) {
                const bool edgeRow = row == -1 || row == size;
                for (int column = -1; column <= size; column += edgeRow ? 1 : size + 1) {
                    const FacePoint point = facePointOf(cubeDirection(face, (static_cast<float>(column) + 0.5F) / n,
                                                                      (static_cast<float>(row) + 0.5F) / n));
                    const auto texel = [&](float where) {
                        return std::clamp(static_cast<int>(where * n), 0, size - 1);
                    };
                    at(face, row, column) = at(point.face, texel(point.down), texel(point.across));
                }
            }
        }
    }

    Float3 bilinear(const FacePoint &point) const
    {
        const float x = point.across * static_cast<float>(size) - 0.5F;
        const float y = point.down * static_cast<float>(size) - 0.5F;
        const int left = std::clamp(static_cast<int>(std::floor(x)), -1, size - 1);
        const int top = std::clamp(static_cast<int>(std::floor(y)), -1, size - 1);
        const float across = x - static_cast<float>(left);
        const float down = y - static_cast<float>(top);
        const auto &texels = faces[static_cast<std::size_t>(point.face)];
        const std::size_t first = index(top, left);
        const std::size_t second = first + static_cast<std::size_t>(size + 2);
        return mix(mix(texels[first], texels[first + 1], across), mix(texels[second], texels[second + 1], across),
                   down);
    }
};

using Pyramid = std::vector<PaddedLevel>;

Pyramid buildPyramid(const Surround &surround, const BakeOptions &options)
{
    constexpr int kSubsamples = 4;
    Pyramid pyramid;
    PaddedLevel &base = pyramid.emplace_back(options.size);
    forEach(6 * options.size, options.threads, [&](int line) {
        const int face = line / options.size;
        const int row = line % options.size;
        for (int column = 0; column < options.size; ++column) {
            Float3 sum;
            for (int sub = 0; sub < kSubsamples * kSubsamples; ++sub) {
                const float x = (static_cast<float>(sub % kSubsamples) + 0.5F) / kSubsamples;
                const int down = sub / kSubsamples;
                const float y = (static_cast<float>(down) + 0.5F) / kSubsamples;
                sum += surround(cubeDirection(face, (static_cast<float>(column) + x) / static_cast<float>(options.size),
                                              (static_cast<float>(row) + y) / static_cast<float>(options.size)));
            }
            base.at(face, row, column) = sum * (1.0F / (kSubsamples * kSubsamples));
        }
    });
    base.fillBorder();
    while (pyramid.back().size > 1) {
        PaddedLevel next(pyramid.back().size / 2);
        const PaddedLevel &last = pyramid.back();
        for (int face = 0; face < 6; ++face) {
            for (int row = 0; row < next.size; ++row) {
                for (int column = 0; column < next.size; ++column) {
                    next.at(face, row, column) =
                        (last.at(face, 2 * row, 2 * column) + last.at(face, 2 * row, 2 * column + 1) +
                         last.at(face, 2 * row + 1, 2 * column) + last.at(face, 2 * row + 1, 2 * column + 1)) *
                        0.25F;
                }
            }
        }
        next.fillBorder();
        pyramid.push_back(std::move(next));
    }
    return pyramid;
}

Float3 sampleAt(const Pyramid &pyramid, Float3 direction, float lod)
{
    const float bounded = std::clamp(lod, 0.0F, static_cast<float>(pyramid.size() - 1));
    const auto sharper = static_cast<std::size_t>(bounded);
    const std::size_t softer = std::min(sharper + 1, pyramid.size() - 1);
    const FacePoint point = facePointOf(direction);
    return mix(pyramid[sharper].bilinear(point), pyramid[softer].bilinear(point),
               bounded - static_cast<float>(sharper));
}

float radicalInverse(std::uint32_t bits)
{
    bits = std::rotl(bits, 16);
    bits = ((bits & 0x55555555U) << 1U) | ((bits & 0xAAAAAAAAU) >> 1U);
    bits = ((bits & 0x33333333U) << 2U) | ((bits & 0xCCCCCCCCU) >> 2U);
    bits = ((bits & 0x0F0F0F0FU) << 4U) | ((bits & 0xF0F0F0F0U) >> 4U);
    bits = ((bits & 0x00FF00FFU) << 8U) | ((bits & 0xFF00FF00U) >> 8U);
    return static_cast<float>(bits) * 0x1p-32F;
}

struct LobeSample {
    Float3 direction; ///< About +Z.
    float lod;        ///< Of the pyramid: the sample stands for this much of the sphere (Křivánek, Colbert 2008).
};

/// The directions that a GGX surface of this roughness reflects, seen along its normal.
std::vector<LobeSample> lobe(float roughness, const BakeOptions &options)
{
    std::vector<LobeSample> samples;
    const float alpha2 = roughness * roughness * roughness * roughness;
    const float texelAngle = 4 * kPi / (6.0F * static_cast<float>(options.size * options.size));
    for (int i = 0; i < options.samples; ++i) {
        const float phi = 2 * kPi * static_cast<float>(i) / static_cast<float>(options.samples);
        const float xi = radicalInverse(static_cast<std::uint32_t>(i));
        const float cosine = std::sqrt((1 - xi) / (1 + (alpha2 - 1) * xi));
        const float sine = std::sqrt(std::max(0.0F, 1 - cosine * cosine));
        const Float3 half{std::cos(phi) * sine, std::sin(phi) * sine, cosine};
        const Float3 light{2 * cosine * half.x, 2 * cosine * half.y, 2 * cosine * cosine - 1};
        if (light.z <= 0)
            continue;
        const float denominator = cosine * cosine * (alpha2 - 1) + 1;
        const float density = alpha2 / (kPi * denominator * denominator) / 4;
        const float sampleAngle = 1.0F / (static_cast<float>(options.samples) * density + 1e-6F);
        // One level softer than the sample's solid angle: 512 samples then leave no visible grain.
        samples.push_back({light, 0.5F * std::log2(sampleAngle / texelAngle) + 1.0F});
    }
    return samples;
}

Float3 filteredAt(const Pyramid &pyramid, const std::vector<LobeSample> &samples, Float3 normal)
{
    const Float3 up = std::abs(normal.z) < 0.999F ? Float3{0, 0, 1} : Float3{1, 0, 0};
    const Float3 tangent = normalized(cross(up, normal));
    const Float3 bitangent = cross(normal, tangent);
    Float3 sum;
    float weight = 0;
    for (const LobeSample &sample : samples) {
        const Float3 direction =
            tangent * sample.direction.x + bitangent * sample.direction.y + normal * sample.direction.z;
        sum += sampleAt(pyramid, direction, sample.lod) * sample.direction.z;
        weight += sample.direction.z;
    }
    return sum * (1.0F / weight);
}

/// The cosine-weighted mean, summed over all texels of a small level: exact, so free of grain.
Float3 irradianceAt(const PaddedLevel &level, Float3 normal)
{
    Float3 sum;
    float weight = 0;
    const auto n = static_cast<float>(level.size);
    for (int face = 0; face < 6; ++face) {
        for (int row = 0; row < level.size; ++row) {
            for (int column = 0; column < level.size; ++column) {
                const float x = (static_cast<float>(column) + 0.5F) / n;
                const float y = (static_cast<float>(row) + 0.5F) / n;
                const Float3 direction = cubeDirection(face, x, y);
                const float cosine = dot(direction, normal);
                if (cosine <= 0)
                    continue;
                const float r2 = 1 + (2 * x - 1) * (2 * x - 1) + (2 * y - 1) * (2 * y - 1);
                const float part = cosine / (r2 * std::sqrt(r2));
                sum += level.at(face, row, column) * part;
                weight += part;
            }
        }
    }
    return sum * (1.0F / weight);
}

Float3 nearestTexel(const std::array<std::vector<Float3>, 6> &faces, int size, Float3 direction)
{
    const FacePoint point = facePointOf(direction);
    const auto texel = [&](float where) {
        return static_cast<std::size_t>(std::clamp(static_cast<int>(where * static_cast<float>(size)), 0, size - 1));
    };
    return faces[static_cast<std::size_t>(point.face)]
                [texel(point.down) * static_cast<std::size_t>(size) + texel(point.across)];
}

} // namespace

Float3 cubeDirection(int face, float across, float down)
{
    const float s = 2 * across - 1;
    const float t = 2 * down - 1;
    switch (face) {
    case 0:
        return normalized({1, -t, -s});
    case 1:
        return normalized({-1, -t, s});
    case 2:
        return normalized({s, 1, t});
    case 3:
        return normalized({s, -1, -t});
    case 4:
        return normalized({s, -t, 1});
    default:
        return normalized({-s, -t, -1});
    }
}

CubeMap prefilter(const Surround &surround, const BakeOptions &options)
{
    VITRINE_EXPECT(options.size >= 64 && std::has_single_bit(static_cast<unsigned>(options.size)));
    const Pyramid pyramid = buildPyramid(surround, options);
    const auto matt = std::ranges::find(pyramid, std::min(options.size, 32), &PaddedLevel::size);
    CubeMap map{.size = options.size, .levels = {}};
    map.levels.resize(kLevels);
    for (int level = 0; level < kLevels; ++level) {
        const int size = options.size >> level;
        auto &faces = map.levels[static_cast<std::size_t>(level)];
        for (auto &face : faces)
            face.resize(static_cast<std::size_t>(size) * static_cast<std::size_t>(size));
        const auto samples = lobe(static_cast<float>(level) / (kLevels - 2), options);
        forEach(6 * size, options.threads, [&](int line) {
            const int face = line / size;
            const int row = line % size;
            Float3 *texel =
                &faces[static_cast<std::size_t>(face)][static_cast<std::size_t>(row) * static_cast<std::size_t>(size)];
            for (int column = 0; column < size; ++column, ++texel) {
                const Float3 normal =
                    cubeDirection(face, (static_cast<float>(column) + 0.5F) / static_cast<float>(size),
                                  (static_cast<float>(row) + 0.5F) / static_cast<float>(size));
                if (level == 0)
                    *texel = pyramid[0].at(face, row, column);
                else if (level == kLevels - 1)
                    *texel = irradianceAt(*matt, normal);
                else
                    *texel = filteredAt(pyramid, samples, normal);
            }
        });
    }
    return map;
}

Float3 diffuseAt(const CubeMap &prefiltered, Float3 normal)
{
    return nearestTexel(prefiltered.levels.back(), prefiltered.size >> (kLevels - 1), normal);
}

Float3 probeAt(const CubeMap &prefiltered, Float3 direction, float roughness)
{
    const auto last = std::max<int>(static_cast<int>(prefiltered.levels.size()) - 2, 0);
    const int level = std::clamp(static_cast<int>(std::lround(roughness * (kLevels - 2))), 0, last);
    return nearestTexel(prefiltered.levels[static_cast<std::size_t>(level)], prefiltered.size >> level, direction);
}

void takeIrradiance(CubeMap &map, const CubeMap &other)
{
    const int size = map.size >> (kLevels - 1);
    for (int face = 0; face < 6; ++face)
        for (int row = 0; row < size; ++row)
            for (int column = 0; column < size; ++column)
                map.levels.back()[static_cast<std::size_t>(face)]
                                 [static_cast<std::size_t>(row) * static_cast<std::size_t>(size) +
                                  static_cast<std::size_t>(column)] =
                    diffuseAt(other, cubeDirection(face, (static_cast<float>(column) + 0.5F) / static_cast<float>(size),
                                                   (static_cast<float>(row) + 0.5F) / static_cast<float>(size)));
}

void scale(CubeMap &map, float factor)
{
    for (auto &level : map.levels)
        for (auto &face : level)
            for (Float3 &texel : face)
                texel = texel * factor;
}

float exposureFor(const Surround &matt, float whiteReads)
{
    // The brightest of the upright and sloping faces that the first shot (28° from the left) sees well: a face that
    // only the light sees may be brighter, and bends into the highlights.
    float brightest = 1e-6F;
    for (int yaw = -70; yaw <= 14; yaw += 6) {
        for (int pitch = -15; pitch <= 45; pitch += 15) {
            const Float3 normal = directionTowards(static_cast<float>(yaw), static_cast<float>(pitch));
            brightest = std::max(brightest, luminance(matt(normal)));
        }
    }
    const float encoded = whiteReads / 255.0F;
    const float linear = encoded <= 0.04045F ? encoded / 12.92F : std::pow((encoded + 0.055F) / 1.055F, 2.4F);
    return linear / brightest;
}

} // namespace vitrine::render
