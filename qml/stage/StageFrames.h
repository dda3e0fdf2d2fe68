// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QTimer>

#include <atomic>
#include <memory>

namespace vitrine::stage {

/// When the window's frames come and when they pause. The GUI thread waits for the render thread wherever it asks for a
/// frame while another is being drawn: a frame known to be heavy is best asked for while nothing else moves.
class StageFrames : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickWindow *window READ window WRITE setWindow NOTIFY windowChanged)
    Q_PROPERTY(bool quiet READ isQuiet NOTIFY quietChanged)

public:
    static constexpr int kQuietMs = 120;

    explicit StageFrames(QObject *parent = nullptr);
    ~StageFrames() override;

    QQuickWindow *window() const { return m_window; }
    void setWindow(QQuickWindow *window);
    /// No frame is being drawn, and none was for kQuietMs.
    bool isQuiet() const { return m_isQuiet; }
    /// Has shown() sent once, when a frame that knows the present state of the scene is on the screen. Asks for none.
    Q_INVOKABLE void await();

Q_SIGNALS:
    void windowChanged();
    void quietChanged();
    /// A frame is on the screen: from the beginning of its drawing until then.
    void drawn(qreal milliseconds);
    void shown();

private:
    enum class Awaited : quint8 { Nothing, Synchronisation, Swap, Notice };

    void watch(QQuickWindow *window);
    void unwatch();
    void swapped();
    void setQuiet(bool isQuiet);

    QPointer<QQuickWindow> m_window;
    QTimer m_calm;
    bool m_isQuiet = false;
    /// The render thread takes it two steps on; shared, since that may happen while this object dies.
    const std::shared_ptr<std::atomic<Awaited>> m_awaited;
    /// When the frame that is being drawn began, in nanoseconds of the steady clock; set and read on the render thread.
    const std::shared_ptr<std::atomic<qint64>> m_began;
    QMetaObject::Connection m_synchronised;
    QMetaObject::Connection m_rendering;
    QMetaObject::Connection m_swapped;
};

} // namespace vitrine::stage
