// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

/// What a sign without words means, for those who point at it or come to it by keyboard.
T.ToolTip {
    id: hint

    required property T.AbstractButton control
    /// The key that does the same; empty: there is none.
    property string keyName
    /// Where its words are on the screen already, it stays away.
    property bool isWanted: true

    parent: control
    x: Math.round((control.width - width) / 2)
    y: -height - Theme.gap4
    margins: Theme.gap8
    visible: isWanted && text !== "" && (control.hovered || control.visualFocus)
    text: control.text
    delay: Theme.panelInMs
    padding: Theme.gap8
    implicitWidth: row.implicitWidth + 2 * padding
    implicitHeight: row.implicitHeight + 2 * padding
    closePolicy: T.Popup.NoAutoClose
    enter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.touchMs } }
    exit: Transition { NumberAnimation { property: "opacity"; to: 0; duration: Theme.touchMs } }
    background: Rectangle {
        radius: Theme.radiusField
        color: Theme.raised
        border { width: 1; color: Theme.line }
    }
    contentItem: Item {
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.gap8
            Label {
                objectName: "hintWords"
                text: hint.text
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: Theme.sizeCaption
                color: Theme.textSecond
                Accessible.ignored: true
            }
            Label {
                objectName: "hintKey"
                visible: text !== ""
                text: hint.keyName
                font.pixelSize: Theme.sizeCaption
                color: Theme.textThird
                Accessible.ignored: true
            }
        }
    }
}
