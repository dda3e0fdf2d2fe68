// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls

/// A way to look, or a switch: a sign and a word, teal while on. Where there is no room the word shows when pointed at.
T.AbstractButton {
    id: button

    required property string iconName
    property bool isCompact: false
    /// One of several ways; else a switch.
    property bool isChoice: false
    /// Of the key that does the same, for its tip.
    property string keyName

    implicitWidth: isCompact ? Theme.touch : row.implicitWidth + 2 * Theme.gap12
    implicitHeight: Theme.touch
    checkable: false
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    scale: down ? 0.985 : 1
    opacity: enabled ? 1 : 0.42
    Accessible.role: isChoice ? Accessible.RadioButton : Accessible.Button
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: checked
    Behavior on scale { TouchMotion {} }

    background: Rectangle {
        radius: height / 2
        color: button.checked ? Qt.alpha(Theme.teal, Theme.dark ? 0.14 : 0.10) : button.hovered ? Theme.hover : Qt.alpha(Theme.hover, 0)
        Behavior on color { ColorAnimation { duration: Theme.touchMs } }
        FocusRing { control: button; around: button.height / 2 }
    }
    contentItem: Item {
        Row {
            id: row
            x: button.isCompact ? (parent.width - implicitWidth) / 2 : Theme.gap12
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap12
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: button.iconName
                size: 20
                color: button.checked ? Theme.teal : Theme.textSecond
            }
            Label {
                visible: !button.isCompact
                anchors.verticalCenter: parent.verticalCenter
                text: button.text
                topPadding: Theme.headDrop
                color: button.checked ? Theme.text : Theme.textSecond
                font { pixelSize: Theme.sizeLabel; weight: Theme.medium }
                Accessible.ignored: true
            }
        }
    }
    Hint {
        control: button
        keyName: button.keyName
        isWanted: button.isCompact
    }
}
