// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/gamepad/Gamepads.h"
#include "qml/stage/StagePad.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace vitrine::app {

/// Carries what a game controller's sticks and buttons do to the stages. Controllers are looked for once a stage wants
/// to know; they are read a hundred times a second while one is there and the program is in front, and otherwise only
/// looked at when the system says that a device came. GUI thread.
class GamepadHands : public QObject
{
    Q_OBJECT
public:
    /// As Gamepads::open().
    using OpenPads = core::Result<std::unique_ptr<platform::Gamepads>> (*)();

    GamepadHands(stage::StagePad &pad, OpenPads open, QObject *parent = nullptr);

    /// Looks once: who came, who went, what was pressed.
    void look();
    /// Whether the device is read all the time.
    bool isReading() const { return m_reading.isActive(); }

private:
    void follow();

    stage::StagePad &m_pad;
    OpenPads m_open;
    std::unique_ptr<platform::Gamepads> m_pads;
    bool m_hasFailed = false;
    QTimer m_reading;
    /// Where the system tells of no new devices.
    QTimer m_looking;
    QFileSystemWatcher m_devices;
};

} // namespace vitrine::app
