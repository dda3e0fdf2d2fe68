// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/stage/StageStudio.h"
#include "render/scene/SetLight.h"

#include <QPointer>

namespace vitrine::stage {

/// What is mirrored on the stage: the studio, or in a set the set itself in that studio's light, from a probe that is
/// made on a worker thread and kept in the user's cache. Until that is there it is what it was before.
class StageSurround : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(vitrine::stage::ProductScene *scene READ scene WRITE setScene REQUIRED)
    Q_PROPERTY(vitrine::stage::StageStudio *light READ light WRITE setLight REQUIRED)
    /// How many of the studio's lights are computed.
    Q_PROPERTY(int lamps READ lamps WRITE setLamps NOTIFY lampsChanged)
    /// Of a set; empty where the studio's own is shown.
    Q_PROPERTY(QUrl probe READ probe NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)

public:
    explicit StageSurround(QObject *parent = nullptr);

    ProductScene *scene() const { return m_scene; }
    void setScene(ProductScene *scene);
    StageStudio *light() const { return m_light; }
    void setLight(StageStudio *light);
    int lamps() const { return m_lamps; }
    void setLamps(int lamps);
    QUrl probe() const { return m_probe; }
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void changed();
    void lampsChanged();

private:
    void update();
    render::SetSurround surround() const;

    QPointer<ProductScene> m_scene;
    QPointer<StageStudio> m_light;
    int m_lamps = 0;
    QUrl m_probe;
    bool m_busy = false;
    quint64 m_generation = 0;
};

} // namespace vitrine::stage
