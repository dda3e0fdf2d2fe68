// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/tour/Desktop.h"

#include <QImage>

// Last: X11 defines macros (None, Bool, Status) that break Qt's and our headers.
#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#undef Status
#undef Bool
#undef None

namespace vitrine::tour {
namespace {

constexpr int kStartMs = 10'000;
/// Between the steps of a drag, in the X server's time: a hand's pace, so that momentum is that of a hand.
constexpr unsigned long kDragStepMs = 8;
constexpr int kDragSteps = 24;

} // namespace

core::Result<std::unique_ptr<Desktop>> Desktop::start(QSize size)
{
    std::unique_ptr<Desktop> desktop(new Desktop);
    desktop->m_size = size;
    const QString screen = QStringLiteral("%1x%2x24").arg(size.width()).arg(size.height());
    desktop->m_server.start("Xvfb", {"-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp", "-noreset"});
    if (!desktop->m_server.waitForStarted(kStartMs))
        return core::fail(core::ErrorCode::Unavailable, "Xvfb can't be started");
    while (!desktop->m_server.canReadLine())
        if (!desktop->m_server.waitForReadyRead(kStartMs))
            return core::fail(core::ErrorCode::Unavailable, "Xvfb named no display");
    desktop->m_display = ':' + QString::fromLatin1(desktop->m_server.readLine().trimmed());
    desktop->m_connection = XOpenDisplay(desktop->m_display.toLatin1().constData());
    int event = 0, error = 0, major = 0, minor = 0;
    if (desktop->m_connection == nullptr || !XTestQueryExtension(desktop->m_connection, &event, &error, &major, &minor))
        return core::fail(core::ErrorCode::Unavailable, "the display takes no test input");
    return desktop;
}

Desktop::~Desktop()
{
    if (m_connection != nullptr)
        XCloseDisplay(m_connection);
    m_server.terminate();
    m_server.waitForFinished(kStartMs);
}

void Desktop::button(unsigned number, bool down)
{
    XTestFakeButtonEvent(m_connection, number, down ? True : False, CurrentTime);
}

void Desktop::keyCode(unsigned code, bool down)
{
    XTestFakeKeyEvent(m_connection, code, down ? True : False, CurrentTime);
}

void Desktop::moveTo(QPoint at)
{
    XTestFakeMotionEvent(m_connection, -1, at.x(), at.y(), CurrentTime);
    XSync(m_connection, False);
}

void Desktop::click(QPoint at)
{
    moveTo(at);
    button(1, true);
    button(1, false);
    XSync(m_connection, False);
}

void Desktop::doubleClick(QPoint at)
{
    click(at);
    click(at);
}

void Desktop::drag(QPoint from, QPoint to, Button held)
{
    const auto number = static_cast<unsigned>(held);
    moveTo(from);
    button(number, true);
    for (int i = 1; i <= kDragSteps; ++i) {
        const QPointF at = QPointF(from) + QPointF(to - from) * i / kDragSteps;
        XTestFakeMotionEvent(m_connection, -1, qRound(at.x()), qRound(at.y()), kDragStepMs);
    }
    button(number, false);
    XSync(m_connection, False);
}

void Desktop::wheel(QPoint at, int notches)
{
    moveTo(at);
    for (int i = 0; i < std::abs(notches); ++i) {
        button(notches > 0 ? 4 : 5, true);
        button(notches > 0 ? 4 : 5, false);
    }
    XSync(m_connection, False);
}

void Desktop::key(const char *name)
{
    const unsigned code = XKeysymToKeycode(m_connection, XStringToKeysym(name));
    keyCode(code, true);
    keyCode(code, false);
    XSync(m_connection, False);
}

void Desktop::type(const QString &text)
{
    const unsigned shift = XKeysymToKeycode(m_connection, XK_Shift_L);
    for (const QChar character : text) {
        const KeySym symbol = character.toLatin1(); // ASCII's keysyms are its codes.
        const KeyCode code = XKeysymToKeycode(m_connection, symbol);
        const bool shifted = XkbKeycodeToKeysym(m_connection, code, 0, 0) != symbol;
        if (shifted)
            keyCode(shift, true);
        keyCode(code, true);
        keyCode(code, false);
        if (shifted)
            keyCode(shift, false);
    }
    XSync(m_connection, False);
}

core::Status Desktop::photograph(const QString &path) const
{
    XImage *shot = XGetImage(m_connection, DefaultRootWindow(m_connection), 0, 0, static_cast<unsigned>(m_size.width()),
                             static_cast<unsigned>(m_size.height()), AllPlanes, ZPixmap);
    if (shot == nullptr)
        return core::fail(core::ErrorCode::Unavailable, "the screen can't be read");
    const QImage image(reinterpret_cast<const uchar *>(shot->data), shot->width, shot->height, shot->bytes_per_line,
                       QImage::Format_RGB32);
    const bool saved = image.save(path, "PNG", 60);
    XDestroyImage(shot);
    if (!saved)
        return core::fail(core::ErrorCode::StorageFull, "the picture can't be written", path.toStdString());
    return {};
}

} // namespace vitrine::tour
