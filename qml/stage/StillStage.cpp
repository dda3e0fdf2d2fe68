// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/StillStage.h"

#include "qml/stage/ProductScene.h"
#include "qml/stage/StageCamera.h"
#include "qml/stage/StageFilm.h"
#include "qml/stage/StageMotion.h"
#include "qml/stage/StageStudio.h"
#include "render/Curves.h"
#include "render/cinema/FilmTime.h"
#include "render/scene/MaterialMapping.h"
#include "render/scene/PlainSight.h"
#include "render/scene/WorldGeometry.h"

#include <QColor>
#include <QCoreApplication>
#include <QEventLoop>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickGraphicsConfiguration>
#include <QQuickGraphicsDevice>
#include <QQuickItem>
#include <QQuickRenderControl>
#include <QQuickRenderTarget>
#include <QQuickWindow>
#if QT_CONFIG(vulkan)
#include <QVulkanInstance>
#endif

#include <rhi/qrhi.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace vitrine::stage {

using core::ErrorCode;

namespace {

/// What there is instead of what was asked for, as the end of a sentence.
std::string listed(const QStringList &names)
{
    return names.isEmpty() ? "; it has none" : "; it has " + names.join(QStringLiteral(", ")).toStdString();
}

/// Quick 3D lists the formats of pictures where it first reads a texture from a file, which loads every plugin with
/// thirty libraries more. A stage has KTX and PNG, which need none.
class FormatsOfItsOwn
{
public:
    FormatsOfItsOwn() { QCoreApplication::setLibraryPaths({}); }
    ~FormatsOfItsOwn() { QCoreApplication::setLibraryPaths(m_paths); }
    FormatsOfItsOwn(const FormatsOfItsOwn &) = delete;
    FormatsOfItsOwn &operator=(const FormatsOfItsOwn &) = delete;

private:
    QStringList m_paths = QCoreApplication::libraryPaths();
};

/// Longer side of the small picture that tells whether the product is in the large one.
constexpr int kCoverSide = 256;

/// A grey of the middle: nearer to white the tone mapping bends, nearer to black there are too few steps to count.
constexpr int kMatte = 128;
/// The shadow on the ground covers no more. It is no glass: before a backdrop it darkens light, not the picture.
constexpr int kShadowAtMost = 243;
/// Less than this of 255 shows through no glass, but through the noise of two pictures.
constexpr int kGlassAtLeast = 8;

/// Both of one format, in bytes.
void mix(QImage &image, const QImage &before, double cover)
{
    const int share = static_cast<int>(std::lround(cover * 256));
    for (int y = 0; y < image.height(); ++y) {
        uchar *now = image.scanLine(y);
        const uchar *then = before.constScanLine(y);
        for (qsizetype i = 0; i < image.bytesPerLine(); ++i)
            now[i] = static_cast<uchar>((then[i] * (256 - share) + now[i] * share) >> 8);
    }
}

bool hasCover(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        const uchar *line = image.constScanLine(y);
        for (int x = 0; x < image.width(); ++x)
            if (line[4 * x + 3] > 1)
                return true;
    }
    return false;
}

QVariantMap propertiesOf(const Still &still)
{
    const bool seeThrough = still.background == QLatin1String("transparent");
    const int longer = std::max(still.size.width(), still.size.height());
    return {{"source", QUrl::fromLocalFile(still.package)},
            {"variant", still.variant},
            {"studio", still.studio},
            {"still", true},
            {"fine", still.fine},
            {"interactive", false},
            {"reducedMotion", true},
            {"seeThrough", seeThrough},
            {"maxTextureSide", longer <= 1400   ? 1024
                               : longer <= 2800 ? 2048
                                                : 4096},
            {"background",
             still.background.isEmpty() || seeThrough ? QColor(Qt::transparent) : QColor::fromString(still.background)},
            {"width", still.size.width()},
            {"height", still.size.height()},
            {"backdropTop", still.wall.top},
            {"backdropBottom", still.wall.bottom},
            {"lampColor", still.wall.lamp},
            {"lampStrength", still.wall.lampStrength}};
}

} // namespace

void fadeShadowAtEdges(QImage &image)
{
    const double reach = 0.08 * std::min(image.width(), image.height());
    const auto part = [&](int at, int size) { return render::smoothstep(std::min(at, size - 1 - at) / reach); };
    for (int y = 0; y < image.height(); ++y) {
        uchar *pixel = image.scanLine(y);
        const double row = part(y, image.height());
        for (int x = 0; x < image.width(); ++x, pixel += 4) {
            const double left = row * part(x, image.width());
            if (left < 1 && pixel[3] <= kShadowAtMost)
                for (int channel = 0; channel < 4; ++channel)
                    pixel[channel] = static_cast<uchar>(std::lround(pixel[channel] * left));
        }
    }
}

/// What Qt needs to draw without a window on the screen. Destroyed in reverse order.
class StillStage::Target
{
public:
    ~Target()
    {
        stage.reset();
        renderTarget.reset();
        pass.reset();
        texture.reset();
        window.reset();
        control.reset();
    }

    core::Status resize(QSize size)
    {
        if (texture && texture->pixelSize() == size)
            return {};
        QRhi *rhi = control->rhi();
        renderTarget.reset();
        pass.reset();
        texture.reset(rhi->newTexture(QRhiTexture::RGBA8, size, 1,
                                      QRhiTexture::RenderTarget | QRhiTexture::UsedAsTransferSource));
        if (!texture->create())
            return core::fail(ErrorCode::TooLarge, "the graphics driver has no room for a picture of this size");
        renderTarget.reset(rhi->newTextureRenderTarget({QRhiColorAttachment(texture.get())}));
        pass.reset(renderTarget->newCompatibleRenderPassDescriptor());
        renderTarget->setRenderPassDescriptor(pass.get());
        if (!renderTarget->create())
            return core::fail(ErrorCode::Unavailable, "the graphics driver makes no render target");
        window->setRenderTarget(QQuickRenderTarget::fromRhiRenderTarget(renderTarget.get()));
        window->resize(size);
        return {};
    }

#if QT_CONFIG(vulkan)
    QVulkanInstance vulkan;
#endif
    std::unique_ptr<QQuickRenderControl> control;
    std::unique_ptr<QQuickWindow> window;
    QQmlEngine engine;
    std::unique_ptr<QQuickItem> stage;
    std::unique_ptr<QRhiTexture> texture;
    std::unique_ptr<QRhiTextureRenderTarget> renderTarget;
    std::unique_ptr<QRhiRenderPassDescriptor> pass;
};

StillStage::StillStage()
    : m_target(std::make_unique<Target>())
{
}
StillStage::~StillStage() = default;

core::Result<std::unique_ptr<StillStage>> StillStage::create(const Still &first)
{
    std::unique_ptr<StillStage> still(new StillStage);
    Target &target = *still->m_target;
    target.control = std::make_unique<QQuickRenderControl>();
    target.window = std::make_unique<QQuickWindow>(target.control.get());
    target.window->setColor(Qt::transparent);
    // The scene has a depth buffer of its own; the few items around it need none.
    QQuickGraphicsConfiguration graphics;
    graphics.setDepthBufferFor2D(false);
    // Of every kind of product that was ever drawn: megabytes to read and to write, of what the driver keeps itself.
    graphics.setAutomaticPipelineCache(false);
    target.window->setGraphicsConfiguration(graphics);
#if QT_CONFIG(vulkan)
    // Windows on the screen get one from Qt.
    if (QQuickWindow::graphicsApi() == QSGRendererInterface::Vulkan) {
        if (!target.vulkan.create())
            return core::fail(ErrorCode::Unavailable, "no Vulkan driver here can draw");
        target.window->setVulkanInstance(&target.vulkan);
    }
#endif

    // The package loads on its own thread while the graphics driver starts below.
    QQmlComponent component(&target.engine, "Vitrine.Stage", "ProductStage");
    QObject *object = component.createWithInitialProperties(propertiesOf(first));
    target.stage.reset(qobject_cast<QQuickItem *>(object));
    if (!target.stage)
        return core::fail(ErrorCode::Internal, component.errorString().toStdString());
    target.stage->setParentItem(target.window->contentItem());
    if (!target.control->initialize())
        return core::fail(ErrorCode::Unavailable, "no graphics driver here can draw");
    return still;
}

core::Status StillStage::apply(const Still &still)
{
    QQuickItem *stage = m_target->stage.get();
    VITRINE_CHECK(m_target->resize(still.size));
    const QVariantMap properties = propertiesOf(still);
    for (const auto &[name, value] : properties.asKeyValueRange())
        stage->setProperty(name.toUtf8().constData(), value);
    m_film.reset();
    stage->property("film").value<StageFilm *>()->stop();
    auto *camera = stage->property("camera").value<StageCamera *>();
    camera->setHomeYaw(still.orbit.yaw);
    camera->setHomePitch(still.orbit.pitch);
    camera->setHomeDistance(still.orbit.distance);
    camera->setFileCamera(still.fileCamera);

    VITRINE_CHECK(settle());
    auto *motion = stage->property("motion").value<StageMotion *>();
    motion->rest();
    motion->holdApart(still.apart);
    VITRINE_CHECK(play(still));
    const auto *scene = stage->property("scene").value<ProductScene *>();
    if (!still.variant.isEmpty() && !scene->variants().contains(still.variant))
        return core::fail(ErrorCode::NotFound, "the model has no such variant" + listed(scene->variants()),
                          still.variant.toStdString());
    if (!still.fileCameraName.isEmpty())
        camera->setFileCamera(static_cast<int>(camera->fileCameraNames().indexOf(still.fileCameraName)));
    const bool isThere = still.fileCameraName.isEmpty() || camera->fileCamera() >= 0;
    if (!isThere || camera->fileCamera() >= camera->fileCameraCount())
        return core::fail(ErrorCode::NotFound, "the model has no such camera" + listed(camera->fileCameraNames()),
                          isThere ? std::to_string(still.fileCamera) : still.fileCameraName.toStdString());
    camera->reset();
    return {};
}

core::Status StillStage::settle()
{
    const QQuickItem *stage = m_target->stage.get();
    while (stage->property("busy").toBool())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    if (const auto &error = stage->property("light").value<StageStudio *>()->error())
        return std::unexpected<core::Error>(*error);
    const auto *scene = stage->property("scene").value<ProductScene *>();
    if (scene->status() == ProductScene::Error)
        return std::unexpected<core::Error>(scene->error());
    return {};
}

core::Status StillStage::play(const Still &still)
{
    auto *motion = m_target->stage->property("motion").value<StageMotion *>();
    const bool isNamed = !still.animationName.isEmpty();
    const int animation = isNamed ? motion->numberOf(still.animationName) : still.animation;
    if (animation >= 0 ? motion->seek(animation, still.seconds) : !isNamed)
        return {};
    QStringList names;
    for (const StageAnimation &known : motion->animations())
        names << (known.english.isEmpty() ? QString::number(names.size()) : known.english);
    return core::fail(ErrorCode::NotFound, "the model has no such animation" + listed(names),
                      isNamed ? still.animationName.toStdString() : std::to_string(animation));
}

core::Result<QImage> StillStage::frame()
{
    QQuickRenderControl *control = m_target->control.get();
    control->polishItems();
    control->beginFrame();
    {
        std::optional<FormatsOfItsOwn> formats;
        if (!std::exchange(m_hasDrawn, true))
            formats.emplace();
        control->sync();
    }
    control->render();
    QRhiReadbackResult read;
    QRhiResourceUpdateBatch *batch = control->rhi()->nextResourceUpdateBatch();
    batch->readBackTexture(QRhiReadbackDescription(m_target->texture.get()), &read);
    control->commandBuffer()->resourceUpdate(batch);
    control->endFrame();
    const QSize size = m_target->texture->pixelSize();
    if (read.data.size() < qsizetype{4} * size.width() * size.height())
        return core::fail(ErrorCode::Unavailable, "the graphics driver gave no picture back");
    // Turned where it lies: a picture's memory comes on top of all that it was drawn with.
    auto *pixels = new QByteArray(std::move(read.data));
    QImage image(
        reinterpret_cast<uchar *>(pixels->data()), size.width(), size.height(), QImage::Format_RGBA8888_Premultiplied,
        [](void *bytes) { delete static_cast<QByteArray *>(bytes); }, pixels);
    if (control->rhi()->isYUpInFramebuffer())
        image.mirror(false, true);
    return image;
}

core::Status StillStage::checkSeen(const Still &drawn)
{
    QQuickItem *stage = m_target->stage.get();
    const QSize size = drawn.size;
    const auto *scene = stage->property("scene").value<ProductScene *>();
    const auto *camera = stage->property("camera").value<StageCamera *>();
    if (render::isInPlainSight(*scene->asset(), stage->property("motion").value<StageMotion *>()->world(),
                               scene->variantIndex(), camera->viewpoint(), size))
        return {};
    const QSize small = size.scaled(size.boundedTo({kCoverSide, kCoverSide}), Qt::KeepAspectRatio).expandedTo({1, 1});
    // The floor's light and the shadow cover pixels too, and behind glass stands the backdrop.
    const auto show = [&](QSize extent, bool isAlone) {
        stage->setProperty("width", extent.width());
        stage->setProperty("height", extent.height());
        stage->setProperty("grounded", !isAlone);
        stage->setProperty("seeThrough", isAlone);
        return m_target->resize(extent);
    };
    VITRINE_CHECK(show(small, true));
    VITRINE_TRY(const QImage cover, frame());
    VITRINE_CHECK(show(size, false));
    if (!hasCover(cover))
        return core::fail(ErrorCode::InvalidArgument, "the product is not to be seen in the picture",
                          drawn.package.toStdString());
    return {};
}

core::Status StillStage::lookThroughGlass(QImage &image)
{
    QQuickItem *stage = m_target->stage.get();
    stage->setProperty("seeThrough", false);
    stage->setProperty("background", QColor(Qt::black));
    VITRINE_TRY(const QImage onBlack, frame());
    stage->setProperty("background", QColor(kMatte, kMatte, kMatte));
    VITRINE_TRY(const QImage onGrey, frame());
    for (int y = 0; y < image.height(); ++y) {
        uchar *pixel = image.scanLine(y);
        const uchar *black = onBlack.constScanLine(y);
        const uchar *grey = onGrey.constScanLine(y);
        for (int x = 0; x < image.width(); ++x, pixel += 4, black += 4, grey += 4) {
            std::array<int, 3> through{};
            for (std::size_t channel = 0; channel < 3; ++channel)
                through[channel] = std::clamp((grey[channel] - black[channel]) * 255 / kMatte, 0, 255);
            // One number can't say of which colour the hole is: tinted glass is as it would look on white.
            const auto [least, most] = std::ranges::minmax(through);
            // What glass reflects it adds, so that its cover is that at least.
            const int cover = std::max({255 - least, int{black[0]}, int{black[1]}, int{black[2]}});
            if (pixel[3] <= kShadowAtMost || most + pixel[3] < 255 + kGlassAtLeast)
                continue;
            for (std::size_t channel = 0; channel < 3; ++channel)
                pixel[channel] = static_cast<uchar>(std::min(black[channel] + through[channel] - least, cover));
            pixel[3] = static_cast<uchar>(cover);
        }
    }
    return {};
}

core::Result<QImage> StillStage::finished(QImage image, const Still &still)
{
    if (still.background == QLatin1String("transparent")) {
        if (m_target->stage->property("scene").value<ProductScene *>()->transmits()) {
            VITRINE_CHECK(lookThroughGlass(image));
        }
        fadeShadowAtEdges(image);
        return image.convertToFormat(QImage::Format_ARGB32);
    }
    image.reinterpretAsFormat(QImage::Format_RGBX8888); // the colours are whole: alpha was only the cover
    return image.convertToFormat(QImage::Format_RGB888);
}

core::Result<QImage> StillStage::draw(const Still &still)
{
    VITRINE_CHECK(apply(still));
    VITRINE_TRY(QImage image, frame());
    return finished(std::move(image), still);
}

core::Result<std::vector<render::Film>> StillStage::films(const Still &still)
{
    VITRINE_CHECK(apply(still));
    return m_target->stage->property("film").value<StageFilm *>()->films();
}

core::Result<QImage> StillStage::drawFilm(const Still &still, const render::Film &film, double seconds)
{
    auto *player = m_target->stage->property("film").value<StageFilm *>();
    if (m_film != film) {
        VITRINE_CHECK(apply(still));
        player->setFilms({film});
        player->play(0);
        player->pause(); // time comes from here alone
        m_film = film;
        m_ending = {};
    }
    const auto drawn = [&]() -> core::Result<QImage> {
        VITRINE_CHECK(settle());
        VITRINE_TRY(QImage image, frame());
        return finished(std::move(image), still);
    };
    const render::FilmFrame moment = render::frameAt(film, seconds);
    if (moment.cover < 1 && (m_ending.isNull() || m_endedShot != moment.shot - 1)) {
        player->showEndOf(moment.shot - 1);
        VITRINE_TRY(m_ending, drawn());
        m_endedShot = moment.shot - 1;
    }
    player->seek(seconds);
    VITRINE_TRY(QImage image, drawn());
    if (moment.cover < 1)
        mix(image, m_ending, moment.cover);
    return image;
}

core::Result<StillParts> StillStage::parts(const Still &drawn)
{
    QQuickItem *stage = m_target->stage.get();
    const auto *light = stage->property("light").value<StageStudio *>();
    const auto *scene = stage->property("scene").value<ProductScene *>();
    const auto *motion = stage->property("motion").value<StageMotion *>();
    const auto *camera = stage->property("camera").value<StageCamera *>();
    StillParts parts{.asset = scene->asset(),
                     .world = motion->world(),
                     .variant = scene->variantIndex(),
                     .camera = {camera->position() / render::kUnitsPerMetre, camera->rotation(), camera->fieldOfView()},
                     .studio = light->source(),
                     .bake = light->probe().toLocalFile(),
                     .exposure = static_cast<float>(light->exposure()),
                     .ground = {},
                     .backdrop = {}};
    if (scene->shadowSide() > 0)
        parts.ground = {.centre = scene->shadowCentre() / render::kUnitsPerMetre,
                        .side = static_cast<float>(scene->shadowSide()) / render::kUnitsPerMetre,
                        .shadowStrength = static_cast<float>(light->shadowStrength()),
                        .shadowColor = light->shadowColor(),
                        .poolColor = {}};
    if (drawn.background == QLatin1String("transparent"))
        return parts;
    if (parts.ground && drawn.background.isEmpty())
        parts.ground->poolColor =
            light->hasFloorColor() ? light->floorColor() : stage->property("floorColor").value<QColor>();
    stage->setProperty("productShown", false);
    stage->setProperty("grounded", false);
    auto backdrop = frame();
    stage->setProperty("productShown", true);
    stage->setProperty("grounded", true);
    if (!backdrop)
        return core::passOn(backdrop);
    backdrop->reinterpretAsFormat(QImage::Format_RGBX8888);
    parts.backdrop = backdrop->convertToFormat(QImage::Format_RGB888);
    return parts;
}

StillCamera StillStage::camera() const
{
    const auto *camera = m_target->stage->property("camera").value<StageCamera *>();
    const QVector3D origin = render::sceneOrigin(camera->scene()->asset()->package());
    return {camera->position() / render::kUnitsPerMetre + origin, camera->rotation(), camera->fieldOfView()};
}

} // namespace vitrine::stage
