// SPDX-License-Identifier: GPL-3.0-or-later
// vitrine-bench-frames [--turns N] PACKAGE…: a window of 1280×720 with nothing but the stage. Opens each package twice
// and turns it. Prints one JSON line for each: `open`, the seconds of the second opening, from the source's being set
// until the model is on the screen, and `frame` and `slowest`, the median and the longest interval between frames while
// it turns, in seconds, in the quality that the stage picks for this device while things move. What has cameras of its
// own (a room) is seen from them in turn, so that each frame has another view.
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

constexpr int kPatienceMs = 60'000;

constexpr const char *kWindow = R"(
import QtQuick
import Vitrine.Stage
Window {
    width: 1280; height: 720; visible: true
    property alias stage: stage
    ProductStage { id: stage; anchors.fill: parent; interactive: false; source: "" }
})";

/// Lets the event loop run until the signal comes and `isDone` holds; false where that takes too long.
template <typename Sender, typename Signal, typename Condition>
bool await(Sender *sender, Signal signal, Condition isDone)
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

class Bench
{
public:
    Bench(QQuickWindow &window, QObject &stage)
        : m_window(window)
        , m_stage(stage)
        , m_camera(*stage.property("camera").value<QObject *>())
    {
    }

    /// Seconds; negative where the package does not open.
    double open(const QUrl &package)
    {
        m_stage.setProperty("source", QUrl());
        if (!nextFrame([this] { return !m_stage.property("revealed").toBool(); }))
            return -1;
        QElapsedTimer timer;
        timer.start();
        m_stage.setProperty("source", package);
        const bool isShown = nextFrame([this] {
            return m_stage.property("revealed").toBool() || !m_stage.property("errorText").toString().isEmpty();
        });
        return isShown && m_stage.property("revealed").toBool() ? static_cast<double>(timer.nsecsElapsed()) / 1e9 : -1;
    }

    /// The intervals between the frames of a turn, in seconds.
    std::vector<double> turn(int frames)
    {
        const int cameras = m_camera.property("fileCameraCount").toInt();
        std::vector<double> intervals;
        QElapsedTimer timer;
        // The first frames change to the quality of motion.
        for (int frame = -3; frame < frames; ++frame) {
            timer.start();
            QMetaObject::invokeMethod(&m_camera, "turnBy", Q_ARG(qreal, 12), Q_ARG(qreal, 0), Q_ARG(qreal, 0.016));
            if (cameras > 0)
                m_camera.setProperty("fileCamera", (frame + 3) % cameras);
            if (!nextFrame([] { return true; }, true))
                return {};
            if (frame >= 0)
                intervals.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e9);
        }
        m_camera.setProperty("fileCamera", -1);
        QMetaObject::invokeMethod(&m_camera, "release");
        return intervals;
    }

    [[nodiscard]] QString error() const { return m_stage.property("errorText").toString(); }

private:
    /// Frames until one is shown after which the condition holds.
    template <typename Condition>
    bool nextFrame(Condition isDone, bool isNew = false)
    {
        bool hasCome = !isNew;
        m_window.requestUpdate();
        return await(&m_window, &QQuickWindow::frameSwapped, [&] {
            const bool wanted = hasCome && isDone();
            hasCome = true;
            return wanted;
        });
    }

    QQuickWindow &m_window;
    QObject &m_stage;
    QObject &m_camera;
};

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    QStringList packages = QCoreApplication::arguments().mid(1);
    int turns = 30;
    if (packages.size() > 1 && packages.constFirst() == QLatin1String("--turns")) {
        turns = packages.at(1).toInt();
        packages = packages.mid(2);
    }
    QQmlApplicationEngine engine;
    engine.loadData(kWindow, QUrl(QStringLiteral("qrc:/bench.qml")));
    auto *window =
        engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow *>(engine.rootObjects().first());
    if (window == nullptr || turns < 1 || packages.isEmpty()) {
        std::fprintf(stderr, "vitrine-bench-frames [--turns N] PACKAGE…\n");
        return 2;
    }
    Bench bench(*window, *window->property("stage").value<QObject *>());
    for (const QString &package : packages) {
        const QUrl source = QUrl::fromLocalFile(package);
        const bool isThere = bench.open(source) >= 0;
        const double open = isThere ? bench.open(source) : -1;
        std::vector<double> intervals = open >= 0 ? bench.turn(turns) : std::vector<double>();
        if (intervals.empty()) {
            std::fprintf(stderr, "vitrine-bench-frames: %s: %s\n", qUtf8Printable(package),
                         qUtf8Printable(bench.error()));
            return 1;
        }
        std::ranges::sort(intervals);
        std::printf(R"({"package":"%s","open":%.4f,"frame":%.4f,"slowest":%.4f})"
                    "\n",
                    qUtf8Printable(package), open, intervals[intervals.size() / 2], intervals.back());
        std::fflush(stdout);
    }
    return 0;
}
