// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <QPoint>
#include <QProcess>
#include <QSize>
#include <QString>

#include <memory>

struct _XDisplay;

namespace vitrine::tour {

/// A private X server with a pointer and a keyboard that are pressed for real (XTEST), and a camera on its screen.
class Desktop
{
public:
    /// Starts Xvfb on a display of its own. Unavailable where it can't be started or lacks XTEST.
    [[nodiscard]] static core::Result<std::unique_ptr<Desktop>> start(QSize size);
    ~Desktop();

    /// ":17"
    [[nodiscard]] QString display() const { return m_display; }

    void moveTo(QPoint at);
    void click(QPoint at);
    void doubleClick(QPoint at);
    enum class Button { Left = 1, Right = 3 };
    /// Presses at the first point, moves in small steps to the second, lets go.
    void drag(QPoint from, QPoint to, Button held = Button::Left);
    /// Notches of the wheel at a point; positive turns away from the user.
    void wheel(QPoint at, int notches);
    /// A key by its X name: "Return", "Escape", "Home".
    void key(const char *name);
    /// Types ASCII text.
    void type(const QString &text);

    /// What the screen shows, as PNG.
    [[nodiscard]] core::Status photograph(const QString &path) const;

private:
    Desktop() = default;
    void button(unsigned number, bool down);
    void keyCode(unsigned code, bool down);

    QProcess m_server;
    QString m_display;
    QSize m_size;
    _XDisplay *m_connection = nullptr;
};

} // namespace vitrine::tour
