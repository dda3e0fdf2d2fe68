// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

/// How much of something is done, 0 to 1. Seen only where it takes long enough to be wondered about.
T.ProgressBar {
    id: line

    required property bool running

    implicitWidth: 180
    implicitHeight: 3
    opacity: 0
    visible: opacity > 0
    onRunningChanged: if (!running) opacity = 0

    SequentialAnimation {
        running: line.running
        PauseAnimation { duration: Theme.panelInMs }
        SmallFade {
            target: line
            property: "opacity"
            to: 1
        }
    }
    background: Rectangle {
        radius: line.height / 2
        color: Theme.line
    }
    contentItem: Item {
        Rectangle {
            width: line.visualPosition * parent.width
            height: parent.height
            radius: height / 2
            color: Theme.brass
        }
    }
}
