// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "qml/stage/ProductScene.h"
#include "render/studio/Backdrop.h"
#include "render/studio/GroundRays.h"
#include "render/studio/Studio.h"

#include <QColor>
#include <QObject>
#include <QQmlEngine>
#include <QUrl>

#include <optional>

namespace vitrine::stage {

/// A light that the stage computes itself.
struct StageLight {
    Q_GADGET
    QML_VALUE_TYPE(stageLight)
    Q_PROPERTY(qreal yaw MEMBER yaw CONSTANT)
    Q_PROPERTY(qreal pitch MEMBER pitch CONSTANT)
    Q_PROPERTY(qreal brightness MEMBER brightness CONSTANT)
    Q_PROPERTY(QColor color MEMBER color CONSTANT)
    Q_PROPERTY(bool castsShadow MEMBER castsShadow CONSTANT)

public:
    qreal yaw = 0;
    qreal pitch = 0;
    qreal brightness = 0;
    QColor color;
    bool castsShadow = false;
};

/// A studio that a shopper may choose.
struct StudioChoice {
    Q_GADGET
    QML_VALUE_TYPE(studioChoice)
    Q_PROPERTY(QString name MEMBER name CONSTANT)
    Q_PROPERTY(QString english MEMBER english CONSTANT)
    Q_PROPERTY(QString bengali MEMBER bengali CONSTANT)

public:
    QString name;
    QString english;
    QString bengali;
};

/// A light studio by name: one of the installed ones ("softbox"), or a path to an equirectangular .hdr, which is
/// baked once on a worker thread and kept in the user's cache.
class StageStudio : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed)
    /// The baked light probe; empty until it is ready.
    Q_PROPERTY(QUrl probe READ probe NOTIFY changed)
    /// The same with faces of half the side, for what moves; `probe` itself where there is none.
    Q_PROPERTY(QUrl smallProbe READ smallProbe NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(qreal exposure READ exposure NOTIFY changed)
    /// By rank: key, fill, rim.
    Q_PROPERTY(QList<vitrine::stage::StageLight> lights READ lights NOTIFY changed)
    Q_PROPERTY(vitrine::stage::GroundKey groundKey READ groundKey NOTIFY changed)
    Q_PROPERTY(qreal shadowStrength READ shadowStrength NOTIFY changed)
    Q_PROPERTY(QColor shadowColor READ shadowColor NOTIFY changed)
    /// Whether the surround brings a backdrop of its own; others stand before the house's.
    Q_PROPERTY(bool hasBackdrop READ hasBackdrop NOTIFY changed)
    /// A picture of the place behind the product, all around (render/studio/Panorama.h); empty where the backdrop is a
    /// gradient from `backdropTop` to `backdropBottom`.
    Q_PROPERTY(QUrl place READ place NOTIFY changed)
    /// How far behind the product the place begins, in parts of the camera's distance at home.
    Q_PROPERTY(qreal wallDistance READ wallDistance NOTIFY changed)
    Q_PROPERTY(QColor backdropTop READ backdropTop NOTIFY changed)
    Q_PROPERTY(QColor backdropBottom READ backdropBottom NOTIFY changed)
    Q_PROPERTY(QColor lampColor READ lampColor NOTIFY changed)
    /// Of the pool of light behind the product; negative leaves it to the house.
    Q_PROPERTY(qreal lampStrength READ lampStrength NOTIFY changed)
    Q_PROPERTY(qreal vignette READ vignette NOTIFY changed)
    /// Of the pool of light on the ground; invalid leaves it to the house.
    Q_PROPERTY(QColor floorColor READ floorColor NOTIFY changed)
    Q_PROPERTY(bool hasFloorColor READ hasFloorColor NOTIFY changed)
    /// Light words are readable on its backdrop.
    Q_PROPERTY(bool isDark READ isDark NOTIFY changed)
    /// What a shopper may choose from, in the order in which it is offered.
    Q_PROPERTY(QList<vitrine::stage::StudioChoice> choices READ choices CONSTANT)

public:
    explicit StageStudio(QObject *parent = nullptr);

    /// What falls on the ground of an installed studio. Nothing for an .hdr and for an unknown one.
    static render::GroundLight groundLightOf(const QString &name);

    QString name() const { return m_name; }
    void setName(const QString &name);
    QUrl probe() const { return m_probe; }
    QUrl smallProbe() const;
    /// The file that the light is described in.
    QString source() const;
    QString errorText() const { return m_error ? QString::fromStdString(core::describe(*m_error)) : QString(); }
    const std::optional<core::Error> &error() const { return m_error; }
    bool isBusy() const { return m_busy; }
    const render::Studio &studio() const { return m_studio; }
    qreal exposure() const { return m_studio.exposure; }
    QList<StageLight> lights() const;
    GroundKey groundKey() const;
    qreal shadowStrength() const { return m_studio.ground.shadow; }
    QColor shadowColor() const;
    bool hasBackdrop() const { return m_surround || m_studio.backdrop; }
    QUrl place() const { return m_place; }
    qreal wallDistance() const { return m_studio.backdrop ? m_studio.backdrop->wallDistance : 0; }
    QColor backdropTop() const { return shown(&render::Backdrop::top); }
    QColor backdropBottom() const { return shown(&render::Backdrop::bottom); }
    QColor lampColor() const;
    qreal lampStrength() const { return m_studio.backdrop ? m_studio.backdrop->lampStrength : -1; }
    qreal vignette() const { return m_studio.backdrop ? m_studio.backdrop->vignette : -1; }
    bool hasFloorColor() const { return m_surround || m_studio.ground.color; }
    QColor floorColor() const;
    bool isDark() const { return !m_studio.backdrop || m_studio.backdrop->isDark; }
    QList<StudioChoice> choices() const;

Q_SIGNALS:
    void changed();

private:
    static QList<StudioChoice> readChoices();
    core::Status load();
    void bakeHdr();
    QColor shown(render::Float3 render::Backdrop::*colour) const;

    QString m_name;
    QUrl m_probe;
    QUrl m_place;
    std::optional<core::Error> m_error;
    bool m_busy = false;
    quint64 m_generation = 0;
    render::Studio m_studio;
    std::optional<render::Backdrop> m_surround; ///< Of a person's .hdr.
};

} // namespace vitrine::stage
