// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/StageSurround.h"

#include <QCoreApplication>
#include <QStandardPaths>
#include <QThreadPool>

#include <algorithm>

namespace vitrine::stage {

StageSurround::StageSurround(QObject *parent)
    : QObject(parent)
{
}

void StageSurround::setScene(ProductScene *scene)
{
    m_scene = scene;
    connect(scene, &ProductScene::loaded, this, &StageSurround::update);
    connect(scene, &ProductScene::statusChanged, this, [this] {
        if (!m_scene->asset())
            update();
    });
    connect(scene, &ProductScene::variantChanged, this, &StageSurround::update);
    update();
}

void StageSurround::setLight(StageStudio *light)
{
    m_light = light;
    connect(light, &StageStudio::changed, this, &StageSurround::update);
    update();
}

void StageSurround::setLamps(int lamps)
{
    if (m_lamps == lamps)
        return;
    m_lamps = lamps;
    update();
    Q_EMIT lampsChanged();
}

render::SetSurround StageSurround::surround() const
{
    render::SetSurround surround{.probe = m_light->probe().toLocalFile().toStdString(), .lamps = {}};
    const render::Studio &studio = m_light->studio();
    for (const render::StudioLight &light : studio.lights) {
        if (std::ssize(surround.lamps) >= m_lamps)
            break;
        surround.lamps.push_back({render::directionTowards(light.yawDegrees, light.pitchDegrees),
                                  render::lightOf(light, studio.whitePointKelvin)});
    }
    return surround;
}

void StageSurround::update()
{
    ++m_generation;
    const auto asset = m_scene ? m_scene->asset() : nullptr;
    const bool isWanted = asset && asset->set() != nullptr && m_light && !m_light->probe().isEmpty();
    if (!isWanted) {
        if (m_busy || !m_probe.isEmpty()) {
            m_busy = false;
            m_probe.clear();
            Q_EMIT changed();
        }
        return;
    }
    m_busy = true;
    Q_EMIT changed();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QLatin1String("/sets");
    QThreadPool::globalInstance()->start([self = QPointer(this), generation = m_generation, asset,
                                          variant = m_scene->variantIndex(), light = surround(),
                                          folder = folder.toStdString()] {
        auto made = render::cachedSetLight(*asset, variant, light, folder);
        QMetaObject::invokeMethod(
            qApp,
            [self, generation, result = std::move(made)] {
                if (!self || self->m_generation != generation)
                    return;
                self->m_busy = false;
                if (result)
                    self->m_probe = QUrl::fromLocalFile(QString::fromStdString(result->string()));
                else
                    qWarning("A set mirrors the studio alone: %s", core::describe(result.error()).c_str());
                Q_EMIT self->changed();
            },
            Qt::QueuedConnection);
    });
}

} // namespace vitrine::stage
