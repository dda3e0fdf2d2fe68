// SPDX-License-Identifier: GPL-3.0-or-later
// vitrine-bench-frames [--turns N] [--far TIMES] [--picture FILE] [--full] [--slower N] [--cameras] [--cancel]
// PACKAGE…: a window of 1280×720 with nothing but the stage. Opens each package twice and turns it. Prints one JSON
// line for each: `open`, the seconds of the second opening, from the source's being set until the model is on the
// screen, and `frame` and `slowest`, the median and the longest interval between frames while it turns, in seconds, in
// the quality that the stage picks for this device while things move, or with --full in that of a still, or with
// --slower in that which it picks where frames were too slow so many times; with --far from so many times the distance.
// With --cameras what has some of its own (a room) is seen from them in turn, so that each frame has another view. With
// --picture the last of these frames is saved. With --cancel each package is opened and taken back again at moments all
// through its loading instead, and the one figure is `cancel`: the longest time, in seconds, from the moment when that
// was wanted until another frame is shown and nothing works for it any more.
#include "render/scene/FrameGovernor.h"
#include "tests/bench/StageWindow.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QThreadPool>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <format>
#include <vector>

namespace {

using vitrine::bench::StageWindow;
using vitrine::render::FrameGovernor;

double secondsOf(const QElapsedTimer &timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e9; }

/// Seconds; negative where the package does not open.
double open(StageWindow &window, const QUrl &package)
{
    if (!window.close())
        return -1;
    QElapsedTimer timer;
    timer.start();
    return window.open(package) ? secondsOf(timer) : -1;
}

/// The intervals between the frames of a turn, in seconds.
std::vector<double> turn(StageWindow &window, int frames, bool byCameras, const QString &picture)
{
    QObject &camera = window.camera();
    const int cameras = byCameras ? camera.property("fileCameraCount").toInt() : 0;
    std::vector<double> intervals;
    QElapsedTimer timer;
    // The first frames change to the quality of motion.
    for (int frame = -3; frame < frames; ++frame) {
        timer.start();
        QMetaObject::invokeMethod(&camera, "turnBy", Q_ARG(qreal, 12), Q_ARG(qreal, 0), Q_ARG(qreal, 0.016));
        if (cameras > 0)
            camera.setProperty("fileCamera", (frame + 3) % cameras);
        if (!window.nextFrame([] { return true; }, true))
            return {};
        if (frame >= 0)
            intervals.push_back(secondsOf(timer));
    }
    // The hand is still on it.
    if (!picture.isEmpty() && !window.picture().save(picture))
        return {};
    camera.setProperty("fileCamera", -1);
    QMetaObject::invokeMethod(&camera, "release");
    return intervals;
}

/// Seconds from `after` seconds into the loading of a package, when it is taken back, until nothing is left of that;
/// negative where that takes too long.
double cancel(StageWindow &window, const QUrl &package, double after)
{
    QElapsedTimer timer;
    timer.start();
    window.stage().setProperty("source", package);
    QEventLoop loop;
    QTimer::singleShot(std::chrono::microseconds(static_cast<std::int64_t>(after * 1e6)), Qt::PreciseTimer, &loop,
                       &QEventLoop::quit);
    loop.exec(); // which ends late where something keeps the thread: that counts
    if (!window.close())
        return -1;
    QThreadPool::globalInstance()->waitForDone();
    return secondsOf(timer) - after;
}

/// The longest of them, as a figure; empty where the package does not open or one takes too long.
QByteArray cancelling(StageWindow &window, const QUrl &package)
{
    constexpr int kMoments = 12;
    if (open(window, package) < 0 || !window.close())
        return {};
    QElapsedTimer timer;
    timer.start();
    if (!window.load(package))
        return {};
    const double seconds = secondsOf(timer);
    if (!window.close())
        return {};
    double longest = 0;
    for (int moment = 0; moment < kMoments; ++moment) {
        const double took = cancel(window, package, seconds * moment / kMoments);
        if (took < 0)
            return {};
        longest = std::max(longest, took);
    }
    return QByteArray::fromStdString(std::format(R"("cancel":{:.4f})", longest));
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    QStringList packages = QCoreApplication::arguments().mid(1);
    const auto valueOf = [&packages](const char *option, const QString &otherwise) {
        const qsizetype at = packages.indexOf(QLatin1String(option));
        if (at < 0 || at + 1 >= packages.size())
            return otherwise;
        packages.removeAt(at);
        return packages.takeAt(at);
    };
    const int turns = valueOf("--turns", "30").toInt();
    const qreal far = valueOf("--far", "1").toDouble();
    const QString picture = valueOf("--picture", {});
    const int slower = valueOf("--slower", "0").toInt();
    const bool isFull = packages.removeOne(QLatin1String("--full"));
    const bool byCameras = packages.removeOne(QLatin1String("--cameras"));
    const bool isCancelled = packages.removeOne(QLatin1String("--cancel"));
    StageWindow window({1280, 720});
    if (!window.isThere() || turns < 1 || packages.isEmpty()) {
        std::fprintf(stderr, "vitrine-bench-frames [--turns N] [--far TIMES] [--picture FILE] [--full] [--slower N] "
                             "[--cameras] [--cancel] PACKAGE…\n");
        return 2;
    }
    window.stage().setProperty("still", isFull);
    const auto turning = [&](const QUrl &package) -> QByteArray {
        if (open(window, package) < 0)
            return {};
        const double seconds = open(window, package);
        auto *quality = window.stage().property("quality").value<QObject *>();
        for (std::size_t frame = 0; frame < static_cast<std::size_t>(slower) * FrameGovernor::kFewFrames; ++frame)
            QMetaObject::invokeMethod(quality, "note", Q_ARG(qreal, 2 * FrameGovernor::kSlowMs));
        if (far != 1)
            QMetaObject::invokeMethod(&window.camera(), "zoomBy", Q_ARG(qreal, far));
        std::vector<double> intervals = seconds >= 0 ? turn(window, turns, byCameras, picture) : std::vector<double>();
        if (intervals.empty())
            return {};
        std::ranges::sort(intervals);
        return QByteArray::fromStdString(std::format(R"("open":{:.4f},"frame":{:.4f},"slowest":{:.4f})", seconds,
                                                     intervals[intervals.size() / 2], intervals.back()));
    };
    for (const QString &package : packages) {
        const QUrl source = QUrl::fromLocalFile(package);
        const QByteArray figures = isCancelled ? cancelling(window, source) : turning(source);
        if (figures.isEmpty()) {
            std::fprintf(stderr, "vitrine-bench-frames: %s: %s\n", qUtf8Printable(package),
                         qUtf8Printable(window.error()));
            return 1;
        }
        std::printf(R"({"package":"%s",%s})"
                    "\n",
                    qUtf8Printable(package), figures.constData());
        std::fflush(stdout);
    }
    return 0;
}
