// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/StageFrames.h"

#include <QCoreApplication>

#include <chrono>

namespace vitrine::stage {
namespace {

/// Longer than any frame: one that was begun may be dropped unseen, and then nothing tells of its end.
constexpr int kLongestFrameMs = 1000;

qint64 nowNs() { return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1); }

} // namespace

StageFrames::StageFrames(QObject *parent)
    : QObject(parent)
    , m_awaited(std::make_shared<std::atomic<Awaited>>(Awaited::Nothing))
    , m_began(std::make_shared<std::atomic<qint64>>(0))
{
    m_calm.setSingleShot(true);
    connect(&m_calm, &QTimer::timeout, this, [this] { setQuiet(true); });
}

StageFrames::~StageFrames() { unwatch(); }

void StageFrames::setWindow(QQuickWindow *window)
{
    if (m_window == window)
        return;
    unwatch();
    m_window = window;
    setQuiet(false);
    m_calm.start(kQuietMs);
    if (window)
        watch(window);
    Q_EMIT windowChanged();
}

void StageFrames::watch(QQuickWindow *window)
{
    // On the render thread, where they come in order: in the GUI thread's queue the end of the frame before may stand
    // behind the beginning of the one that is awaited. Before what is queued below: that may be taken while this thread
    // is still between the two.
    const auto step = [awaited = m_awaited](Awaited from, Awaited to) { awaited->compare_exchange_strong(from, to); };
    m_synchronised = connect(
        window, &QQuickWindow::afterSynchronizing, window, [step] { step(Awaited::Synchronisation, Awaited::Swap); },
        Qt::DirectConnection);
    m_rendering = connect(
        window, &QQuickWindow::beforeRendering, window, [began = m_began] { *began = nowNs(); }, Qt::DirectConnection);
    m_swapped = connect(
        window, &QQuickWindow::frameSwapped, window,
        [step, began = m_began, self = QPointer(this)] {
            step(Awaited::Swap, Awaited::Notice);
            const auto milliseconds = static_cast<qreal>(nowNs() - *began) * 1e-6;
            QMetaObject::invokeMethod(
                qApp,
                [self, milliseconds] {
                    if (self)
                        Q_EMIT self->drawn(milliseconds);
                },
                Qt::QueuedConnection);
        },
        Qt::DirectConnection);
    connect(window, &QQuickWindow::afterAnimating, this, [this] {
        if (m_calm.isActive() && m_calm.interval() == kQuietMs)
            m_calm.start(kQuietMs);
    });
    // Queued, from the render thread: where a frame would show nothing new, none is drawn, and none is swapped.
    connect(window, &QQuickWindow::beforeRendering, this, [this] {
        m_calm.start(kLongestFrameMs);
        setQuiet(false);
    });
    connect(window, &QQuickWindow::frameSwapped, this, &StageFrames::swapped);
}

void StageFrames::unwatch()
{
    if (m_window)
        disconnect(m_window, nullptr, this, nullptr);
    disconnect(m_synchronised);
    disconnect(m_rendering);
    disconnect(m_swapped);
}

void StageFrames::swapped()
{
    m_calm.start(kQuietMs);
    auto expected = Awaited::Notice;
    if (m_awaited->compare_exchange_strong(expected, Awaited::Nothing))
        Q_EMIT shown();
}

void StageFrames::await() { *m_awaited = Awaited::Synchronisation; }

void StageFrames::setQuiet(bool isQuiet)
{
    if (m_isQuiet == isQuiet)
        return;
    m_isQuiet = isQuiet;
    Q_EMIT quietChanged();
}

} // namespace vitrine::stage
