// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/Albedo.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace vitrine::render {
namespace {

constexpr int kSteps = 32;
constexpr int kSamples = 512;

using Table = std::array<Pair, std::size_t{kSteps} * kSteps>;

float lambda(Float3 w, float alphaX, float alphaY)
{
    const float slope2 = (alphaX * alphaX * w.x * w.x + alphaY * alphaY * w.y * w.y) / std::max(w.z * w.z, 1e-12F);
    return (std::sqrt(1 + slope2) - 1) / 2;
}

Float3 eyeAt(float cosine) { return {std::sqrt(std::max(0.0F, 1 - cosine * cosine)), 0, cosine}; }

Pair spread(int i)
{
    return {(static_cast<float>(i) + 0.5F) / kSamples,
            static_cast<float>(reversed(static_cast<std::uint32_t>(i)) >> 8U) * 0x1p-24F};
}

Pair integrateGgx(float cosine, float roughness)
{
    const Float3 wo = eyeAt(cosine);
    const float alpha = alphaOf(roughness);
    Pair sum;
    for (int i = 0; i < kSamples; ++i) {
        const Float3 half = ggxVisibleFacet(wo, alpha, alpha, spread(i));
        const float vh = std::max(dot(wo, half), 0.0F);
        const Float3 wi = half * (2 * vh) - wo;
        if (wi.z <= 0)
            continue;
        // Both maskings over that of the eye.
        const float weight = (1 + lambda(wo, alpha, alpha)) / (1 + lambda(wo, alpha, alpha) + lambda(wi, alpha, alpha));
        const float f = schlick(vh);
        sum.x += (1 - f) * weight / kSamples;
        sum.y += f * weight / kSamples;
    }
    return sum;
}

Pair integrateSheen(float cosine, float roughness)
{
    const Float3 wo = eyeAt(cosine);
    float sum = 0;
    for (int i = 0; i < kSamples; ++i) {
        const Float3 wi = cosineDirection(spread(i));
        const Float3 half = normalized(wo + wi);
        sum += sheenLobe(wi.z, wo.z, half.z, roughness) * kPi / kSamples;
    }
    return {std::min(sum, 1.0F), 0};
}

/// By the square root of the cosine, for it changes fastest where the surface is seen from the side.
template <typename Integrate>
Table tabulate(const Integrate &integrate)
{
    Table table{};
    for (int row = 0; row < kSteps; ++row)
        for (int column = 0; column < kSteps; ++column) {
            const float root = std::max(static_cast<float>(column) / (kSteps - 1), 0.03F);
            table[static_cast<std::size_t>(row) * kSteps + static_cast<std::size_t>(column)] =
                integrate(root * root, static_cast<float>(row) / (kSteps - 1));
        }
    return table;
}

Pair lookUp(const Table &table, float cosine, float roughness)
{
    const float x = std::sqrt(std::clamp(cosine, 0.0F, 1.0F)) * (kSteps - 1);
    const float y = std::clamp(roughness, 0.0F, 1.0F) * (kSteps - 1);
    const int left = std::min(static_cast<int>(x), kSteps - 2);
    const int top = std::min(static_cast<int>(y), kSteps - 2);
    const float u = x - static_cast<float>(left);
    const float v = y - static_cast<float>(top);
    const auto at = [&](int column, int row) {
        return table[static_cast<std::size_t>(row) * kSteps + static_cast<std::size_t>(column)];
    };
    const auto blend = [&](float Pair::*part) {
        return (at(left, top).*part * (1 - u) + at(left + 1, top).*part * u) * (1 - v) +
               (at(left, top + 1).*part * (1 - u) + at(left + 1, top + 1).*part * u) * v;
    };
    return {blend(&Pair::x), blend(&Pair::y)};
}

} // namespace

float ggxDensity(Float3 half, float alphaX, float alphaY)
{
    const float x = half.x / alphaX;
    const float y = half.y / alphaY;
    const float sum = x * x + y * y + half.z * half.z;
    return 1 / (kPi * alphaX * alphaY * sum * sum);
}

float ggxMasking(Float3 w, float alphaX, float alphaY) { return 1 / (1 + lambda(w, alphaX, alphaY)); }

float ggxVisibility(Float3 wo, Float3 wi, float alphaX, float alphaY)
{
    return 1 / ((1 + lambda(wo, alphaX, alphaY) + lambda(wi, alphaX, alphaY)) * 4 * wo.z * wi.z);
}

Float3 ggxVisibleFacet(Float3 wo, float alphaX, float alphaY, Pair u)
{
    const Float3 stretched = normalized({alphaX * wo.x, alphaY * wo.y, wo.z});
    const float length2 = stretched.x * stretched.x + stretched.y * stretched.y;
    const Float3 right =
        length2 > 1e-12F ? Float3{-stretched.y, stretched.x, 0} * (1 / std::sqrt(length2)) : Float3{1, 0, 0};
    const Float3 up = cross(stretched, right);
    const float r = std::sqrt(u.x);
    const float angle = 2 * kPi * u.y;
    const float x = r * std::cos(angle);
    const float mixing = (1 + stretched.z) / 2;
    const float y = (1 - mixing) * std::sqrt(std::max(0.0F, 1 - x * x)) + mixing * r * std::sin(angle);
    const Float3 facet = right * x + up * y + stretched * std::sqrt(std::max(0.0F, 1 - x * x - y * y));
    return normalized({alphaX * facet.x, alphaY * facet.y, std::max(facet.z, 1e-6F)});
}

float sheenLobe(float nl, float nv, float nh, float roughness)
{
    const float inverse = 1 / std::max(roughness * roughness, 0.005F);
    const float sine2 = std::max(1 - nh * nh, 1e-6F);
    const float density = (2 + inverse) * std::pow(sine2, inverse / 2) / (2 * kPi);
    return density / (4 * std::max(nl + nv - nl * nv, 1e-4F));
}

Pair ggxAlbedo(float cosine, float roughness)
{
    static const Table kTable = tabulate(integrateGgx);
    return lookUp(kTable, cosine, roughness);
}

float sheenAlbedo(float cosine, float roughness)
{
    static const Table kTable = tabulate(integrateSheen);
    return lookUp(kTable, cosine, roughness).x;
}

} // namespace vitrine::render
