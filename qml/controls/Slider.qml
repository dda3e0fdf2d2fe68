// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

/// A value between two ends, along a line.
T.Slider {
    id: slider

    implicitWidth: 220
    implicitHeight: Theme.touch
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    stepSize: 0.05
    leftPadding: Theme.gap12
    rightPadding: Theme.gap12

    background: Rectangle {
        x: slider.leftPadding
        anchors.verticalCenter: parent.verticalCenter
        width: slider.availableWidth
        height: 4
        radius: 2
        color: Theme.line
        Rectangle {
            width: slider.visualPosition * parent.width
            height: parent.height
            radius: 2
            color: Theme.teal
        }
    }
    handle: Rectangle {
        x: slider.leftPadding + slider.visualPosition * (slider.availableWidth - width)
        anchors.verticalCenter: parent?.verticalCenter
        width: 20
        height: 20
        radius: 10
        color: Theme.text
        scale: slider.pressed ? 1.15 : 1
        Behavior on scale { TouchMotion {} }
        FocusRing { control: slider; around: 10 }
    }
}
