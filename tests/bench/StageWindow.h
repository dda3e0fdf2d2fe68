// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QImage>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTimer>
#include <QUrl>

namespace vitrine::bench {

/// A window with nothing but the stage. GUI thread.
class StageWindow
{
public:
    explicit StageWindow(QSize size)
    {
        m_engine.setInitialProperties({{"width", size.width()}, {"height", size.height()}});
        m_engine.loadData(kWindow, QUrl(QStringLiteral("qrc:/bench.qml")));
        m_window =
            m_engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow *>(m_engine.rootObjects().first());
        if (m_window != nullptr)
            m_stage = m_window->property("stage").value<QObject *>();
    }

    [[nodiscard]] bool isThere() const { return m_stage != nullptr; }
    [[nodiscard]] QObject &stage() { return *m_stage; }
    [[nodiscard]] QObject &camera() { return *m_stage->property("camera").value<QObject *>(); }
    [[nodiscard]] QImage picture() { return m_window->grabWindow(); }
    [[nodiscard]] QString error() const { return m_stage->property("errorText").toString(); }

    /// Waits until another frame is shown, with nothing in it; false where that takes too long.
    bool close()
    {
        m_stage->setProperty("source", QUrl());
        return nextFrame([this] { return !isRevealed(); }, true);
    }
    /// Waits until the model is on the screen; false where it does not come.
    bool open(const QUrl &package)
    {
        m_stage->setProperty("source", package);
        return nextFrame([this] { return isRevealed() || !error().isEmpty(); }) && isRevealed();
    }
    /// Waits until a package is loaded, which is before its first frame is drawn; false where that takes too long.
    bool load(const QUrl &package)
    {
        m_stage->setProperty("source", package);
        return nextFrame([this] { return !m_stage->property("busy").toBool(); }) && error().isEmpty();
    }
    /// Frames until one is shown after which the condition holds; with `isNew` one more at least.
    template <typename Condition>
    bool nextFrame(Condition isDone, bool isNew = false)
    {
        bool hasCome = !isNew;
        m_window->requestUpdate();
        return await(m_window, &QQuickWindow::frameSwapped, [&] {
            const bool wanted = hasCome && isDone();
            hasCome = true;
            return wanted;
        });
    }

private:
    static constexpr int kPatienceMs = 60'000;
    static constexpr const char *kWindow = R"(
import QtQuick
import Vitrine.Stage
Window {
    visible: true
    property alias stage: stage
    ProductStage { id: stage; anchors.fill: parent; interactive: false; source: "" }
})";

    [[nodiscard]] bool isRevealed() const { return m_stage->property("revealed").toBool(); }

    /// Lets the event loop run until the signal comes and `isDone` holds; false where that takes too long.
    template <typename Sender, typename Signal, typename Condition>
    static bool await(Sender *sender, Signal signal, Condition isDone)
    {
        if (isDone())
            return true;
        QEventLoop loop;
        QObject::connect(sender, signal, &loop, [&] {
            if (isDone())
                loop.exit(1);
        });
        QTimer::singleShot(kPatienceMs, &loop, [&] { loop.exit(0); });
        return loop.exec() == 1;
    }

    QQmlApplicationEngine m_engine;
    QQuickWindow *m_window = nullptr;
    QObject *m_stage = nullptr;
};

} // namespace vitrine::bench
