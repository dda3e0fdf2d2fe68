// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

/// What a sign without words means, for those who point at it or come to it by keyboard.
T.ToolTip {
    id: hint

    required property T.Control control

    parent: control
    x: Math.round((control.width - width) / 2)
    y: -height - Theme.gap4
    margins: Theme.gap8
    visible: control.hovered || control.visualFocus
    text: control.Accessible.name
    delay: Theme.panelInMs
    padding: Theme.gap8
    implicitWidth: words.implicitWidth + 2 * padding
    implicitHeight: words.implicitHeight + 2 * padding
    closePolicy: T.Popup.NoAutoClose
    enter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.touchMs } }
    exit: Transition { NumberAnimation { property: "opacity"; to: 0; duration: Theme.touchMs } }
    background: Rectangle {
        radius: Theme.radiusField
        color: Theme.raised
        border { width: 1; color: Theme.line }
    }
    contentItem: Label {
        id: words
        text: hint.text
        font.pixelSize: Theme.sizeCaption
        color: Theme.textSecond
        Accessible.ignored: true
    }
}
