// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QQmlEngine>
#include <QQuickWindow>

namespace vitrine::stage {

/// What draws the window: a GPU or the processor. Known once the window's scene graph runs.
class StageQuality : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickWindow *window READ window WRITE setWindow NOTIFY windowChanged)
    Q_PROPERTY(bool software READ isSoftware NOTIFY deviceChanged)
    /// How many of a studio's lights are computed. On a software rasteriser the key alone: each costs a tenth of the
    /// picture, and the probe holds the others' light too.
    Q_PROPERTY(int lights READ lights NOTIFY deviceChanged)
    /// How many lights may cast a shadow through a map. On a software rasteriser none: the ground's is not one of them.
    Q_PROPERTY(int shadows READ shadows NOTIFY deviceChanged)
    Q_PROPERTY(QString deviceName READ deviceName NOTIFY deviceChanged)

public:
    explicit StageQuality(QObject *parent = nullptr);

    QQuickWindow *window() const { return m_window; }
    void setWindow(QQuickWindow *window);
    /// True until the opposite is known: a first frame that is too simple is corrected, one too heavy is waited for.
    bool isSoftware() const { return m_software; }
    int lights() const { return m_software ? 1 : 8; }
    int shadows() const { return m_software ? 0 : 2; }
    QString deviceName() const { return m_deviceName; }

Q_SIGNALS:
    void windowChanged();
    void deviceChanged();

private:
    void ask();

    QPointer<QQuickWindow> m_window;
    bool m_software = true;
    QString m_deviceName;
};

} // namespace vitrine::stage
