// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

/// The brass ring around a control that the keyboard is on.
Rectangle {
    id: ring

    required property T.Control control
    property real around: Theme.radiusField
    property real gap: 3

    anchors.fill: parent
    anchors.margins: -gap
    color: "transparent"
    radius: around + gap
    border.width: 2
    border.color: Theme.brass
    opacity: control.visualFocus ? 1 : 0
    visible: opacity > 0
    Behavior on opacity { NumberAnimation { duration: Theme.touchMs } }
}
