// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

/// How many: minus, the number, plus. The arrow keys and the wheel do the same.
T.SpinBox {
    id: stepper

    property real side: Theme.touch

    implicitWidth: side * 2 + 40
    implicitHeight: side
    editable: false
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.name: qsTr("Quantity")

    component Sign: Item {
        id: sign
        required property string iconName
        required property bool isPressed
        required property bool isHovered
        required property bool isPossible

        width: stepper.side
        height: stepper.side
        y: (stepper.height - height) / 2
        opacity: isPossible ? 1 : 0.3
        Rectangle {
            anchors.fill: parent
            anchors.margins: 3
            radius: width / 2
            color: sign.isPressed ? Theme.pressed : sign.isHovered && sign.isPossible ? Theme.hover : Qt.alpha(Theme.hover, 0)
            Behavior on color { ColorAnimation { duration: Theme.touchMs } }
        }
        Icon {
            anchors.centerIn: parent
            name: sign.iconName
            size: 18
        }
    }

    background: Rectangle {
        radius: height / 2
        color: "transparent"
        border.width: 1
        border.color: Theme.line
        FocusRing { control: stepper; around: stepper.height / 2 }
    }
    down.indicator: Sign {
        objectName: "decreaseButton"
        iconName: "minus"
        isPressed: stepper.down.pressed
        isHovered: stepper.down.hovered
        isPossible: stepper.value > stepper.from
    }
    up.indicator: Sign {
        objectName: "increaseButton"
        x: stepper.width - width
        iconName: "plus"
        isPressed: stepper.up.pressed
        isHovered: stepper.up.hovered
        isPossible: stepper.value < stepper.to
    }
    contentItem: Label {
        text: Format.number(stepper.value)
        horizontalAlignment: Text.AlignHCenter
        font.weight: Theme.medium
        leftPadding: stepper.side
        rightPadding: stepper.side
        Accessible.ignored: true
    }
}
