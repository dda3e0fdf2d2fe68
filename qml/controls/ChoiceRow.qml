// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

/// One of a few ways, each with a sign, a name and a word of explanation.
T.RadioButton {
    id: choice

    required property string iconName
    property string detail: ""

    implicitHeight: 64
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.description: detail

    background: Rectangle {
        radius: Theme.radiusField
        color: choice.checked ? Qt.alpha(Theme.teal, Theme.dark ? 0.14 : 0.10) : choice.hovered ? Theme.hover : Qt.alpha(Theme.hover, 0)
        border.width: choice.checked ? 1.5 : 1
        border.color: choice.checked ? Theme.teal : Theme.line
        Behavior on color { ColorAnimation { duration: Theme.smallMs } }
        FocusRing { control: choice; around: Theme.radiusField }
    }
    indicator: Icon {
        x: Theme.gap16
        anchors.verticalCenter: parent.verticalCenter
        name: choice.iconName
        color: choice.checked ? Theme.teal : Theme.textSecond
    }
    contentItem: Item {
        Column {
            anchors { left: parent.left; right: parent.right; leftMargin: Theme.gap16 + 24 + Theme.gap12; verticalCenter: parent.verticalCenter }
            spacing: 1
            Label {
                width: parent.width
                text: choice.text
                font { pixelSize: Theme.sizeBody; weight: Theme.medium }
                Accessible.ignored: true
            }
            Label {
                width: parent.width
                text: choice.detail
                color: Theme.textThird
                font.pixelSize: Theme.sizeLabel
                Accessible.ignored: true
            }
        }
    }
}
