// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QJsonObject;
class QLocalServer;
class QQuickWindow;

namespace vitrine::app {

/// Lets a driver on the same machine see where things are and what they show, so that it can press real keys and
/// buttons and check what came of it: the guided tour and the end-to-end tests. It offers no way to change anything.
/// Off unless the program is started with --automation; the socket is open to the same user only.
///
/// One JSON object a line, each way:
///   {"item": NAME}                  → {"found", "x", "y", "width", "height", "enabled"}: the visible item of that
///                                     objectName, its rectangle in the window in device pixels
///   {"item": NAME, "property": P}   → the same and "value"; P may be a path: "camera.yaw"
///   {"items": PREFIX}               → {"names": […]}: objectNames of the visible items that begin so, in reading order
///   {"grab": PATH}                  → {"saved"}: the window's picture as PNG
///   {"frames": true}                → {"count"}: frames that the window has shown
///   {"stall": true}                 → {"milliseconds"}: the longest time since the last such question in which the GUI
///                                     thread took no event; measured from the first question on
///   anything else                   → {"error"}
class Automation : public QObject
{
    Q_OBJECT

public:
    /// Listens under `socketName` for `window`. Unavailable where the name is taken.
    [[nodiscard]] static core::Result<std::unique_ptr<Automation>> listen(const QString &socketName,
                                                                          QQuickWindow *window);
    ~Automation() override;

private:
    Automation(std::unique_ptr<QLocalServer> server, QQuickWindow *window);
    void serve();
    [[nodiscard]] QJsonObject answer(const QJsonObject &request);
    [[nodiscard]] QJsonObject answerAboutItem(const QJsonObject &request) const;
    [[nodiscard]] double longestStall();

    std::unique_ptr<QLocalServer> m_server;
    QPointer<QQuickWindow> m_window;
    qint64 m_frames = 0;
    /// Ticks as often as the event loop lets it: a longer gap is a stall.
    QTimer m_heartbeat;
    QElapsedTimer m_sinceBeat;
    double m_longestGapMs = 0;
};

} // namespace vitrine::app
