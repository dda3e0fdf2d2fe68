// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/ToneMapping.h"

#include <algorithm>
#include <cmath>

namespace vitrine::render {

namespace {

// https://github.com/KhronosGroup/ToneMapping/tree/main/PBR_Neutral
constexpr float kOffset = 0.04F;
constexpr float kStart = 0.8F - kOffset;
constexpr float kRoom = 1 - kStart;
constexpr float kDesaturation = 0.15F;

float least(QVector3D c) { return std::min({c.x(), c.y(), c.z()}); }
float greatest(QVector3D c) { return std::max({c.x(), c.y(), c.z()}); }
QVector3D grey(float value) { return {value, value, value}; }

float desaturation(float peak, float newPeak) { return 1 - 1 / (kDesaturation * (peak - newPeak) + 1); }

} // namespace

QVector3D pbrNeutral(QVector3D light)
{
    const float low = least(light);
    QVector3D colour = light - grey(low < 0.08F ? low - 6.25F * low * low : kOffset);
    const float peak = greatest(colour);
    if (peak < kStart)
        return colour;
    const float newPeak = 1 - kRoom * kRoom / (peak + kRoom - kStart);
    colour *= newPeak / peak;
    const float g = desaturation(peak, newPeak);
    return colour * (1 - g) + grey(newPeak) * g;
}

QVector3D beforePbrNeutral(QVector3D shown)
{
    QVector3D colour(std::clamp(shown.x(), 0.0F, 0.985F), std::clamp(shown.y(), 0.0F, 0.985F),
                     std::clamp(shown.z(), 0.0F, 0.985F));
    if (const float newPeak = greatest(colour); newPeak >= kStart) {
        const float peak = kRoom * kRoom / (1 - newPeak) - kRoom + kStart;
        const float g = desaturation(peak, newPeak);
        colour = (colour - grey(newPeak * g)) / (1 - g) * (peak / newPeak);
    }
    const float low = std::max(least(colour), 0.0F);
    return colour + grey(low < kOffset ? std::sqrt(low / 6.25F) - low : kOffset);
}

float decodeSrgb(float encoded)
{
    return encoded <= 0.04045F ? encoded / 12.92F : std::pow((encoded + 0.055F) / 1.055F, 2.4F);
}

float encodeSrgb(float linear)
{
    const float value = std::clamp(linear, 0.0F, 1.0F);
    return value <= 0.0031308F ? value * 12.92F : 1.055F * std::pow(value, 1.0F / 2.4F) - 0.055F;
}

} // namespace vitrine::render
