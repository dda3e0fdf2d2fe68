// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

/// An action that is only a sign. `text` is its name for those who hear the screen.
T.Button {
    id: button

    required property string iconName
    property color ink: Theme.text

    implicitWidth: Theme.touch
    implicitHeight: Theme.touch
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    scale: down ? 0.94 : 1
    opacity: enabled ? 1 : 0.35
    Behavior on scale { TouchMotion {} }

    background: Rectangle {
        radius: height / 2
        color: button.down ? Theme.pressed : button.hovered ? Theme.hover : Qt.alpha(Theme.hover, 0)
        Behavior on color { ColorAnimation { duration: Theme.touchMs } }
        FocusRing { control: button; around: button.height / 2 }
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: button.iconName
            size: 22
            color: button.ink
        }
    }
}
