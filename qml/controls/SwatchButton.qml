// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

/// A colour to choose. Chosen, it wears a teal ring; sold out, a stroke through it.
T.RadioButton {
    id: button

    required property color swatch
    property bool isSoldOut: false

    implicitWidth: Theme.touch
    implicitHeight: Theme.touch
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    autoExclusive: false
    scale: down ? 0.94 : 1
    Accessible.name: text
    Behavior on scale { TouchMotion {} }

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: button.checked ? 42 : button.hovered ? 38 : 34
            height: width
            radius: width / 2
            color: "transparent"
            border.width: button.checked ? 2 : 1
            border.color: button.checked ? Theme.teal : button.hovered ? Theme.textThird : Theme.line
            Behavior on width { SmallMotion {} }
        }
        Rectangle {
            anchors.centerIn: parent
            width: 32
            height: 32
            radius: 16
            color: button.swatch
            border.width: 1
            border.color: Theme.line
            opacity: button.isSoldOut ? 0.45 : 1
            Rectangle {
                visible: button.isSoldOut
                anchors.centerIn: parent
                width: 34
                height: 1.5
                rotation: -45
                color: Theme.text
            }
        }
        FocusRing { control: button; around: 22; gap: 2 }
    }
    indicator: null
    contentItem: null
}
