// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

/// The one brass action of a screen.
T.Button {
    id: button

    property string detail: ""

    implicitWidth: Math.max(160, row.implicitWidth + leftPadding + rightPadding)
    implicitHeight: 52
    leftPadding: Theme.gap24
    rightPadding: Theme.gap24
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    scale: down ? 0.985 : 1
    opacity: enabled ? 1 : 0.42
    Behavior on scale { TouchMotion {} }
    Behavior on opacity { SmallFade {} }

    background: Rectangle {
        radius: height / 2
        color: button.down ? Qt.darker(Theme.brass, 1.08) : button.hovered ? Qt.lighter(Theme.brass, 1.07) : Theme.brass
        FocusRing { control: button; around: button.height / 2 }
    }
    contentItem: Item {
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.gap12
            Label {
                text: button.text
                topPadding: Theme.headDrop
                color: Theme.brassInk
                font.weight: Theme.strong
            }
            Label {
                visible: text !== ""
                text: button.detail
                color: Theme.brassInk
                opacity: 0.74
            }
        }
    }
}
