// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/ProductScene.h"

#include "render/scene/MaterialMapping.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>

namespace vitrine::stage {

namespace {

// Half of a frame at 60 Hz: the other half is the frame's own.
constexpr std::chrono::milliseconds kSliceBudget{7};
/// Of the progress; making objects of what was loaded is the rest.
constexpr qreal kLoadingShare = 0.7;

std::filesystem::path pathOf(const QUrl &source)
{
    return (source.isLocalFile() ? source.toLocalFile() : source.toString()).toStdString();
}

} // namespace

ProductScene::ProductScene(QObject *parent)
    : QObject(parent)
{
    m_nextSlice.setSingleShot(true);
    connect(&m_nextSlice, &QTimer::timeout, this, [this] {
        if (m_status == Loading && m_asset)
            buildSlice();
    });
}

ProductScene::~ProductScene() { m_giveUp.request_stop(); }

void ProductScene::componentComplete()
{
    m_complete = true;
    m_builder = std::make_unique<render::SceneBuilder>(render::SceneParts{m_node, m_model, m_material, m_texture},
                                                       m_root, nullptr);
    if (!m_source.isEmpty())
        load();
}

void ProductScene::setSource(const QUrl &source)
{
    if (m_source == source)
        return;
    m_source = source;
    Q_EMIT sourceChanged();
    if (m_complete)
        load();
}

void ProductScene::setVariant(const QString &variant)
{
    if (m_variant == variant)
        return;
    m_variant = variant;
    if (m_status == Ready)
        m_builder->applyVariant(variantIndex());
    Q_EMIT variantChanged();
}

void ProductScene::setTexturesInBlocks(bool areInBlocks)
{
    if (m_texturesInBlocks == areInBlocks)
        return;
    m_texturesInBlocks = areInBlocks;
    // What draws is known only when there is a window, by which time the load of the first product has begun.
    if (m_complete && m_status == Loading && !m_asset)
        load();
}

void ProductScene::setGroundKey(const GroundKey &key)
{
    if (m_groundKey == key)
        return;
    m_groundKey = key;
    showShadow();
    Q_EMIT groundKeyChanged();
}

void ProductScene::setFileCamera(std::size_t index, const render::CameraRecord &camera)
{
    m_cameras[index] = camera;
    Q_EMIT fileCamerasMoved();
}

void ProductScene::showShadow()
{
    m_ground = m_asset ? render::groundShadow(m_asset->package(), m_groundKey) : render::GroundShadow();
    m_shadow.setShadow(m_ground);
    Q_EMIT shadowChanged();
}

void ProductScene::load()
{
    ++m_generation;
    m_giveUp.request_stop();
    m_nextSlice.stop();
    m_builder->clear();
    m_asset.reset();
    m_ground = {};
    if (m_source.isEmpty())
        return setStatus(Null);
    m_progress = 0;
    m_giveUp = {};
    setStatus(Loading);
    Q_EMIT progressChanged();
    const auto watch = [self = QPointer(this), generation = m_generation, stop = m_giveUp.get_token()](double part) {
        QMetaObject::invokeMethod(
            qApp,
            [self, generation, part] {
                if (self && self->m_generation == generation)
                    self->setProgress(part * kLoadingShare);
            },
            Qt::QueuedConnection);
        return !stop.stop_requested();
    };
    QThreadPool::globalInstance()->start([self = QPointer(this), generation = m_generation, path = pathOf(m_source),
                                          side = textureSide(), form = textureForm(), watch] {
        auto result = render::PackageAsset::load(path, side, watch, form);
        QMetaObject::invokeMethod(
            qApp,
            [self, generation, moved = std::move(result)]() mutable {
                if (self && self->m_generation == generation)
                    self->take(std::move(moved));
            },
            Qt::QueuedConnection);
    });
}

void ProductScene::finishNow()
{
    if (m_status != Loading)
        return;
    ++m_generation;
    if (!m_asset)
        take(render::PackageAsset::load(pathOf(m_source), textureSide(), {}, textureForm()));
    while (m_status == Loading)
        buildSlice();
}

void ProductScene::take(Loaded result)
{
    if (!result)
        return setStatus(Error, result.error());
    m_asset = std::move(*result);
    m_cameras.assign(m_asset->package().cameras().begin(), m_asset->package().cameras().end());
    showShadow();
    m_builder->begin(m_asset, variantIndex());
    Q_EMIT loaded();
    // The first slice now, not in the next turn: a small product is then complete in the frame that is due anyway, and
    // a software rasteriser draws it once instead of twice.
    buildSlice();
}

void ProductScene::buildSlice()
{
    QElapsedTimer timer;
    timer.start();
    const bool done = m_builder->work(kSliceBudget);
    m_longestSliceMs = std::max(m_longestSliceMs, static_cast<qreal>(timer.nsecsElapsed()) * 1e-6);
    setProgress(kLoadingShare + (1 - kLoadingShare) * m_builder->progress());
    if (done)
        return setStatus(Ready);
    m_nextSlice.start(0);
}

void ProductScene::setProgress(qreal progress)
{
    if (progress <= m_progress)
        return;
    m_progress = progress;
    Q_EMIT progressChanged();
}

void ProductScene::showDetail(const QVector3D &eye, const QQuaternion &rotation, qreal focalPixels,
                              qreal tolerancePixels)
{
    if (m_status == Ready)
        m_builder->showDetail({eye, rotation.rotatedVector(QVector3D(0, 0, -1)), static_cast<float>(focalPixels),
                               static_cast<float>(tolerancePixels)});
}

void ProductScene::setStatus(Status status, core::Error error)
{
    if (m_status == status && m_error == error)
        return;
    m_status = status;
    m_error = std::move(error);
    Q_EMIT statusChanged();
}

qint32 ProductScene::variantIndex() const { return static_cast<qint32>(variants().indexOf(m_variant)); }

QStringList ProductScene::variants() const
{
    QStringList names;
    if (m_asset) {
        for (const render::VariantRecord &record : m_asset->package().variants()) {
            const auto name = m_asset->package().text(record.name);
            names << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        }
    }
    return names;
}

bool ProductScene::transmits() const
{
    return m_asset && std::ranges::any_of(m_asset->package().materials(), [](const render::MaterialRecord &material) {
               return material.transmission > 0;
           });
}

QVector3D ProductScene::boundsMin() const
{
    return m_asset ? m_asset->boundsMin() * render::kUnitsPerMetre : QVector3D();
}

QVector3D ProductScene::boundsMax() const
{
    return m_asset ? m_asset->boundsMax() * render::kUnitsPerMetre : QVector3D();
}

QVector3D ProductScene::shadowCentre() const { return m_ground.centre * render::kUnitsPerMetre; }

qreal ProductScene::shadowSide() const { return static_cast<qreal>(m_ground.side * render::kUnitsPerMetre); }

} // namespace vitrine::stage
