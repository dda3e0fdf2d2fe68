// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/StageBackdrop.h"

#include "render/Curves.h"
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

// A gradient needs no more; a place shows what the panorama holds.
constexpr QSize kGradientSize(64, 64);
constexpr QSize kPlaceSize(224, 128);

QVector3D toVector(const QColor &colour) { return {colour.redF(), colour.greenF(), colour.blueF()}; }

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
}

QColor StageBackdrop::beforeToneMapping(const QColor &shown, qreal exposure) const
{
    const QVector3D light = lightFor(toVector(shown)) / static_cast<float>(exposure);
    return render::toSrgb(light.x(), light.y(), light.z());
}

QVector3D StageBackdrop::lightOf(const QColor &unlit) const
{
    return {render::decodeSrgb(unlit.redF()), render::decodeSrgb(unlit.greenF()), render::decodeSrgb(unlit.blueF())};
}

void StageBackdrop::setPlace(const QUrl &value)
{
    if (m_place != value)
        m_picture = {};
    set(m_place, value);
}

QVector3D StageBackdrop::gradientAt(float y) const
{
    const float up = render::smoothstep(1 - y);
    return toVector(m_bottom) * (1 - up) + toVector(m_top) * up;
}

QVector3D StageBackdrop::placeSeenAt(float x, float y) const
{
    const float across = m_placeAt.x() + (x - 0.5F) * m_placeScale.x();
    const float down = std::clamp(m_placeAt.y() + (y - 0.5F) * m_placeScale.y(), 0.0F, 1.0F);
    const float column = (across - std::floor(across)) * static_cast<float>(m_picture.width() - 2);
    const float row = down * static_cast<float>(m_picture.height() - 2);
    const int left = static_cast<int>(column);
    const int top = static_cast<int>(row);
    const auto at = [this](int u, int v) {
        const QRgb texel = m_picture.pixel(u, v);
        return QVector3D(static_cast<float>(qRed(texel)), static_cast<float>(qGreen(texel)),
                         static_cast<float>(qBlue(texel))) /
               255;
    };
    const float right = column - static_cast<float>(left);
    const float below = row - static_cast<float>(top);
    return (at(left, top) * (1 - right) + at(left + 1, top) * right) * (1 - below) +
           (at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right) * below;
}

void StageBackdrop::paint()
{
    if (!m_active)
        return;
    if (m_picture.isNull() && !m_place.isEmpty())
        m_picture.load(m_place.toLocalFile());
    const QSize size = m_picture.isNull() ? kGradientSize : kPlaceSize;
    std::vector<qfloat16> texels;
    texels.reserve(std::size_t{4} * static_cast<std::size_t>(size.width() * size.height()));
    const QVector3D lamp = toVector(m_lamp);
    for (int row = 0; row < size.height(); ++row) {
        for (int column = 0; column < size.width(); ++column) {
            const float x = (static_cast<float>(column) + 0.5F) / static_cast<float>(size.width());
            const float y = (static_cast<float>(row) + 0.5F) / static_cast<float>(size.height());
            QVector3D colour = m_picture.isNull() ? gradientAt(y) : placeSeenAt(x, y);
            const float dx = (x - static_cast<float>(m_lampAt.x())) * static_cast<float>(m_aspect) * 0.85F;
            const float dy = y - static_cast<float>(m_lampAt.y());
            const float pool = static_cast<float>(m_glow) * std::exp(-(dx * dx + dy * dy) * 3.2F);
            colour = colour * (1 - pool) + lamp * pool;
            colour *= 1 - static_cast<float>(m_vignette) *
                              render::smoothstep((std::hypot(x - 0.5F, y - 0.5F) * 1.41421356F - 0.35F) / 0.7F);
            const QVector3D light = lightFor(colour) / static_cast<float>(m_exposure);
            for (int channel = 0; channel < 3; ++channel)
                texels.emplace_back(light[channel]);
            texels.emplace_back(1.0F);
        }
    }
    setSize(size);
    setTextureData(QByteArray(reinterpret_cast<const char *>(texels.data()),
                              static_cast<qsizetype>(texels.size() * sizeof(qfloat16))));
}

} // namespace vitrine::stage
