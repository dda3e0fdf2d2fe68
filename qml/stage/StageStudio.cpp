// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/StageStudio.h"

#include "render/package/MappedFile.h"
#include "render/scene/MaterialMapping.h"
#include "render/studio/StudioBake.h"
#include "render/studio/StudioFolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QStandardPaths>
#include <QThreadPool>

#include <algorithm>

namespace vitrine::stage {

using core::ErrorCode;

namespace {

const QDir &studioFolder()
{
    static const QDir folder(render::studioFolder(QCoreApplication::applicationDirPath().toStdString()));
    return folder;
}

core::Result<render::Studio> readStudio(const QString &name)
{
    QFile file(studioFolder().filePath(name + QLatin1String(".json")));
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(ErrorCode::NotFound, "cannot be read", file.fileName().toStdString());
    const QByteArray json = file.readAll();
    return render::Studio::parse({json.constData(), static_cast<std::size_t>(json.size())});
}

/// Those that are there, by name.
QStringList installedStudios()
{
    QStringList names;
    for (const QFileInfo &file : studioFolder().entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        if (studioFolder().exists(file.completeBaseName() + QLatin1String(".ktx")))
            names << file.completeBaseName();
    return names;
}

core::Error unknownStudio(const QString &name)
{
    const QStringList names = installedStudios();
    return {ErrorCode::NotFound,
            "no light studio of this name is installed" +
                (names.isEmpty() ? std::string() : "; there are " + names.join(QLatin1String(", ")).toStdString()),
            name.toStdString()};
}

QColor shownColor(render::Float3 light) { return render::toSrgb(light.x, light.y, light.z); }

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

QList<StageLight> StageStudio::lights() const
{
    QList<StageLight> lights;
    for (const render::StudioLight &light : m_studio.lights) {
        const render::Float3 colour = render::colourOf(light, m_studio.whitePointKelvin);
        const float peak = std::max({colour.x, colour.y, colour.z, 1e-6F});
        StageLight &shown = lights.emplace_back();
        shown.yaw = light.yawDegrees;
        shown.pitch = light.pitchDegrees;
        shown.brightness = light.brightness;
        shown.color = shownColor(colour * (1 / peak));
        shown.castsShadow = light.castsShadow;
    }
    return lights;
}

render::GroundLight StageStudio::groundLightOf(const QString &name)
{
    const auto studio = readStudio(name);
    return studio && studio->ground.shadow > 0 ? render::groundLightOf(*studio) : render::GroundLight{};
}

GroundKey StageStudio::groundKey() const { return {render::groundKeyOf(m_studio)}; }

QString StageStudio::source() const
{
    return m_name.endsWith(QLatin1String(".hdr"), Qt::CaseInsensitive)
               ? m_name
               : studioFolder().filePath(m_name + QLatin1String(".json"));
}

QColor StageStudio::shadowColor() const { return shownColor(m_studio.ground.shadowColor); }

QColor StageStudio::lampColor() const
{
    return m_studio.backdrop ? shownColor(m_studio.backdrop->lamp) : shown(&render::Backdrop::lamp);
}

QColor StageStudio::floorColor() const
{
    return m_studio.ground.color ? shownColor(*m_studio.ground.color) : shown(&render::Backdrop::floor);
}

QColor StageStudio::shown(render::Float3 render::Backdrop::*colour) const
{
    return m_surround ? shownColor((*m_surround).*colour) : QColor(Qt::black);
}

QList<StudioChoice> StageStudio::choices() const
{
    static const QList<StudioChoice> known = readChoices(); // What is installed stays so while the program runs.
    return known;
}

QList<StudioChoice> StageStudio::readChoices()
{
    std::vector<render::Studio> studios;
    for (const QString &name : installedStudios())
        if (auto studio = readStudio(name); studio && studio->order > 0)
            studios.push_back(std::move(*studio));
    std::ranges::sort(studios, {}, &render::Studio::order);
    QList<StudioChoice> choices;
    for (const render::Studio &studio : studios) {
        StudioChoice &choice = choices.emplace_back();
        choice.name = QString::fromStdString(studio.name);
        choice.english = QString::fromStdString(studio.titleEnglish);
        choice.bengali = QString::fromStdString(studio.titleBengali);
    }
    return choices;
}

void StageStudio::setName(const QString &name)
{
    if (m_name == name)
        return;
    m_name = name;
    ++m_generation;
    m_studio = {};
    m_surround.reset();
    m_place.clear();
    m_busy = false;
    m_error.reset();
    if (name.endsWith(QLatin1String(".hdr"), Qt::CaseInsensitive))
        bakeHdr();
    else if (const auto status = load(); !status)
        m_error = status.error();
    Q_EMIT changed();
}

QUrl StageStudio::smallProbe() const
{
    const QString file = m_name + QLatin1String("-128.ktx");
    return studioFolder().exists(file) ? QUrl::fromLocalFile(studioFolder().filePath(file)) : m_probe;
}

core::Status StageStudio::load()
{
    if (!installedStudios().contains(m_name))
        return std::unexpected(unknownStudio(m_name));
    VITRINE_TRY(m_studio, readStudio(m_name));
    m_probe = QUrl::fromLocalFile(studioFolder().filePath(m_name + QLatin1String(".ktx")));
    if (m_studio.backdrop)
        m_place = QUrl::fromLocalFile(studioFolder().filePath(m_name + QLatin1String(".png")));
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
                    self->m_surround = backdrop;
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
