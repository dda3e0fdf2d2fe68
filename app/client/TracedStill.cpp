// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/TracedStill.h"

#include "app/client/Module.h"
#include "render/light/PathTracer.h"
#include "render/package/MappedFile.h"
#include "render/scene/ToneMapping.h"
#include "render/studio/StudioBake.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <thread>

namespace vitrine::app {
namespace {

/// See TracerModule.cpp.
using Trace = void (*)(const render::Package &, const render::TraceRequest &, core::Result<render::TracedPicture> &);

/// The light that tone mapping turns into these display values.
render::Float3 lightFor(const QColor &color, float exposure)
{
    const QVector3D shown(render::decodeSrgb(color.redF()), render::decodeSrgb(color.greenF()),
                          render::decodeSrgb(color.blueF()));
    const QVector3D light = render::beforePbrNeutral(shown) / exposure;
    return {light.x(), light.y(), light.z()};
}

render::TracedBackdrop backdropOf(const QImage &image, float exposure)
{
    render::TracedBackdrop backdrop{.width = image.width(), .height = image.height(), .pixels = {}};
    backdrop.pixels.reserve(static_cast<std::size_t>(image.width()) * static_cast<std::size_t>(image.height()));
    for (int y = 0; y < image.height(); ++y) {
        const uchar *pixel = image.constScanLine(y);
        for (int x = 0; x < image.width(); ++x, pixel += 3)
            backdrop.pixels.push_back(lightFor(QColor(pixel[0], pixel[1], pixel[2]), exposure));
    }
    return backdrop;
}

render::TracedGround groundOf(const stage::StillParts::Ground &ground, float exposure)
{
    render::TracedGround traced{.centre = {ground.centre.x(), ground.centre.y(), ground.centre.z()},
                                .side = ground.side,
                                .shadowStrength = ground.shadowStrength,
                                .shadowColor = lightFor(ground.shadowColor, exposure),
                                .pool = {}};
    if (ground.poolColor.isValid())
        traced.pool = lightFor(ground.poolColor, exposure);
    return traced;
}

/// Says every tenth that is done.
class Progress
{
public:
    bool operator()(float done)
    {
        const int tenth = static_cast<int>(done * 10);
        if (tenth > m_tenth && tenth < 10)
            std::fprintf(stderr, "vitrine: traced %d %%\n", tenth * 10);
        m_tenth = std::max(tenth, m_tenth);
        return true;
    }

private:
    int m_tenth = 0;
};

/// As shaders/stage/composite.frag does it.
QImage develop(const render::TracedPicture &picture, const QImage &backdrop, float exposure)
{
    const bool isOpen = backdrop.isNull();
    QImage image(picture.width, picture.height, isOpen ? QImage::Format_RGBA8888_Premultiplied : QImage::Format_RGB888);
    for (int y = 0; y < picture.height; ++y) {
        uchar *to = image.scanLine(y);
        const uchar *behind = isOpen ? nullptr : backdrop.constScanLine(y);
        for (int x = 0; x < picture.width; ++x, to += isOpen ? 4 : 3) {
            const std::size_t at =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x);
            const float cover = picture.cover[at];
            const render::Float3 light = picture.light[at] * (cover > 0 ? exposure / cover : 0);
            const QVector3D mapped = render::pbrNeutral(QVector3D(light.x, light.y, light.z));
            for (int channel = 0; channel < 3; ++channel) {
                float value = render::encodeSrgb(mapped[channel]) * cover * 255;
                if (behind != nullptr)
                    value += static_cast<float>(behind[3 * x + channel]) * (1 - cover);
                to[channel] = static_cast<uchar>(std::clamp(std::lround(value), 0L, 255L));
            }
            if (isOpen)
                to[3] = static_cast<uchar>(std::lround(cover * 255));
        }
    }
    return image;
}

} // namespace

core::Result<QImage> traceStill(const stage::StillParts &parts, QSize size, int samples)
{
    VITRINE_TRY(const auto bake, render::MappedFile::open(parts.bake.toStdString()));
    render::TraceRequest request;
    VITRINE_TRY(request.surround, render::surroundAsBaked(parts.studio.toStdString(), bake.bytes()));
    std::vector<render::Matrix4> world(parts.world.size());
    for (std::size_t node = 0; node < world.size(); ++node)
        std::copy_n(parts.world[node].constData(), 16, world[node].begin());
    request.world = world;
    request.variant = parts.variant;
    const auto &[position, rotation, fov] = parts.camera;
    request.camera = {{position.x(), position.y(), position.z()},
                      {rotation.x(), rotation.y(), rotation.z(), rotation.scalar()},
                      static_cast<float>(fov)};
    request.width = size.width();
    request.height = size.height();
    if (parts.ground)
        request.ground = groundOf(*parts.ground, parts.exposure);
    if (!parts.backdrop.isNull())
        request.backdrop = backdropOf(parts.backdrop, parts.exposure);
    request.samples = samples;
    request.threads = std::max(1U, std::thread::hardware_concurrency());
    request.progress = Progress();
    VITRINE_TRY(const auto trace, functionOfModule("vitrine-tracer", "vitrineTrace"));
    core::Result<render::TracedPicture> picture;
    reinterpret_cast<Trace>(trace)(parts.asset->package(), request, picture);
    if (!picture)
        return core::passOn(picture);
    QImage image = develop(*picture, parts.backdrop, parts.exposure);
    if (!parts.backdrop.isNull())
        return image;
    stage::fadeShadowAtEdges(image);
    return image.convertToFormat(QImage::Format_ARGB32);
}

} // namespace vitrine::app
