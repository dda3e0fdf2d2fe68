// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/StageStudio.h"

#include "render/package/MappedFile.h"
#include "render/scene/MaterialMapping.h"
#include "render/studio/StudioBake.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QStandardPaths>
#include <QThreadPool>

namespace vitrine::stage {

using core::ErrorCode;

namespace {

/// share/ of the build tree or of an installation, as seen from the program.
QString installedStudio(const QString &fileName)
{
    const QString folder = QCoreApplication::applicationDirPath();
    for (const char *share : {"/../share/vitrine/studios/", "/../share/studios/", "/studios/"}) {
        const QString path = folder + QLatin1String(share) + fileName;
        if (QFileInfo::exists(path))
            return QFileInfo(path).canonicalFilePath();
    }
    return {};
}

/// None for a bake that cannot be read: the house's backdrop does.
std::optional<render::Backdrop> backdropOf(const std::filesystem::path &bake)
{
    const auto file = render::MappedFile::open(bake);
    if (!file)
        return std::nullopt;
    const auto irradiance = render::decodeIrradiance(file->bytes());
    return irradiance ? std::optional(render::backdropFrom(*irradiance)) : std::nullopt;
}

} // namespace

StageStudio::StageStudio(QObject *parent)
    : QObject(parent)
{
}

render::StudioLight StageStudio::key() const
{
    return m_studio.lights.empty() ? render::StudioLight{} : m_studio.lights.front();
}

QColor StageStudio::keyColor() const
{
    const render::Float3 colour = render::kelvinToRgb(key().kelvin, m_studio.whitePointKelvin);
    const float peak = std::max({colour.x, colour.y, colour.z});
    return render::toSrgb(colour.x / peak, colour.y / peak, colour.z / peak);
}

QColor StageStudio::shown(render::Float3 render::Backdrop::*colour) const
{
    if (!m_backdrop)
        return Qt::black;
    const render::Float3 light = (*m_backdrop).*colour;
    return render::toSrgb(light.x, light.y, light.z);
}

void StageStudio::setName(const QString &name)
{
    if (m_name == name)
        return;
    m_name = name;
    ++m_generation;
    m_studio = {};
    m_backdrop.reset();
    m_busy = false;
    m_error.reset();
    if (name.endsWith(QLatin1String(".hdr"), Qt::CaseInsensitive))
        bakeHdr();
    else if (const auto status = load(); !status)
        m_error = status.error();
    Q_EMIT changed();
}

core::Status StageStudio::load()
{
    const QString probe = installedStudio(m_name + QLatin1String(".ktx"));
    QFile description(installedStudio(m_name + QLatin1String(".json")));
    if (m_name.contains(u'/') || probe.isEmpty() || !description.open(QIODevice::ReadOnly))
        return core::fail(ErrorCode::NotFound, "no light studio of this name is installed", m_name.toStdString());
    const QByteArray json = description.readAll();
    VITRINE_TRY(m_studio, render::Studio::parse({json.constData(), static_cast<std::size_t>(json.size())}));
    m_probe = QUrl::fromLocalFile(probe);
    return {};
}

void StageStudio::bakeHdr()
{
    m_busy = true;
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QLatin1String("/studios");
    QThreadPool::globalInstance()->start(
        [self = QPointer(this), generation = m_generation, path = m_name.toStdString(), folder = cache.toStdString()] {
            auto baked = render::cachedStudio(path, folder, {});
            auto backdrop = baked ? backdropOf(*baked) : std::nullopt;
            QMetaObject::invokeMethod(
                qApp,
                [self, generation, result = std::move(baked), backdrop] {
                    if (!self || self->m_generation != generation)
                        return;
                    self->m_busy = false;
                    self->m_backdrop = backdrop;
                    if (result)
                        self->m_probe = QUrl::fromLocalFile(QString::fromStdString(result->string()));
                    else
                        self->m_error = result.error();
                    Q_EMIT self->changed();
                },
                Qt::QueuedConnection);
        });
}

} // namespace vitrine::stage
