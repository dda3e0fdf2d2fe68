// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// The cart in the bar, with how much lies in it.
IconButton {
    id: button

    required property int pieces

    iconName: "bag"
    text: pieces === 0 ? qsTr("Cart, empty") : qsTr("Cart, %1 in it").arg(Format.number(pieces))

    Rectangle {
        x: parent.width - width + (button.pieces > 9 ? 2 : -2)
        y: 3
        width: Math.max(18, count.implicitWidth + 8)
        height: 18
        radius: 9
        color: Theme.text
        scale: button.pieces > 0 ? 1 : 0
        opacity: button.pieces > 0 ? 1 : 0
        visible: opacity > 0
        Behavior on scale { SmallMotion {} }
        Behavior on opacity { SmallFade {} }
        Label {
            id: count
            objectName: "cartCount"
            anchors.centerIn: parent
            text: Format.number(button.pieces)
            color: Theme.backdropTop
            font { pixelSize: 11; weight: Theme.strong }
            Accessible.ignored: true
        }
    }
}
