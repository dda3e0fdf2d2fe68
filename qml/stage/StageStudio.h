// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/studio/Backdrop.h"
#include "render/studio/Studio.h"

#include <QColor>
#include <QObject>
#include <QQmlEngine>
#include <QUrl>

#include <optional>

namespace vitrine::stage {

/// A light studio by name: one of the installed ones ("softbox"), or a path to an equirectangular .hdr, which is
/// baked once on a worker thread and kept in the user's cache.
class StageStudio : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed)
    /// The baked light probe; empty until it is ready.
    Q_PROPERTY(QUrl probe READ probe NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(qreal exposure READ exposure NOTIFY changed)
    Q_PROPERTY(qreal shadowStrength READ shadowStrength NOTIFY changed)
    Q_PROPERTY(qreal keyYaw READ keyYaw NOTIFY changed)
    Q_PROPERTY(qreal keyPitch READ keyPitch NOTIFY changed)
    Q_PROPERTY(qreal keyBrightness READ keyBrightness NOTIFY changed)
    Q_PROPERTY(QColor keyColor READ keyColor NOTIFY changed)
    /// Whether the surround brings a backdrop of its own: a person's .hdr does, the house's studios stand before the
    /// house's.
    Q_PROPERTY(bool hasBackdrop READ hasBackdrop NOTIFY changed)
    Q_PROPERTY(QColor backdropTop READ backdropTop NOTIFY changed)
    Q_PROPERTY(QColor backdropBottom READ backdropBottom NOTIFY changed)
    Q_PROPERTY(QColor lampColor READ lampColor NOTIFY changed)
    Q_PROPERTY(QColor floorColor READ floorColor NOTIFY changed)
    Q_PROPERTY(bool keyCastsShadow READ keyCastsShadow NOTIFY changed)

public:
    explicit StageStudio(QObject *parent = nullptr);

    QString name() const { return m_name; }
    void setName(const QString &name);
    QUrl probe() const { return m_probe; }
    QString errorText() const { return m_error ? QString::fromStdString(core::describe(*m_error)) : QString(); }
    const std::optional<core::Error> &error() const { return m_error; }
    bool isBusy() const { return m_busy; }
    qreal exposure() const { return m_studio.exposure; }
    qreal shadowStrength() const { return m_studio.shadowStrength; }
    qreal keyYaw() const { return key().yawDegrees; }
    qreal keyPitch() const { return key().pitchDegrees; }
    qreal keyBrightness() const { return key().brightness; }
    QColor keyColor() const;
    bool hasBackdrop() const { return m_backdrop.has_value(); }
    QColor backdropTop() const { return shown(&render::Backdrop::top); }
    QColor backdropBottom() const { return shown(&render::Backdrop::bottom); }
    QColor lampColor() const { return shown(&render::Backdrop::lamp); }
    QColor floorColor() const { return shown(&render::Backdrop::floor); }
    bool keyCastsShadow() const { return key().castsShadow; }

Q_SIGNALS:
    void changed();

private:
    core::Status load();
    void bakeHdr();
    render::StudioLight key() const;
    QColor shown(render::Float3 render::Backdrop::*colour) const;

    QString m_name;
    QUrl m_probe;
    std::optional<core::Error> m_error;
    bool m_busy = false;
    quint64 m_generation = 0;
    render::Studio m_studio;
    std::optional<render::Backdrop> m_backdrop;
};

} // namespace vitrine::stage
