// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/GamepadHands.h"

#include <QGuiApplication>

#include <optional>

namespace vitrine::app {

namespace {

using platform::PadButton;
using stage::StagePad;

constexpr int kReadingMs = 10;
constexpr int kLookingMs = 3000;
/// A device's file is there before it may be opened.
constexpr int kAdmissionMs = 400;
const QString kDeviceFolder = QStringLiteral("/dev/input");

std::optional<StagePad::Button> meaningOf(PadButton button)
{
    switch (button) {
    case PadButton::South:
        return StagePad::Apart;
    case PadButton::East:
        return StagePad::Back;
    case PadButton::West:
        return StagePad::Magnify;
    case PadButton::North:
        return StagePad::Studio;
    case PadButton::Start:
        return StagePad::Explain;
    case PadButton::Select:
    case PadButton::RightStick:
        return StagePad::ResetView;
    case PadButton::Left:
        return StagePad::PreviousPart;
    case PadButton::Right:
        return StagePad::NextPart;
    case PadButton::LeftStick:
    case PadButton::Up:
    case PadButton::Down:
        break;
    }
    return std::nullopt;
}

} // namespace

GamepadHands::GamepadHands(StagePad &pad, OpenPads open, QObject *parent)
    : QObject(parent)
    , m_pad(pad)
    , m_open(open)
{
    m_reading.setInterval(kReadingMs);
    m_reading.setTimerType(Qt::PreciseTimer);
    m_looking.setInterval(kLookingMs);
    connect(&m_reading, &QTimer::timeout, this, &GamepadHands::look);
    connect(&m_looking, &QTimer::timeout, this, &GamepadHands::look);
    connect(&m_devices, &QFileSystemWatcher::directoryChanged, this,
            [this] { QTimer::singleShot(kAdmissionMs, this, &GamepadHands::look); });
    connect(&m_pad, &StagePad::wantedChanged, this, &GamepadHands::follow);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &GamepadHands::follow);
    follow();
}

void GamepadHands::follow()
{
    const bool isWanted = m_pad.isWanted() && QGuiApplication::applicationState() == Qt::ApplicationActive;
    if (isWanted && !m_pads && !m_hasFailed) {
        auto pads = m_open();
        m_hasFailed = !pads;
        if (pads)
            m_pads = std::move(*pads);
        else
            qWarning("%s", core::describe(pads.error()).c_str());
        // No other system has such a folder: there one looks now and then.
        m_devices.addPath(kDeviceFolder);
    }
    if (!m_pads)
        return;
    if (isWanted)
        return look();
    m_reading.stop();
    m_looking.stop();
    m_pad.setSticks({}, {}, 0);
}

void GamepadHands::look()
{
    if (!m_pads)
        return;
    const auto pressed = m_pads->update();
    m_pad.setConnected(m_pads->isConnected());
    if (m_pads->isConnected()) {
        m_looking.stop();
        if (!m_reading.isActive())
            m_reading.start();
    } else {
        m_reading.stop();
        if (m_devices.directories().isEmpty() && !m_looking.isActive())
            m_looking.start();
    }
    const platform::PadSticks sticks = m_pads->sticks();
    m_pad.setSticks({sticks.leftX, sticks.leftY}, {sticks.rightX, sticks.rightY},
                    static_cast<qreal>(sticks.rightTrigger - sticks.leftTrigger));
    for (const PadButton button : pressed)
        if (const auto meaning = meaningOf(button))
            m_pad.press(*meaning);
}

} // namespace vitrine::app
