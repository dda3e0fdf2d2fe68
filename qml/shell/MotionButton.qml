// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// How much moves in the shop: as the system likes it, less, or everything. A touch takes the next.
QuietButton {
    id: button

    required property Preferences preferences

    objectName: "motionButton"
    ink: Theme.textSecond
    text: switch (preferences.motion) {
        case Preferences.LessMotion: return qsTr("Motion: less")
        case Preferences.FullMotion: return qsTr("Motion: full")
        default: return qsTr("Motion: as the system")
    }
    onClicked: preferences.motion = (preferences.motion + 1) % 3
}
