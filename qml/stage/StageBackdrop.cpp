// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/StageBackdrop.h"

#include "render/scene/MaterialMapping.h"
#include "render/scene/ToneMapping.h"

#include <QSize>
#include <QVector3D>
#include <qfloat16.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace vitrine::stage {

namespace {

constexpr int kSide = 64;

QVector3D toVector(const QColor &colour) { return {colour.redF(), colour.greenF(), colour.blueF()}; }

float smoothstep(float low, float high, float x)
{
    const float t = std::clamp((x - low) / (high - low), 0.0F, 1.0F);
    return t * t * (3 - 2 * t);
}

/// The light that comes out of the composite as this colour.
QVector3D lightFor(QVector3D encoded)
{
    return render::beforePbrNeutral(
        {render::decodeSrgb(encoded.x()), render::decodeSrgb(encoded.y()), render::decodeSrgb(encoded.z())});
}

} // namespace

StageBackdrop::StageBackdrop(QQuick3DObject *parent)
    : QQuick3DTextureData(parent)
{
    setFormat(RGBA16F);
    setSize(QSize(kSide, kSide));
}

QColor StageBackdrop::beforeToneMapping(const QColor &shown, qreal exposure) const
{
    const QVector3D light = lightFor(toVector(shown)) / static_cast<float>(exposure);
    return render::toSrgb(light.x(), light.y(), light.z());
}

void StageBackdrop::paint()
{
    if (!m_active)
        return;
    std::vector<qfloat16> texels;
    texels.reserve(std::size_t{4} * kSide * kSide);
    const QVector3D lamp = toVector(m_lamp);
    for (int row = 0; row < kSide; ++row) {
        for (int column = 0; column < kSide; ++column) {
            const float x = (static_cast<float>(column) + 0.5F) / kSide;
            const float y = (static_cast<float>(row) + 0.5F) / kSide;
            const float up = smoothstep(0, 1, 1 - y);
            QVector3D colour = toVector(m_bottom) * (1 - up) + toVector(m_top) * up;
            const float dx = (x - static_cast<float>(m_lampAt.x())) * static_cast<float>(m_aspect) * 0.85F;
            const float dy = y - static_cast<float>(m_lampAt.y());
            const float pool = static_cast<float>(m_glow) * std::exp(-(dx * dx + dy * dy) * 3.2F);
            colour = colour * (1 - pool) + lamp * pool;
            colour *= 1 - static_cast<float>(m_vignette) *
                              smoothstep(0.35F, 1.05F, std::hypot(x - 0.5F, y - 0.5F) * 1.41421356F);
            const QVector3D light = lightFor(colour) / static_cast<float>(m_exposure);
            for (int channel = 0; channel < 3; ++channel)
                texels.emplace_back(light[channel]);
            texels.emplace_back(1.0F);
        }
    }
    setTextureData(QByteArray(reinterpret_cast<const char *>(texels.data()),
                              static_cast<qsizetype>(texels.size() * sizeof(qfloat16))));
}

} // namespace vitrine::stage
