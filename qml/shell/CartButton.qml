// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// The cart in the bar, with how much lies in it. Hollow while what was put in waits for the shop.
IconButton {
    id: button

    required property int pieces
    property bool isWaiting: false

    iconName: "bag"
    text: pieces === 0 ? qsTr("Cart, empty")
        : isWaiting ? qsTr("Cart, %1 in it, waiting to be sent").arg(Format.number(pieces)) : qsTr("Cart, %1 in it").arg(Format.number(pieces))

    Rectangle {
        x: parent.width - width + (button.pieces > 9 ? 2 : -2)
        y: 3
        width: Math.max(18, count.implicitWidth + 8)
        height: 18
        radius: 9
        color: button.isWaiting ? Theme.backdropTop : Theme.text
        border { width: 1.5; color: Theme.text }
        Behavior on color { ColorAnimation { duration: Theme.smallMs } }
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
            color: button.isWaiting ? Theme.text : Theme.backdropTop
            // Bengali figures hang lower than the middle of their line and are drawn smaller.
            topPadding: Theme.bengali ? 3 : 0
            font { pixelSize: Theme.bengali ? 14 : 11; weight: Theme.strong }
            Accessible.ignored: true
        }
    }
}
